import type { IncomingMessage, Server, ServerResponse } from 'node:http'

type Listener = (call: IncomingMessage, answer: ServerResponse) => void

/** So many mails a second may be sent, and so many in a day. */
const QUOTA = { second: 200, day: 50_000 }

/**
 * The emulator takes any sender, subject and address, as fast as they come; SES refuses whom nobody verified, what would break a header, and what comes too
 * fast. Reads each form that is sent, answers as SES does where it refuses, and hands on what it takes, read already. `senders`: addresses or domains that
 * are verified; one more by `POST /senders`.
 */
export function beStrict(server: Server, senders: string[]): void {
  const verified = new Set(senders)
  const sent: number[] = []
  const listeners = server.listeners('request') as Listener[]
  server.removeAllListeners('request')
  server.on('request', (call, answer) => {
    void judge(call, answer, verified, sent).then((taken) => {
      if (taken) for (const listen of listeners) listen(call, answer)
    })
  })
}

async function judge(call: IncomingMessage, answer: ServerResponse, verified: Set<string>, sent: number[]): Promise<boolean> {
  if (call.method === 'POST' && call.url === '/senders') {
    verified.add(Buffer.concat(await call.toArray()).toString())
    return end(answer, 200, '')
  }
  if (call.method !== 'POST' || !call.headers['content-type']?.includes('urlencoded')) return true
  const form = Object.fromEntries(new URLSearchParams(Buffer.concat(await call.toArray()).toString()))
  Object.assign(call, { body: form })
  if (form.Action === 'GetSendQuota') return tell(answer, sent.length)
  const torn = Object.keys(form).find((name) => header.test(name) && /\p{Cc}/u.test(form[name] ?? ''))
  if (torn !== undefined) return refuse(answer, 'InvalidParameterValue', `${torn} contains control characters`)
  const source = /<([^>]*)>/.exec(form.Source ?? '')?.[1] ?? form.Source ?? ''
  if (!verified.has(source) && !verified.has(source.split('@')[1] ?? ''))
    return refuse(answer, 'MessageRejected', `Email address is not verified. The following identities failed the check: ${source}`)
  const now = performance.now()
  if (now - (sent.at(-QUOTA.second) ?? Number.NEGATIVE_INFINITY) < 1000)
    return refuse(answer, 'Throttling', 'Maximum sending rate exceeded.')
  sent.push(now)
  return true
}

function refuse(answer: ServerResponse, code: string, message: string): false {
  return end(answer, 400, form('ErrorResponse', `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`))
}

function tell(answer: ServerResponse, sent: number): false {
  const quota = `<Max24HourSend>${QUOTA.day}</Max24HourSend><MaxSendRate>${QUOTA.second}</MaxSendRate><SentLast24Hours>${sent}</SentLast24Hours>`
  return end(answer, 200, form('GetSendQuotaResponse', `<GetSendQuotaResult>${quota}</GetSendQuotaResult>`))
}

const form = (name: string, body: string): string => `<${name} xmlns="http://ses.amazonaws.com/doc/2010-12-01/">${body}</${name}>`

function end(answer: ServerResponse, status: number, body: string): false {
  answer.writeHead(status, { 'content-type': 'text/xml' }).end(body)
  return false
}

const header = /^(Source|ReturnPath|Message\.Subject\.Data|Destination\.\w+\.member\.\d+|ReplyToAddresses\.member\.\d+)$/
