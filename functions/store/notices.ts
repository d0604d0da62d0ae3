import type { Label } from '../../shared/names.ts'
import type { Post } from '../../shared/post.ts'
import type { Scope } from '../../shared/scope.ts'
import type { unsent } from '../../shared/words/mail.ts'
import type { Ref } from './keys.ts'
import { idOf, prefix } from './keys.ts'
import { getItem, getItems, type Item, type Key, putItem, putItems, query, updateItem } from './table.ts'

type NoticeState = 'planned' | 'claimed' | 'sent' | 'failed' | 'suppressed'
export type Fate = 'delivered' | 'bounced' | 'complained'

/**
 * What was said to whom about a duty or an event, once. `on` is the day (Asia/Shanghai) it was said for, `at` the instant of the claim.
 * `person` is absent when an office has nobody to write to; then `to` is the office's name. `owner`: township id, or `county`.
 * `letter`: the day of the digest it went out in, whose state is its own (`settled` in letters.ts); `said`: the notice with which it went out in one mail, in the same way.
 * `content`: what a mail of its own says, or said, of the notices that went out with it besides.
 */
export type Notice = {
  id: string
  record: Ref & { number?: string; heading: string }
  owner: string
  duty?: string
  rule: string
  on: string
  dueOn?: string | null
  to: string
  person?: string
  /** Who that is, and what in his office; lack in what an earlier release wrote. */
  name?: string
  post?: Post
  office: string
  copy?: true
  /** The office that urged. */
  by?: string
  /** The post for which it was meant, where nobody in the office holds it. */
  instead?: Post
  /** Of a reminder: the rung that this person had heard of before. */
  before?: string
  subject: Label
  state: NoticeState
  at: string
  reason?: keyof typeof unsent
  fate?: Fate
  messageId?: string
  letter?: string
  said?: string
  content?: unknown
}

/** A claim that was neither confirmed nor failed for so long belongs to a process that died. */
export const STALE = 10 * 60_000

/** The id of what is said once: the same words about the same thing to the same person have the same id for ever. */
export const noticeId = (...identity: (string | number | null)[]): string => idOf('n', identity.join('/'))

const place = (scope: Scope, id: string): Key => ({ pk: `${prefix(scope)}#NOTICE#${id}`, sk: 'A' })

/** Partitions of the indexes, all sorted by day, then instant, then id. What an office without accounts should have got lies under the office. */
export const heaps = {
  person: (scope: Scope, id: string) => `${prefix(scope)}#TO#${id}`,
  record: (scope: Scope, id: string) => `${prefix(scope)}#ABOUT#${id}`,
  owner: (scope: Scope, owner: string) => `${prefix(scope)}#SAID#${owner}`,
  /** What an office is shown in its bell, and nobody is written to about. */
  shown: (scope: Scope, office: string) => `${prefix(scope)}#SHOWN#${office}`,
}

/** One notice, whoever asks: the caller of this function judges who may see it. */
export async function readNotice(scope: Scope, id: string): Promise<Notice | null> {
  return bare(await getItem(place(scope, id)))
}

/** Notices by id, null where there is none yet. */
export async function readNotices(scope: Scope, ids: string[]): Promise<(Notice | null)[]> {
  return (await getItems(ids.map((id) => place(scope, id)))).map(bare)
}

/**
 * Claims a notice before its mail is sent: true for exactly one of several who try. A notice that failed, or whose claim is stale at `now`,
 * can be claimed again; one that was sent or suppressed never.
 */
export function claimNotice(scope: Scope, notice: Notice, now: Date): Promise<boolean> {
  const claimed: Notice = { ...notice, state: 'claimed', at: now.toISOString() }
  return putItem({ ...item(scope, claimed), ...unfinished(scope, claimed.at, notice.id) }, { when: claimable(now) })
}

/** After the mail was accepted. `mail`: of several notices in one mail, what the first of them keeps of the whole, and where the others find it. */
export async function confirmNotice(
  scope: Scope,
  id: string,
  messageId: string,
  mail: Pick<Notice, 'content' | 'said'> = {},
): Promise<void> {
  await updateItem(place(scope, id), { set: { state: 'sent', messageId, ...mail }, remove: ['reason', ...marks] })
}

/**
 * After the mail was not accepted. `failed` may be claimed again, `suppressed` never; with `again` it stays on the heap of what is sent by itself. `at`: the
 * instant of the claim that failed; a notice that another run has taken over meanwhile is left alone.
 */
export async function failNotice(
  scope: Scope,
  { id, at }: Pick<Notice, 'id' | 'at'>,
  reason: Notice['reason'],
  state: 'failed' | 'suppressed',
  again = false,
): Promise<void> {
  await updateItem(place(scope, id), { set: { state, reason }, ...(again ? {} : { remove: marks }), when: claimedAt(at) })
}

