import { beforeAll, expect, test } from 'vitest'
import { type Client, openHouse } from './api-house.ts'

let call: Client
let county: Client
let xinan: Client

beforeAll(async () => {
  const house = await openHouse()
  call = house.call
  county = await house.as('county')
  xinan = await house.as('xinan')
})

const problem = (status: number) => ({ type: expect.any(String), title: expect.any(String), status, detail: expect.stringMatching(/。$/) })

test('health and the document need no session, everything else does', async () => {
  expect((await call('GET', '/api/health')).body).toEqual({ ok: true })
  const document = await call('GET', '/api/openapi.json')
  expect(document.body.openapi).toBe('3.1.0')
  expect(Object.keys(document.body.paths as object)).toEqual(
    expect.arrayContaining(['/api/records/{ledger}/{id}/events', '/api/deadline', '/api/session', '/api/duties']),
  )
  for (const path of ['/api/ledgers', '/api/records/suggestions', '/api/offices', '/api/settings', '/api/session']) {
    const answer = await call('GET', path)
    expect(answer.body, path).toEqual(problem(401))
    expect(answer.headers['content-type']).toContain('application/problem+json')
  }
})

test('health tells administrators how the platform fares, and nobody else', async () => {
  expect((await county('GET', '/api/health')).body).toEqual({ ok: true, figures: { unsent: 0, underway: expect.any(Number), bounced: 0 } })
  expect((await xinan('GET', '/api/health')).body).toEqual({ ok: true })
  expect((await call('GET', '/api/health', { cookie: 'duban=nonsense' })).body).toEqual({ ok: true })
  const { putProof } = await import('../../functions/store/proofs.ts')
  const faults = [{ kind: 'lost' as const, office: 'unit:water', to: 'water', reminders: 1 }]
  await putProof({ date: '2026-02-27', at: '2026-02-27T00:31:00Z', duties: 4, sent: 3, planned: 0, suppressed: 1, mails: 2, faults })
  const morning = { date: '2026-02-27', at: '2026-02-27T00:31:00Z', sent: 3, planned: 0, suppressed: 1, faults: 1 }
  expect((await county('GET', '/api/health')).body).toMatchObject({ figures: { morning } })
})

test('every answer forbids caching, sniffing and framing and names the request', async () => {
  for (const path of ['/api/health', '/api/nothing', '/api/session']) {
    const { headers } = await call('GET', path)
    expect(headers, path).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-request-id': expect.stringMatching(/^[0-9A-F]{8}$/),
    })
    expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'")
  }
})

test('an address that is none is 404, a method that it lacks 405 with those it has', async () => {
  expect((await county('GET', '/api/nothing')).body).toEqual(problem(404))
  expect((await county('GET', '/api/records/suggestions/r1/events/more')).status).toBe(404)
  const put = await county('PUT', '/api/records/suggestions')
  expect([put.status, put.headers.allow]).toEqual([405, 'GET, POST'])
})

test('bodies are refused for type, size and form before anybody reads them', async () => {
  const post = (raw: string, headers = {}) => county('POST', '/api/records/suggestions', { raw, headers })
  expect((await post('title=x', { 'content-type': 'application/x-www-form-urlencoded' })).body).toEqual(problem(415))
  expect((await post(`{"data":{"body":"${'水'.repeat(200_000)}"}}`)).body).toEqual(problem(413))
  for (const raw of [
    '{"data":',
    'null',
    '[]',
    '"x"',
    '5',
    '{"data":{"title":"\\ud800"}}',
    '{"data":{"title":"a\\u0000b"}}',
    `${'['.repeat(500)}${']'.repeat(500)}`,
    '{"__proto__":{"x":1}}',
    '',
  ]) {
    const answer = await post(raw)
    expect([answer.status, answer.body.errors?.length], raw.slice(0, 40)).toEqual([422, expect.any(Number)])
  }
})

