import { setTimeout as pause } from 'node:timers/promises'
import type { SESClient } from '@aws-sdk/client-ses'
import { oneLine } from '../../shared/text.ts'
import { env } from '../env.ts'
import { originHere, senderHere, sharers } from '../here.ts'
import { countyHere } from '../store/county.ts'
import { mayHaveGone, Unanswered, Undeliverable } from './failures.ts'
import { turn } from './pace.ts'
import { forgetSmtpAddress, smtpAddress } from './smtp-address.ts'

/**
 * One mail to one address, or, with `by`, what it says in short by a channel of the county's own. `tags` (ASCII names and values) come back with bounces and
 * deliveries.
 */
export type Mail = {
  to: string
  subject: string
  html: string
  text: string
  tags?: Record<string, string>
  by?: { channel: string; phone?: string }
}

export { Unanswered, Undeliverable }

/**
 * Sends one mail, HTML with a text part, by SES or, with `MAIL_DRIVER=smtp`, by an SMTP server (`smtp-address.ts`).
 * What goes into a header is one line: a break would begin another header. Throws `Undeliverable`
 * when the mail itself is refused, `Unanswered` when it may have gone out, anything else when it did not and a later try may succeed.
 */
export function send(mail: Mail): Promise<{ messageId: string }> {
  if (mail.by) return byChannel(mail, mail.by)
  const safe = { ...mail, to: oneLine(mail.to), subject: oneLine(mail.subject) }
  return env('MAIL_DRIVER') === 'smtp' ? bySmtp(safe) : bySes(safe)
}

async function byChannel({ subject }: Mail, { channel, phone }: NonNullable<Mail['by']>): Promise<{ messageId: string }> {
  const { byWebhook } = await import('./webhook.ts')
  // A group reads along: the subject and the way in, no link that acts.
  return byWebhook({ channel, text: `${subject}\n${originHere()}/`, ...(phone ? { phone } : {}) })
}

let ses: SESClient | undefined
/**
 * Nothing is tried again by the client: after an answer that was lost that would be a second mail, which nobody counts. So each mail has a connection of its
 * own, since one that was kept since the last morning is gone as often as not.
 */
const fresh = { keepAlive: false }

async function bySes(mail: Mail): Promise<{ messageId: string }> {
  const { GetSendQuotaCommand, SESClient, SESServiceException, SendEmailCommand } = await import('@aws-sdk/client-ses')
  ses ??= new SESClient({ maxAttempts: 1, requestHandler: { httpAgent: fresh, httpsAgent: fresh } })
  const service = ses
  await turn(async () => ((await service.send(new GetSendQuotaCommand({}))).MaxSendRate ?? 1) / sharers())
  const utf8 = (Data: string) => ({ Charset: 'UTF-8', Data })
  const command = new SendEmailCommand({
    Source: from(),
    Destination: { ToAddresses: [mail.to] },
    Message: { Subject: utf8(mail.subject), Body: { Html: utf8(mail.html), Text: utf8(mail.text) } },
    ConfigurationSetName: env('SES_CONFIG_SET'),
    // Whose it is comes back with its fate.
    Tags: Object.entries({ ...mail.tags, county: countyHere() }).map(([Name, Value]) => ({ Name, Value })),
  })
  for (let wait = FIRST_WAIT; ; wait *= 2) {
    try {
      const { MessageId } = await service.send(command)
      return { messageId: MessageId ?? '' }
    } catch (error) {
      if (!(error instanceof SESServiceException)) throw unanswered(error as Error)
      if (isRecipients(error)) throw new Undeliverable(error.message)
      if (!error.$retryable?.throttling && error.name !== 'Throttling') throw error
      if (wait > LAST_WAIT) throw error
      await pause(wait * (0.5 + Math.random() / 2))
    }
  }
}

/** In milliseconds; SES says "too fast" for a second, and takes what it refused then. */
const FIRST_WAIT = 250
const LAST_WAIT = 4_000

function unanswered(error: Error): Error {
  return mayHaveGone(error) ? new Unanswered(error.message, { cause: error }) : error
}

/**
 * Whether SES refused this recipient (an address on its suppression list, one that cannot be read). It says `MessageRejected` too for what is ours to
 * mend: a sender that is not verified, an account in the sandbox or paused; then every letter waits until it is mended.
 */
function isRecipients({ name, message }: { name: string; message: string }): boolean {
  return (
    name === 'InvalidParameterValue' || (name === 'MessageRejected' && !/not verified|sandbox|paused|disabled|suspended/i.test(message))
  )
}

async function bySmtp(mail: Mail): Promise<{ messageId: string }> {
  const { createTransport } = await import('nodemailer')
  const post = createTransport(await smtpAddress(Date.now()))
  try {
    const { to, subject, html, text } = mail
    const sent = await post.sendMail({ from: from(), to, subject, html, text })
    return { messageId: sent.messageId }
  } catch (error) {
    const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
    if (error instanceof Error && 'code' in error && error.code === 'EAUTH') forgetSmtpAddress()
    if (code >= 550 && code <= 559) throw new Undeliverable((error as Error).message)
    throw code > 0 ? error : unanswered(error as Error)
  } finally {
    post.close()
  }
}

/** The sender. Its Chinese name is written as RFC 2047 asks, since SES takes the source as it is. */
function from(): string {
  return `=?UTF-8?B?${Buffer.from('督办', 'utf8').toString('base64')}?= <${senderHere()}>`
}
