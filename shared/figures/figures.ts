import { deskFields } from '../definition/desk-fields.ts'
import type { Ledger } from '../definition/ledger.ts'
import { optionsOf } from '../definition/options.ts'
import type { Facts } from './facts.ts'

/** `2026-03-02` */
export type Day = string
export type Fraction = { num: number; den: number }
/**
 * Figures of some records. The five of `onTime late overdue notDue noDeadline` add up to `records`; `open` is overdue + notDue. A rate without a
 * denominator is null. The options of counted choices also stand flat beside them (`satisfied`, …) where the name is free.
 */
export type Total = {
  records: number
  open: number
  onTime: number
  late: number
  overdue: number
  notDue: number
  noDeadline: number
  /** Ended without result by that day: none of the others, and in no rate. */
  ended: number
  counts: { [field: string]: { [option: string]: number } }
  sums: { [field: string]: number }
  rates: { [rate: string]: Fraction | null }
} & { [option: string]: unknown }
export type Figures = { asOf: string; total: Total; groups: { id: string; total: Total }[] }

/** Group of the records that have no value in the field grouped by. */
export const NO_GROUP = 'none'

/** Figures while they are added up. */
export type Sum = Pick<Total, 'records' | 'onTime' | 'late' | 'overdue' | 'notDue' | 'noDeadline' | 'ended' | 'counts' | 'sums'> & {
  rates: { [rate: string]: Fraction }
}
type Bucket = 'onTime' | 'late' | 'overdue' | 'notDue' | 'noDeadline'
type Question = { asOf: string; by?: string | undefined; groups?: string[] | undefined }

/**
 * The figures of a ledger as of a day. `by` is `township`, `unit` (the first office field that the report groups by), `desk` (the desk in charge, likewise)
 * or such a field;
 * `groups` names groups that are told even when empty. Only records whose report duty had opened by that day count.
 */
export function figures(ledger: Ledger, facts: Iterable<Facts>, question: Question): Figures {
  const counting = tally(ledger, question)
  for (const each of facts) counting.add(each)
  return counting.result()
}

