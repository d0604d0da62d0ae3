import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { passwordRefused } from '../../cdk/local/people-rules.ts'
import { isStrong } from '../../shared/password.ts'
import { inbox } from '../platform.ts'
import { fc, holds } from '../property.ts'
import { type Client, cookieOf, openHouse, password } from './api-house.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let call: Client
let county: Client
const policy = { MinimumLength: 10, RequireUppercase: true, RequireLowercase: true, RequireNumbers: true, RequireSymbols: true }

beforeAll(async () => {
  house = await openHouse()
  call = house.call
  county = await house.as('county')
})

const signs = fc.constantFrom(...'Aa1!-_ 　\t！，。Ａａ１字é🙂$^*.[]{}()?"@#%&/\\,><\':;|~`+=£§\u00a0')

test('what we accept the pool accepts', async () => {
  await holds(
    [fc.string({ unit: signs, minLength: 8, maxLength: 14 })],
    (word) => {
      if (isStrong(word)) expect(passwordRefused(word, policy), word).toBeUndefined()
    },
    { runs: 5000, examples: [['Aa1!Aa1!Aa'], ['Abcdefgh12！'], ['Abc defgh-12'], ['Abcdefgh12　-']] },
  )
  expect(['Duban-2026!', 'Aa1!Aa1!Aa', '督办Aa1-四五六七'].map(isStrong)).toEqual([true, true, true])
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

test('a pool that wants more than we know refuses with the same sentence, and the link still works', async () => {
  const { CognitoIdentityProviderClient, UpdateUserPoolCommand } = await import('@aws-sdk/client-cognito-identity-provider')
  const want = (MinimumLength: number) =>
    new CognitoIdentityProviderClient().send(
      new UpdateUserPoolCommand({ UserPoolId: process.env.POOL_ID, Policies: { PasswordPolicy: { ...policy, MinimumLength } } }),
    )
  await house.forgot('sankou@duban.test')
  const token = await tokenFor('sankou@duban.test')
  const cookie = cookieOf(await call('POST', '/api/session', { body: { email: 'sankou@duban.test', password } }))
  await want(20)
  onTestFinished(() => want(10).then(() => undefined))
  const reset = () => call('POST', '/api/session/reset', { body: { token, newPassword: 'Abcdefgh-12' } })
  const change = await call('PUT', '/api/session/password', { cookie, body: { password, newPassword: 'Abcdefgh-12' } })
  for (const refused of [await reset(), change]) {
    expect([refused.status, refused.body.errors?.[0]?.path], refused.text).toEqual([422, 'newPassword'])
  }
  await want(10)
  expect((await reset()).status).toBe(204)
})

const links = async (name: string) => (await inbox(house.parts.mail)).filter((one) => one.destination.to.includes(`${name}@duban.test`))
async function tokenFor(email: string): Promise<string> {
  const mail = (await links(email.split('@')[0] ?? '')).at(-1)
  return /new-password\?token=([\w.-]+)/.exec(mail?.body.text ?? '')?.[1] ?? 'no mail'
}
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
