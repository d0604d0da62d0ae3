import { beforeAll, expect, test } from 'vitest'
import { eachRecord } from '../../../functions/store/each.ts'
import { readEvents } from '../../../functions/store/events.ts'
import { newId } from '../../../functions/store/keys.ts'
import { takenNumbers } from '../../../functions/store/records.ts'
import { storeRows } from '../../../functions/transact/rows.ts'
import { createRecord, take } from '../../../functions/transact.ts'
import { world } from '../../../functions/world.ts'
import { create } from '../../../shared/engine/creation.ts'
import { edit } from '../../../shared/engine/edit.ts'
import type { Moved } from '../../../shared/engine/moved.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { countsOf, county, gather, newCounty, on, recordOf, suggestion, township } from '../store/county.ts'

const day = '2026-03-02'
beforeAll(newCounty)

async function row(title: string): Promise<Moved> {
  const moved = create(
    suggestions,
    { id: newId('r', new Date()), township: 'xinan', data: { title, body: '旧册' } },
    county,
    day,
    await world(),
  )
  if (isRefusal(moved)) throw new Error(moved.sentence.en)
  return moved
}

const numbers = Array.from({ length: 120 }, (_, at) => `2026-${String(at + 1).padStart(4, '0')}`)

test('many rows are stored together with the numbers they bring, and repeats are told', async () => {
  const rows = await Promise.all(numbers.map(async (number) => ({ moved: await row(number), number })))
  expect(new Set(await storeRows(county, suggestions, rows, on(day)))).toEqual(new Set(['stored']))
  const found = await gather(eachRecord(county, suggestions, { sort: 'number' }, day))
  expect(found.map(({ data, number }) => [data.title, number])).toEqual(numbers.map((number) => [number, number]))
  const again = await Promise.all(['2026-0007', '2026-0500'].map(async (number) => ({ moved: await row(number), number })))
  expect(await storeRows(county, suggestions, again, on(day))).toEqual(['number', 'stored'])
  expect((await countsOf(county, suggestions, { q: '旧册' }, day)).total).toBe(121)
})

test('a register goes on after the imported numbers, without a gap', async () => {
  const next = await Promise.all([1, 2, 3].map((at) => suggestion('bailu', `新${at}`, 'registered', day)))
  expect(next.map(({ number }) => number).sort()).toEqual(['2026-0121', '2026-0122', '2026-0123'])
})

test('a row changed meanwhile is told and nothing of it is stored', async () => {
  const draft = recordOf(await createRecord(township('xinan'), 'suggestions', { data: { title: '旧', body: '旧' } }, {}, on(day)))
  const changed = edit(suggestions, draft, { title: '新' }, township('xinan'), day, await world()) as Moved
  recordOf(await take(township('xinan'), 'suggestions', draft.id, { transition: 'submit', given: {} }, 1, on(day)))
  const fresh = await row('一同')
  expect(await storeRows(county, suggestions, [{ before: draft, moved: changed }, { moved: fresh }], on(day))).toEqual(['stale', 'stored'])
  const events = (await readEvents(county, 'suggestions', draft.id)) ?? []
  expect(events.map(({ transition }) => transition)).toEqual(['create', 'submit'])
  expect((await readEvents(county, 'suggestions', fresh.record.id))?.[0]?.transition).toBe('create')
})

test('rows without a number take the next of the register', async () => {
  const rows = await Promise.all(Array.from({ length: 30 }, async (_, at) => ({ moved: { ...(await row(`无号${at}`)), numbers: true } })))
  await storeRows(county, suggestions, rows, on(day))
  const wanted = Array.from({ length: 30 }, (_, at) => `2026-${String(124 + at).padStart(4, '0')}`)
  expect(await takenNumbers(county, 'suggestions', wanted)).toEqual(new Set(wanted))
})
