import { beforeAll, expect, it } from 'vitest'
import { type Client, openHouse } from './api-house.ts'

let county: Client
let xinan: Client

beforeAll(async () => {
  const house = await openHouse()
  county = await house.as('county')
  xinan = await house.as('xinan')
})

const torn = '关于修桥\r\n和修路\t的建议'
const whole = '关于修桥 和修路 的建议'

it('a title is one line when it is stored, by creation and by edit, and its text keeps its paragraphs', async () => {
  const made = await xinan('POST', '/api/records/suggestions', {
    body: { data: { title: torn, body: '第一段\r\n第二段', deputies: ['张\n一'] } },
  })
  expect(made.body).toMatchObject({ heading: whole, data: { title: whole, body: '第一段\n第二段', deputies: ['张 一'] } })
  const patch = { headers: { 'if-match': '"1"' }, body: { data: { title: `新的${torn}` } } }
  expect((await xinan('PATCH', `/api/records/suggestions/${made.body.id}`, patch)).body).toMatchObject({ data: { title: `新的${whole}` } })
})

it('names of offices, people, days and files are one line', async () => {
  const office = { id: 'newbureau', kind: 'unit', name: { zh: '县\n水务局', en: 'Water\tBureau' }, phone: '0518\n123' }
  const made = await county('POST', '/api/offices', { body: office })
  expect(made.body).toMatchObject({ name: { zh: '县 水务局', en: 'Water Bureau' }, phone: '0518 123' })
  const renamed = await county('PATCH', '/api/offices/unit/newbureau', { body: { name: { zh: '县\n水利局', en: 'W\nR' } } })
  expect(renamed.body).toMatchObject({ name: { zh: '县 水利局', en: 'W R' } })
  const person = { name: '李\n强', email: 'new@duban.test', role: 'liaison', office: { kind: 'unit', id: 'newbureau' } }
  const account = await county('POST', '/api/accounts', { body: person })
  expect([account.status, account.body.name]).toEqual([201, '李 强'])
  expect((await county('PATCH', `/api/accounts/${account.body.id}`, { body: { name: '李\t强' } })).body.name).toBe('李 强')
  for (const name of ['\n', '\u2028 \u200b'])
    expect((await county('POST', '/api/accounts', { body: { ...person, email: 'x@duban.test', name } })).status).toBe(422)
  const { version } = (await county('GET', '/api/county-settings')).body
  const days = { off: [{ day: '2026-05-06', name: '县\n庆' }] }
  expect((await county('PUT', '/api/county-settings', { headers: { 'if-match': `"${version}"` }, body: days })).body).toMatchObject({
    off: [{ name: '县 庆' }],
  })
  const file = await county('POST', '/api/files', { body: { name: '附\n件.pdf', type: 'application/pdf', size: 10 } })
  expect(file.status).toBe(201)
  const { fileById } = await import('../../functions/store/files.ts')
  const { systemScope } = await import('../../functions/store/system-scope.ts')
  expect(await fileById(systemScope(), String(file.body.id))).toMatchObject({ name: '附 件.pdf' })
})

it('a label of the county’s own ledger is one line', async () => {
  const { version } = (await county('GET', '/api/ledgers/stations')).body
  const asked = { headers: { 'if-match': `"${version}"` }, body: { patch: { label: { zh: '代表\n之家' } } } }
  expect((await county('PUT', '/api/ledgers/stations', asked)).body).toMatchObject({ ledger: { label: { zh: '代表 之家' } } })
  expect((await county('GET', '/api/ledgers/stations')).body).toMatchObject({ ledger: { label: { zh: '代表 之家' } } })
})
