import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Faulty, faulty } from '../../faulty.ts'
import { partsHere } from '../../parts-here.ts'
import { type Client, cookieOf, frontSecret, openHouse, password } from '../api-house.ts'
import { linkTo } from './link.ts'
import { totp } from './totp.ts'

/** Signing in and out and the ways back in, whoever keeps the passwords. */
export function sessions(kept: 'cognito' | 'own'): void {
  let house: Awaited<ReturnType<typeof openHouse>>
  let call: Client
  let database: Faulty
  let pool: Faulty
  const signIn = (email: string, word = password, more = {}) => call('POST', '/api/session', { body: { email, password: word }, ...more })

  beforeAll(async () => {
    const parts = partsHere()
    ;[database, pool] = await Promise.all([faulty(parts.dynamo), faulty(parts.people)])
    house = await openHouse(undefined, undefined, { dynamo: database.endpoint, people: pool.endpoint }, kept)
    call = house.call
  })

  afterAll(() => {
    database.stop()
    pool.stop()
  })

  test('signing in answers the person and a cookie that scripts and other sites cannot use', async () => {
    const answer = await signIn('XINAN@duban.test')
    expect(answer.status, answer.text).toBe(200)
    expect(answer.body).toMatchObject({
      name: 'xinan 某',
      email: 'xinan@duban.test',
      role: 'clerk',
      office: { kind: 'township', id: 'xinan', name: { zh: 'xinan', en: 'xinan' } },
      today: '2026-03-02',
      lang: 'zh',
    })
    expect(answer.cookies[0]).toMatch(/^duban=p[0-9a-f]+\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    const who = await call('GET', '/api/session', { cookie: cookieOf(answer) })
    expect(who.body).toEqual(answer.body)
  })

  test('signing out ends the session, and again does no harm', async () => {
    const cookie = cookieOf(await signIn('xinan@duban.test'))
    expect((await call('DELETE', '/api/session', { cookie })).status).toBe(204)
    expect((await call('GET', '/api/session', { cookie })).status).toBe(401)
    expect((await call('DELETE', '/api/session', { cookie })).status).toBe(204)
  })

  test('an unknown address is answered like a wrong password, word for word', async () => {
    const [known, unknown] = await Promise.all([signIn('bailu@duban.test', 'wrong'), signIn('nobody@duban.test', 'wrong')])
    expect(known.status).toBe(401)
    expect(known.body.detail).toBe('邮箱或密码不对。再试 4 次后将锁定 15 分钟。')
    expect(unknown.body).toEqual(known.body)
  })

  test('a wrong password takes the same way for a known, an unknown and a disabled account', async () => {
    const county = await house.as('county')
    const { data = [] } = (await county('GET', '/api/accounts')).body
    const off = data.find(({ email }) => email === 'mengxingzhuang@duban.test')
    await county('POST', `/api/accounts/${off?.id}/disable`)
    const ways: [number, number, string][] = []
    for (const name of ['duigougang', 'nobody-at-all', 'mengxingzhuang']) {
      const before = [database.calls(), pool.calls()]
      const answer = await signIn(`${name}@duban.test`, 'Wrong-2026!')
      ways.push([database.calls() - (before[0] ?? 0), pool.calls() - (before[1] ?? 0), answer.text])
    }
    expect(ways[1]).toEqual(ways[0])
    expect(ways[2]).toEqual(ways[0])
  })

  test('five wrong passwords lock the account, for the right one too, even when they come at once', async () => {
    const at = new Date()
    const tries = await Promise.all(Array.from({ length: 12 }, () => signIn('sankou@duban.test', 'wrong', { at })))
    expect(tries.filter((answer) => answer.status === 401)).toHaveLength(4)
    expect(tries.filter((answer) => answer.status === 429)).toHaveLength(8)
    const right = await signIn('sankou@duban.test', password, { at })
    expect(right.status).toBe(429)
    expect(right.body.detail).toMatch(/^登录已锁定到 \d\d:\d\d。急用请联系县人大办。$/)
    expect(Number(right.headers['retry-after'])).toBeGreaterThan(800)
  })

  test('a lock holds up who guesses, and not the person elsewhere', async () => {
    const at = new Date()
    for (let n = 0; n < 5; n += 1) await signIn('zhangdian@duban.test', 'wrong', { at, ip: '198.51.100.1' })
    expect((await signIn('zhangdian@duban.test', password, { at, ip: '198.51.100.1' })).status).toBe(429)
    expect((await signIn('zhangdian@duban.test', password, { at, ip: '198.51.100.2' })).status).toBe(200)
  })

  test('each lock is twice as long as the one before, and forgotten after a quiet day', async () => {
    let at = new Date('2026-03-02T01:00:00Z')
    const ip = '198.51.100.3'
    const waits: number[] = []
    const locked = async () => {
      for (let n = 0; n < 5; n += 1) await signIn('tianlou@duban.test', 'wrong', { at, ip })
      const seconds = Number((await signIn('tianlou@duban.test', password, { at, ip })).headers['retry-after'])
      waits.push(Math.round(seconds / 60))
      at = new Date(at.getTime() + seconds * 1000 + 1000)
    }
    for (let n = 0; n < 6; n += 1) await locked()
    at = new Date(at.getTime() + 25 * 3_600_000)
    await locked()
    expect(waits).toEqual([15, 30, 60, 120, 240, 240, 15])
  })

  test('guesses from many places leave only browsers in that are known', async () => {
    const at = new Date()
    const before = await signIn('beichenji@duban.test', password, { at })
    const known = (before.cookies[1] ?? '').split(';')[0] ?? ''
    expect(known).toMatch(/^duban-known-p/)
    for (let n = 0; n < 60; n += 1) await signIn('beichenji@duban.test', 'wrong', { at, ip: `203.0.113.${Math.floor(n / 4)}` })
    expect((await signIn('beichenji@duban.test', password, { at, ip: '192.0.2.1' })).status).toBe(429)
    const again = await signIn('beichenji@duban.test', password, { at, ip: '192.0.2.1', cookie: known })
    expect(again.status).toBe(200)
    expect((await signIn('xinan@duban.test', 'wrong', { at, ip: '192.0.2.2', cookie: known })).status).toBe(401)
    expect((await signIn('beichenji@duban.test', password, { at, ip: '192.0.2.3', cookie: `${known.slice(0, -1)}x` })).status).toBe(429)
  })

  test('whoever proves himself by the link of a mail is held up no more, wherever he was', async () => {
    const at = new Date()
    for (let n = 0; n < 5; n += 1) await signIn('tanggou@duban.test', 'wrong', { at, ip: '198.51.100.9' })
    expect((await signIn('tanggou@duban.test', password, { at, ip: '198.51.100.9' })).status).toBe(429)
    await house.forgot('tanggou@duban.test')
    const set = { token: await tokenFor('tanggou@duban.test'), newPassword: 'Another-2026!' }
    expect((await call('POST', '/api/session/reset', { body: set })).status).toBe(204)
    expect((await signIn('tanggou@duban.test', 'Another-2026!', { ip: '198.51.100.9' })).status).toBe(200)
  })

  test('a disabled account is out on its next request and told so only after the right password', async () => {
    const county = await house.as('county')
    const cookie = cookieOf(await signIn('xinji@duban.test'))
    const accounts = await county('GET', '/api/accounts')
    const { id } = accounts.body.data?.find((account) => account.email === 'xinji@duban.test') ?? {}
    expect((await county('POST', `/api/accounts/${id}/disable`)).body).toMatchObject({ disabled: true })
    expect((await call('GET', '/api/session', { cookie })).status).toBe(401)
    expect((await signIn('xinji@duban.test', 'wrong')).status).toBe(401)
    const right = await signIn('xinji@duban.test')
    expect([right.status, right.body.detail]).toEqual([403, '账号已停用。请联系县人大办。'])
    expect((await county('POST', `/api/accounts/${id}/enable`)).body).toMatchObject({ disabled: false })
    expect((await signIn('xinji@duban.test')).status).toBe(200)
  })

  test('a forgotten password is set once with the link of the mail, and every session has ended', async () => {
    const cookie = cookieOf(await signIn('lijiji@duban.test'))
    const [known, unknown] = await Promise.all(['lijiji', 'nobody'].map((name) => house.forgot(`${name}@duban.test`)))
    expect([known?.status, known?.text]).toEqual([202, unknown?.text])
    const token = await tokenFor('lijiji@duban.test')
    const weak = await call('POST', '/api/session/reset', { body: { token, newPassword: 'short' } })
    expect(weak.body.errors).toEqual([
      { path: 'newPassword', message: '密码至少 10 个字符，要有大写字母、小写字母、数字和半角符号（如 - ! #），不能有空格。' },
    ])
    const both = await Promise.all([1, 2].map(() => call('POST', '/api/session/reset', { body: { token, newPassword: 'Another-2026!' } })))
    expect(both.map((answer) => answer.status).sort()).toEqual([204, 422])
    expect((await call('GET', '/api/session', { cookie })).status).toBe(401)
    expect((await signIn('lijiji@duban.test')).status).toBe(401)
    expect((await signIn('lijiji@duban.test', 'Another-2026!')).status).toBe(200)
  })

  test('a new account is invited by mail and cannot sign in before it has chosen a password', async () => {
    const county = await house.as('county')
    const body = { name: '李强', email: 'li.qiang@duban.test', role: 'liaison', office: { kind: 'unit', id: 'water' } }
    const made = await county('POST', '/api/accounts', { body })
    expect([made.status, made.body.invited], made.text).toEqual([201, true])
    expect((await signIn('li.qiang@duban.test', 'anything')).status).toBe(401)
    expect((await county('POST', '/api/accounts', { body })).body.errors?.[0]?.path).toBe('email')
    const token = await tokenFor('li.qiang@duban.test')
    expect((await call('POST', '/api/session/reset', { body: { token, newPassword: 'Brand-new-2026' } })).status).toBe(204)
    expect((await signIn('li.qiang@duban.test', 'Brand-new-2026')).body).toMatchObject({
      name: '李强',
      office: { kind: 'unit', id: 'water' },
    })
  })

  test('an address that somebody has left can be given to another', async () => {
    const county = await house.as('county')
    const office = { kind: 'unit', id: 'urban' }
    const body = { name: '王芳', email: 'wang.fang@duban.test', role: 'liaison', office }
    const { id } = (await county('POST', '/api/accounts', { body })).body
    const first = { token: await tokenFor(body.email), newPassword: 'First-owner-2026' }
    expect((await call('POST', '/api/session/reset', { body: first })).status).toBe(204)
    expect((await county('PATCH', `/api/accounts/${id}`, { body: { email: 'fang.wang@duban.test' } })).status).toBe(200)
    expect((await county('POST', '/api/accounts', { body: { ...body, name: '王方' } })).status).toBe(201)
    expect((await signIn(body.email, first.newPassword)).status).toBe(401)
    const second = { token: await tokenFor(body.email), newPassword: 'Second-owner-2026' }
    expect((await call('POST', '/api/session/reset', { body: second })).status).toBe(204)
    expect((await signIn(body.email, second.newPassword)).body).toMatchObject({ name: '王方' })
  })

  test('a temporary password asks for a new one, which signs in', async () => {
    const { keeper } = await import('../../../functions/identity/keeper.ts')
    await (await keeper(new Date())).setPassword('zhangdian@duban.test', 'Temporary-2026!', true)
    expect((await signIn('zhangdian@duban.test', 'Guessed-2026!')).status).toBe(401)
    const asked = await signIn('zhangdian@duban.test', 'Temporary-2026!')
    expect(asked.body).toEqual({ challenge: 'newPassword', session: expect.any(String) })
    expect(asked.cookies).toEqual([])
    const body = { session: asked.body.session, newPassword: 'Chosen-by-me-1' }
    const done = await call('POST', '/api/session/password', { body })
    expect(done.body, done.text).toMatchObject({ email: 'zhangdian@duban.test' })
    expect((await call('POST', '/api/session/password', { body })).status).toBe(401)
    expect((await signIn('zhangdian@duban.test', 'Chosen-by-me-1')).status).toBe(200)
  })

  test('a second factor, once switched on, is asked for at every sign-in', async () => {
    const cookie = cookieOf(await signIn('tianlou@duban.test'))
    expect((await call('POST', '/api/session/phone', { cookie, body: { password: 'wrong' } })).status).toBe(422)
    const { secret } = (await call('POST', '/api/session/phone', { cookie, body: { password } })).body as unknown as { secret: string }
    expect((await call('PUT', '/api/session/phone', { cookie, body: { password, code: '000000' } })).status).toBe(422)
    expect((await call('PUT', '/api/session/phone', { cookie, body: { password, code: totp(secret) } })).status).toBe(204)
    const asked = await signIn('tianlou@duban.test')
    expect(asked.body).toEqual({ challenge: 'totp', session: expect.any(String) })
    const give = (code: string) => call('POST', '/api/session/code', { body: { session: asked.body.session, code } })
    expect((await give('000000')).body.errors?.[0]?.path).toBe('code')
    expect((await give(totp(secret))).body).toMatchObject({ email: 'tianlou@duban.test' })
  })

  test('a second factor is switched off with password and code, and asked for no more', async () => {
    const cookie = cookieOf(await signIn('bailu@duban.test'))
    const send = (method: string, path: string, body: object) => call(method, `/api/session/phone${path}`, { cookie, body })
    const { secret = '' } = (await send('POST', '', { password })).body as { secret?: string }
    expect((await send('PUT', '', { password, code: totp(secret) })).status).toBe(204)
    expect((await send('POST', '', { password })).body).toEqual({ on: true })
    expect((await send('POST', '/off', { password: 'wrong', code: totp(secret) })).body.errors?.[0]?.path).toBe('password')
    expect((await send('POST', '/off', { password, code: '000000' })).body.errors?.[0]?.path).toBe('code')
    expect((await signIn('bailu@duban.test')).body.challenge).toBe('totp')
    expect((await send('POST', '/off', { password, code: totp(secret) })).status).toBe(204)
    expect((await signIn('bailu@duban.test')).body).toMatchObject({ email: 'bailu@duban.test' })
  })

  test('giving the password in between clears no count of wrong codes', async () => {
    const cookie = cookieOf(await signIn('xinji@duban.test'))
    const send = (method: string, path: string, body: object) => call(method, `/api/session/phone${path}`, { cookie, body })
    const { secret = '' } = (await send('POST', '', { password })).body as { secret?: string }
    expect((await send('PUT', '', { password, code: totp(secret) })).status).toBe(204)
    const statuses: number[] = []
    for (let round = 0; round < 10; round += 1) {
      await send('POST', '', { password })
      statuses.push((await send('POST', '/off', { password, code: '000000' })).status)
    }
    expect(statuses).toContain(429)
  })

  test('who lost the phone starts over with a link, without the second factor', async () => {
    const county = await house.as('county')
    const { id } = (await county('GET', '/api/accounts')).body.data?.find((account) => account.email === 'tianlou@duban.test') ?? {}
    expect((await county('POST', `/api/accounts/${id}/renew`)).body).toMatchObject({ mailed: true })
    expect((await signIn('tianlou@duban.test')).status).toBe(401)
    const token = await tokenFor('tianlou@duban.test')
    expect((await call('POST', '/api/session/reset', { body: { token, newPassword: 'Found-again-2026' } })).status).toBe(204)
    expect((await signIn('tianlou@duban.test', 'Found-again-2026')).body).toMatchObject({ email: 'tianlou@duban.test' })
  })

  test('a changing request from another site is refused, one of our own page is not', async () => {
    const cookie = cookieOf(await signIn('county@duban.test'))
    const put = (origin: string) => call('PUT', '/api/settings', { cookie, headers: { origin }, body: { language: 'zh' } })
    expect((await put('https://evil.test')).status).toBe(403)
    expect((await put('null')).status).toBe(403)
    expect((await put('http://localhost:3000')).status).toBe(200)
  })

  test('who makes up where he comes from is known by the address that the network saw', async () => {
    const county = await house.as('county')
    const from = async (way: string | undefined, secret?: string) => {
      const headers = { ...(way ? { 'x-forwarded-for': way } : {}), ...(secret ? { 'x-duban-front': secret } : {}) }
      expect((await signIn('bailu@duban.test', password, { ip: '203.0.113.9', headers })).status).toBe(200)
      const { body } = await county('GET', '/api/log?kind=login&limit=1')
      expect(body.data?.[0]?.name).toBe('bailu 某')
      return body.data?.[0]?.ip
    }
    // Through CloudFront, which alone knows the secret: what it appended, whatever stood there before.
    expect(await from('1.1.1.1, 8.8.8.8, 198.51.100.7, 203.0.113.9', frontSecret)).toBe('198.51.100.7')
    expect(await from('198.51.100.7, 203.0.113.9', frontSecret)).toBe('198.51.100.7')
    // While the secret is changed, some of CloudFront still sends the one before.
    expect(await from('198.51.100.7, 203.0.113.9', 'front-secret-before')).toBe('198.51.100.7')
    // Straight to the gateway, whatever he says: the address that the gateway saw.
    for (const way of [undefined, '1.1.1.1, 203.0.113.9', '1.1.1.1, 198.51.100.7, 203.0.113.9'])
      for (const secret of [undefined, '', 'x', frontSecret.slice(1), `${frontSecret},front-secret-before`])
        expect(await from(way, secret), `${way} ${secret}`).toBe('203.0.113.9')
  })

  test('sign-ins and administration stand in the log for administrators only', async () => {
    const [county, leader] = await Promise.all([house.as('county'), house.as('leader')])
    const whats: unknown[] = []
    for (let page = '?kind=login&limit=100', next: unknown = page; next; ) {
      const { body } = await county('GET', `/api/log${page}`)
      whats.push(...(body.data ?? []).map((entry) => entry.what))
      next = body.next
      page = `?kind=login&limit=100&cursor=${encodeURIComponent(String(next))}`
    }
    expect(new Set(whats)).toEqual(new Set(['in', 'out', 'wrong', 'locked', 'disabled', 'password', 'phone', 'phoneOff']))
    const operations = await county('GET', '/api/log?kind=operation')
    expect(operations.body.data?.map((entry) => entry.what)).toEqual([
      'account.renew',
      'account.create',
      'account.change',
      'account.create',
      'account.create',
      'account.enable',
      'account.disable',
      'account.disable',
    ])
    const first = await county('GET', '/api/log?kind=operation&limit=2')
    const rest = await county('GET', `/api/log?kind=operation&limit=6&cursor=${encodeURIComponent(String(first.body.next))}`)
    expect([...(first.body.data ?? []), ...(rest.body.data ?? [])]).toEqual(operations.body.data)
    expect((await leader('GET', '/api/log')).status).toBe(403)
  })

  const tokenFor = (email: string) => linkTo(house.parts.mail, email)
}
