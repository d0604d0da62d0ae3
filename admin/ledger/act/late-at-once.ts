import { computeDue } from '../../../shared/deadline/derivation.ts'
import type { Condition } from '../../../shared/definition/condition.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Duty } from '../../../shared/duty.ts'
import { holds } from '../../../shared/engine/holds.ts'
import type { Label } from '../../../shared/names.ts'
import type { Data } from '../../../shared/record.ts'
import type { World } from '../../../shared/world.ts'

/**
 * Duties that would be overdue on the day on which this step opens them, by its own rule or in the items that it makes for others: nobody can keep a day that
 * has passed. What the items' own people fill in later is not known here. `data`: the record's with what is being filled in.
 */
export function lateAtOnce(
  ledgers: Ledger[],
  ledger: Ledger,
  transition: string,
  opened: Pick<Duty, 'key' | 'dueOn' | 'openedOn'>[],
  data: Data,
  { today, world }: { today: string; world: Pick<World, 'calendar'> },
): { duty: Label; day: string }[] {
  const own = opened.flatMap(({ key, dueOn, openedOn }) => {
    const duty = ledger.duties[key]?.label
    return duty && dueOn !== null && dueOn < openedOn ? [{ duty, day: dueOn }] : []
  })
  const parents = Object.entries(data).map(([key, value]) => [`parent.${key}`, value])
  const holding = (conditions: Condition[] | undefined, known: Data) =>
    holds(conditions, { record: { duties: [], took: {} }, data: known, kin: { children: [], phases: () => undefined }, today, person: '' })
  const made = (ledger.transitions[transition]?.creates ?? []).filter(({ when }) => holding(when, data))
  const theirs = made.flatMap(({ ledger: key, fill = {} }) => {
    const child = ledgers.find((each) => each.key === key)
    const filled = Object.entries(fill).flatMap(([to, from]) => {
      if (typeof from !== 'string') return 'put' in from ? [[to, from.put]] : []
      return /^@\w+$/.test(from) ? [[to, data[from.slice(1)]]] : []
    })
    const known: Data = Object.fromEntries([...parents, ...filled].filter(([, value]) => value !== undefined))
    return (child?.born?.opens ?? []).flatMap((one) => {
      const opens = typeof one === 'string' ? { duty: one, when: [] } : one
      const rule = holding(opens.when, known) ? child?.duties[opens.duty] : undefined
      const day = rule && computeDue(rule, { openedOn: today, data: known }, world.calendar).dueOn
      return rule && day && day < today ? [{ duty: rule.label, day }] : []
    })
  })
  const all = [...own, ...theirs]
  return all.filter((each, at) => all.findIndex(({ duty, day }) => duty.zh === each.duty.zh && day === each.day) === at)
}