/** The heap of what waits for its reader's next letter, by person. */
const waitingHeap = (scope: Scope): string => `${prefix(scope)}#WAITING`

function waiting(scope: Scope, { person = '', at, id }: Notice): { g2pk: string; g2sk: string } {
  return { g2pk: waitingHeap(scope), g2sk: `${person}#${at}#${id}` }
}

/** Lays a notice where its reader's next letter finds it; once, however often it is asked. */
export async function queueNotice(scope: Scope, notice: Notice): Promise<void> {
  await putItem({ ...item(scope, notice), ...waiting(scope, notice) }, { absent: true })
}

/** Lays a notice where its reader's bell finds it, and no letter does; once, however often it is asked. */
export async function fileOnce(scope: Scope, notice: Notice): Promise<void> {
  await putItem(item(scope, notice), { absent: true })
}

/** Lays a notice where its office's bell finds it, and into no heap of what is mailed; once, however often it is asked. */
export async function showNotice(scope: Scope, notice: Notice): Promise<void> {
  await putItem({ ...notice, ...place(scope, notice.id), g1pk: heaps.shown(scope, notice.office), g1sk: rank(notice) }, { absent: true })
}

/** Notices that wait for a letter, by person, oldest first. */
export async function* readWaiting(scope: Scope): AsyncGenerator<Notice> {
  for await (const found of query<Item>({ pk: waitingHeap(scope), index: 'g2' })) yield bare(found) as Notice
}

/** Writes waiting notices into a letter that is claimed; they wait on until `fileNotices` writes them down as said. */
export async function fileWaiting(scope: Scope, notices: Notice[]): Promise<void> {
  await putItems(notices.map((notice) => ({ ...item(scope, notice), ...waiting(scope, notice) })))
}

/** Writes notices as they are, whatever lies there: for those of a letter, whose claim guards them. */
export async function fileNotices(scope: Scope, notices: Notice[]): Promise<void> {
  await putItems(notices.map((notice) => item(scope, notice)))
}

/** What became of the mail afterwards; unknown ids are passed over, since mails of other kinds come back as well. */
export async function noteFate(scope: Scope, ids: string[], fate: Fate): Promise<void> {
  const there = { text: 'attribute_exists(pk)' }
  for (const id of ids) await updateItem(place(scope, id), { set: { fate }, when: there })
}

/** The condition under which a claim may be written: nothing there, a failure, or a stale claim. */
export function claimable(now: Date): { text: string; names: Record<string, string>; values: Record<string, unknown> } {
  return {
    text: 'attribute_not_exists(pk) OR #state = :failed OR (#state = :claimed AND #at < :stale)',
    names: { '#state': 'state', '#at': 'at' },
    values: { ':failed': 'failed', ':claimed': 'claimed', ':stale': new Date(now.getTime() - STALE).toISOString() },
  }
}

/** The condition under which nobody has claimed it since that instant, and it has not gone out. */
export function claimedAt(at: string): { text: string; names: Record<string, string>; values: Record<string, unknown> } {
  return { text: '#at = :at AND #state <> :sent', names: { '#state': 'state', '#at': 'at' }, values: { ':sent': 'sent', ':at': at } }
}

/** The heap of what was claimed and is not finished: mails of their own, and letters. Sorted by the instant of the claim. */
export const unfinishedHeap = (scope: Scope): string => `${prefix(scope)}#UNFINISHED`

/** Attributes that put an item on that heap; removing them (`marks`) takes it off. */
export function unfinished(scope: Scope, at: string, id: string): { g2pk: string; g2sk: string } {
  return { g2pk: unfinishedHeap(scope), g2sk: `${at}#${id}` }
}
export const marks = ['g2pk', 'g2sk']

/** Where a notice stands in every heap. */
export function rank(notice: Notice): string {
  return `${notice.on}#${notice.at}#${notice.id}`
}

function item(scope: Scope, notice: Notice): Item {
  const at = rank(notice)
  return {
    ...notice,
    ...place(scope, notice.id),
    g1pk: heaps.person(scope, notice.person ?? notice.office),
    g1sk: at,
    g3pk: heaps.record(scope, notice.record.id),
    g3sk: at,
    g4pk: heaps.owner(scope, notice.owner),
    g4sk: at,
  }
}

/** A notice without its keys; null where there is none. */
export function bare(found: Item | undefined): Notice | null {
  if (!found) return null
  const { pk, sk, g1pk, g1sk, g2pk, g2sk, g3pk, g3sk, g4pk, g4sk, ...notice } = found
  return notice as unknown as Notice
}
