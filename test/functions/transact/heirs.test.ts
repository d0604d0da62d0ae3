import { beforeAll, expect, test } from 'vitest'
import { definition, saveDefinition } from '../../../functions/catalogue.ts'
import { eachRecord } from '../../../functions/store/each.ts'
import { refreshChanged } from '../../../functions/transact/refresh-changed.ts'
import { createRecord, take } from '../../../functions/transact.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Scope } from '../../../shared/scope.ts'
import { county, gather, newCounty, on, recordOf, township, unit } from '../store/county.ts'

const day = '2026-03-02'
const label = { zh: '字', en: 'Word' }
const text = { kind: 'text', label }

beforeAll(newCounty)

test('who reads by the parent reads the children from the moment he reads the parent, and another definition is followed by night', async () => {
  const plans = {
    key: 'plans',
    label,
    system: 9,
    fields: { title: { ...text, required: true }, unit: { kind: 'office', of: 'unit', label } },
    states: { open: { label, phase: 'open' }, over: { label, phase: 'done' } },
    initial: 'open',
    born: { creates: [{ ledger: 'steps', fill: { title: '@title' } }] },
    transitions: {
      give: { label, from: ['open'], by: ['county'], asks: ['unit'] },
      end: { label, from: ['open'], to: 'over', by: ['county'] },
    },
    duties: {},
    may: { create: ['county'], read: ['county', '@unit'], edit: ['county'] },
    list: { columns: ['title'] },
  }
  const steps = {
    key: 'steps',
    label,
    system: 9,
    part: true,
    fields: { title: { ...text, required: true } },
    states: { open: { label, phase: 'open' }, over: { label, phase: 'done' } },
    initial: 'open',
    transitions: { end: { label, from: ['open'], to: 'over', by: ['county'] } },
    duties: {},
    may: { create: [], read: ['parent'], edit: [] },
    list: { columns: ['title'] },
  }
  for (const ledger of [plans, steps]) await saveDefinition(county, { key: ledger.key, version: 1, ledger }, new Date())
  const made = recordOf(await createRecord(county, 'plans', { data: { title: '规划' } }, {}, on(day)))
  const titles = async (scope: Scope) => {
    const rules = (await definition(county, 'steps'))?.ledger as Ledger
    return (await gather(eachRecord(scope, rules, {}, day))).map(({ data }) => data.title)
  }
  expect(await titles(unit('water'))).toEqual([])
  recordOf(await take(county, 'plans', made.id, { transition: 'give', given: { unit: 'water' } }, 1, on(day)))
  expect(await titles(unit('water'))).toEqual(['规划'])
  recordOf(await take(county, 'plans', made.id, { transition: 'give', given: { unit: 'transport' } }, 2, on(day)))
  expect(await titles(unit('water'))).toEqual([])
  expect(await titles(unit('transport'))).toEqual(['规划'])
  await refreshChanged(on(day))
  const wider = { ...steps, may: { ...steps.may, read: ['parent', 'anyTownship'] } }
  await saveDefinition(county, { key: 'steps', version: 2, ledger: wider }, new Date())
  expect(await refreshChanged(on(day))).toBe(1)
  expect(await titles(township('bailu'))).toEqual(['规划'])
  expect(await refreshChanged(on(day))).toBe(0)
})
