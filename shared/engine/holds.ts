import { same } from '../canonical.ts'
import type { Condition, FieldCondition } from '../definition/condition.ts'
import type { Data, LedgerRecord, Value } from '../record.ts'
import type { Sitting } from '../sitting.ts'
import type { Kin } from '../world.ts'
import { outcomeOf } from './poll.ts'

/** What conditions are judged on: the record's data with what was given, its duties, its kin, the day and the person acting. */
export type Judged = {
  record: Pick<LedgerRecord, 'duties' | 'took'> & Partial<Pick<LedgerRecord, 'id' | 'ledger' | 'term' | 'createdAt'>>
  data: Data
  kin: Kin
  today: string
  person: string
  sittings?: Sitting[] | undefined
}

/** True when every condition holds; a list is "and". */
export function holds(conditions: Condition[] | undefined, judged: Judged): boolean {
  return (conditions ?? []).every((condition) => one(condition, judged))
}

function one(condition: Condition, judged: Judged): boolean {
  if ('any' in condition) return condition.any.some((each) => one(each, judged))
  if ('field' in condition) return ofField(condition, judged.data, judged.today)
  if ('duty' in condition)
    return (
      judged.record.duties.some((duty) => duty.key === condition.duty && (duty.state === 'open' || duty.state === 'paused')) ===
      condition.open
    )
  if ('parent' in condition) return judged.kin.parent !== undefined && condition.parent.includes(judged.kin.parent.state)
  if ('termOver' in condition) return isOver(judged)
  if ('polled' in condition) return outcomeOf(judged.kin.parent?.data?.[condition.polled], judged.record.id) === condition.is
  if ('parentTook' in condition) {
    const step = judged.data[condition.parentTook.slice(1)]
    const took = typeof step === 'string' ? judged.kin.parent?.took?.[step] : undefined
    return took !== undefined && judged.record.duties.every(({ openedOn }) => took.on >= openedOn)
  }
  if ('newer' in condition) return (judged.kin.siblings ?? []).some((other) => follows(other, condition.newer, judged))
  if ('named' in condition) {
    const id = [judged.data[condition.named] ?? []].flat()[0]
    return (judged.kin.named ?? []).some((other) => other.id === id && condition.in.includes(other.state))
  }
  if ('notBy' in condition) return judged.record.took[condition.notBy]?.person !== judged.person
  const wanted = condition.in
  const meant = (child: LedgerRecord) => holds(condition.where, { ...judged, record: child, data: child.data })
  const children = judged.kin.children.filter((child) => child.ledger === condition.children && meant(child))
  const within = children.filter((child) => {
    if (wanted !== 'closed') return wanted.includes(child.state)
    const phase = judged.kin.phases(child.ledger, child.state)
    return phase === 'done' || phase === 'void'
  })
  const inside = within.length
  if (condition.sum !== undefined) {
    const total = within.reduce((sum, { data }) => sum + Number(data[condition.sum ?? ''] ?? 0), 0)
    return compares(total, condition.atLeast, judged.data, (a, b) => a >= b)
  }
  if (condition.count === 'some') return inside > 0
  if (condition.count === 'none') return inside === 0
  return children.length > 0 && inside === children.length
}

/** What is born in this very step has no instant yet: it is the newest. */
function follows(other: LedgerRecord, fields: string[], { record, data }: Judged): boolean {
  if (other.id === record.id || other.ledger !== record.ledger || !record.createdAt) return false
  const later = !other.createdAt || other.createdAt > record.createdAt
  return later && fields.every((key) => same(other.data[key] ?? null, data[key] ?? null))
}

/** A session that began today can still be taken back: what it ends, ends from the day after. */
function isOver({ record, today, sittings = [] }: Judged): boolean {
  const term = sittings.findLast(({ from }) => from < today)?.term
  return record.term !== undefined && term !== undefined && record.term < term
}

function ofField(condition: FieldCondition, data: Data, today: string): boolean {
  const value = data[condition.field] ?? null
  const { is, not, filled, past, reached } = condition
  if (is !== undefined && !among(value, is)) return false
  if (not !== undefined && among(value, not)) return false
  if (filled !== undefined && (empty(value) ? filled : !filled)) return false
  if (past !== undefined && (typeof value !== 'string' || value < today !== past)) return false
  if (reached !== undefined && (typeof value !== 'string' || value <= today !== reached)) return false
  return (
    compares(value, condition.atLeast, data, (a, b) => a >= b) &&
    compares(value, condition.atMost, data, (a, b) => a <= b) &&
    compares(value, condition.above, data, (a, b) => a > b) &&
    compares(value, condition.below, data, (a, b) => a < b)
  )
}

function among(value: Value, wanted: unknown): boolean {
  const list = Array.isArray(wanted) ? wanted : [wanted]
  if (Array.isArray(value))
    return value.some((each) => list.some((want) => same(each, want))) || (value.length === 0 && list.includes(null))
  return list.some((want) => same(value, want))
}

/** A list is compared by its length. An empty side never holds. */
function compares(
  value: Value,
  bound: number | string | undefined,
  data: Data,
  compare: (a: number | string, b: number | string) => boolean,
): boolean {
  if (bound === undefined) return true
  const left = measure(value)
  const right = typeof bound === 'number' ? bound : measure(data[bound.slice(1)] ?? null)
  if (left === null || right === null || typeof left !== typeof right) return false
  return compare(left, right)
}

/** What two sides are compared by: a number, a text (a day), the length of a list; null when empty. */
export function measure(value: Value): number | string | null {
  if (Array.isArray(value)) return value.length
  return typeof value === 'number' || (typeof value === 'string' && value !== '') ? value : null
}

/** Empty: absent, null, blank text or a list without members. */
export function empty(value: Value | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
