import type { Scope } from '../../shared/scope.ts'
import { prefix } from './keys.ts'
import { claimable, marks, type Notice, bare as notice, STALE, unfinished, unfinishedHeap } from './notices.ts'
import { getItem, getItems, type Item, type Key, putItem, query, updateItem } from './table.ts'

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
  const at = now.toISOString()
  const item = { ...place(scope, letter.person, letter.on), ...letter, state: 'claimed', at, ...unfinished(scope, at, letter.person) }
  return putItem(item, { when: claimable(now) })
}

export async function confirmLetter(scope: Scope, person: string, on: string, messageId: string): Promise<void> {
  await updateItem(place(scope, person, on), { set: { state: 'sent', messageId } })
}

export async function failLetter(scope: Scope, person: string, on: string): Promise<void> {
  await updateItem(place(scope, person, on), { set: { state: 'failed' }, remove: marks })
}

/** After everything about a letter is written down: nothing is left to mend. */
export async function finishLetter(scope: Scope, person: string, on: string): Promise<void> {
  await updateItem(place(scope, person, on), { remove: marks })
}

/** Mails whose claims are stale at `now`: letters that were never finished, and notices with a mail of their own. */
export async function* readUnfinished(scope: Scope, now: Date): AsyncGenerator<{ letter: Letter } | { notice: Notice }> {
  const to = new Date(now.getTime() - STALE).toISOString()
  for await (const item of query<Item>({ pk: unfinishedHeap(scope), index: 'g2', to })) {
    const [letter, other] = [bare(item), notice(item)]
    if ('notices' in item && letter) yield { letter }
    else if (other) yield { notice: other }
  }
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
  const { pk, sk, g2pk, g2sk, ...letter } = found
  return letter as unknown as Letter
}
