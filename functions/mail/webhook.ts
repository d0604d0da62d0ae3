import { createHmac, randomUUID } from 'node:crypto'
import { type Channel, type ChannelSecret, openChannel } from '../store/channels.ts'
import { mayHaveGone, Unanswered, Undeliverable } from './failures.ts'

/** A message by a channel: a group's robot, or short messages to a telephone. */
export type Message = { channel: string; text: string; phone?: string }

const PATIENCE = 10_000
/** A robot's text may have so many bytes, a short message so many characters. */
const ROBOT = 2000
const SMS = 300

/**
 * Sends a message by one of the county's channels. Throws `Undeliverable` when the channel is gone or says that this message is not for it, anything else when a
 * later try may succeed. Neither carries the address or the secret, since errors reach logs.
 */
export async function byWebhook({ channel: key, text, phone }: Message, now = Date.now()): Promise<{ messageId: string }> {
  const channel = await openChannel(key)
  if (!channel) throw new Undeliverable(`No channel ${key}`)
  if (channel.kind === 'sms' && !phone) throw new Undeliverable('No telephone')
  const { url, headers, body } = asked(channel, text, phone, now)
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE),
    redirect: 'error',
  }).catch((error: { cause?: unknown }) => {
    const message = `Channel ${key} gave no answer`
    throw mayHaveGone(error.cause ?? error) ? new Unanswered(message) : new Error(message)
  })
  const said = (await answer.json().catch(() => ({}))) as { errcode?: number; id?: unknown }
  if (answer.status >= 400 && answer.status < 500 && answer.status !== 429)
    throw new Undeliverable(`Channel ${key} answered ${answer.status}`)
  if (!answer.ok) throw new Error(`Channel ${key} answered ${answer.status}`)
  if (channel.kind !== 'sms' && said.errcode !== 0) {
    const message = `Channel ${key} answered ${Number(said.errcode)}`
    throw tooFast.includes(Number(said.errcode)) || said.errcode === undefined ? new Error(message) : new Undeliverable(message)
  }
  return { messageId: typeof said.id === 'string' ? said.id : `${key}-${randomUUID()}` }
}

/** What both messengers say of a robot that writes too often, or when they are busy. */
const tooFast = [-1, 45009, 130101, 410100]

type Asked = { url: string; headers: Record<string, string>; body: object }

function asked({ kind, url, secret }: Channel & ChannelSecret, text: string, phone: string | undefined, now: number): Asked {
  if (kind === 'sms')
    return { url, headers: secret ? { authorization: `Bearer ${secret}` } : {}, body: { phone, text: text.slice(0, SMS) } }
  const content = cut(text, ROBOT)
  if (kind === 'wecom') {
    return { url, headers: {}, body: { msgtype: 'text', text: { content, ...(phone ? { mentioned_mobile_list: [phone] } : {}) } } }
  }
  const body = { msgtype: 'text', text: { content }, ...(phone ? { at: { atMobiles: [phone] } } : {}) }
  if (!secret) return { url, headers: {}, body }
  const sign = createHmac('sha256', secret).update(`${now}\n${secret}`).digest('base64')
  const signed = new URL(url)
  signed.searchParams.set('timestamp', String(now))
  signed.searchParams.set('sign', sign)
  return { url: signed.href, headers: {}, body }
}

/** The text in at most so many bytes, whole characters. */
function cut(text: string, bytes: number): string {
  let length = text.length
  while (Buffer.byteLength(text.slice(0, length)) > bytes) length -= 1
  return text.slice(0, length)
}