test('what cannot be kept is named by its place, and a form or a type that is wrong says what is taken', async () => {
  const post = (raw: string) => county('POST', '/api/records/suggestions', { raw })
  const place = async (raw: string) => (await post(raw)).body.errors?.map(({ path }) => path)
  expect(await place('{"data":{"title":"a","deputies":["\\ud800"]}}')).toEqual(['data.deputies.0'])
  expect(await place('{"data":{"progress":1e300}}')).toEqual(['data.progress'])
  const keyed = await county('POST', '/api/records/suggestions', { body: { data: {} }, headers: { 'idempotency-key': 'a b' } })
  expect(keyed.body.errors).toEqual([{ path: 'idempotency-key', message: 'Idempotency-Key 为 1 到 200 个可见字符。' }])
  const upload = (type: string, raw: string) => county('POST', '/api/imports/suggestions', { raw, headers: { 'content-type': type } })
  expect((await upload('multipart/form-data; boundary=b', '--b\r\n')).body.errors?.length).toBe(1)
  expect((await upload('text/csv', 'a,b')).body.detail).toBe('请用 multipart/form-data 或 application/json 发送。')
})

test('every fault of a question is named at once, unknown parameters too', async () => {
  const answer = await county(
    'GET',
    '/api/records/suggestions?limit=0&year=abc&overdue=maybe&dueBefore=2026-02-30&colour=red&township=A&q=x',
  )
  expect(answer.status).toBe(422)
  expect(answer.body.errors?.map((error) => error.path).sort()).toEqual(['colour', 'dueBefore', 'limit', 'overdue', 'township', 'year'])
  const offices = await county('GET', '/api/records/suggestions?township=atlantis&unit=sorcery&sort=colour')
  expect(offices.body.errors?.map((error) => error.path).sort()).toEqual(['sort', 'township', 'unit'])
  const paths = async (address: string) => (await county('GET', address)).body.errors?.map(({ path }) => path).sort()
  const wrong = 'state=nope,never&township=atlantis&unit=sorcery&year=abc&colour=red'
  const named = ['colour', 'state', 'state', 'township', 'unit', 'year']
  expect(await paths(`/api/records/suggestions?${wrong}&sort=colour&limit=0`)).toEqual([...named, 'limit', 'sort'].sort())
  expect(await paths(`/api/records?${wrong}`)).toEqual(named)
  expect(await paths(`/api/counts/suggestions?${wrong}`)).toEqual(named)
  expect(await paths(`/api/exports/suggestions?${wrong}&format=pdf`)).toEqual([...named, 'format'].sort())
  expect(await paths('/api/figures/suggestions?asOf=today&by=title&unit=sorcery')).toEqual(['asOf', 'by', 'unit'])
  expect((await county('GET', '/api/records/nothing?year=abc')).status).toBe(404)
  expect((await county('GET', '/api/session?x=1')).body.errors).toEqual([{ path: 'x', message: '没有这一项。' }])
  expect((await county('GET', '/api/records/suggestions?state=draft&state=closed')).status).toBe(422)
})

test('every fault of a body is named at once with its path', async () => {
  const answer = await county('POST', '/api/accounts', {
    body: { name: '', email: 'no', role: 'king', office: { kind: 'unit' }, extra: 1 },
  })
  expect(answer.body.errors?.map((error) => error.path).sort()).toEqual(['email', 'extra', 'name', 'office.id', 'role'])
  const created = await county('POST', '/api/records/suggestions', {
    body: { township: 'xinan', data: { title: '', lead: 'water', colour: 'red', kind: 'x' } },
  })
  expect(created.status).toBe(422)
  expect(created.body.errors?.map((error) => error.path).sort()).toEqual([
    'data.body',
    'data.colour',
    'data.kind',
    'data.lead',
    'data.title',
  ])
})

test('what is of the wrong kind is not called missing', async () => {
  const messages = async (body: unknown) => (await call('POST', '/api/session', { body })).body.errors?.map(({ message }) => message)
  expect(await messages({ email: 5, password: ['x'] })).toEqual(['这里要写文字。', '这里只能写一个值。'])
  expect(await messages({ password: null })).toEqual(['这一项还没有填。', '这里要写文字。'])
  expect((await county('GET', '/api/records/suggestions?limit=5&limit=6')).body.errors).toEqual([
    { path: 'limit', message: '这里只能写一个值。' },
  ])
})

