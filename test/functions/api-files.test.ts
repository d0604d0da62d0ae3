import { beforeAll, expect, test } from 'vitest'
import { disposition } from '../../functions/files/disposition.ts'
import { fileById } from '../../functions/store/files.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { type Client, openHouse, uploaded } from './api-house.ts'

let county: Client
let xinan: Client
let tanggou: Client
let water: Client
let leader: Client
const hello = Buffer.from('%PDF-1.7 你好')
const facts = { name: '现场照片.pdf', type: 'application/pdf', size: hello.length }

beforeAll(async () => {
  const house = await openHouse()
  ;[county, xinan, tanggou, water, leader] = (await Promise.all(['county', 'xinan', 'tanggou', 'water', 'leader'].map(house.as))) as [
    Client,
    Client,
    Client,
    Client,
    Client,
  ]
})

test('a file goes up by a form, hangs on a record, and comes down for whoever reads that record', async () => {
  const announced = await xinan('POST', '/api/files', { body: facts })
  expect(announced.status, announced.text).toBe(201)
  expect((await uploaded(announced, hello)).status).toBeLessThan(300)
  const { id } = announced.body
  expect((await tanggou('GET', `/api/files/${id}`)).status).toBe(404)
  expect((await county('GET', `/api/files/${id}`)).status).toBe(404)
  const record = await xinan('POST', '/api/records/suggestions', { body: { data: { title: '有附件', body: '见附件。', files: [id] } } })
  expect(record.body.files, record.text).toEqual([{ id, ...facts, by: 'xinan 某', at: expect.any(String) }])
  const got = await county('GET', `/api/files/${id}`)
  expect(got.status).toBe(302)
  const down = await fetch(got.headers.location ?? '')
  expect([down.status, Buffer.from(await down.arrayBuffer())]).toEqual([200, hello])
  expect(down.headers.get('content-disposition')).toContain(`filename*=UTF-8''${encodeURIComponent(facts.name)}`)
  expect((await tanggou('GET', `/api/files/${id}`)).status).toBe(404)
  expect((await water('GET', `/api/files/${id}`)).status).toBe(404)
  expect((await leader('GET', `/api/files/${id}`)).status).toBe(302)
})

test('an upload form overwrites nothing that is on a record, however often it is sent', async () => {
  const announced = await xinan('POST', '/api/files', { body: facts })
  const { id } = announced.body
  await uploaded(announced, Buffer.from('%PDF-1.7 先传'))
  // Until it hangs on a record the upload is the uploader's own, to send again.
  await uploaded(announced, hello)
  const record = await xinan('POST', '/api/records/suggestions', { body: { data: { title: '附件', body: '见附件。', files: [id] } } })
  expect(record.status, record.text).toBe(201)
  const other = Buffer.from('%PDF-1.7 再见')
  await uploaded(announced, other)
  const bytes = async () => Buffer.from(await (await fetch((await county('GET', `/api/files/${id}`)).headers.location ?? '')).arrayBuffer())
  expect(await bytes()).toEqual(hello)
  const headers = { 'if-match': `"${record.body.version}"` }
  await xinan('PATCH', `/api/records/suggestions/${record.body.id}`, { headers, body: { data: { title: '改', files: [id] } } })
  expect(await bytes()).toEqual(hello)
})

test('the name of a file reads as it is written, in the list and when it comes down', async () => {
  const turned = '照片\u202egpj.\u2066\u200f\u2069pdf'
  const { body, status } = await xinan('POST', '/api/files', { body: { name: turned, type: 'application/pdf', size: 5 } })
  expect(status).toBe(201)
  expect(await fileById(systemScope(), String(body.id))).toMatchObject({ name: '照片gpj.pdf' })
  // What an earlier release stored too.
  expect(disposition(turned)).toBe(`attachment; filename="__gpj.pdf"; filename*=UTF-8''${encodeURIComponent('照片gpj.pdf')}`)
})

test('a form takes no field that its policy does not name', async () => {
  const announced = await xinan('POST', '/api/files', { body: facts })
  const { fields } = announced.body.upload as { fields: Record<string, string> }
  fields['x-amz-storage-class'] = 'GLACIER'
  expect((await uploaded(announced, hello)).status).toBe(403)
  fields.key = String(fields.key).replace('uploads/', 'files/')
  expect((await uploaded(announced, hello)).status).toBe(403)
})

test('nobody hangs somebody else’s file on his own record, or one that does not exist', async () => {
  const { id } = (await xinan('POST', '/api/files', { body: facts })).body
  const stolen = await tanggou('POST', '/api/records/suggestions', {
    body: { data: { title: '偷', body: '偷', files: [id, 'f0000000000000000'] } },
  })
  expect([stolen.status, stolen.body.errors?.map((error) => error.path)]).toEqual([422, ['data.files.0', 'data.files.1']])
  expect((await tanggou('GET', `/api/files/${id}`)).status).toBe(404)
})

