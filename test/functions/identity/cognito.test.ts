import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { passwordRefused } from '../../../cdk/local/people-rules.ts'
import { isStrong } from '../../../shared/password.ts'
import { fc, holds } from '../../property.ts'
import { cookieOf, openHouse, password } from '../api-house.ts'
import { linkTo } from './link.ts'

const policy = { MinimumLength: 10, RequireUppercase: true, RequireLowercase: true, RequireNumbers: true, RequireSymbols: true }

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
})

test('a pool without second factors says so', async () => {
  const { CognitoIdentityProviderClient } = await import('@aws-sdk/client-cognito-identity-provider')
  const { enrolPhone } = await import('../../../functions/identity/phone.ts')
  expect(await enrolPhone(new CognitoIdentityProviderClient(), 'no token of this pool')).toEqual({ unable: true })
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

test('a pool that wants more than we know refuses with the same sentence, and the link still works', async () => {
  const { CognitoIdentityProviderClient, UpdateUserPoolCommand } = await import('@aws-sdk/client-cognito-identity-provider')
  const want = (MinimumLength: number) =>
    new CognitoIdentityProviderClient().send(
      new UpdateUserPoolCommand({ UserPoolId: process.env.POOL_ID, Policies: { PasswordPolicy: { ...policy, MinimumLength } } }),
    )
  const { call, forgot, parts } = house
  await forgot('sankou@duban.test')
  const token = await linkTo(parts.mail, 'sankou@duban.test')
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
