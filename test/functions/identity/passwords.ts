import { beforeAll, expect, test } from 'vitest'
import { type Client, cookieOf, openHouse } from '../api-house.ts'
import { linkTo } from './link.ts'

/** What a password must be, and how long a link lives that sets one, whoever keeps them. */
export function passwords(kept: 'cognito' | 'own'): void {
  let house: Awaited<ReturnType<typeof openHouse>>
  let call: Client
  let county: Client

  beforeAll(async () => {
    house = await openHouse(undefined, undefined, {}, kept)
    call = house.call
    county = await house.as('county')
  })

  test('a password with a full-width sign or a blank is refused with a sentence, and the link still works', async () => {
    await house.forgot('tanggou@duban.test')
    const token = await tokenFor('tanggou@duban.test')
    for (const newPassword of ['Abcdefgh12！', 'Abc defgh-12', ' Abcdefgh-12', 'Abcdefgh-1　', 'Ａbcdefgh-12', 'Abcdefgh-1'.slice(0, 9)]) {
      const refused = await call('POST', '/api/session/reset', { body: { token, newPassword } })
      expect([refused.status, refused.body.errors?.[0]?.path], `${newPassword} ${refused.text}`).toEqual([422, 'newPassword'])
    }
    expect((await call('POST', '/api/session/reset', { body: { token, newPassword: 'Abcdefgh-12' } })).status).toBe(204)
  })

  const tokenFor = (email: string) => linkTo(house.parts.mail, email)
  const set = (token: string, newPassword = 'Another-2026!') => call('POST', '/api/session/reset', { body: { token, newPassword } })
  const dead = async (token: string) => {
    const answer = await set(token)
    expect([answer.status, answer.body.errors?.[0]?.path], answer.text).toEqual([422, 'token'])
  }
  let made = 0
  /** Somebody with a new account, and the link of his invitation. */
  async function invited(): Promise<{ id: string; email: string; token: string }> {
    const email = `new${++made}@duban.test`
    const body = { name: '李强', email, role: 'clerk', office: { kind: 'township', id: 'bailu' } }
    const answer = await county('POST', '/api/accounts', { body })
    return { id: String(answer.body.id), email, token: await tokenFor(email) }
  }

  test('a link ends when a newer one is made, whoever asked for it', async () => {
    const { id, email, token } = await invited()
    await county('POST', `/api/accounts/${id}/reset`)
    const second = await tokenFor(email)
    expect(second).not.toBe(token)
    await dead(token)
    await house.forgot(email)
    await dead(second)
    expect((await set(await tokenFor(email))).status).toBe(204)
  })

  test('a link ends when it is used, and of two who use it at once one does', async () => {
    const { token } = await invited()
    const both = await Promise.all([set(token), set(token), set(token)])
    expect(both.map(({ status }) => status).sort()).toEqual([204, 422, 422])
    await dead(token)
  })

  test('a link ends when the address is corrected: who got the wrong mail sets nothing', async () => {
    const { id, email, token } = await invited()
    const right = `right-${email}`
    expect((await county('PATCH', `/api/accounts/${id}`, { body: { email: right } })).status).toBe(200)
    await dead(token)
    expect((await set(await tokenFor(right))).status).toBe(204)
    expect((await call('POST', '/api/session', { body: { email: right, password: 'Another-2026!' } })).status).toBe(200)
  })

  test('a link ends when a password was set another way, and when the account is disabled or started over', async () => {
    const ways: [string, (id: string, email: string) => Promise<unknown>][] = [
      [
        'changed by himself',
        async (_, email) => {
          await house.forgot(email)
          await set(await tokenFor(email))
          const cookie = cookieOf(await call('POST', '/api/session', { body: { email, password: 'Another-2026!' } }))
          await house.forgot(email)
          await call('PUT', '/api/session/password', { cookie, body: { password: 'Another-2026!', newPassword: 'Different-2026!' } })
        },
      ],
      [
        'disabled',
        async (id) => void [await county('POST', `/api/accounts/${id}/disable`), await county('POST', `/api/accounts/${id}/enable`)],
      ],
    ]
    for (const [how, way] of ways) {
      const { id, email } = await invited()
      await way(id, email)
      const token = await tokenFor(email)
      const answer = await set(token)
      expect([answer.status, answer.body.errors?.[0]?.path], how).toEqual([422, 'token'])
    }
  })
}
