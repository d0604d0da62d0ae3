import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { waitFor } from '../../functions/mail/pace.ts'
import { partsHere } from '../parts-here.ts'
import { county } from './mail-county.ts'

const mail = { to: 'water@duban.test', subject: '督办提醒', html: '<p>x</p>', text: 'x' }
beforeEach(() => county(partsHere()))
afterEach(() => {
  vi.unstubAllEnvs()
  // The client of SES is made once, for the address that was told first.
  vi.resetModules()
})

test.each<[string, number[], rate: number, now: number, wait: number]>([
  ['the first goes at once', [], 1, 5000, 0],
  ['one a second: the next waits for the rest of it', [4600], 1, 5000, 600],
  ['and goes when it is over', [4000], 1, 5000, 0],
  ['as many as the account may go at once', [4900, 4950], 3, 5000, 0],
  ['the one too many waits for the first of them', [4300, 4900, 4950], 3, 5000, 300],
  ['only the last ones count', [1, 2, 3, 4950], 3, 5000, 0],
  ['less than one a second is one', [4600], 0.5, 5000, 600],
])('%s', (_, sent, rate, now, wait) => {
  expect(waitFor(sent, rate, now)).toBe(wait)
})

test('the rate of the account is asked when a second mail follows the first, once, and not for a single one', async () => {
  const asked: string[] = []
  const server = createServer(async (call, answer) => {
    const action = new URLSearchParams(Buffer.concat(await call.toArray()).toString()).get('Action') ?? ''
    asked.push(action)
    const result = action === 'SendEmail' ? '<MessageId>m</MessageId>' : '<MaxSendRate>50</MaxSendRate>'
    answer
      .writeHead(200, { 'content-type': 'text/xml' })
      .end(
        `<${action}Response xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><${action}Result>${result}</${action}Result></${action}Response>`,
      )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  vi.stubEnv('AWS_ENDPOINT_URL_SES', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const { send } = await import('../../functions/mail/send.ts')
  await send(mail)
  expect(asked).toEqual(['SendEmail'])
  await Promise.all(Array.from({ length: 8 }, () => send(mail)))
  expect(asked.filter((action) => action === 'SendEmail')).toHaveLength(9)
  expect(asked.filter((action) => action === 'GetSendQuota')).toHaveLength(1)
  server.closeAllConnections()
  server.close()
})

test('a sender that nobody verified is refused here as there, and the letter waits for the mend', async () => {
  vi.stubEnv('MAIL_FROM', 'duban@elsewhere.example')
  const { send, Undeliverable } = await import('../../functions/mail/send.ts')
  const refused = await send(mail).catch((error: Error) => error)
  expect(refused).toMatchObject({ name: 'MessageRejected', message: expect.stringContaining('not verified') })
  expect(refused).not.toBeInstanceOf(Undeliverable)
})
