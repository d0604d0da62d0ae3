import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { byWebhook } from '../../functions/mail/webhook.ts'
import { handler as remind } from '../../functions/remind.ts'
import { type ChannelKind, putChannel } from '../../functions/store/channels.ts'
import { pageNotices } from '../../functions/store/notice-pages.ts'
import { heaps } from '../../functions/store/notices.ts'
import { changePerson } from '../../functions/store/people.ts'
import { writeOwnSettings } from '../../functions/store/settings.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { partsHere } from '../parts-here.ts'
import { along, as, assigned, county, mails } from './mail-county.ts'

const parts = partsHere()
type Got = { url: URL; headers: IncomingHttpHeaders; body: { text: string & { content?: string }; [name: string]: unknown } }
let server: Server
let base = ''
let got: Got[] = []
let answer: { status: number; body: object } = { status: 200, body: { errcode: 0 } }

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    got.push({ url: new URL(request.url ?? '', base), headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) })
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body))
  }).listen(0, '127.0.0.1')
  await new Promise((ready) => server.once('listening', ready))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())
beforeEach(async () => {
  await county(parts)
  got = []
  answer = { status: 200, body: { errcode: 0 } }
})

const channel = (kind: ChannelKind, secret?: string) =>
  putChannel({ key: 'group', kind, name: '督办群' }, { url: `${base}/hook?key=token-nobody-may-read`, ...(secret ? { secret } : {}) })
const choose = () => writeOwnSettings(as('water'), { channel: 'group' })
const due = () => assigned('2026-03-02', 'water').then((moves) => along(moves, '2026-03-03', ['water', 'accept']))
/** Where what was said went and how, each once: on a Monday a letter says a rung and the week's overview. */
async function log(): Promise<unknown[]> {
  const heap = { index: 'g1' as const, pk: heaps.person(systemScope(), 'p-water') }
  const { data } = await pageNotices(systemScope(), [heap], { limit: 10, keep: () => true })
  const lines = data.map(({ to, state, reason }) => [to, state, ...(reason ? [reason] : [])].join(' '))
  return [...new Set(lines)].map((line) => line.split(' '))
}

describe('who chose a channel', () => {
  it('gets the reminder there and no mail, once, and the log names the channel', async () => {
    await channel('wecom')
    await choose()
    const { title } = await due()
    await remind({ date: '2026-05-18' })
    expect(await remind({ date: '2026-05-18' })).toMatchObject({ sent: 0 })
    expect(got.map(({ body }) => body)).toEqual([{ msgtype: 'text', text: { content: expect.stringContaining(title) } }])
    expect(got[0]?.body.text.content).toContain('还剩 15 天')
    expect(got[0]?.body.text.content).not.toContain('/act/')
    expect(await mails(parts, 'water')).toEqual([])
    expect(await log()).toEqual([['督办群', 'sent']])
  })

  it('is sent to again when the channel was busy, and no more when it refused', async () => {
    await channel('dingtalk')
    await choose()
    await due()
    answer = { status: 200, body: { errcode: 130101 } }
    expect(await remind({ date: '2026-05-18' })).toMatchObject({ failed: 1 })
    expect(await log()).toEqual([['督办群', 'failed', 'later']])
    answer = { status: 403, body: {} }
    expect(await remind({ date: '2026-05-18' })).toMatchObject({ failed: 1 })
    expect(await log()).toEqual([['督办群', 'failed', 'refused']])
    answer = { status: 200, body: { errcode: 0 } }
    expect(await remind({ date: '2026-05-18' })).toMatchObject({ sent: 1, failed: 0 })
  })

  it('gets mail where the channel is gone, or he has no telephone for its short messages', async () => {
    await writeOwnSettings(as('water'), { channel: 'gone' })
    await due()
    await remind({ date: '2026-05-18' })
    expect(await mails(parts, 'water')).toHaveLength(1)
    await channel('sms', 'bearer')
    await choose()
    await remind({ date: '2026-05-26' })
    expect(await mails(parts, 'water')).toHaveLength(2)
    await changePerson('system', 'p-water', { phone: '13800000000' })
    await remind({ date: '2026-06-02' })
    expect(got.map(({ headers, body }) => [headers.authorization, body.phone])).toEqual([['Bearer bearer', '13800000000']])
  })
})

describe('what opens a channel', () => {
  it('signs what goes to 钉钉', async () => {
    await channel('dingtalk', 'SEC1')
    await byWebhook({ channel: 'group', text: '试' }, 1_700_000_000_000)
    const sign = createHmac('sha256', 'SEC1').update('1700000000000\nSEC1').digest('base64')
    expect(got[0]?.url.searchParams.get('sign')).toBe(sign)
    expect(got[0]?.url.searchParams.get('key')).toBe('token-nobody-may-read')
  })

  it('stands in no log and in no error, whatever fails', async () => {
    await channel('wecom', 'SEC1')
    await choose()
    await due()
    const said: string[] = []
    const spies = (['log', 'error', 'warn'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation((...all) => void said.push(JSON.stringify(all))),
    )
    for (const next of [
      { status: 500, body: {} },
      { status: 200, body: { errcode: 93000 } },
      { status: 302, body: {} },
    ]) {
      answer = next
      await remind({ date: '2026-05-18' })
      const error = await byWebhook({ channel: 'group', text: '试' }).catch((each: Error) => each)
      said.push(String(error), JSON.stringify(error, Object.getOwnPropertyNames(error)))
    }
    for (const spy of spies) spy.mockRestore()
    expect(said.length).toBeGreaterThan(3)
    expect(said.join('\n')).not.toMatch(/token-nobody-may-read|SEC1/)
  })
})
