import type { Effects, Ledger } from '../definition/ledger.ts'
import type { Holder } from '../duty.ts'
import { labelled } from '../names.ts'
import type { Data, LedgerRecord, Value } from '../record.ts'
import type { Fault } from '../refusal.ts'
import type { Turn } from './moved.ts'
import { live, livesIn, type Owed, open } from './owed.ts'
import { missing } from './values.ts'

/**
 * Passes on what the offices that a field named before owed to those that it names now: open instances of who left are void, and whoever came gets what
 * these owed by its own rule, from today. Who only comes beside others gets what they got. `given`: the answers; a field of the same offices as before is
 * a fault (422), and so is one office that leaves with nobody in its place.
 */
export function hand(turn: Turn, owed: Owed, { hands = [] }: Effects, before: LedgerRecord, after: LedgerRecord, given: string[]): Owed {
  const { ledger } = turn
  const changes = hands.map((ref) => changeOf(ledger, ref.slice(1), before.data, after.data))
  const still = hands.length > 0 && !changes.some(({ left, came }) => left[0] ?? came[0])
  const idle = still && owed.duties.some((duty) => live(duty) && !duty.asker && duty.holder.kind !== 'county')
  // One office makes room for another one, be it in another field: what was owed would be nobody's.
  const single = changes.filter(({ field }) => ledger.fields[field]?.kind === 'office')
  const lost = single.some(({ came }) => came[0]) ? [] : single.filter(({ left }) => left[0])
  const faults = idle ? unchanged(ledger, hands, given) : lost.map(({ field }) => unnamed(ledger, field))
  if (faults.length > 0) return { ...owed, faults: [...owed.faults, ...faults] }
  return changes.reduce((next, change) => passOn(turn, next, change, after), owed)
}

function unchanged(ledger: Ledger, hands: string[], given: string[]): Fault[] {
  const fields = hands.map((ref) => ref.slice(1))
  const named = fields.filter((field) => given.includes(field))
  return named.length > 0 ? named.map((field) => sameAsBefore(ledger, field)) : fields.slice(0, 1).map((field) => unnamed(ledger, field))
}

const unnamed = ({ fields }: Ledger, key: string): Fault =>
  missing({ kind: 'office', label: labelled(fields[key]?.label, key) }, `given.${key}`)

type Change = { field: string; left: Holder[]; came: Holder[] }

function changeOf(ledger: Ledger, field: string, before: Data, after: Data): Change {
  const rule = ledger.fields[field]
  if (rule?.kind !== 'office' && rule?.kind !== 'offices') return { field, left: [], came: [] }
  const [was, is] = [list(before[field]), list(after[field])]
  const holders = (ids: string[]): Holder[] => ids.map((id) => ({ kind: rule.of, id }))
  return { field, left: holders(was.filter((id) => !is.includes(id))), came: holders(is.filter((id) => !was.includes(id))) }
}

function passOn(turn: Turn, owed: Owed, { field, left, came }: Change, after: LedgerRecord): Owed {
  const { ledger } = turn
  const keys = Object.entries(ledger.duties)
    .filter(([, rule]) => rule.holder.includes(`@${field}`))
    .map(([key]) => key)
  const among = (holder: Holder) => left.some(({ kind, id }) => holder.kind === kind && holder.id === id)
  const leaving = owed.duties.filter((duty) => live(duty) && keys.includes(duty.key) && among(duty.holder))
  const passing = keys.filter((key) => leaving.some((duty) => duty.key === key) || (left.length === 0 && wasOpened(ledger, after, key)))
  const rest: Owed = {
    ...owed,
    duties: owed.duties.map((duty) => (leaving.includes(duty) ? { ...duty, state: 'void' as const } : duty)),
    voided: [...owed.voided, ...leaving.map(({ id }) => id)],
  }
  const openings = passing.filter((key) => livesIn(ledger, key, after.state)).map((key) => ({ key, holders: came }))
  return open(turn, rest, openings, after.data, [])
}

/** True when the duty was opened on this record at some time, be it for nobody. */
function wasOpened(ledger: Ledger, { took, duties }: LedgerRecord, key: string): boolean {
  const opens = (effects: Effects | undefined) =>
    effects?.opens?.some((each) => (typeof each === 'string' ? each : each.duty) === key) ?? false
  const taken = Object.keys(took).flatMap((name) => ledger.transitions[name] ?? [])
  return duties.some((duty) => duty.key === key) || opens(ledger.born) || taken.some((rule) => [rule, ...(rule.branches ?? [])].some(opens))
}

/** The field after the office that asked has left it and the one that `by` names has come in its place; as it is where the asker does not stand in it. */
export function swapped({ ledger, asker }: Turn, data: Data, key: string, by: string): Value {
  const value = data[key] ?? null
  const field = ledger.fields[key]
  const ids = list(value)
  if (!asker || (field?.kind !== 'office' && field?.kind !== 'offices') || field.of !== asker.kind || !ids.includes(asker.id)) return value
  const next = [...new Set(ids.flatMap((id) => (id === asker.id ? list(data[by.slice(1)]) : [id])))]
  return field.kind === 'offices' ? next : (next[0] ?? null)
}

/** What is wrong with the offices that are to come in by `swap`: none named, or the one that asked. */
export function swapFaults(ledger: Ledger, sets: Effects['sets'], data: Data, asker: Holder | undefined): Fault[] {
  const refs = Object.entries(sets ?? {}).flatMap(([key, set]) =>
    'swap' in set && asker && list(data[key]).includes(asker.id) ? [set.swap.slice(1)] : [],
  )
  return [...new Set(refs)].flatMap((ref): Fault[] => {
    const field = ledger.fields[ref]
    const path = `given.${ref}`
    const named = list(data[ref])
    if (!field) return []
    if (named.length === 0) return [missing(field, path)]
    return named[0] === asker?.id ? [{ ...sameAsBefore(ledger, ref), path }] : []
  })
}

function sameAsBefore(ledger: Ledger, key: string): Fault {
  const label = labelled(ledger.fields[key]?.label, key)
  const message = {
    zh: `${label.zh}：现在就是这个单位，请选另一个。`,
    en: `${label.en}: it is this office already; choose another one.`,
  }
  return { path: `given.${key}`, code: 'bad', message }
}

function list(value: Value | undefined): string[] {
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string')
  return typeof value === 'string' && value !== '' ? [value] : []
}

/** What an office owed as one of a list falls away when it leaves the list for the other field. */
export function voidApart({ fields, duties: rules }: Ledger, owed: Owed, before: Data, after: Data): Owed {
  const gone = Object.entries(fields).flatMap(([key, field]) => {
    if (field.kind !== 'offices' || field.apart === undefined || !Array.isArray(before[key])) return []
    const alone = after[field.apart.slice(1)]
    return before[key].some((id) => id === alone) ? [{ word: `@${key}`, of: field.of, id: alone }] : []
  })
  const falls = owed.duties.filter(
    ({ key, holder, ...duty }) =>
      live({ key, holder, ...duty }) &&
      gone.some(({ word, of, id }) => rules[key]?.holder.every((each) => each === word) && holder.kind === of && holder.id === id),
  )
  if (falls.length === 0) return owed
  return {
    ...owed,
    duties: owed.duties.map((duty) => (falls.includes(duty) ? { ...duty, state: 'void' as const } : duty)),
    voided: [...owed.voided, ...falls.map(({ id }) => id)],
  }
}
