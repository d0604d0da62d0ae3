import { beforeAll, describe, expect, test } from 'vitest'
import { definition, saveDefinition } from '../../../functions/catalogue.ts'
import { type ListQuery, listRecords } from '../../../functions/store/pages.ts'
import { readRecord } from '../../../functions/store/records.ts'
import { createRecord, take } from '../../../functions/transact.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Scope } from '../../../shared/scope.ts'
import { countsOf, county, leader, newCounty, on, projected, recordOf, township, unit } from './county.ts'

const label = { zh: '字', en: 'Word' }
const day = '2026-03-02'
/** A township's own until it is shared: then the desk of the county, every township and every unit read it too; in the end everybody. */
const notes = {
  key: 'notes',
  label,
  system: 9,
  fields: { title: { kind: 'text', label, required: true } },
  states: {
    own: { label, phase: 'draft' },
    shared: { label, phase: 'open' },
    out: { label, phase: 'done' },
  },
  initial: 'own',
  transitions: {
    share: { label, from: ['own'], to: 'shared', by: ['owner'] },
    publish: { label, from: ['shared'], to: 'out', by: ['owner'] },
  },
  duties: {},
  may: {
    create: ['anyTownship', 'county'],
    read: ['owner', { who: ['county:personnel', 'anyTownship', 'anyUnit'], in: ['shared'] }, { who: ['public'], in: ['out'] }],
    edit: ['owner'],
  },
  list: { columns: ['title'] },
}

const clerk: Scope = { ...county, person: 'p-clerk', role: 'county' }
const personnel: Scope = { ...clerk, person: 'p-personnel', desks: ['personnel'] }
let ledger: Ledger

async function note(scope: Scope, title: string, steps: string[]): Promise<void> {
  const made = recordOf(await createRecord(scope, 'notes', { data: { title } }, {}, on(day)))
  for (const transition of steps) recordOf(await take(scope, 'notes', made.id, { transition, given: {} }, undefined, on(day)))
}

beforeAll(async () => {
  await newCounty()
  await saveDefinition(county, { key: 'notes', version: 1, ledger: notes }, new Date())
  ledger = (await definition(county, 'notes'))?.ledger as Ledger
  await note(township('xinan'), '一', [])
  await note(township('xinan'), '二', ['share'])
  await note(township('bailu'), '三', ['share'])
  await note(township('bailu'), '四', ['share', 'publish'])
  await note(clerk, '五', [])
  await projected()
})

const seen: [string, Scope, string][] = [
  ['a township: its own, and what is shared', township('xinan'), '一二三四'],
  ['another township', township('bailu'), '二三四'],
  ['a unit: what is shared', unit('water'), '二三四'],
  ['a county office without the desk', clerk, '四五'],
  ['the desk', personnel, '二三四五'],
  ['the administrator, at every desk', county, '二三四五'],
  ['the leader: everything', leader, '一二三四五'],
]

describe('a scope', () => {
  test.each(seen)('of %s', async (_, scope, titles) => {
    for (const query of [
      {},
      { limit: 1 },
      { sort: 'number' },
      { states: ['own', 'shared', 'out'] },
      { year: 2026 },
    ] satisfies ListQuery[]) {
      let found = ''
      let cursor: string | undefined
      do {
        const page = await listRecords(scope, ledger, { ...query, ...(cursor ? { cursor } : {}) }, day)
        if ('refused' in page) throw new Error(page.sentence.en)
        found += page.data.map(({ data }) => data.title).join('')
        cursor = page.next
        for (const record of page.data) expect(await readRecord(scope, 'notes', record.id)).toEqual(record)
      } while (cursor)
      expect([...found].sort((a, b) => '一二三四五'.indexOf(a) - '一二三四五'.indexOf(b)).join('')).toBe(titles)
    }
    expect((await countsOf(scope, ledger, {}, day)).total).toBe(titles.length)
    expect((await countsOf(scope, ledger, { q: '二' }, day)).total).toBe(titles.includes('二') ? 1 : 0)
  })
})
