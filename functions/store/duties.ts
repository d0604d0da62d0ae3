import type { Duty, Holder } from '../../shared/duty.ts'
import { sits } from '../../shared/engine/seats.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import type { OpenDuty } from './duty-items.ts'
import { keys, type Ref } from './keys.ts'
import { merge, type Placed } from './merge.ts'
import { EVERYBODY } from './parts.ts'
import { readMany } from './records.ts'
import { readDueKey } from './rows.ts'
import { type Item, keysPage, queryPage, type Range } from './table.ts'

type Owed = { duty: Duty; record: LedgerRecord }

/** The open duties of the caller's office and of himself, soonest first, those without a day last; 25 unless said, at most 100. */
export async function listDuties(
  scope: Scope,
  page: { limit?: number; cursor?: string },
): Promise<{ data: Owed[]; next?: string } | Refusal> {
  const after = page.cursor === undefined ? '' : Buffer.from(page.cursor, 'base64url').toString()
  if (page.cursor !== undefined && !/^\d{4}-\d\d-\d\d#/.test(after)) return torn()
  const limit = Math.min(100, Math.max(1, page.limit ?? 25))
  const found: Placed<OpenDuty>[] = []
  for await (const placed of own(scope, after, limit + 1)) {
    found.push(placed)
    if (found.length > limit) break
  }
  const shown = found.slice(0, limit)
  const records = new Map(
    (
      await readMany(
        scope,
        shown.map(({ entry }) => entry.record),
      )
    ).map((record) => [`${record.ledger}#${record.id}`, record]),
  )
  const data = shown.flatMap(({ entry }): Owed[] => {
    const record = records.get(`${entry.record.ledger}#${entry.record.id}`)
    const duty = record?.duties.find((each) => each.id === entry.duty.id && each.state === 'open')
    return record && duty ? [{ duty, record }] : []
  })
  const last = shown.at(-1)
  return { data, ...(found.length > limit && last ? { next: Buffer.from(last.place).toString('base64url') } : {}) }
}

/**
 * Where records lie that owe something on `day` or earlier, of all ledgers, soonest first: what the daily job walks. An open duty's day is no earlier than
 * its record's soonest.
 */
export async function* owingUntil(scope: Scope, day: string): AsyncGenerator<Ref> {
  let after: Range['after']
  do {
    const page = await keysPage<Item>({
      pk: keys.entriesAcross(scope, EVERYBODY),
      index: 'g6',
      to: `${day}~`,
      ...(after ? { after } : {}),
    })
    for (const { pk, g6sk } of page.items) yield readDueKey(pk, g6sk as string)
    after = page.next
  } while (after)
}

/** How many open duties an office holds; counted up to `most`. */
export async function countHeld(scope: Scope, holder: Holder, most = 1000): Promise<number> {
  let count = 0
  for await (const _ of held(scope, holder, '', most)) {
    count += 1
    if (count >= most) break
  }
  return count
}

async function* own(scope: Scope, after: string, about: number): AsyncGenerator<Placed<OpenDuty>> {
  const { kind, id } = scope.office
  const holders: Holder[] = [kind === 'county' ? { kind, id: 'county' } : { kind, id }, { kind: 'person', id: scope.person }]
  for await (const placed of merge(
    holders.map((holder) => held(scope, holder, after, about)),
    false,
  )) {
    if (sits(scope, placed.entry.duty.holder)) yield placed
  }
}

/** `about`: how many will be wanted. Where these were not enough, since other desks hold them, the rest is read as much at once as there is room for. */
async function* held(scope: Scope, holder: Holder, after: string, about: number): AsyncGenerator<Placed<OpenDuty>> {
  const range: Range = { pk: keys.holder(scope, holder), ...(after === '' ? {} : { from: after }) }
  let page = await queryPage<OpenDuty & Item>({ ...range, limit: about + 1 })
  for (;;) {
    for (const { sk, duty, record } of page.items) if (sk !== after) yield { place: sk, entry: { duty, record } }
    if (!page.next) return
    page = await queryPage<OpenDuty & Item>({ ...range, after: page.next })
  }
}

function torn(): Refusal {
  const message = { zh: '翻页标记不对，请从第一页开始。', en: 'This cursor is not one of ours; start again from the first page.' }
  return refuse('input', message, [{ path: 'cursor', code: 'bad', message }])
}
