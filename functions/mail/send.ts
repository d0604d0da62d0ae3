import type { SESClient } from '@aws-sdk/client-ses'
import { oneLine } from '../../shared/text.ts'
import { env } from '../env.ts'
import { forgetSmtpAddress, smtpAddress } from './smtp-address.ts'

/** One mail to one address. `tags` (ASCII names and values) come back with bounces and deliveries. */
export type Mail = { to: string; subject: string; html: string; text: string; tags?: Record<string, string> }

/** The mail system refused this very mail; trying it again cannot help. */
export class Undeliverable extends Error {}

/**
 * Sends one mail, HTML with a text part, by SES or, with `MAIL_DRIVER=smtp`, by an SMTP server (`smtp-address.ts`).
 * What goes into a header is one line: a break would begin another header. Throws `Undeliverable` when the mail itself is refused, anything else when a later try may succeed.
 */
export function send(mail: Mail): Promise<{ messageId: string }> {
  const safe = { ...mail, to: oneLine(mail.to), subject: oneLine(mail.subject) }
  return env('MAIL_DRIVER') === 'smtp' ? bySmtp(safe) : bySes(safe)
}

let ses: SESClient | undefined

async function bySes(mail: Mail): Promise<{ messageId: string }> {
  const { SESClient, SESServiceException, SendEmailCommand } = await import('@aws-sdk/client-ses')
  ses ??= new SESClient({})
  const utf8 = (Data: string) => ({ Charset: 'UTF-8', Data })
  const command = new SendEmailCommand({
    Source: from(),
    Destination: { ToAddresses: [mail.to] },
    Message: { Subject: utf8(mail.subject), Body: { Html: utf8(mail.html), Text: utf8(mail.text) } },
    ConfigurationSetName: env('SES_CONFIG_SET'),
    Tags: Object.entries(mail.tags ?? {}).map(([Name, Value]) => ({ Name, Value })),
  })
  try {
    const { MessageId } = await ses.send(command)
    return { messageId: MessageId ?? '' }
  } catch (error) {
    throw error instanceof SESServiceException && isRecipients(error) ? new Undeliverable(error.message) : error
  }
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
    throw code >= 550 && code <= 559 ? new Undeliverable((error as Error).message) : error
  } finally {
    post.close()
  }
}

/** The sender. Its Chinese name is written as RFC 2047 asks, since SES takes the source as it is. */
function from(): string {
  return `=?UTF-8?B?${Buffer.from('督办', 'utf8').toString('base64')}?= <${env('MAIL_FROM')}>`
}