test('ids that could not be are answered like ids that are not', async () => {
  for (const id of ['R1', '%00', '..', 'a'.repeat(3000), '%E4%B8%80', "r1'--", 'r1%23x']) {
    const answer = await county('GET', `/api/records/suggestions/${id}`)
    expect(answer.status, id.slice(0, 20)).toBe(404)
  }
  expect((await county('GET', '/api/records/nothing')).status).toBe(404)
})

test('English is spoken to whoever asks for it', async () => {
  const answer = await call('GET', '/api/session', { headers: { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.8' } })
  expect(answer.body.detail).toBe('Your session has ended. Please sign in again.')
})

test('the deadline counts as the contract says', async () => {
  const ask = async (query: string) => (await xinan('GET', `/api/deadline?${query}`)).body
  expect(await ask('from=2026-03-02&months=3')).toEqual({ dueOn: '2026-06-02', skipped: [], worked: [], provisional: false })
  expect((await ask('from=2026-02-13&workdays=1')).dueOn).toBe('2026-02-14')
  expect((await ask('from=2026-12-31&workdays=3')).provisional).toBe(true)
  expect((await ask('from=2026-03-02')).errors?.length).toBe(1)
  expect((await ask('from=2026-03-02&days=1&months=1')).status).toBe(422)
  expect((await ask('from=2026-02-30&days=1e3')).errors?.map((error) => error.path)).toEqual(['from', 'days'])
  expect((await ask('')).errors?.map((error) => error.path)).toEqual(['from', 'workdays'])
  expect((await ask('from=2026-03-02&days=9999')).errors).toEqual([{ path: 'days', message: '要写 0 到 3660 的整数。' }])
  for (const from of ['9999-12-31', '0000-01-01', '1899-12-31', '2200-01-01'])
    expect(
      (await ask(`from=${from}&days=1`)).errors?.map((error) => error.path),
      from,
    ).toEqual(['from'])
})

test('settings are each person’s own', async () => {
  expect((await xinan('PUT', '/api/settings', { body: { language: 'en', views: [{ name: '超期' }] } })).status).toBe(200)
  expect((await xinan('GET', '/api/settings')).body).toEqual({ language: 'en', views: [{ name: '超期' }] })
  expect((await xinan('GET', '/api/session')).body.lang).toBe('en')
  expect((await county('GET', '/api/settings')).body).toEqual({})
  expect((await xinan('PUT', '/api/settings', { body: { language: 'fr' } })).body.errors?.[0]?.path).toBe('language')
})

test('the document is whole: every reference leads somewhere and every parameter says its type', async () => {
  const { body, text } = await call('GET', '/api/openapi.json')
  const names = Object.keys((body.components as { schemas: object }).schemas)
  const refs = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((found) => found[1])
  expect(refs.filter((ref) => !names.includes(String(ref)))).toEqual([])
  const paths = body.paths as Record<string, Record<string, { parameters?: { name: string; schema?: object }[]; responses: object }>>
  const untyped = Object.entries(paths).flatMap(([path, methods]) =>
    Object.values(methods).flatMap(({ parameters = [] }) =>
      parameters
        .filter(({ schema = {} }) => !('type' in schema || 'enum' in schema || '$ref' in schema || 'const' in schema))
        .map(({ name }) => `${path} ${name}`),
    ),
  )
  expect(untyped).toEqual([])
})

test('every address of the document is known where its first word leads', async () => {
  const { paths } = (await call('GET', '/api/openapi.json')).body as { paths: object }
  const answers = await Promise.all(
    Object.keys(paths).map(async (path) => [path, (await call('OPTIONS', path.replace(/\{\w+\}/g, 'x1'))).status]),
  )
  expect(answers.length).toBeGreaterThan(40)
  expect(answers.filter(([, status]) => status !== 405)).toEqual([])
})
