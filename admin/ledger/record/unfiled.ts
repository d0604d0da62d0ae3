import type { Ledger } from '../../../shared/definition/ledger.ts'
import { aboutDeputies } from '../../../shared/definition/whose.ts'
import type { Shown } from '../../data.ts'
import { list } from '../../fields/kind.ts'
import type { Known } from '../../fields/register.ts'

/** What an open record's steps make about deputies: the ledgers of it, and the names about whom. Empty where there is nothing of the kind. */
export function accounted(
  ledger: Ledger,
  ledgers: Ledger[],
  { state, data }: Pick<Shown, 'state' | 'data'>,
): { on: Ledger; names: string[] }[] {
  if (!['draft', 'open', 'paused'].includes(ledger.states[state]?.phase ?? '')) return []
  const all = aboutDeputies(ledger, ledgers).flatMap(({ field, on }) => on.map((each) => ({ on: each, names: list(data[field]) })))
  const of = (on: Ledger) => [...new Set(all.flatMap((one) => (one.on === on ? one.names : [])))]
  return [...new Set(all.map(({ on }) => on))].map((on) => ({ on, names: of(on) })).filter(({ names }) => names.length > 0)
}

/** Those of the names whom no file and no account bears, or only namesakes of several other townships. */
export function unknownTo(register: Known[], names: string[], township: string | null): string[] {
  return names.filter((name) => {
    const known = register.find((each) => each.name === name)
    return !known || (known.townships.length > 1 && !known.townships.includes(township ?? ''))
  })
}
