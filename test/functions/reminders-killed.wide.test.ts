import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { preview } from '../../functions/mail/daily.ts'
import { foresee } from '../../functions/mail/forecast.ts'
import { readLetters } from '../../functions/store/letters.ts'
import { pageNotices } from '../../functions/store/notice-pages.ts'
import { heaps } from '../../functions/store/notices.ts'
import { readProof } from '../../functions/store/proofs.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { partsHere } from '../parts-here.ts'
import { along, assigned, colleague, county, deputy, mails } from './mail-county.ts'

const parts = partsHere()
const HOUR = 3_600_000
let running: ChildProcess | undefined
/** At which mail the process is killed, and whether the mail service still gets it. */
let death: { at: number; taken: boolean } | undefined

/** Stands before the mail service and kills whoever sends, with `kill -9`, at the mail that was chosen. */
const post = createServer(async (incoming, outgoing) => {
  const body = Buffer.concat(await incoming.toArray())
  const isMail = body.includes('SendEmail')
  if (isMail && death) death.at -= 1
  const dies = isMail && death?.at === 0
  if (dies) running?.kill('SIGKILL')
  if (dies && !death?.taken) return void outgoing.destroy()
  const { method, headers, url } = incoming
  const onward = request(new URL(url ?? '/', parts.mail), { method, headers }, async (answer) => {
    const said = Buffer.concat(await answer.toArray())
    if (dies) outgoing.destroy()
    else outgoing.writeHead(answer.statusCode ?? 500, answer.headers).end(said)
  })
  onward.once('error', () => outgoing.destroy())
  onward.end(body)
})
post.listen(0, '127.0.0.1')
afterAll(() => post.close())

/** Runs the reminders of a day in a process of its own; what it printed last, or null when it was killed. */
async function run(date: string, now: number): Promise<Record<string, number> | null> {
  const env = { ...process.env, AWS_ENDPOINT_URL_SES: `http://127.0.0.1:${(post.address() as AddressInfo).port}` }
  const child = spawn('node', ['test/functions/reminding.ts', date, String(now)], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  running = child
  const [said, [code, signal]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  if (signal === 'SIGKILL') return null
  expect(code).toBe(0)
  return JSON.parse(said.trim().split('\n').at(-1) ?? '')
}

/** The reminders of a day that the delivery log says were sent. */
async function logged(date: string): Promise<number> {
  const all = ['county', 'xinan', 'tanggou'].map((owner) => ({ index: 'g4' as const, pk: heaps.owner(systemScope(), owner) }))
  const { data } = await pageNotices(systemScope(), all, {
    limit: 500,
    on: date,
    keep: ({ rule }) => rule !== 'progress',
  })
  return data.filter(({ state }) => state === 'sent').length
}

test('a run that is killed with kill -9 in the middle is whole in the end: inbox, log, preview, forecast and proof agree', async () => {
  if (!post.listening) await once(post, 'listening')
  await county(parts)
  await colleague('vice', 'water', ['leader'])
  await deputy('deputy1', '张桂兰')
  for (const [day, lead] of [
    ['2026-03-02', 'water'],
    ['2026-03-05', 'housing'],
    ['2026-03-06', 'urban'],
  ] as const)
    await assigned(day, lead, { co: [lead === 'water' ? 'urban' : 'water'] }).then((moves) => along(moves, day, [lead, 'accept']))
  let [seen, killed, now] = [0, 0, Date.now()]
  for (const [date, at, taken] of [
    ['2026-05-25', 1, false],
    ['2026-06-02', 2, true],
    ['2026-06-12', 3, false],
  ] as const) {
    now += 24 * HOUR
    const expected = new Set((await foresee(date, date)).foreseen.map(({ reader }) => reader.email))
    expect([date, expected.size > at]).toEqual([date, true])
    death = { at, taken }
    if ((await run(date, now)) === null) killed += 1
    death = undefined
    // At once, the claims of the dead still hold; an hour later they are stale. Two runs at once share the rest.
    const soon = await run(date, now + 1000)
    const later = await Promise.all([run(date, now + HOUR), run(date, now + HOUR)])
    expect([soon, ...later].map((each) => each?.failed)).toEqual([0, 0, 0])
    const sent = (await mails(parts)).slice(seen).map(({ destination }) => destination.to[0] ?? '')
    seen += sent.length
    expect([date, new Set(sent)]).toEqual([date, expected])
    const people = [...expected].map((email) => `p-${email.split('@')[0]}`)
    const letters = await readLetters(
      systemScope(),
      people.map((person) => ({ person, on: date })),
    )
    expect(letters.map((letter) => letter?.state)).toEqual(people.map(() => 'sent'))
    // A second mail only where the mail service had taken the first one before the process died, and then it is counted.
    const again = letters.filter((letter) => letter?.again).length
    expect(sent.length - expected.size).toBeLessThanOrEqual(again)
    const proof = await readProof(date)
    expect(proof).toMatchObject({ mails: expected.size, planned: 0, doubtful: again, faults: [] })
    expect(proof?.sent).toBe(await logged(date))
    expect((await preview(date, new Date(now + HOUR))).mailings).toEqual([])
    expect((await foresee(date, date)).foreseen).toEqual([])
  }
  expect(killed).toBe(3)
})
