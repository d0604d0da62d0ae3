import { same } from '../../../shared/canonical.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Label } from '../../../shared/names.ts'
import type { LedgerRecord } from '../../../shared/record.ts'
import type { Scope } from '../../../shared/scope.ts'
import type { World } from '../../../shared/world.ts'
import type { Shown } from '../../data.ts'
import { isVoid } from '../acts.ts'
import { byField } from '../form/useAnswers.ts'

type MayOf = typeof import('../../../shared/engine/may.ts').may
/** One transition for several records: on which it is possible, and why not on the others. */
export type BulkAct = { key: string; can: Shown[]; cannot: { record: Shown; why?: Label | undefined }[] }

/**
 * What could be done with all the selected records at once, most useful first: transitions that are possible in one's own seat on at least one of them.
 * Acts that cannot be taken back, and those on somebody's behalf, are taken one by one.
 */
export function bulkActs(may: MayOf, ledger: Ledger, records: Shown[], scope: Scope, today: string, world: World): BulkAct[] {
  const kin = { children: [], phases: () => undefined }
  const judged = records.map((record) => ({
    record,
    acts: may(ledger, { ...record, head: '', readers: [] } as unknown as LedgerRecord, scope, today, world, kin).transitions,
  }))
  const acts = Object.keys(ledger.transitions).map((key): BulkAct => {
    const found = judged.map(({ record, acts: each }) => ({ record, act: each.find((one) => one.key === key) }))
    const own = (act: (typeof found)[number]['act']) => act?.possible === true && !act.for
    return {
      key,
      can: found.filter(({ act }) => own(act)).map(({ record }) => record),
      cannot: found.filter(({ act }) => !own(act)).map(({ record, act }) => ({ record, why: act?.why })),
    }
  })
  return acts.filter(({ key, can }) => can.length > 0 && !isVoid(ledger, key)).sort((a, b) => b.can.length - a.can.length)
}

/** What became of one of many; `faults`: what of its answers was wrong, or of the item itself. */
export type Outcome = { now?: Shown; refused?: string; faults?: { path: string; message: string }[] }

/**
 * What is wrong with the answers, by field, where those that were tried first all say the same of the same fields: it is so for the others too. Undefined
 * where one of them went well, or says something of itself alone.
 */
export function wrongAnswers(tried: Outcome[], fields: string[]): Record<string, string> | undefined {
  const [first, ...others] = tried.map(({ faults = [] }) => byField(faults, fields))
  if (!first || Object.keys(first).every((field) => field === '')) return undefined
  return others.every((each) => same(each, first)) ? first : undefined
}

/** Drafts that another office is writing, as a deputy is: who may take the step for it is told whose they are before he does. */
export function writtenByOthers(ledger: Ledger, records: Shown[], { office }: Pick<Scope, 'office'>): Shown[] {
  const isDraft = ({ state }: Shown) => ledger.states[state]?.phase === 'draft'
  return records.filter(
    (record) => isDraft(record) && (record.createdBy.office.kind !== office.kind || record.createdBy.office.id !== office.id),
  )
}

/** One field that can be changed on many: on which records, by the same rules as one by one, and on which not. */
export type BulkField = { key: string; can: Shown[]; cannot: Shown[] }

const single = ['file', 'files', 'items', 'poll', 'ballot', 'record', 'computed', 'names', 'deputies']

/**
 * The fields that one may change now on at least one of the records, in the order of the form; what is an item's own (papers, parts, votes, who brought it) is
 * left out.
 */
export function editableIn(may: MayOf, ledger: Ledger, records: Shown[], scope: Scope, today: string, world: World): BulkField[] {
  const kin = { children: [], phases: () => undefined }
  const judged = records.map((record) => ({
    record,
    fields: may(ledger, { ...record, head: '', readers: [] } as unknown as LedgerRecord, scope, today, world, kin).fields,
  }))
  return Object.entries(ledger.fields).flatMap(([key, { kind, retired }]): BulkField[] => {
    const can = judged.filter(({ fields }) => fields.includes(key)).map(({ record }) => record)
    return single.includes(kind) || retired || can.length === 0 ? [] : [{ key, can, cannot: records.filter((each) => !can.includes(each)) }]
  })
}
