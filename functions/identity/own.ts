import { isStrong } from '../../shared/password.ts'
import {
  type Credential,
  changeCredential,
  dropCredential,
  makeCredential,
  readCredential,
  spendStep,
  takePassword,
} from '../store/credentials.ts'
import { digest } from '../store/secret.ts'
import type { Identity, Judged } from './identity.ts'
import { hashed, isOf, isOutdated } from './scrypt.ts'
import { newTotpSecret, stepOf } from './totp.ts'

/** Passwords and second factors kept in the table, where no provider keeps them; `now` is when it is asked. */
export function own(now: Date): Identity {
  const setPassword: Identity['setPassword'] = async (email, password, temporary = false) => {
    if (!isStrong(password)) return false
    const set = { password: await hashed(password), ...(temporary ? { temporary } : {}) }
    // The account stands in the table, and making its credentials failed at the time, or they lay with another keeper.
    if (!(await changeCredential(email, set, temporary ? [] : ['temporary']))) {
      await makeCredential(email)
      await changeCredential(email, set, [])
    }
    return true
  }
  const create: Identity['create'] = async (email, password) => {
    await makeCredential(email)
    if (password !== undefined && !(await setPassword(email, password))) throw new Error('The password that was given is not strong enough')
  }
  return {
    create,
    setPassword,
    signIn: async (email, password) => {
      const known = await proved(email, password)
      return known ? next(known) : { wrong: true }
    },
    choosePassword: async (email, state, password) => {
      const known = await readCredential(email)
      if (!known?.temporary || markOf(known) !== state) return { expired: true }
      if (!isStrong(password)) return { weak: true }
      const chosen = await hashed(password)
      // Of two who answer at once, one has chosen.
      if (!(await takePassword(email, known.password ?? '', chosen, ['temporary']))) return { expired: true }
      const { temporary, ...rest } = known
      return next({ ...rest, password: chosen })
    },
    giveCode: async (email, state, code) => {
      const known = await readCredential(email)
      if (!known?.on || known.disabled || markOf(known) !== state) return { expired: true }
      return (await isCode(email, known, code, now)) ? { ok: true } : { wrong: true }
    },
    disable: async (email) => void (await changeCredential(email, { disabled: true }, [])),
    enable: async (email) => void (await changeCredential(email, {}, ['disabled'])),
    enrol: async (email, password) => {
      const known = await proved(email, password)
      if (!known) return null
      if (known.on) return { on: true }
      const secret = newTotpSecret()
      await changeCredential(email, { secret }, ['step'])
      return { secret }
    },
    confirm: async (email, password, code) => {
      const known = await proved(email, password)
      if (!known?.secret || known.on || stepOf(code, known.secret, now) === null) return false
      await changeCredential(email, { on: true }, [])
      return true
    },
    dropPhone: async (email, password, code) => {
      const known = await proved(email, password)
      if (!known) return { wrong: 'password' }
      if (!known.on) return { ok: true }
      if (!(await isCode(email, known, code, now))) return { wrong: 'code' }
      await changeCredential(email, {}, ['secret', 'on', 'step'])
      return { ok: true }
    },
    renew: async (email) => {
      await dropCredential(email)
      await makeCredential(email)
    },
  }
}

/** What is kept of somebody whose password this is; made anew where it was kept at another price. Null, after as long, for everybody else. */
async function proved(email: string, password: string): Promise<Credential | null> {
  const known = await readCredential(email)
  if (!(await isOf(password, known?.password)) || !known?.password) return null
  if (!isOutdated(known.password)) return known
  const dearer = await hashed(password)
  return (await takePassword(email, known.password, dearer, [])) ? { ...known, password: dearer } : known
}

function next(known: Credential): Judged {
  if (known.disabled) return { disabled: true }
  if (known.temporary) return { challenge: 'newPassword', state: markOf(known) }
  return known.on ? { challenge: 'totp', state: markOf(known) } : { ok: true }
}

/** By this a challenge ends when the password is another one. */
const markOf = ({ password = '' }: Credential): string => digest(password)

/** True once for each code. */
async function isCode(email: string, { secret = '', step: last = -1 }: Credential, code: string, now: Date): Promise<boolean> {
  const step = stepOf(code, secret, now)
  return step !== null && step > last && spendStep(email, secret, step)
}
