import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Platform, startPlatform } from './local/platform.ts'
import { freePort } from './local/ports.ts'
import { fill, password, seed } from './local/seed.ts'

// npm start: the whole platform on this machine, in the foreground, until it is told to end.
process.env.TZ = 'UTC'
const port = whole('PORT', 3000)
const mailPort = whole('MAIL_PORT', 3005)
const data = process.env.DUBAN_DATA || '.local'
const wish = oneOf('DUBAN_SEED', ['demo', 'none'])
const identity = oneOf('DUBAN_IDENTITY', ['cognito', 'own']) as 'cognito' | 'own'
const today = process.env.DUBAN_TODAY || undefined
if (today && !isDay(today)) end(`DUBAN_TODAY is a day such as 2026-07-09, not ${today}`)
const running = join(data, 'running')

const ending = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort('told'))
endWith(process.ppid)

for (const one of [port, mailPort])
  if ((await freePort(one)) !== one) end(`Port ${one} is taken. Choose others: PORT=… MAIL_PORT=… npm start`)
claim()
console.log('Starting: database, accounts, files, mail, functions, panel …')
process.exitCode = await live().catch((error) => {
  if (ending.signal.reason === 'told') return 0
  console.error(said(error))
  return 1
})
rmSync(running, { force: true })
process.exit()

async function live(): Promise<number> {
  const platform = await startPlatform({ port, mailPort, data, today, identity, panel: true }, ending)
  const told = new Promise((end) => ending.signal.addEventListener('abort', end))
  try {
    await Promise.race([seed(platform, data, wish, today ?? dayInChina(new Date())).then(() => announce(platform)), told])
    if (!ending.signal.aborted) void fill(platform, data, ending.signal).catch(unfilled)
    if (!ending.signal.aborted) await told
  } finally {
    await platform.stop()
  }
  return 0
}

/** What went wrong, down to its cause: `fetch failed` alone tells nobody anything. */
function said(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message}: ${said(error.cause)}`
}

/** The platform goes on without; the next start fills what is missing. */
function unfilled(error: unknown): void {
  if (!ending.signal.aborted) console.error('The demonstration county is not whole:', said(error))
}

function announce({ origin, mail }: Platform): void {
  console.log(`
  panel   ${origin}
  API     ${origin}/api        (its document: ${origin}/api/openapi.json)
  mail    ${mail.replace('127.0.0.1', 'localhost')}
  data    ${data}
${today ? `  today   ${today}\n` : ''}
  accounts, all with the password ${password}
    county@duban.test       the county office, administrator
    leader@duban.test       a county leader, reads everything
    xinan@duban.test …      the congress office of a township
    water@duban.test …      the liaison officer of a unit
    deputy1@duban.test …    deputies

ready ${origin}`)
}

// npm passes signals on, but not its own death by SIGKILL.
function endWith(parent: number): void {
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && ending.abort('told'), 1000).unref()
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

function dayInChina(now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now)
}

// Two copies on one folder would corrupt it.
function claim(): void {
  mkdirSync(data, { recursive: true })
  const other = Number(read(running))
  if (other && other !== process.pid && isCopy(other))
    end(`Another copy (process ${other}) runs on ${data}. Choose another folder: DUBAN_DATA=… npm start`)
  writeFileSync(running, String(process.pid))
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Whether a copy runs under that number: one that was killed leaves its number behind, and anything may bear it by now. */
function isCopy(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' })
  const command = read(`/proc/${pid}/cmdline`) || stdout || ''
  return command === '' || command.includes('cdk/local.ts')
}

function whole(name: string, otherwise: number): number {
  const value = Number(process.env[name] || otherwise)
  if (!Number.isInteger(value) || value < 1 || value > 65535) end(`${name} is a port between 1 and 65535, not ${process.env[name]}`)
  return value
}

function oneOf(name: string, values: string[]): string {
  const value = process.env[name] || values[0] || ''
  if (!values.includes(value)) end(`${name} is one of ${values.join(', ')}, not ${value}`)
  return value
}

function end(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
