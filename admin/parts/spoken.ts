import { inSentence, spokenOf } from '../../shared/spoken.ts'
import { usePanel } from '../panel.ts'

/** Names an item in a sentence, as its mails do. */
export function useInSentence(): (record: { ledger: string; id: string; number?: string; heading: string }) => string {
  const { ledgers, lang } = usePanel()
  return (record) => {
    const ledger = ledgers.find(({ key }) => key === record.ledger)
    return inSentence(record, ledger && spokenOf(ledger))[lang]
  }
}
