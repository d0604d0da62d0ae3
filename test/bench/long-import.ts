import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Client, signIn } from '../../cdk/local/api.ts'
import { freePort } from '../../cdk/local/ports.ts'
import { password } from '../../cdk/local/seed.ts'

// The largest register there may be, on a platform that is killed in the middle: `node test/bench/long-import.ts [rows]`.
const rows = Number(process.argv[2] ?? 50_000)
const data = mkdtempSync(join(tmpdir(), 'duban-'))
const port = await freePort(Number(process.env.PORT || 0) || undefined)
const env = { PORT: String(port), MAIL_PORT: String(process.env.MAIL_PORT || (await freePort())), DUBAN_DATA: data, DUBAN_SEED: 'none' }
const copy = { args: ['cdk/local.ts'], env, ready: 'ready http', origin: `http://localhost:${port}` }
const { moments, ...told } = await longImport(copy, rows, (line) => console.log(new Date().toISOString().slice(11, 19), line))
const apart = Math.max(...moments.map(({ act, before, counted }) => (act === 'store' ? before - counted : counted - (rows - before))))
console.log(JSON.stringify({ rows, ...told, moments: moments.length, apart }, null, 1))
rmSync(data, { recursive: true, force: true })
process.exit()

/** A copy of the platform in a process of its own: what starts it, what it says when it answers, and where. */
type Copy = { args: string[]; env?: Record<string, string>; ready: string; origin: string }
type Progress = { done: number; of: number }
type Import = {
  id: string
  state: string
  progress: Progress
  created: number
  undone?: number
  left?: unknown[]
  undo?: { state: string; progress: Progress }
}
/** What was counted while long work went on: rows stored or taken back by then, and records that the counters know. */
type Moment = { act: 'store' | 'undo'; before: number; counted: number; after: number }

/**
 * A register of so many rows comes in through a file of the bucket, and is taken back; in the middle of either the whole platform is killed and begun again.
 * Answers what was counted on the way and at each end.
 */
async function longImport(copy: Copy, rows: number, say: (line: string) => void = () => {}) {
  const moments: Moment[] = []
  let child = await begun(copy)
  let county = await signIn(copy.origin, 'county@duban.test', password)
  const counted = async () => ((await county.get('/api/counts/suggestions')).json as { total: number }).total
  const told = async (id: string) => (await county.get(`/api/imports/${id}`)).json as Import
  const again = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
    child = await begun(copy)
    county = await signIn(copy.origin, 'county@duban.test', password)
  }
  /** Follows long work to its end, and kills the platform when half of it is done. */
  const followed = async (id: string, act: Moment['act'], of: (job: Import) => Progress, open: (job: Import) => boolean) => {
    const began = Date.now()
    let [killed, line] = [0, '']
    for (;;) {
      const before = await told(id)
      const there = await counted()
      const after = await told(id)
      moments.push({ act, before: of(before).done, counted: there, after: of(after).done })
      const now = `${act} ${of(after).done} of ${of(after).of}, ${there} counted`
      if (now !== line) say(now)
      line = now
      if (!open(after)) return { job: after, killed, seconds: Math.round((Date.now() - began) / 1000) }
      if (killed === 0 && of(after).done >= rows / 2) {
        killed = of(after).done
        await again()
        say(`killed at ${killed}, and begun again`)
      }
      await pause(rows > 5000 ? 5000 : 50)
    }
  }
  try {
    const id = await sent(county, rows)
    const stored = await followed(
      id,
      'store',
      ({ progress }) => progress,
      ({ state }) => state === 'checking' || state === 'storing',
    )
    const whole = { total: await counted(), numbers: await numbers(county) }
    const begunUndo = await county.post(`/api/imports/${id}/undo`, {})
    say(`undo ${begunUndo.status}`)
    const none: Progress = { done: 0, of: rows }
    const undone = await followed(
      id,
      'undo',
      ({ undo }) => undo?.progress ?? none,
      ({ undo }) => undo?.state !== 'done',
    )
    const nothing = { total: await counted(), numbers: await numbers(county) }
    return { stored, whole, undone, nothing, moments }
  } finally {
    child.kill('SIGKILL')
  }
}

async function begun({ args, env, ready }: Copy): Promise<ChildProcess> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  for await (const piece of child.stdout) {
    said += piece
    if (said.includes(ready)) break
  }
  if (!said.includes(ready)) throw new Error(`The copy ended before it was ready:\n${said}`)
  return child
}

async function sent(county: Client, rows: number): Promise<string> {
  const bytes = Buffer.from(register(rows))
  const announced = await county.post('/api/files', { name: '历年台账.csv', type: 'text/csv', size: bytes.length })
  const { id, upload } = announced.json as { id: string; upload: { url: string; fields: Record<string, string> } }
  const form = new FormData()
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value)
  form.append('file', new Blob([bytes]), '历年台账.csv')
  const put = await fetch(upload.url, { method: 'POST', body: form })
  if (!put.ok) throw new Error(`The file could not be uploaded: ${put.status}`)
  const begun = await county.post('/api/imports/suggestions', { file: id })
  if (begun.status !== 202) throw new Error(JSON.stringify(begun.json))
  return (begun.json as Import).id
}

/** Ten years of one county, a third of it still open. */
function register(rows: number): string {
  const towns = [
    'xinan',
    'duigougang',
    'tianlou',
    'beichenji',
    'zhangdian',
    'sankou',
    'mengxingzhuang',
    'tanggou',
    'bailu',
    'xinji',
    'lijiji',
  ]
  const units = ['water', 'education', 'transport', 'health', 'housing']
  const row = (at: number) => {
    const answer = at % 3 ? '2020-05-30,已修好。,A,满意' : ',,,'
    return `2020-${at + 1},关于第${at}号道路的建议,路坏了，群众出行不便。,张三、李四,${towns[at % 11]},${units[at % 5]},2020-03-02,${answer}`
  }
  return [
    '编号,标题,内容,领衔代表,乡镇,主办单位,交办日期,答复日期,答复内容,结果,满意度',
    ...Array.from({ length: rows }, (_, at) => row(at)),
  ].join('\n')
}

/** How many different numbers the whole list holds, walked to its end, and how many records. */
async function numbers(county: Client): Promise<{ records: number; different: number }> {
  const found: unknown[] = []
  for (let cursor = ''; ; ) {
    const { data, next } = (await county.get(`/api/records/suggestions?limit=100${cursor}`)).json as {
      data: { number: string }[]
      next?: string
    }
    found.push(...data.map(({ number }) => number))
    if (!next) return { records: found.length, different: new Set(found).size }
    cursor = `&cursor=${encodeURIComponent(next)}`
  }
}
