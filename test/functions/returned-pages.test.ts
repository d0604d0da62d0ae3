import { beforeAll, describe, expect, test } from 'vitest'
import { type Client, openHouse, uploaded } from './api-house.ts'

let house: Awaited<ReturnType<typeof openHouse>>
const as: Record<string, Client> = {}
let id = ''

beforeAll(async () => {
  house = await openHouse('2026-07-08')
  for (const name of ['county', 'leader', 'xinan', 'tanggou', 'water', 'housing']) as[name] = await house.as(name)
  const data = { title: '修路', body: '路坏了。', deputies: ['张三'] }
  let { body } = await client('xinan')('POST', '/api/records/suggestions', { body: { data } })
  id = String(body.id)
  const steps = [
    ['xinan', 'submit', {}],
    ['county', 'register', {}],
    ['county', 'assign', { lead: 'water' }],
  ] as const
  for (const [who, transition, given] of steps) {
    const headers = { 'if-match': `"${body.version}"` }
    ;({ body } = await client(who)('POST', `/api/records/suggestions/${id}/events`, { headers, body: { transition, given } }))
  }
  expect(body.state).toBe('assigned')
})

const client = (name: string) => as[name] as Client
const path = () => `/api/returned-pages/suggestions/${id}`

/** A picture that somebody uploaded. */
async function page(who: string): Promise<string> {
  const announced = await client(who)('POST', '/api/files', { body: { name: '交办单 纸件.png', type: 'image/png', size: 4 } })
  expect((await uploaded(announced, Buffer.from('page'))).status).toBeLessThan(300)
  return String(announced.body.id)
}

describe('a page that bears a record’s code', () => {
  test('tells whoever handles the record which it is, and is attached by an event that takes nothing away', async () => {
    expect((await client('water')('GET', path())).body).toMatchObject({ heading: '修路', township: 'xinan', possible: true })
    const [first, second] = [await page('water'), await page('xinan')]
    expect((await client('water')('POST', path(), { body: { files: [first] } })).body.data).toMatchObject({ files: [first] })
    const both = await client('xinan')('POST', path(), { body: { files: [second] } })
    expect(both.body.data).toMatchObject({ files: [first, second] })
    const { data = [] } = (await client('county')('GET', `/api/records/suggestions/${id}/events`)).body
    expect(data.at(-1)).toMatchObject({ transition: 'scan', by: { office: { kind: 'township', id: 'xinan' } }, said: {} })
    expect((await client('county')('GET', `/api/files/${first}`)).status).toBe(302)
  })

  test('is attached once under one key, however often it is sent', async () => {
    const body = { files: [await page('water')] }
    const headers = { 'idempotency-key': 'once' }
    const [one, again] = [
      await client('water')('POST', path(), { headers, body }),
      await client('water')('POST', path(), { headers, body }),
    ]
    expect([one.status, again.status]).toEqual([200, 200])
    expect(again.body.version).toBe(one.body.version)
  })

  test('of another township is refused by one sentence, whether or not there is such a record', async () => {
    const files = [await page('tanggou')]
    for (const address of [path(), '/api/returned-pages/suggestions/r00000000000000000000']) {
      const asked = await client('tanggou')('GET', address, { headers: { 'accept-language': 'zh' } })
      expect([asked.status, asked.body.detail]).toEqual([404, '这张纸上的编码不属于您能看到的事项。请核对纸件，或交给县人大办。'])
      expect((await client('tanggou')('POST', address, { body: { files } })).status).toBe(404)
    }
  })

  test('is not for who only reads, and takes no file of somebody else', async () => {
    expect((await client('leader')('GET', path())).body).toMatchObject({ possible: false, why: expect.any(String) })
    expect((await client('leader')('POST', path(), { body: { files: [await page('water')] } })).status).toBe(403)
    const strange = await client('xinan')('POST', path(), { body: { files: [await page('housing')] } })
    expect(strange.status).toBe(422)
    expect(strange.body.errors).toMatchObject([{ path: 'files.0' }])
  })

  test('is refused by a record that was cancelled', async () => {
    const { version } = (await client('county')('GET', `/api/records/suggestions/${id}`)).body
    const headers = { 'if-match': `"${version}"` }
    const body = { transition: 'cancel', given: { reason: '重复' } }
    expect((await client('county')('POST', `/api/records/suggestions/${id}/events`, { headers, body })).status).toBe(200)
    expect((await client('county')('POST', path(), { body: { files: [await page('county')] } })).status).toBe(409)
  })
})
