import { beforeAll, describe, expect, test } from 'vitest'
import { readEvents } from '../../../functions/store/events.ts'
import { readRecord } from '../../../functions/store/records.ts'
import { brokenAt } from '../../../functions/store/seal.ts'
import { createRecord, editRecord, removeRecord, restoreRecord, take } from '../../../functions/transact.ts'
import { county, leader, newCounty, on, recordOf, suggestion, township, unit } from '../store/county.ts'

const day = '2026-03-02'

describe('a move', () => {
  beforeAll(newCounty)

  test('goes the whole way, and its events chain', async () => {
    const assigned = await suggestion('xinan', '修桥', 'assigned', day, { lead: 'water', co: ['education'] })
    expect(assigned).toMatchObject({ state: 'assigned', version: 4, number: '2026-0001' })
    expect(assigned.duties.filter(({ state }) => state === 'open').map(({ key, dueOn }) => [key, dueOn])).toEqual([
      ['accept', '2026-03-09'],
      ['coOpinion', '2026-04-02'],
      ['reply', '2026-06-02'],
    ])
    const events = (await readEvents(county, 'suggestions', assigned.id)) ?? []
    expect(events.map(({ transition, seq }) => [transition, seq])).toEqual([
      ['create', 1],
      ['submit', 2],
      ['register', 3],
      ['assign', 4],
    ])
    expect(brokenAt(events, assigned.secret)).toBe(null)
    expect(assigned.head).toBe(events[3]?.hash)
    const tampered = events.map((event) => (event.seq === 2 ? { ...event, on: '2026-03-01' } : event))
    expect(brokenAt(tampered, assigned.secret)).toBe(2)
  })

  test('is refused by role before version, by version before state, by state before input', async () => {
    const draft = await suggestion('xinan', '先后', 'draft', day)
    const submit = (scope: typeof county, version: number, transition = 'submit') =>
      take(scope, 'suggestions', draft.id, { transition, given: { x: 1 } }, version, on(day))
    expect(await submit(leader, 99)).toMatchObject({ status: 403 })
    expect(await submit(township('xinan'), 99)).toMatchObject({ stale: { version: 1 } })
    expect(await submit(county, 99, 'register')).toMatchObject({ stale: { version: 1 } })
    expect(await submit(county, 1, 'register')).toMatchObject({ status: 409 })
    expect(await submit(township('xinan'), 1)).toMatchObject({ status: 422, faults: [{ path: 'given.x', code: 'unasked' }] })
    expect(await submit(township('xinan'), 1, 'constructor')).toMatchObject({ status: 404 })
    expect((await readRecord(county, 'suggestions', draft.id))?.version).toBe(1)
  })

  test('of an outsider finds nothing, as if there were nothing', async () => {
    const draft = await suggestion('xinan', '别处', 'draft', day)
    expect(await take(township('bailu'), 'suggestions', draft.id, { transition: 'submit', given: {} }, 1, on(day))).toBe(null)
    expect(await editRecord(unit('water'), 'suggestions', draft.id, { title: 'x' }, 1, on(day))).toBe(null)
    expect(await take(county, 'nothing', draft.id, { transition: 'submit', given: {} }, 1, on(day))).toBe(null)
  })

  test('edits, deletes and restores a draft', async () => {
    const draft = await suggestion('tanggou', '草稿', 'draft', day)
    const edited = recordOf(await editRecord(township('tanggou'), 'suggestions', draft.id, { title: '改过' }, 1, on(day)))
    expect(edited).toMatchObject({ version: 2, data: { title: '改过' } })
    recordOf(await removeRecord(township('tanggou'), 'suggestions', draft.id, 2, on(day)))
    expect(await readRecord(township('tanggou'), 'suggestions', draft.id)).toBe(null)
    expect(await restoreRecord(township('bailu'), 'suggestions', draft.id, undefined, on(day))).toBe(null)
    const back = recordOf(await restoreRecord(township('tanggou'), 'suggestions', draft.id, 3, on(day)))
    expect(back).toMatchObject({ version: 4, state: 'draft' })
    expect(brokenAt((await readEvents(township('tanggou'), 'suggestions', draft.id)) ?? [], back.secret)).toBe(null)
  })

  test('too large for one item is refused, not a defect', async () => {
    const draft = await suggestion('tanggou', '很大', 'draft', day)
    const deputies = Array.from({ length: 100 }, (_, at) => `${at}${'名'.repeat(190)}`)
    const big = { body: '字'.repeat(5000), deputies }
    const edited = recordOf(await editRecord(township('tanggou'), 'suggestions', draft.id, big, 1, on(day)))
    expect(edited.version).toBe(2)
  })
})

describe('an idempotency key', () => {
  beforeAll(newCounty)
  const body = { data: { title: '路灯', body: '装路灯' } }

  test('answers the same record to the same body and refuses another body', async () => {
    const first = recordOf(await createRecord(township('xinan'), 'suggestions', body, { key: 'k1' }, on(day)))
    const again = recordOf(await createRecord(township('xinan'), 'suggestions', body, { key: 'k1' }, on(day)))
    expect(again.id).toBe(first.id)
    expect(await createRecord(township('xinan'), 'suggestions', { data: { title: '别的', body: 'x' } }, { key: 'k1' }, on(day))).toEqual({
      mismatch: true,
    })
    const other = recordOf(await createRecord(township('bailu'), 'suggestions', body, { key: 'k1' }, on(day)))
    expect(other.id).not.toBe(first.id)
  })

  test('creates one record when ten send it at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 10 }, () => createRecord(township('xinan'), 'suggestions', body, { key: 'k2' }, on(day))),
    )
    expect(new Set(all.map((outcome) => recordOf(outcome).id)).size).toBe(1)
  })
})

describe('twenty writers at once', () => {
  beforeAll(newCounty)

  test('on one record lose no update and break no chain', async () => {
    const draft = await suggestion('xinan', '争用', 'draft', day)
    const writers = Array.from({ length: 20 }, (_, at) =>
      editRecord(township('xinan'), 'suggestions', draft.id, { title: `第${at}` }, undefined, on(day)),
    )
    const titles = (await Promise.all(writers)).map((outcome) => recordOf(outcome).data.title)
    expect(new Set(titles).size).toBe(20)
    const record = await readRecord(county, 'suggestions', draft.id)
    const events = (await readEvents(county, 'suggestions', draft.id)) ?? []
    expect(record?.version).toBe(21)
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 21 }, (_, at) => at + 1))
    expect(brokenAt(events, record?.secret)).toBe(null)
    expect(new Set(events.slice(1).map(({ changes }) => changes.title?.new)).size).toBe(20)
  })

  test('with the same version let one through and show the others the present record', async () => {
    const draft = await suggestion('xinan', '同版本', 'draft', day)
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, at) => editRecord(township('xinan'), 'suggestions', draft.id, { title: `第${at}` }, 1, on(day))),
    )
    expect(all.filter((outcome) => outcome && 'record' in outcome)).toHaveLength(1)
    expect(all.filter((outcome) => outcome && 'stale' in outcome && outcome.stale.version === 2)).toHaveLength(19)
  })

  test('take numbers without a gap or a repeat', async () => {
    const submitted = await Promise.all(Array.from({ length: 20 }, (_, at) => suggestion('bailu', `编号${at}`, 'submitted', day)))
    const registered = await Promise.all(
      submitted.map(({ id, version }) => take(county, 'suggestions', id, { transition: 'register', given: {} }, version, on(day))),
    )
    const numbers = registered.map((outcome) => recordOf(outcome).number).sort()
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, at) => `2026-${String(at + 1).padStart(4, '0')}`))
  })
})
