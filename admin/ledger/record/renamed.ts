import type { Ledger } from '../../../shared/definition/ledger.ts'
import { heading, namingField } from '../../../shared/heading.ts'
import type { Label } from '../../../shared/names.ts'
import type { Shown } from '../../data.ts'

/**
 * The name that what a record was made from bears now, where the record was named after it and that was put right since: what is counted keeps its words.
 * With the field that says the old name; undefined where they agree.
 */
export function renamed(
  ledger: Ledger,
  ledgers: Ledger[],
  { refs = [], data }: Pick<Shown, 'refs' | 'data'>,
): { field: Label; now: string } | undefined {
  const whole = refs.find(({ as }) => as === 'parent')
  const above = whole && ledgers.find(({ key }) => key === whole.ledger)
  const main = above && namingField(above)
  const key = main && namedAfter(above, main, ledger.key).find((each) => typeof data[each] === 'string')
  const field = key && ledger.fields[key]
  if (!field || !main) return undefined
  const { by = '', as = {} } = above.spoken?.heads ?? {}
  const called = [null, ...Object.keys(as)].map((chosen) => heading(above, { id: '', data: { [by]: chosen, [main]: data[key] ?? null } }))
  if (called.includes(whole.heading)) return undefined
  return { field: field.label, now: whole.heading }
}

/** The fields of what a ledger makes on another into which its own naming field goes. */
export function namedAfter(above: Ledger, main: string, made: string): string[] {
  const effects = Object.values(above.transitions).flatMap(({ branches = [], ...own }) => [own, ...branches])
  const rules = [above.born ?? {}, ...effects].flatMap(({ creates = [] }) => creates).filter(({ ledger }) => ledger === made)
  return rules.flatMap(({ fill = {} }) => Object.entries(fill).flatMap(([key, from]) => (from === `@${main}` ? [key] : [])))
}
