import { beforeAll, describe, expect, test } from 'vitest'
import { own } from '../../../functions/identity/own.ts'
import { hashed, isOf } from '../../../functions/identity/scrypt.ts'
import { newTotpSecret, stepOf } from '../../../functions/identity/totp.ts'
import { readCredential } from '../../../functions/store/credentials.ts'
import { openHouse, password } from '../api-house.ts'
import { totp } from './totp.ts'

const email = 'water@duban.test'
const at = (seconds: number) => new Date(1_780_000_000_000 + seconds * 1000)
const stateOf = (judged: object): string => ('state' in judged ? String(judged.state) : JSON.stringify(judged))

beforeAll(() => openHouse(undefined, undefined, {}, 'own'))

describe('a password', () => {
  test('is kept as its hash, at the published price, with a salt of its own', async () => {
    delete process.env.PASSWORD_LN
    const [one, other] = await Promise.all([hashed(password), hashed(password)])
    process.env.PASSWORD_LN = '10'
    expect(one).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[\w-]{22}\$[\w-]{43}$/)
    expect(other).not.toBe(one)
    expect([await isOf(password, one), await isOf(`${password} `, one), await isOf(password, undefined)]).toEqual([true, false, false])
  })

  test('is the same however its signs were composed', async () => {
    expect(await isOf('Caf\u00e9-2026!', await hashed('Cafe\u0301-2026!'))).toBe(true)
  })

  test('is hashed anew by signing in when a guess costs another price', async () => {
    const before = (await readCredential(email))?.password
    process.env.PASSWORD_LN = '11'
    expect(await own(at(0)).signIn(email, 'Wrong-2026!')).toEqual({ wrong: true })
    expect((await readCredential(email))?.password).toBe(before)
    expect(await own(at(0)).signIn(email, password)).toEqual({ ok: true })
    expect((await readCredential(email))?.password).toMatch(/^\$scrypt\$ln=11,/)
    process.env.PASSWORD_LN = '10'
    expect(await own(at(0)).signIn(email, password)).toEqual({ ok: true })
  })
})

describe('the code of a phone', () => {
  // RFC 6238, appendix B, the last six digits.
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('at %i seconds is as the standard says', (seconds, code) => {
    expect(stepOf(code, 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', new Date(seconds * 1000))).toBe(Math.floor(seconds / 30))
  })

  test('counts half a minute before and after, for a clock that goes wrong, and no longer', () => {
    const code = (seconds: number) => stepOf('081804', 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', new Date((1_111_111_109 + seconds) * 1000))
    expect([-60, -30, 0, 30, 60].map((seconds) => code(seconds) !== null)).toEqual([false, true, true, true, false])
    expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/)
  })

  test('signs in once, however often it is given, and none of before does', async () => {
    const person = 'housing@duban.test'
    const begun = await own(at(0)).enrol(person, password)
    const secret = begun && 'secret' in begun ? begun.secret : ''
    const codes = Object.fromEntries([0, 30].map((seconds) => [seconds, totp(secret, at(seconds).getTime())]))
    expect(await own(at(0)).confirm(person, password, codes[0] ?? '')).toBe(true)
    const asked = await own(at(30)).signIn(person, password)
    const give = (seconds: number) => own(at(30)).giveCode(person, stateOf(asked), codes[seconds] ?? '')
    const all = await Promise.all([give(30), give(30), give(30)])
    expect(all.filter((judged) => 'ok' in judged)).toHaveLength(1)
    expect(await give(30)).toEqual({ wrong: true })
    expect(await give(0)).toEqual({ wrong: true })
  })

  test('answers nothing any more once the password is another one', async () => {
    const person = 'housing@duban.test'
    const asked = await own(at(600)).signIn(person, password)
    await own(at(600)).setPassword(person, 'Another-2026!')
    const { secret = '' } = (await readCredential(person)) ?? {}
    expect(await own(at(600)).giveCode(person, stateOf(asked), totp(secret, at(600).getTime()))).toEqual({ expired: true })
  })
})

test('of two who answer for a temporary password at once, one has chosen', async () => {
  const person = 'urban@duban.test'
  await own(at(0)).setPassword(person, 'Temporary-2026!', true)
  const state = stateOf(await own(at(0)).signIn(person, 'Temporary-2026!'))
  const both = await Promise.all(['First-2026!', 'Second-2026!'].map((word) => own(at(0)).choosePassword(person, state, word)))
  expect(both.filter((judged) => 'ok' in judged)).toHaveLength(1)
})
