import type { Ledger } from '../../../shared/definition/ledger.ts'
import { isOneLine, longest } from '../../../shared/definition/lines.ts'
import type { Data, Row } from '../../../shared/record.ts'
import { oneLine } from '../../../shared/text.ts'

/**
 * With what a question for one line begins that names what the step makes: the first line of the list out of which its text is put together. Undefined where
 * the question names nothing, or nothing is listed.
 */
export function titleOf(ledger: Ledger, transition: string, key: string, data: Data): string | undefined {
  const field = ledger.fields[key]
  const fills = (ledger.transitions[transition]?.creates ?? []).map(({ fill = {} }) => Object.values(fill))
  const made = fills.find((all) => all.includes(`@${key}`))
  if (field?.kind !== 'text' || !isOneLine(field) || !made) return undefined
  const lists = made.flatMap((fill) => (typeof fill === 'object' && 'texts' in fill ? fill.texts : [])).map((ref) => data[ref.slice(1)])
  const [first] = lists.flatMap((value): (string | Row)[] => (Array.isArray(value) ? value : []))
  const cells = typeof first === 'object' ? Object.entries(first) : [['', first]]
  const text = cells.find(([name, cell]) => name !== 'id' && typeof cell === 'string')?.[1]
  return typeof text === 'string' && text !== '' ? oneLine(text).slice(0, longest(field)) : undefined
}
