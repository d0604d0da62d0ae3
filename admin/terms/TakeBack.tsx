import { useQueryClient } from '@tanstack/react-query'
import { type Sitting, sittingName } from '../../shared/sitting.ts'
import { useSayDone } from '../accounts/accounts.ts'
import { askAnew } from '../api.ts'
import { request } from '../http.ts'
import { usePanel } from '../panel.ts'
import { AskedButton } from '../parts/AskedButton.tsx'
import { termWords } from '../words/terms.ts'

/** Takes back the session that was opened today. */
export function TakeBack({ sitting }: { sitting: Sitting }) {
  const { lang } = usePanel()
  const words = termWords[lang]
  const client = useQueryClient()
  const { done, failed } = useSayDone()
  const send = async () => {
    try {
      await request(`/sittings/${sitting.term}/${sitting.session}`, { method: 'DELETE' })
      await askAnew(client, '/county-settings')
      done(words.takenBack(sittingName(sitting, lang)))
    } catch (error) {
      failed(error)
    }
  }
  const name = sittingName(sitting, lang)
  return <AskedButton verb={words.takeBack} title={words.takeBackAsk(name)} text={words.takeBackText} act={send} />
}
