import { Button } from '@mui/material'
import { useRef, useState } from 'react'
import { usePanel } from '../panel.ts'
import { writeNumber } from '../parts/number.ts'
import { Ask } from './Ask.tsx'
import { type Account, useAccountWords, useChange, useSayDone } from './accounts.ts'
import { useOpenItems } from './open-items.ts'

type Act = 'disable' | 'last' | 'reset' | 'renew'

/** What can be done with an account. Each act that its holder will feel asks first. */
export function AccountActs({ account, edit }: { account: Account; edit: () => void }) {
  const { lang, words: panel } = usePanel()
  const { common } = panel
  const words = useAccountWords()
  const said = words.one
  const change = useChange()
  const { done, failed } = useSayDone()
  const [asking, setAsking] = useState<Act | null>(null)
  const warning = useRef('')
  const open = useOpenItems(account, asking === 'disable')
  const { id, name, email } = account
  const office = account.office.name[lang]
  const act = (what: Act | 'enable', sentence: string) => async () => {
    try {
      const { mailed } = await change<{ mailed?: boolean }>(`/accounts/${id}/${what}`, 'POST')
      mailed === false ? failed(new Error(said.mailFailed)) : done(sentence)
    } catch (error) {
      failed(error)
    }
  }
  // Who is the only one to be told of what his office owes is disabled when that was said, and asked again.
  const disable = async () => {
    try {
      const { warning: said = '' } = await change<{ warning?: string }>(`/accounts/${id}/disable`, 'POST', { dryRun: true })
      warning.current = said
    } catch (error) {
      return failed(error)
    }
    if (!warning.current) await act('disable', said.disabled(name))()
  }
  return (
    <>
      <Button onClick={edit}>{said.edit}</Button>
      {!account.disabled && <Button onClick={() => setAsking('reset')}>{said.reset}</Button>}
      {!account.disabled && <Button onClick={() => setAsking('renew')}>{said.renew}</Button>}
      {account.disabled ? (
        <Button variant="contained" onClick={() => void act('enable', said.enabled(name))()}>
          {said.enable}
        </Button>
      ) : (
        <Button
          color="error"
          onClick={() => {
            warning.current = ''
            setAsking('disable')
          }}
        >
          {said.disable}
        </Button>
      )}
      {asking === 'disable' && (
        <Ask
          title={said.askDisable(name)}
          text={said.disableText(open === undefined ? '…' : writeNumber(open), office)}
          verb={said.disableVerb(name)}
          keep={said.keep}
          destructive
          act={disable}
          close={() => {
            setAsking(warning.current ? 'last' : null)
          }}
        />
      )}
      {asking === 'last' && (
        <Ask
          title={said.askDisable(name)}
          text={warning.current}
          verb={said.disableVerb(name)}
          keep={said.keep}
          destructive
          act={act('disable', said.disabled(name))}
          close={() => setAsking(null)}
        />
      )}
      {asking === 'reset' && (
        <Ask
          title={said.askReset(name)}
          text={said.resetText(email)}
          verb={said.resetVerb}
          keep={common.cancel}
          act={act('reset', said.resetDone(email))}
          close={() => setAsking(null)}
        />
      )}
      {asking === 'renew' && (
        <Ask
          title={said.askRenew(name)}
          text={said.renewText}
          verb={said.renewVerb}
          keep={common.cancel}
          destructive
          act={act('renew', said.renewed(name))}
          close={() => setAsking(null)}
        />
      )}
    </>
  )
}
