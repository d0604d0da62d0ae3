import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn } from '../../cdk/local/api.ts'
import { inbox } from '../../cdk/local/mail.ts'
import { type Platform, startPlatform } from '../../cdk/local/platform.ts'
import { freePort } from '../../cdk/local/ports.ts'
import { password, seed } from '../../cdk/local/seed.ts'
import { seen } from '../roles/attributed.ts'

const data = mkdtempSync(join(tmpdir(), 'duban-'))
const today = '2026-07-08'
let platform: Platform

const begin = async () =>
  startPlatform({ port: await freePort(), mailPort: await freePort(), data, today, panel: false, seen, unhurried: true })
const county = () => signIn(platform.origin, 'county@duban.test', password)

beforeAll(async () => {
  platform = await begin()
  await seed(platform, data, 'none', today)
})
afterAll(async () => {
  await platform.stop()
  rmSync(data, { recursive: true, force: true })
})

test('what was written, who may sign in and which mails were sent survive a restart', async () => {
  const before = await county()
  const created = await before.post(
    '/api/records/suggestions',
    { township: 'xinan', data: { title: '修路', body: '请修路' } },
    { 'Idempotency-Key': 'restart' },
  )
  expect(created.status).toBe(201)
  await platform.settled()
  await platform.stop()
  platform = await begin()
  const after = await county()
  expect((await after.get('/api/records/suggestions')).json).toMatchObject({ data: [{ data: { title: '修路' } }] })
  await platform.settled()
  // Counted once: the stream was read on from where it stood, neither again nor not at all.
  expect((await after.get('/api/counts/suggestions')).json).toMatchObject({ total: 1 })
  await seed(platform, data, 'none', today)
  expect((await after.get('/api/offices?kind=township')).json).toMatchObject({ data: { length: 11 } })
})

test('what the database asks of its streams at every write is looked up, however long they have grown', () => {
  const database = new DatabaseSync(join(data, 'dynamodb/shared-local-instance.db'), { readOnly: true })
  const plan = (statement: string) =>
    database
      .prepare(`EXPLAIN QUERY PLAN ${statement}`)
      .all()
      .map(({ detail }) => String(detail))
  const asked = [
    'DELETE FROM us WHERE CreationDateTime < 1',
    'DELETE FROM tr WHERE CreationDateTime < 1',
    "SELECT MAX(SequenceNumber) FROM us WHERE StreamID = 'a' AND ShardID = 'b'",
  ]
  const plans = asked.flatMap(plan)
  database.close()
  expect(plans).toHaveLength(asked.length)
  for (const detail of plans) expect(detail).toMatch(/^SEARCH .* USING .*INDEX/)
})

test('a body too large for an event is refused as the gateway refuses it', async () => {
  const large = { method: 'POST', headers: { 'content-type': 'text/plain' } }
  for (const size of [6_300_000, 10_600_000]) {
    const answer = await fetch(`${platform.origin}/api/imports/suggestions`, { ...large, body: 'x'.repeat(size) })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([413, 'application/problem+json'])
    expect(await answer.json()).toMatchObject({ status: 413, detail: expect.stringContaining('6 MB') })
  }
})

test('where a request comes from is what this machine saw, not what the request says', async () => {
  const { port } = new URL(platform.origin)
  const from = (localAddress: string, said: Record<string, string>) =>
    new Promise<number | undefined>((status) => {
      const headers = { 'content-type': 'application/json', ...said }
      request({ host: '127.0.0.1', localAddress, port, path: '/api/session', method: 'POST', headers }, (answer) =>
        status(answer.resume().statusCode),
      ).end(JSON.stringify({ email: 'bailu@duban.test', password }))
    })
  expect(await from('127.0.0.7', { 'x-forwarded-for': '1.1.1.1, 8.8.8.8', 'x-duban-front': 'made up' })).toBe(200)
  expect(await from('127.0.0.8', {})).toBe(200)
  const { json } = await (await county()).get('/api/log?kind=login')
  const logins = (json as { data: { name: string; ip: string }[] }).data
  expect(logins.slice(1, 3).map(({ ip }) => ip)).toEqual(['127.0.0.8', '127.0.0.7'])
})

test('the bootstrap may send its invitations, with the rights of its own role', async () => {
  const person = { email: 'first@duban.test', name: '孟庆芳', role: 'admin', office: { kind: 'county', id: 'county' } }
  const told = await platform.invoke('Bootstrap', { people: [person] })
  expect(told).toEqual({ offices: 0, people: 1, invited: ['first@duban.test'], notInvited: [] })
  expect((await inbox(platform.mail)).at(-1)?.destination.to).toEqual(['first@duban.test'])
  expect(await platform.invoke('Post', {})).toEqual({ again: false })
})

