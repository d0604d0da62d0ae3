import { beforeAll, describe, expect, test } from 'vitest'
import type { Client } from './api-house.ts'
import { download, openRegister, wordsIn } from './sheets-house.ts'

let house: Awaited<ReturnType<typeof openRegister>>['house']
let county: Client
let ids: { [number: string]: string }

beforeAll(async () => {
  ;({ house, county, ids } = await openRegister())
})

const made = (client: Client, paper: string, body: object = {}) => client('POST', `/api/reports/suggestions/${paper}`, { body })
/** The lead unit of an item answers it. */
async function answered(number = '2026-0002', unit = 'housing'): Promise<void> {
  const housing = await house.as(unit)
  const path = `/api/records/suggestions/${ids[number]}`
  const { version } = (await housing('GET', path)).body
  const given = { reply: '已通水。', result: 'A' }
  const headers = { 'if-match': `"${version}"` }
  expect((await housing('POST', `${path}/events`, { headers, body: { transition: 'answer', given } })).status).toBe(200)
}

describe('a report', () => {
  test('for the same day is made once, and stays the same to the byte after its records changed', async () => {
    const first = await made(county, 'bulletin')
    expect(first.status, first.text).toBe(201)
    expect(first.body).toMatchObject({ day: '2026-07-08', count: 3, number: { word: '人大办通报', year: 2026, no: 1 } })
    const bytes = (await download(county, `/api/reports/${first.body.id}/file`)).bytes
    expect(wordsIn(bytes)).toMatch(/人大办通报〔2026〕1号.*共3件/s)
    await answered()
    const again = await made(county, 'bulletin')
    expect([again.status, again.body.id, again.body.hash]).toEqual([200, first.body.id, first.body.hash])
    expect((await download(county, `/api/reports/${first.body.id}/file`)).bytes.equals(bytes)).toBe(true)
    const whole = (await county('GET', `/api/reports/${first.body.id}`)).body as unknown as { of: { id: string; changed: boolean }[] }
    expect(whole.of.filter(({ changed }) => changed).map(({ id }) => id)).toEqual([ids['2026-0002']])
  })

  test('of a day gone by tells records as they stood then, each figure with its records', async () => {
    const then = await made(county, 'bulletin', { day: '2026-07-07', year: 2026 })
    expect(then.status, then.text).toBe(422)
    const now = await made(county, 'bulletin', { year: 2026 })
    const whole = (await county('GET', `/api/reports/${now.body.id}`)).body as unknown as { of: { number: string; by: object }[] }
    expect(whole.of.map(({ number, by }) => [number, by])).toEqual([
      ['2026-0001', { result: ['A'], satisfaction: ['satisfied'], ...met('accomplished', 'satisfied', 'content') }],
      ['2026-0002', { result: ['A'], ...met('accomplished') }],
      ['2026-0003', {}],
    ])
    expect(now.body.number).toMatchObject({ no: 2 })
  })

  test('stands in the book of papers under its number, and is found again among the reports', async () => {
    const book = (await county('GET', '/api/papers?year=2026')).body
    expect(book.data).toMatchObject([
      { word: '人大办通报', no: 1, report: true },
      { no: 2, report: true },
    ])
    expect((await county('GET', '/api/reports')).body.data).toHaveLength(2)
  })

  test('of a township holds its own items only, and is for nobody else', async () => {
    const tanggou = await house.as('tanggou')
    const own = await made(tanggou, 'register')
    expect(own.body).toMatchObject({ count: 2 })
    for (const name of ['xinan', 'county', 'water'])
      expect((await (await house.as(name))('GET', `/api/reports/${own.body.id}`)).status, name).toBe(404)
    expect((await made(await house.as('leader'), 'register')).status).toBe(403)
    expect((await made(tanggou, 'register', { ids: [ids['2026-0001']] })).status).toBe(422)
  })

  test('is refused for a day to come, and where the paper is of one item', async () => {
    expect((await made(county, 'register', { day: '2026-07-09' })).status).toBe(422)
    expect((await made(county, 'handover')).status).toBe(422)
    expect((await made(county, 'constructor')).status).toBe(404)
  })

  test('of a day gone by tells its items as they stood then, and the next one says what changed since', async () => {
    const ids3 = Object.values(ids)
    const then = await onDay('2026-07-09', async () => {
      await answered('2026-0003', 'water')
      const past = await made(county, 'register', { day: '2026-07-08', ids: ids3 })
      const now = await made(county, 'register', { ids: ids3.slice(1) })
      return { past, now }
    })
    expect(then.past.status, then.past.text).toBe(201)
    const words = wordsIn((await download(county, `/api/reports/${then.past.body.id}/file`)).bytes)
    expect(words).toContain('截至2026年7月8日，共3件')
    const [past, now] = await Promise.all(
      [then.past, then.now].map(async ({ body }) => (await county('GET', `/api/reports/${body.id}`)).body as unknown as Whole),
    )
    expect(past?.of.map(({ state }) => state)).toEqual(['closed', 'answered', 'handling'])
    expect(now?.of.map(({ state }) => state)).toEqual(['answered', 'answered'])
    expect(now?.since).toMatchObject({ day: '2026-07-08', added: [], changed: [ids['2026-0003']], gone: [{ number: '2026-0001' }] })
  })
})

/** Rates that an item meets, as its report counts it. */
const met = (...rates: string[]) => Object.fromEntries(rates.map((rate) => [`rate.${rate}`, ['over', 'of']]))

type Whole = { of: { state: string }[]; since?: object }

async function onDay<T>(day: string, act: () => Promise<T>): Promise<T> {
  const before = process.env.TODAY
  process.env.TODAY = day
  try {
    return await act()
  } finally {
    process.env.TODAY = before
  }
}
