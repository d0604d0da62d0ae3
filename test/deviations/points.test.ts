import { beforeAll, describe, expect, test } from 'vitest'
import { accounted, unknownTo } from '../../admin/ledger/record/unfiled.ts'
import { whosePlaces } from '../../functions/transact/whose.ts'
import { begin } from '../../functions/transact/work.ts'
import { parseLedger } from '../../shared/definition/gate.ts'
import type { Effects, Ledger } from '../../shared/definition/ledger.ts'
import { aboutDeputies } from '../../shared/definition/whose.ts'
import { creations } from '../../shared/engine/creations.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { county } from '../cast.ts'
import { openStage } from './stage.ts'

const today = '2026-03-02'
let stage: Awaited<ReturnType<typeof openStage>>

beforeAll(async () => {
  stage = await openStage(['county', 'xinan', 'tanggou', 'bailu', 'deputy1'], today)
})

type Entry = { state: string; township: string; data: { deputy: string[]; type: string } }
const entries = async (who: string, name: string) =>
  ((await stage.call(who)('GET', `/api/records/performance-entries?q=${encodeURIComponent(name)}`)).body.data as unknown as Entry[]).map(
    ({ state, township, data }) => `${data.deputy} ${data.type} ${township}${state === 'counted' ? '' : ` ${state}`}`,
  )
let made = 0
const registered = async (deputies: string[]): Promise<string> => {
  made += 1
  const id = await stage.makes('xinan', 'suggestions', { data: { title: `修${made}号路`, body: '路坏了', deputies } })
  await stage.does('xinan', 'suggestions', id, 'submit')
  await stage.does('county', 'suggestions', id, 'register')
  return id
}
const files = (township: string, ...names: string[]) =>
  Promise.all(names.map((name) => stage.makes(township, 'deputies', { data: { name: [name] } })))

test('while the county keeps no files everybody who is named gets his points, where the item stands', async () => {
  await registered(['孔一', '孔二'])
  expect(await Promise.all(['孔一', '孔二'].map((name) => entries('county', name)))).toEqual([
    ['孔一 suggestion xinan'],
    ['孔二 suggestion xinan'],
  ])
})

