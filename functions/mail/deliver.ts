import type { Clock } from '../clock.ts'
import { claimNotice, confirmNotice, failNotice, type Notice } from '../store/notices.ts'
import { systemScope } from '../store/system-scope.ts'
import { type Mail, send, Undeliverable } from './send.ts'

/** A mail as it goes to somebody; without `to` to whom its notice names. */
export type Ready = Omit<Mail, 'to'> & { to?: string }

/**
 * Sends the mail of one notice, at most once: claim, send, confirm. With a `reason` not to send it, files that instead. False when it went out
 * before, or someone else has it in hand. Throws when a later try may succeed; the notice is then `failed` and can be claimed again.
 * A mail can go out twice only where the mail service took it without an answer (`Unanswered`), or where its answer could not be confirmed: a crash between
 * the two, or the table out of reach, leaves a claim that goes stale.
 */
export async function deliver(notice: Notice, reason: Notice['reason'] | null, mail: Ready, clock: Clock): Promise<boolean> {
  return deliverTogether([notice], reason, async () => ({ mail }), clock)
}

/**
 * The same of several notices in one mail. Each has a claim and a state of its own, and the mail is written of those that nobody else has in hand: so each is
 * said once, with whichever of the others it goes. What did not go waits for itself, and knows nothing of the mail that failed.
 */
export async function deliverTogether(
  notices: Notice[],
  reason: Notice['reason'] | null,
  write: (claimed: [Notice, ...Notice[]]) => Promise<{ mail: Ready; content?: unknown }>,
  { now }: Clock,
): Promise<boolean> {
  const scope = systemScope()
  const claims = await Promise.all(notices.map((notice) => claimNotice(scope, notice, now)))
  const [first, ...rest] = notices.filter((_, at) => claims[at])
  if (!first) return false
  const failed = (why: Notice['reason'], state: 'failed' | 'suppressed', again = false) =>
    Promise.all([first, ...rest].map(({ id }) => failNotice(scope, { id, at: now.toISOString() }, why, state, again)))
  if (reason) {
    await failed(reason, 'suppressed')
    return false
  }
  const gone = await write([first, ...rest])
    .then(async ({ mail, content }) => ({ content, ...(await send({ to: first.to, ...mail, tags: { notice: first.id } })) }))
    .catch(async (error) => {
      const refused = error instanceof Undeliverable
      await failed(refused ? 'refused' : 'later', 'failed', !refused)
      if (!refused) throw error
    })
  if (!gone) return false
  const { messageId, content } = gone
  // The first stands before the others find it there.
  await confirmNotice(scope, first.id, messageId, content && rest.length > 0 ? { content } : {})
  await Promise.all(rest.map(({ id }) => confirmNotice(scope, id, messageId, { said: first.id })))
  return true
}
