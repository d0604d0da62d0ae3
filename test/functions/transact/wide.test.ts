import { beforeAll, expect, test } from 'vitest'
import { putOffice } from '../../../functions/store/offices.ts'
import { readOutbox } from '../../../functions/store/outbox.ts'
import { listRecords } from '../../../functions/store/pages.ts'
import { systemScope } from '../../../functions/store/system-scope.ts'
import { query } from '../../../functions/store/table.ts'
import { createRecord, editRecord, take } from '../../../functions/transact.ts'
import { forgetWorld } from '../../../functions/world.ts'
import { suggestions } from '../../../shared/ledgers/suggestions.ts'
import type { Scope } from '../../../shared/scope.ts'
import { county, gather, newCounty, on, projected, recordOf, township } from '../store/county.ts'

const day = '2026-03-02'
const names = Array.from({ length: 100 }, (_, at) => `代表${at}`)
const deputy = (at: number): Scope => ({
  person: `p-d${at}`,
  name: `代表${at}`,
  role: 'deputy',
  office: { kind: 'deputy', id: `d${at}` },
  township: 'xinan',
})

beforeAll(async () => {
  await newCounty()
  for (const at of names.keys())
    await putOffice({ id: `d${at}`, kind: 'deputy', name: { zh: `代表${at}`, en: `d${at}` }, township: 'xinan' })
  forgetWorld()
})

const sees = async (scope: Scope) =>
  ((await listRecords(scope, suggestions, {}, day)) as { data: { id: string; state: string }[] }).data.map(({ state }) => state)

test('a record of a hundred readers is found by each of them, and by none who no longer reads', async () => {
  const draft = recordOf(
    await createRecord(township('xinan'), 'suggestions', { data: { title: '百人', body: '联名', deputies: names } }, {}, on(day)),
  )
  expect(draft.readers).toHaveLength(102)
  for (const at of [0, 50, 99]) expect(await sees(deputy(at))).toEqual(['draft'])
  const moved = recordOf(await take(township('xinan'), 'suggestions', draft.id, { transition: 'submit', given: {} }, 1, on(day)))
  for (const at of [0, 50, 99]) expect(await sees(deputy(at))).toEqual(['submitted'])
  recordOf(await take(county, 'suggestions', draft.id, { transition: 'sendBack', given: { reason: '人太多' } }, moved.version, on(day)))
  recordOf(await editRecord(township('xinan'), 'suggestions', draft.id, { deputies: names.slice(0, 2) }, undefined, on(day)))
  expect(await sees(deputy(1))).toEqual(['draft'])
  for (const at of [2, 50, 99]) expect(await gather(query({ pk: `duban#L#suggestions#deputy:d${at}` }))).toEqual([])
  await projected()
  expect(await gather(readOutbox(systemScope(), new Date('2999-01-01')))).toEqual([])
})