test('what no upload was ever called is refused where it stands, alone and beside others', async () => {
  for (const files of [['nofile'], ['', 'f1'], ['../../etc'], ['f00000000000000000', 'x'.repeat(60)]]) {
    const answer = await xinan('POST', '/api/records/suggestions', { body: { data: { title: '附件', body: '见附件。', files } } })
    const paths = files.map((_, at) => `data.files.${at}`)
    expect([answer.status, answer.body.errors?.map(({ path }) => path)], answer.text).toEqual([422, expect.arrayContaining(paths)])
  }
})

test('a file that never arrived hangs on no record', async () => {
  const announced = await xinan('POST', '/api/files', { body: facts })
  const hang = () =>
    xinan('POST', '/api/records/suggestions', { body: { data: { title: '附件', body: '见附件。', files: [announced.body.id] } } })
  expect((await hang()).body.errors).toEqual([{ path: 'data.files.0', message: '文件没有送达。请重新上传。' }])
  expect((await xinan('GET', `/api/files/${announced.body.id}`)).body).toMatchObject({ status: 404, detail: '文件没有送达。请重新上传。' })
  await uploaded(announced, hello)
  expect((await hang()).status).toBe(201)
})

test('a file taken off a record is no longer given to its readers', async () => {
  const announced = await xinan('POST', '/api/files', { body: facts })
  await uploaded(announced, hello)
  const { id } = announced.body
  const record = await xinan('POST', '/api/records/suggestions', { body: { data: { title: '换附件', body: '换', files: [] } } })
  const change = (version: unknown, files: unknown[]) =>
    xinan('PATCH', `/api/records/suggestions/${record.body.id}`, { headers: { 'if-match': `"${version}"` }, body: { data: { files } } })
  const held = await change(record.body.version, [id])
  expect((await county('GET', `/api/files/${id}`)).status, held.text).toBe(302)
  await change(held.body.version, [])
  expect((await county('GET', `/api/files/${id}`)).status).toBe(404)
  expect((await xinan('GET', `/api/files/${id}`)).status).toBe(302)
})

test('programs, giants and empty files are refused, and so is a body that is not what was announced', async () => {
  const status = async (body: object) => (await xinan('POST', '/api/files', { body: { ...facts, ...body } })).status
  expect(await status({ name: 'virus.exe', type: 'application/x-msdownload' })).toBe(415)
  expect(await status({ name: 'page.html', type: 'text/html' })).toBe(415)
  expect(await status({ name: 'page.pdf', type: 'text/html' })).toBe(415)
  expect(await status({ size: 21 * 1024 * 1024 })).toBe(413)
  expect(await status({ size: 0 })).toBe(422)
  expect((await leader('POST', '/api/files', { body: facts })).status).toBe(403)
  const announced = await xinan('POST', '/api/files', { body: { ...facts, size: 3 } })
  expect((await uploaded(announced, hello)).status).toBeGreaterThanOrEqual(400)
})

test('papers of an act hang on the record beside what was there, and open for whoever may read the event, even when the record lets them go', async () => {
  const sent = async (who: Client, name: string) => {
    const announced = await who('POST', '/api/files', { body: { ...facts, name } })
    await uploaded(announced, hello)
    return String(announced.body.id)
  }
  const first = await sent(xinan, '建议原件.pdf')
  const made = await xinan('POST', '/api/records/suggestions', { body: { data: { title: '有复函', body: '见附件。', files: [first] } } })
  const address = `/api/records/suggestions/${made.body.id}`
  const take = (who: Client, version: unknown, transition: string, given: object = {}) =>
    who('POST', `${address}/events`, { headers: { 'if-match': `"${version}"` }, body: { transition, given } })
  await take(xinan, 1, 'submit')
  await take(county, 2, 'register')
  await take(county, 3, 'assign', { lead: 'water' })
  await take(water, 4, 'accept')
  const letter = await sent(water, '答复函（盖章）.pdf')
  const answered = await take(water, 5, 'answer', { reply: '已列入计划。', result: 'B', files: [letter] })
  expect([answered.status, names(answered)]).toEqual([200, ['建议原件.pdf', '答复函（盖章）.pdf']])
  const events = await xinan('GET', `${address}/events`)
  expect(events.body.data?.at(-1)).toMatchObject({ changes: { files: { old: [first], new: [first, letter] } } })
  expect(names(events)).toEqual(['建议原件.pdf', '答复函（盖章）.pdf'])
  expect((await xinan('GET', `/api/files/${letter}`)).status).toBe(302)
  expect((await tanggou('GET', `/api/files/${letter}`)).status).toBe(404)

  const less = await county('PATCH', address, { headers: { 'if-match': '"6"' }, body: { data: { files: [] } } })
  expect(less.status, less.text).toBe(200)
  const after = await xinan('GET', `${address}/events`)
  expect(names(after)).toEqual(['答复函（盖章）.pdf'])
  // What the act brought is part of what happened; what a form brought is the record's, and went with it.
  expect((await xinan('GET', `/api/files/${letter}`)).status).toBe(302)
  expect((await water('GET', `/api/files/${first}`)).status).toBe(404)
})

const names = ({ body }: { body: object }) => (body as { files: { name: string }[] }).files.map(({ name }) => name)
