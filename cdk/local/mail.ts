import type { Part } from './database.ts'
import { startThread } from './worker.ts'

export type Mail = {
  messageId: string
  from: string
  destination: { to: string[] }
  subject: string
  body: { text?: string; html?: string }
  at: number
}

/**
 * An SES that delivers to an inbox: its page at `/`, its list at `/store`. Kept in `file` across restarts when one is given. `senders`: who is verified from
 * the beginning.
 */
export function startMail(port = 0, file?: string, senders: string[] = []): Promise<Part> {
  return startThread(new URL('./mail-thread.ts', import.meta.url), { port, file, senders })
}

/** What the inbox holds, oldest first. `since`: only what came from that second on. */
export async function inbox(endpoint: string, since = 0): Promise<Mail[]> {
  const answer = await fetch(`${endpoint}/store?since=${since}`)
  return ((await answer.json()) as { emails: Mail[] }).emails
}