describe('once files are kept', () => {
  beforeAll(async () => {
    await files('xinan', '曹一', '曹同')
    await files('tanggou', '曹二', '曹同', '曹双')
    await files('bailu', '曹双', '曹去')
  })

  test('points stand under the deputy’s own township, whose list shows them, and those of a name without a file with the item', async () => {
    const id = await registered(['曹一', '曹二', '曹误'])
    expect(await Promise.all(['曹一', '曹二', '曹误'].map((name) => entries('county', name)))).toEqual([
      ['曹一 suggestion xinan'],
      ['曹二 suggestion tanggou'],
      ['曹误 suggestion xinan'],
    ])
    expect([await entries('tanggou', '曹二'), await entries('tanggou', '曹一')]).toEqual([['曹二 suggestion tanggou'], []])
    const { version } = await stage.read('suggestions', id)
    const undone = await stage.call('county')('POST', `/api/records/suggestions/${id}/undo`, {
      headers: { 'if-match': `"${version}"` },
      body: { reason: '名字写错了' },
    })
    expect(undone.status, undone.text).toBe(200)
    expect([await entries('county', '曹一'), await entries('county', '曹二')]).toEqual([
      ['曹一 suggestion xinan struck'],
      ['曹二 suggestion tanggou struck'],
    ])
    await stage.does('county', 'suggestions', id, 'register')
    expect([await entries('county', '曹一'), await entries('county', '曹二')]).toEqual([
      ['曹一 suggestion xinan'],
      ['曹二 suggestion tanggou'],
    ])
  })

  test('of namesakes the one of the item’s township is meant; where only others bear the name, none of them', async () => {
    await registered(['曹同', '曹双'])
    expect([await entries('county', '曹同'), await entries('county', '曹双')]).toEqual([
      ['曹同 suggestion xinan'],
      ['曹双 suggestion xinan'],
    ])
  })

  test('many names at once, who has ended, and who has an account alone, are found too', async () => {
    const [gone = ''] = await files('bailu', '曹终')
    await stage.does('county', 'deputies', gone, 'end', { cause: 'resigned', reason: '辞职' })
    await registered(['曹一', '曹二', '曹去', '曹终', '陈建国', '曹谁'])
    expect((await Promise.all(['曹去', '曹终', '陈建国', '曹谁'].map((name) => entries('county', name)))).flat()).toEqual([
      '曹去 suggestion bailu',
      '曹终 suggestion bailu',
      '陈建国 suggestion tanggou',
      '曹谁 suggestion xinan',
    ])
  })

  test('whatever ledger’s step makes something about deputies, it stands with each of them, and about a stranger with the item', async () => {
    const work = await begin(county, { now: new Date(), today })
    const rules = ledgers.flatMap((ledger) =>
      Object.entries(ledger.transitions).flatMap(([step, move]) =>
        [move, ...(move.branches ?? [])].flatMap(({ creates = [] }: Effects) => creates.map((rule) => ({ ledger, step, rule }))),
      ),
    )
    const about = rules.filter(({ rule }) => ledgers.find(({ key }) => key === rule.ledger)?.whose)
    expect(about.length).toBeGreaterThan(9)
    for (const { ledger, step, rule } of about) {
      const { when: _, ...always } = rule
      const names = ['曹一', '曹二', '曹误']
      const records = (rule.for ? [names] : names.map((name) => [name])).map((data) => item(ledger, data))
      const made = records.flatMap((record) => {
        const judged = { record, data: record.data, kin: { children: [], phases: () => undefined }, today, person: 'p' }
        return creations(record, step, [always], judged, today, work.world).map((creation) => ({ record, creation }))
      })
      const placed = await Promise.all(made.map(({ record, creation }) => whosePlaces(work, record, [creation])))
      // What a deputy's own file says is his.
      const expected = ['xinan', ledger.register ? 'xinan' : 'tanggou', 'xinan']
      expect(
        placed.flat().map(({ township }) => township),
        `${ledger.key} ${step}`,
      ).toEqual(expected)
    }
  })
})

/** A record of Xin'an in which every field of names has these. */
function item(ledger: Ledger, names: string[]): LedgerRecord {
  const fields = Object.entries(ledger.fields).filter(([, { kind }]) => kind === 'deputies' || kind === 'names')
  const data = Object.fromEntries(fields.map(([key]) => [key, names]))
  return {
    ledger: ledger.key,
    id: 'r1',
    township: 'xinan',
    version: 1,
    data,
    duties: [],
    createdBy: { name: '李强' },
  } as unknown as LedgerRecord
}

test('the page of an open item names those whom no file names', () => {
  const of = (key: string) => ledgers.find((ledger) => ledger.key === key) as Ledger
  const suggestions = of('suggestions')
  const data = { deputies: ['曹一', '曹误', '曹双'] }
  const [found, ...more] = accounted(suggestions, ledgers, { state: 'submitted', data })
  expect([found?.on.key, found?.names, more]).toEqual(['performance-entries', data.deputies, []])
  expect(accounted(suggestions, ledgers, { state: 'closed', data })).toEqual([])
  const known = (name: string, ...townships: string[]) => ({ name, townships, place: '', account: false })
  const register = [known('曹一', 'bailu'), known('曹双', 'bailu', 'tanggou')]
  expect(unknownTo(register, data.deputies, 'xinan')).toEqual(['曹误', '曹双'])
  expect(unknownTo(register, data.deputies, 'bailu')).toEqual(['曹误'])
  expect(ledgers.filter((ledger) => ledger.register && aboutDeputies(ledger, ledgers).length > 0)).toEqual([])
  expect(ledgers.filter((ledger) => aboutDeputies(ledger, ledgers).length > 0).map(({ key }) => key)).toContain('group-activities')
})

test.each(['@what', '@meeting', '@nothing'])('a ledger that says whose its records are by %s is refused', (whose) => {
  for (const ledger of ledgers.filter((each) => each.whose !== undefined)) {
    const judged = parseLedger(JSON.parse(JSON.stringify({ ...ledger, whose })))
    expect('faults' in judged && judged.faults.map(({ path }) => path)).toEqual(['whose'])
  }
})
