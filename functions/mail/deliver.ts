import type { Clock } from '../clock.ts'
import { claimNotice, confirmNotice, failNotice, type Notice } from '../store/notices.ts'
import { systemScope } from '../store/system-scope.ts'
import { type Mail, send, Undeliverable } from './send.ts'

/**
 * Sends the mail of one notice, at most once: claim, send, confirm. With a `reason` not to send it, files that instead. False when it went out
 * before, or someone else has it in hand. Throws when a later try may succeed; the notice is then `failed` and can be claimed again.
 * Between the mail service's answer and the confirmation a crash leaves a claim that goes stale: only then can a mail go out twice.
 */
export async function deliver(
  notice: Notice,
  reason: Notice['reason'] | null,
  mail: Omit<Mail, 'to'> & { to?: string },
  { now }: Clock,
): Promise<boolean> {
  const scope = systemScope()
  if (!(await claimNotice(scope, notice, now))) return false
  const claim = { id: notice.id, at: now.toISOString() }
  if (reason) {
    await failNotice(scope, claim, reason, 'suppressed')
    return false
  }
  try {
    const { messageId } = await send({ to: notice.to, ...mail, tags: { notice: notice.id } })
    await confirmNotice(scope, notice.id, messageId)
    return true
  } catch (error) {
    const refused = error instanceof Undeliverable
    await failNotice(scope, claim, refused ? 'refused' : 'later', 'failed', !refused)
    if (refused) return false
    throw error
  }
}