/** The same, one record at a time, for reading a long list in pages. */
export function tally(ledger: Ledger, { asOf, by, groups = [] }: Question): { add: (facts: Facts) => void; result: () => Figures } {
  const field = by === undefined ? undefined : groupField(ledger, by)
  const total = empty(ledger)
  const parts = new Map(groups.map((id) => [id, empty(ledger)]))
  const capped = capping(ledger, asOf)
  return {
    add: (facts) => {
      if (facts.since > asOf) return
      count(total, facts, asOf)
      capped.add('', facts)
      if (field === undefined) return
      const values = facts.by[field] ?? []
      for (const id of values.length > 0 ? values : [NO_GROUP]) {
        const part = parts.get(id) ?? empty(ledger)
        parts.set(id, part)
        count(part, facts, asOf)
        capped.add(id, facts)
      }
    },
    result: () => ({
      asOf,
      total: told(capped.cut('', total)),
      groups: [...parts]
        .map(([id, part]) => ({ id, total: capped.graded(field, told(capped.cut(id, part))) }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    }),
  }
}

/** Takes from each group's sum what one person's kind of a year has over its cap. */
function capping({ report = {} }: Ledger, asOf: Day) {
  const { caps } = report
  const sums = new Map<string, Map<string, { n: number; most: number }>>()
  const add = (group: string, { cap, sums: told }: Facts): void => {
    const sum = caps && told[caps.sum]
    if (!cap || !sum || sum.on > asOf) return
    const kinds = sums.get(group) ?? new Map<string, { n: number; most: number }>()
    sums.set(group, kinds.set(cap.of, { n: (kinds.get(cap.of)?.n ?? 0) + sum.n, most: cap.most }))
  }
  const cut = (group: string, sum: Sum): Sum => {
    if (!caps) return sum
    const over = [...(sums.get(group)?.values() ?? [])].reduce((all, { n, most }) => all + Math.max(0, n - most), 0)
    return { ...sum, sums: { ...sum.sums, [caps.sum]: rounded((sum.sums[caps.sum] ?? 0) - over) } }
  }
  const graded = (field: string | undefined, total: Total): Total => {
    const steps = caps?.grades && field === caps.per ? [...caps.grades].sort((a, b) => b.from - a.from) : []
    const grade = steps.find(({ from }) => (total.sums[caps?.sum ?? ''] ?? 0) >= from)?.is
    return grade === undefined ? total : { ...total, grade }
  }
  return { add, cut, graded }
}

/** The field that a grouping means, undefined when the ledger does not group by it. */
export function groupField(ledger: Ledger, by: string): string | undefined {
  const fields = ledger.report?.by ?? []
  if (by === 'township' || fields.includes(by)) return by
  if (by === 'desk') return deskFields(ledger).find((key) => fields.includes(key))
  if (by !== 'unit') return undefined
  return fields.find((key) => {
    const field = ledger.fields[key]
    return (field?.kind === 'office' || field?.kind === 'offices') && field.of === 'unit'
  })
}

/** Adds one record to figures as of a day from which it counts. */
export function count(sum: Sum, facts: Facts, asOf: Day): void {
  if (facts.ended !== undefined) {
    sum.ended += 1
    return
  }
  sum.records += 1
  sum[bucket(facts, asOf)] += 1
  for (const [field, { is, on }] of Object.entries(facts.counts)) {
    if (on > asOf) continue
    const options = sum.counts[field] ?? {}
    sum.counts[field] = options
    for (const option of is) options[option] = (options[option] ?? 0) + 1
  }
  for (const [field, { n, on }] of Object.entries(facts.sums)) if (on <= asOf) sum.sums[field] = rounded((sum.sums[field] ?? 0) + n)
  for (const [rate, { of, over }] of Object.entries(facts.rates)) {
    const fraction = sum.rates[rate]
    if (!fraction || over === null || over > asOf) continue
    fraction.den += 1
    if (of !== null && of <= asOf) fraction.num += 1
  }
}

/** Whether a record meets a rate of its ledger's report (or `onTime`) as of a day; null where it does not count in it. */
export function meets(facts: Facts, rate: string, asOf: Day): boolean | null {
  if (facts.ended !== undefined || facts.since > asOf) return null
  if (rate === 'onTime') {
    const is = bucket(facts, asOf)
    return is === 'onTime' ? true : is === 'late' || is === 'overdue' ? false : null
  }
  const { of = null, over = null } = facts.rates[rate] ?? {}
  return over === null || over > asOf ? null : of !== null && of <= asOf
}

/** Where a record stands as of a day. Done on its day is on time; a duty without a day can never be overdue. */
function bucket({ owed }: Facts, asOf: string): Bucket {
  const duty = owed.findLast((each) => each.openedOn <= asOf)
  if (!duty || duty.dueOn === null) return 'noDeadline'
  if (duty.doneOn !== undefined && duty.doneOn <= asOf) return duty.doneOn <= duty.dueOn ? 'onTime' : 'late'
  return duty.dueOn < asOf ? 'overdue' : 'notDue'
}

/** Figures of nothing: every choice that is counted stands at 0. */
export function empty(ledger: Ledger): Sum {
  const { counts = [], sums = [], rates = {} } = ledger.report ?? {}
  return {
    records: 0,
    onTime: 0,
    late: 0,
    overdue: 0,
    notDue: 0,
    noDeadline: 0,
    ended: 0,
    counts: Object.fromEntries(counts.map((field) => [field, Object.fromEntries(counted(ledger, field).map((option) => [option, 0]))])),
    sums: Object.fromEntries(sums.map((field) => [field, 0])),
    rates: Object.fromEntries(Object.keys(rates).map((rate) => [rate, { num: 0, den: 0 }])),
  }
}

/** The values by which a field is counted. */
function counted(ledger: Ledger, key: string): string[] {
  const field = ledger.fields[key]
  return field?.kind === 'yesno' ? ['yes', 'no'] : Object.keys(optionsOf(field, ledger.fields) ?? {})
}

/** Figures as they are told. */
export function told(sum: Sum): Total {
  const { onTime, late, overdue, notDue, rates, counts } = sum
  const rate = (fraction: Fraction): Fraction | null => (fraction.den === 0 ? null : fraction)
  const flat: { [option: string]: number } = {}
  for (const options of Object.values(counts))
    for (const [option, n] of Object.entries(options)) if (!Object.hasOwn(flat, option)) flat[option] = n
  return {
    ...flat,
    ...sum,
    open: overdue + notDue,
    rates: {
      onTime: rate({ num: onTime, den: onTime + late + overdue }),
      ...Object.fromEntries(Object.entries(rates).map(([key, fraction]) => [key, rate(fraction)])),
    },
  }
}

/** Amounts of money and the like: added up in any order, they come to the same. */
export function rounded(n: number): number {
  return Math.round(n * 1e6) / 1e6
}
