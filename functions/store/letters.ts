import type { Scope } from '../../shared/scope.ts'
import { prefix } from './keys.ts'
import { claimable } from './notices.ts'
import { getItem, getItems, type Item, type Key, putItem, updateItem } from './table.ts'

/** The one mail of a person and a day. Its claim is what keeps two runs from writing twice. `content` is what it said. */
export type Letter = {
  person: string
  on: string
  state: 'claimed' | 'sent' | 'failed'
  at: string
  notices: number
  messageId?: string
  content: unknown
}

const place = (scope: Scope, person: string, on: string): Key => ({ pk: `${prefix(scope)}#LETTER#${person}#${on}`, sk: 'A' })

/** Claims the mail of that person and day; false when another run has it, or it went out. */
export function claimLetter(scope: Scope, letter: Omit<Letter, 'state' | 'at'>, now: Date): Promise<boolean> {
  const item = { ...place(scope, letter.person, letter.on), ...letter, state: 'claimed', at: now.toISOString() }
  return putItem(item, { when: claimable(now) })
}

export async function confirmLetter(scope: Scope, person: string, on: string, messageId: string): Promise<void> {
  await updateItem(place(scope, person, on), { set: { state: 'sent', messageId } })
}

export async function failLetter(scope: Scope, person: string, on: string): Promise<void> {
  await updateItem(place(scope, person, on), { set: { state: 'failed' } })
}

export async function readLetter(scope: Scope, person: string, on: string): Promise<Letter | null> {
  return bare(await getItem(place(scope, person, on)))
}

/** Letters by person and day, null where there is none. */
export async function readLetters(scope: Scope, of: { person: string; on: string }[]): Promise<(Letter | null)[]> {
  return (await getItems(of.map(({ person, on }) => place(scope, person, on)))).map(bare)
}

function bare(found: Item | undefined): Letter | null {
  if (!found) return null
  const { pk, sk, ...letter } = found
  return letter as unknown as Letter
}
