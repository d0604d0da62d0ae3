import { beforeAll, expect, test, vi } from 'vitest'
import { definition, definitions } from '../../functions/catalogue.ts'
import { changeCountySettings, readCountySettings } from '../../functions/store/settings.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { takeOverPiece } from '../../functions/work/take-over.ts'
import { world } from '../../functions/world.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { type Ask, at, township as office, today } from '../bench/house.ts'
import { exams } from '../shared/small-ledgers.ts'
import { countsOf, county, newCounty, on, projected, township } from './store/county.ts'

// What one process publishes or changes, another goes by at once. Time stands still: nothing is forgotten by its age.
let clerk: Ask
beforeAll(async () => {
  await newCounty()
  Object.assign(process.env, { ORIGIN: 'http://localhost:3000', STAGE: 'local', TODAY: today })
  vi.spyOn(performance, 'now').mockImplementation(() => 0)
  const { handler } = await import('../../functions/http.ts')
  clerk = await at(handler as never, office('xinan'))
  // Whatever it reads when it is first needed is this process's too.
  await step('submit', (await born()).id, 1)
  await Promise.all([definitions(systemScope()), world()])
})

const born = async () =>
  JSON.parse((await clerk('POST', '/api/records/suggestions', { data: { title: '桥', body: '修桥', deputies: ['张三'] } })).body)

const step = async (transition: string, id: string, version: number) =>
  JSON.parse((await clerk('POST', `/api/records/suggestions/${id}/events`, { transition, given: {} }, { 'if-match': `"${version}"` })).body)

/** What another process keeps: the same modules a second time, which know nothing of what this one has read. */
async function elsewhere() {
  const again = (name: string) => import(/* @vite-ignore */ `../../functions/${name}.ts?elsewhere`)
  const [catalogue, changes] = await Promise.all([again('catalogue'), again('world')])
  return { ...(catalogue as typeof import('../../functions/catalogue.ts')), ...(changes as typeof import('../../functions/world.ts')) }
}

test('who acts goes by what another process has published and set up to then', async () => {
  const { saveDefinition, changedWorld } = await elsewhere()
  const made = await born()
  await saveDefinition(county, { key: 'suggestions', version: 1, patch: { duties: { register: { due: { workdays: 1 } } } } }, new Date())
  await changeCountySettings(county, { off: [{ day: '2026-06-11', name: '县庆' }] }, 0)
  await changedWorld()
  const [duty] = (await step('submit', made.id, 1)).duties
  expect([duty.key, duty.why.length, duty.dueOn]).toEqual(['register', { workdays: 1 }, '2026-06-12'])
})

test('long work goes by it from the first piece on that is begun after it', async () => {
  const { saveDefinition, changedWorld } = await elsewhere()
  await Promise.all([definitions(systemScope()), world()])
  await saveDefinition(county, { key: 'suggestions', version: 2, patch: { duties: { register: { due: { workdays: 2 } } } } }, new Date())
  const { version } = await readCountySettings()
  await changeCountySettings(county, { off: [{ day: '2026-06-15', name: '停工' }] }, version)
  await changedWorld()
  const met: unknown[] = []
  const piece = {
    key: { pk: 'guannan#WORK', sk: 'w1' },
    read: async () => ({ lease: 0 }),
    take: async () => ({ lease: 1 }),
    write: async () => {},
    isOpen: () => true,
    carryOn: async (job: { lease: number }) => {
      met.push((await definition(county, 'suggestions'))?.ledger.duties.register?.due, (await world()).calendar.off['2026-06-15'])
      return job
    },
  }
  await takeOverPiece(piece, () => on(today), 0)
  expect(met).toEqual([{ workdays: 2 }, '停工'])
})

test('records of a ledger that was published a moment ago are counted, whatever the projection knew before', async () => {
  vi.resetModules()
  const { saveDefinition } = await import('../../functions/catalogue.ts')
  const { createRecord } = await import('../../functions/transact.ts')
  await saveDefinition(
    county,
    { key: 'own-exams', version: 1, ledger: JSON.parse(JSON.stringify({ ...exams, key: 'own-exams' })) },
    new Date(),
  )
  const made = await createRecord(township('xinan'), 'own-exams', { data: { name: '第一场' } }, {}, on(today))
  expect(made).toHaveProperty('record')
  await projected()
  const ledger = (await definition(county, 'own-exams'))?.ledger as Ledger
  expect((await countsOf(county, ledger, {}, today)).total).toBe(1)
})
