import type { Scope } from '../../shared/scope.ts'
import { type AccountMail, accountMail } from './account-mails.ts'
import { prefix } from './keys.ts'
import {
  claimable,
  claimedAt,
  type Fate,
  marks,
  type Notice,
  bare as notice,
  readNotices,
  STALE,
  unfinished,
  unfinishedHeap,
} from './notices.ts'
import { getItem, getItems, type Item, type Key, putItem, query, updateItem } from './table.ts'

/** The one mail of a person and a day. Its claim is what keeps two runs from writing twice; its state is that of all its notices. */
export type Letter = {
  person: string
  on: string
  state: 'claimed' | 'sent' | 'failed'
  at: string
  /** How many notices it says. */
  says: number
  /** A run died over it, or got no answer: the mail service may have taken it then already, and again now. */
  again?: true
  messageId?: string
  reason?: Notice['reason']
  fate?: Fate
}

const place = (scope: Scope, person: string, on: string): Key => ({ pk: `${prefix(scope)}#LETTER#${person}#${on}`, sk: 'A' })

/**
 * Claims the mail of that person and day, and keeps what it says (JSON); false when another run has it, or it went out. What is claimed anew over a claim
 * that is stale at `now`, or after an answer that was lost, is claimed as doubtful (`again`): read and claimed in one step, so that nobody slips in between.
 */
export async function claimLetter(
  scope: Scope,
  letter: Pick<Letter, 'person' | 'on' | 'says'>,
  content: unknown,
  now: Date,
): Promise<boolean> {
  const at = now.toISOString()
  const key = place(scope, letter.person, letter.on)
  const item = { ...key, ...letter, state: 'claimed', at, ...unfinished(scope, at, letter.person) }
  const claimed = (await putItem(item, { when: untouched })) || (await putItem({ ...item, again: true }, { when: claimable(now) }))
  if (claimed) await putItem({ ...key, sk: 'CONTENT', content })
  return claimed
}

/** Nothing there, or a mail that the mail service surely did not take. */
const untouched = {
  text: 'attribute_not_exists(pk) OR (#state = :failed AND attribute_not_exists(#again))',
  names: { '#state': 'state', '#again': 'again' },
  values: { ':failed': 'failed' },
}

/** After the mail service took it. */
export async function confirmLetter(scope: Scope, person: string, on: string, messageId: string): Promise<void> {
  await updateItem(place(scope, person, on), { set: { state: 'sent', messageId }, remove: ['reason'] })
}

/**
 * After it did not; it may be claimed again. `at`: the instant of the claim that failed; a run that woke up late leaves the letter alone that another one
 * has taken over meanwhile. `again`: it stays on the heap, so that its day is run once more. `doubt`: the mail service may have taken it.
 */
export async function failLetter(
  scope: Scope,
  { person, on, at }: Pick<Letter, 'person' | 'on' | 'at'>,
  reason: Notice['reason'],
  { again = false, doubt = false }: { again?: boolean; doubt?: boolean } = {},
): Promise<void> {
  const set = { state: 'failed', reason, ...(doubt ? { again: true } : {}) }
  await updateItem(place(scope, person, on), { set, ...(again ? {} : { remove: marks }), when: claimedAt(at) })
}

/** What became of it afterwards; an unknown letter is passed over. */
export async function noteLetterFate(scope: Scope, person: string, on: string, fate: Fate): Promise<void> {
  await updateItem(place(scope, person, on), { set: { fate }, when: { text: 'attribute_exists(pk)' } })
}

/** After everything about a letter is written down: nothing is left to mend. */
export async function finishLetter(scope: Scope, person: string, on: string): Promise<void> {
  await updateItem(place(scope, person, on), { remove: marks })
}

/** Mails whose claims are stale at `now`: letters that were never finished, notices with a mail of their own, and mails of accounts. */
export async function* readUnfinished(
  scope: Scope,
  now: Date,
): AsyncGenerator<{ letter: Letter } | { notice: Notice } | { account: AccountMail }> {
  const to = new Date(now.getTime() - STALE).toISOString()
  for await (const item of query<Item>({ pk: unfinishedHeap(scope), index: 'g2', to })) {
    const [letter, other, account] = [bare(item), notice(item), accountMail(item)]
    if (account) yield { account }
    else if ('says' in item && letter) yield { letter }
    else if (other) yield { notice: other }
  }
}

/** What a letter said; undefined when there is none. */
export async function readContent(scope: Scope, person: string, on: string): Promise<unknown> {
  return (await getItem({ ...place(scope, person, on), sk: 'CONTENT' }))?.content
}

/** Letters by person and day, null where there is none. */
export async function readLetters(scope: Scope, of: { person: string; on: string }[]): Promise<(Letter | null)[]> {
  return (await getItems(of.map(({ person, on }) => place(scope, person, on)))).map(bare)
}

/** Notices as they stand: those that went out in a letter, or in one mail with another notice, have its state and fate. */
export async function settled(scope: Scope, notices: Notice[]): Promise<Notice[]> {
  const [letters, mains] = await Promise.all([
    readLetters(
      scope,
      notices.flatMap(({ person, letter }) => (person && letter ? [{ person, on: letter }] : [])),
    ),
    readNotices(scope, [...new Set(notices.flatMap(({ said }) => said ?? []))]),
  ])
  const known = new Map<string | undefined, Letter | Notice>([
    ...letters.flatMap((letter) => (letter ? [[`${letter.person}#${letter.on}`, letter] as const] : [])),
    ...mains.flatMap((main) => (main ? [[main.id, main] as const] : [])),
  ])
  return notices.map((notice) => {
    const mail = known.get(notice.said ?? `${notice.person}#${notice.letter}`)
    if (!mail) return notice
    const { state, fate, messageId, reason } = mail
    return { ...notice, state, ...(fate ? { fate } : {}), ...(messageId ? { messageId } : {}), ...(reason ? { reason } : {}) }
  })
}

function bare(found: Item | undefined): Letter | null {
  if (!found) return null
  const { pk, sk, g2pk, g2sk, ...letter } = found
  return letter as unknown as Letter
}
