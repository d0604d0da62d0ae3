import { beforeAll, expect, test } from 'vitest'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { withWayOut } from '../../shared/definition/way-out.ts'
import { PeopleAnswer } from '../../shared/wire.ts'
import { type Client, openHouse } from './api-house.ts'

let as: (name: string) => Promise<Client>
let county: Client
let xinan: Client
const label = (zh: string) => ({ zh, en: zh })
const errands = {
  key: 'errands',
  label: label('跑腿'),
  system: 30,
  level: 'township',
  fields: {
    place: { kind: 'text', label: label('地点'), required: true },
    helper: { kind: 'person', of: 'township', label: label('帮手') },
    quiet: { kind: 'person', of: 'unit', label: label('联系人'), seenBy: ['county'] },
  },
  states: { open: { label: label('进行'), phase: 'open' }, done: { label: label('完成'), phase: 'done' } },
  initial: 'open',
  transitions: { finish: { label: label('完成'), from: ['open'], to: 'done', by: ['township'] } },
  duties: {},
  may: { create: ['anyTownship'], read: ['county', 'township'], edit: ['township', 'county'] },
  list: { columns: ['place', 'helper'] },
}
const people = async (who: Client) => {
  const answer = await who('GET', '/api/people')
  expect([answer.status, PeopleAnswer.safeParse(answer.body).error], answer.text).toEqual([200, undefined])
  return (answer.body.data ?? []) as { id: string; name: string; office: { kind: string; id: string } }[]
}

beforeAll(async () => {
  ;({ as } = await openHouse())
  county = await as('county')
  xinan = await as('xinan')
})

test('the county names everybody, a township its own and its deputies, others those of their office', async () => {
  const offices = async (who: Client) => [...new Set((await people(who)).map(({ office }) => `${office.kind}:${office.id}`))].sort()
  expect(await offices(county)).toEqual(expect.arrayContaining(['county:county', 'deputy:deputy2', 'township:tanggou', 'unit:water']))
  expect(await offices(xinan)).toEqual(['deputy:deputy1', 'township:xinan'])
  expect(await offices(await as('water'))).toEqual(['unit:water'])
  expect(await offices(await as('deputy2'))).toEqual(['deputy:deputy2'])
})

test('nobody is told how people are reached', async () => {
  const told = ['id', 'name', 'office', 'post', 'posts']
  for (const one of await people(county)) expect(Object.keys(one).filter((key) => !told.includes(key))).toEqual([])
})

test('who has been disabled is not offered any more', async () => {
  const [gone] = (await people(county)).filter(({ office }) => office.id === 'transport')
  expect((await county('POST', `/api/accounts/${gone?.id}/disable`)).status).toBeLessThan(300)
  expect((await people(county)).map(({ id }) => id)).not.toContain(gone?.id)
})

test('a record tells the names of its people to those who see the field', async () => {
  const published = await county('PUT', '/api/ledgers/errands', { body: { ledger: withWayOut(errands as unknown as Ledger) } })
  expect(published.status, published.text).toBe(200)
  const find = async (id: string) => (await people(county)).find(({ office }) => office.id === id)
  const [helper, quiet] = await Promise.all([find('xinan'), find('water')])
  const made = await xinan('POST', '/api/records/errands', { body: { data: { place: '幸福村', helper: helper?.id } } })
  const change = { headers: { 'if-match': '"1"' }, body: { data: { quiet: quiet?.id } } }
  expect((await county('PATCH', `/api/records/errands/${made.body.id}`, change)).status).toBe(200)
  const named = ({ id, name }: { id?: string; name?: string } = {}) => ({ id, name })
  const seen = await county('GET', `/api/records/errands/${made.body.id}`)
  expect(seen.body.people).toEqual([named(helper), named(quiet)])
  expect((await xinan('GET', `/api/records/errands/${made.body.id}`)).body.people).toEqual([named(helper)])
  expect((await xinan('GET', '/api/records/errands')).body.data?.[0]?.people).toEqual([named(helper)])
})

test('nobody is named who has no account, whose account is disabled, or who works elsewhere', async () => {
  const find = async (id: string) => (await people(county)).find(({ office }) => office.id === id)?.id
  const [tanggou, transport] = await Promise.all([find('tanggou'), find('urban')])
  const accounts = (await county('GET', '/api/accounts')).body.data ?? []
  const gone = accounts.find(({ email }) => email === 'transport@duban.test')?.id
  const name = (data: object) => xinan('POST', '/api/records/errands', { body: { data: { place: '幸福村', ...data } } })
  for (const helper of ['p-nobody', gone, transport]) {
    const refused = await name({ helper })
    expect([helper, refused.status, refused.body.errors?.map(({ path }) => path)]).toEqual([helper, 422, ['data.helper']])
  }
  const made = await name({ helper: tanggou })
  expect(made.status, made.text).toBe(201)
  const change = (version: number, data: object) =>
    county('PATCH', `/api/records/errands/${made.body.id}`, { headers: { 'if-match': `"${version}"` }, body: { data } })
  expect((await change(1, { quiet: tanggou })).body.errors?.map(({ path }) => path)).toEqual(['data.quiet'])
  expect((await county('POST', `/api/accounts/${tanggou}/disable`)).status).toBeLessThan(300)
  expect((await change(1, { place: '团结村' })).status).toBe(200)
})
