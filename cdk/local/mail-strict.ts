import type { IncomingMessage, Server, ServerResponse } from 'node:http'

type Listener = (call: IncomingMessage, answer: ServerResponse) => void

/**
 * The emulator takes any subject and address; SES refuses what would break a header. Reads each form that is sent, answers as SES does where it
 * refuses, and hands on what it takes, read already.
 */
export function beStrict(server: Server): void {
  const listeners = server.listeners('request') as Listener[]
  server.removeAllListeners('request')
  server.on('request', (call, answer) => {
    void judge(call, answer).then((taken) => {
      if (taken) for (const listen of listeners) listen(call, answer)
    })
  })
}

async function judge(call: IncomingMessage, answer: ServerResponse): Promise<boolean> {
  if (call.method !== 'POST' || !call.headers['content-type']?.includes('urlencoded')) return true
  const form = Object.fromEntries(new URLSearchParams(Buffer.concat(await call.toArray()).toString()))
  Object.assign(call, { body: form })
  const torn = Object.keys(form).find((name) => header.test(name) && /\p{Cc}/u.test(form[name] ?? ''))
  if (torn === undefined) return true
  const error = `<Error><Type>Sender</Type><Code>InvalidParameterValue</Code><Message>${torn} contains control characters</Message></Error>`
  answer
    .writeHead(400, { 'content-type': 'text/xml' })
    .end(`<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">${error}</ErrorResponse>`)
  return false
}

const header = /^(Source|ReturnPath|Message\.Subject\.Data|Destination\.\w+\.member\.\d+|ReplyToAddresses\.member\.\d+)$/