test('jobs are started by programs of this machine only, never by a page', async () => {
  const invoke = (headers: Record<string, string>) =>
    new Promise<number | undefined>((status) => {
      const { port } = new URL(platform.origin)
      request({ host: '127.0.0.1', port, path: '/_local/invoke/Remind', method: 'POST', headers }, (answer) =>
        status(answer.resume().statusCode),
      ).end(JSON.stringify({ date: today, dryRun: true }))
    })
  expect(await invoke({ origin: 'http://evil.example' })).toBe(403)
  expect(await invoke({ host: 'evil.example' })).toBe(403)
  expect(await invoke({})).toBe(200)
})

/** What a command of package.json says, and how it ends. */
async function command(file: string, args: string[], port = new URL(platform.origin).port) {
  const child = spawn(process.execPath, [file, ...args], { env: { ...process.env, PORT: port } })
  const said = Promise.all([child.stdout.toArray(), child.stderr.toArray()])
  const [code] = await once(child, 'exit')
  const [out, err] = (await said).map((pieces) => Buffer.concat(pieces).toString())
  return { code, out: out ?? '', err: err ?? '' }
}

const operators = readdirSync('functions/operate').filter((name) =>
  readFileSync(`functions/operate/${name}`, 'utf8').includes('// npm run'),
)
test.each(['cdk/local/job.ts', 'cdk/doctor.ts', ...operators.map((name) => `functions/operate/${name}`)])(
  '%s says in a sentence that it does not know an option, and which it knows',
  async (file) => {
    const { code, err } = await command(file, ['--nonsense', 'x'])
    expect([code, err]).toEqual([1, expect.stringMatching(/^Unknown option '--nonsense'\. Known are --.*\n$/)])
  },
)

test('npm run job prints one line of JSON last, and a sentence when it cannot', async () => {
  const job = (args: string[], port: string) => command('cdk/local/job.ts', args, port)
  const { port } = new URL(platform.origin)
  const ran = await job(['reminders', '--date', '2026-07-09', '--dry-run'], port)
  expect(ran.code).toBe(0)
  expect(JSON.parse(ran.out.trim().split('\n').at(-1) ?? '')).toMatchObject({
    date: '2026-07-09',
    planned: 0,
    sent: 0,
    skipped: 0,
    failed: 0,
  })
  expect(await job(['reminders', '--date', '2026-02-30'], port)).toMatchObject({ code: 1, err: expect.stringContaining('2026-02-30') })
  expect(await job(['reminders', '--date', '2026-07-09'], String(await freePort()))).toMatchObject({
    code: 1,
    err: expect.stringContaining('npm start'),
  })
})

test('npm run county has the door bring a county, which invites its people, and another time those who were missed', async () => {
  const from = join(data, 'haian.json')
  const offices = [{ id: 'county', kind: 'county', name: { zh: '海安县人大办', en: 'Haian' } }]
  const people = [{ email: 'chief@haian.test', name: '钱建国', role: 'admin', office: 'county' }]
  writeFileSync(from, JSON.stringify({ offices, people }))
  const brought = { ok: true, county: 'haian', offices: 1, people: 1, invited: ['chief@haian.test'], notInvited: [] }
  const add = ['--add', 'haian', '--from', from]
  expect(JSON.parse((await command('functions/operate/county.ts', add)).out)).toEqual(brought)
  expect((await inbox(platform.mail)).at(-1)?.destination.to).toEqual(['chief@haian.test'])
  expect(JSON.parse((await command('functions/operate/county.ts', add)).out)).toEqual({ ...brought, offices: 0, people: 0, invited: [] })
  expect(await command('functions/operate/county.ts', add, String(await freePort()))).toMatchObject({
    code: 1,
    err: expect.stringContaining('npm start'),
  })
  expect(JSON.parse((await command('functions/operate/verify.ts', ['--county', 'haian'])).out)).toMatchObject({ ok: true })
  const own = await command('cdk/local/job.ts', ['reminders', '--date', today, '--county', 'haian'])
  expect(JSON.parse(own.out)).toMatchObject({ date: today, planned: 0, failed: 0 })
})

test('a second copy stands beside the first, and leaves no process behind when it is killed', async () => {
  const other = mkdtempSync(join(tmpdir(), 'duban-'))
  const wishes = { port: await freePort(), mailPort: await freePort(), data: other, panel: false, unhurried: true }
  const child = spawn(process.execPath, ['test/cdk/copy.ts', JSON.stringify(wishes)], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  expect((await fetch(`http://localhost:${wishes.port}/api/health`)).status).toBe(200)
  expect((await fetch(`${platform.origin}/api/session?maybe=true`)).ok).toBe(true)
  expect(processesOn(other)).not.toEqual([])
  child.kill('SIGKILL')
  while (processesOn(other).length > 0) await sleep(200)
  rmSync(other, { recursive: true, force: true })
})

/** Command lines of the processes that name this folder. */
function processesOn(folder: string): string[] {
  const lines = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      } catch {
        return ''
      }
    })
  return lines.filter((line) => line.includes(folder))
}
