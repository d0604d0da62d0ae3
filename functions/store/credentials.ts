import { at } from './at.ts'
import { deleteItem, getItem, type Item, putItem, updateItem } from './table.ts'

/**
 * What is kept of an account where we keep passwords ourselves. `password`: its hash; absent, nobody can sign in. `temporary`: it is changed at the first
 * sign-in. `secret`: of the phone, which counts once it is `on`; `step`: the last half minute whose code was taken.
 */
export type Credential = { password?: string; temporary?: true; disabled?: true; secret?: string; on?: true; step?: number }

const place = (email: string) => ({ pk: at('CREDENTIAL', email), sk: 'A' })
const there = { text: 'attribute_exists(pk)' }

/** What is kept under an address in small letters. */
export async function readCredential(email: string): Promise<Credential | undefined> {
  return getItem<Item & Credential>(place(email))
}

/** Makes an account without a password, unless it is there. */
export async function makeCredential(email: string): Promise<void> {
  await putItem(place(email), { absent: true })
}

/** Changes what is kept; false when there is nothing. */
export async function changeCredential(email: string, set: Credential, remove: (keyof Credential)[]): Promise<boolean> {
  return (await updateItem(place(email), { set, remove, when: there })) !== false
}

/** Puts a password in the place of the one that was known; false when that is another by now. */
export async function takePassword(email: string, known: string, password: string, remove: (keyof Credential)[]): Promise<boolean> {
  const when = { text: '#p = :known', names: { '#p': 'password' }, values: { ':known': known } }
  return (await updateItem(place(email), { set: { password }, remove, when })) !== false
}

/** Takes the code of a half minute: of all who bring it, one gets true, and none who brings an earlier one. */
export async function spendStep(email: string, secret: string, step: number): Promise<boolean> {
  const when = {
    text: '#k = :secret AND (attribute_not_exists(#s) OR #s < :step)',
    names: { '#k': 'secret', '#s': 'step' },
    values: { ':secret': secret, ':step': step },
  }
  return (await updateItem(place(email), { set: { step }, when })) !== false
}

/** Forgets an account. */
export async function dropCredential(email: string): Promise<void> {
  await deleteItem(place(email))
}
