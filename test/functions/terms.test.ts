import { beforeAll, expect, test } from 'vitest'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { withWayOut } from '../../shared/definition/way-out.ts'
import { type Body, type Client, openHouse } from './api-house.ts'

let county: Client
let xinan: Client
const label = (zh: string) => ({ zh, en: zh })
const motions = {
  key: 'motions',
  label: label('议案'),
  system: 30,
  level: 'township',
  number: { format: '{term}-{session}-{seq:2}', per: ['session'] },
  fields: { title: { kind: 'text', label: label('标题'), required: true } },
  states: { open: { label: label('进行'), phase: 'open' }, done: { label: label('完成'), phase: 'done' } },
  initial: 'open',
  born: { numbers: true },
  transitions: { finish: { label: label('完成'), from: ['open'], to: 'done', by: ['township'] } },
  duties: {},
  may: { create: ['anyTownship'], read: ['county', 'township'], edit: ['township'] },
  list: { columns: ['title'] },
}
const made: Body[] = []

/** Four motions: two in the fifth session of term 17, one in the sixth, one in the first session of term 18. */
beforeAll(async () => {
  const { as } = await openHouse()
  county = await as('county')
  xinan = await as('xinan')
  const published = await county('PUT', '/api/ledgers/motions', { body: { ledger: withWayOut(motions as unknown as Ledger) } })
  expect(published.status, published.text).toBe(200)
  for (const [term, session, titles] of [
    [17, 5, ['一', '二']],
    [17, 6, ['三']],
    [18, 1, ['四']],
  ] as const) {
    expect((await county('POST', '/api/sittings', { body: { term, session } })).status).toBe(201)
    for (const title of titles) made.push((await xinan('POST', '/api/records/motions', { body: { data: { title } } })).body)
  }
})

test('a new term stamps what is made from then on and numbers it anew; what there was stays', async () => {
  expect(made.map(({ number, term, session }) => [number, term, session])).toEqual([
    ['17-5-01', 17, 5],
    ['17-5-02', 17, 5],
    ['17-6-01', 17, 6],
    ['18-1-01', 18, 1],
  ])
  const first = await xinan('GET', `/api/records/motions/${made[0]?.id}`)
  expect(first.body).toMatchObject({ version: 1, number: '17-5-01', term: 17, session: 5 })
})

test('sessions follow each other; nobody but an administrator opens one, and the log says who did', async () => {
  const sittings = async () => (await county('GET', '/api/county-settings')).body.sittings
  const held = [
    { term: 17, session: 5, from: '2026-03-02' },
    { term: 17, session: 6, from: '2026-03-02' },
    { term: 18, session: 1, from: '2026-03-02' },
  ]
  expect(await sittings()).toEqual(held)
  for (const [term, session] of [
    [18, 1],
    [17, 7],
  ]) {
    const refused = await county('POST', '/api/sittings', { body: { term, session } })
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('第 18 届第 1 次')])
  }
  expect((await xinan('POST', '/api/sittings', { body: { term: 18, session: 2 } })).status).toBe(403)
  expect((await county('POST', '/api/sittings', { body: { term: 18 } })).status).toBe(422)
  expect(await sittings()).toEqual(held)
  const log = (await county('GET', '/api/log?kind=operation')).body.data ?? []
  expect(log.filter(({ what }) => what === 'county.term').map(({ about }) => about)).toEqual(['18-1', '17-6', '17-5'])
})

const asked: [string, string][] = [
  ['', '四三二一'],
  ['term=17', '三二一'],
  ['term=18', '四'],
  ['session=5', '二一'],
  ['term=17&session=6', '三'],
  ['term=17&year=2026&state=open&sort=number', '一二三'],
  ['term=17&q=二', '二'],
  ['term=17&township=xinan', '三二一'],
  ['term=3', ''],
]
test.each(asked)('lists, counts, figures and exports are asked %s', async (query, titles) => {
  for (const who of [county, xinan]) {
    for (const path of ['/api/records/motions', '/api/records']) {
      const list = await who('GET', `${path}?${query}`)
      expect(list.status, list.text).toBe(200)
      expect(list.body.data?.map(({ data }) => (data as unknown as { title: string }).title).join('')).toBe(titles)
    }
    const counted = query.replace(/&sort=\w+/, '')
    // Without a term the counters answer, which run behind the stream.
    if (query !== '') expect((await who('GET', `/api/counts/motions?${counted}`)).body.total).toBe(titles.length)
    const sheet = await who('GET', `/api/exports/motions?format=csv&${query}`)
    const text = sheet.text.includes('标题') ? sheet.text : Buffer.from(sheet.text, 'base64').toString()
    expect(text.match(/1[78]-\d-\d\d/g) ?? [], text).toHaveLength(titles.length)
  }
  const plain = query
    .split('&')
    .filter((pair) => /^(term|session|year|township)=/.test(pair))
    .join('&')
  if (!/q=|sort=/.test(query)) {
    const figures = await county('GET', `/api/figures/motions?asOf=2099-12-31&${plain}`)
    expect([figures.status, (figures.body.total as unknown as { records: number })?.records]).toEqual([200, titles.length])
  }
})

test('a term is a number', async () => {
  for (const query of ['term=x', 'term=0', 'session=100', 'session=-1'])
    expect((await county('GET', `/api/records/motions?${query}`)).status).toBe(422)
})
