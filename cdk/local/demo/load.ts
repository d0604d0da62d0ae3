import { setTimeout as pause } from 'node:timers/promises'
import { type Afterwards, afterwards } from './afterwards.ts'
import { type Archive, archives, roll } from './archives.ts'
import { datesOf } from './history.ts'
import { email } from './people.ts'
import { expected, perform, take } from './perform.ts'
import { foundations, plays } from './plays/index.ts'
import type { Play } from './plays/play.ts'
import { type RegisterFile, registerFiles } from './register.ts'
import { stories } from './stories.ts'
import { suggestions } from './suggestions.ts'

export type Answer = { status: number; json: unknown }
export type Client = {
  get: (path: string) => Promise<Answer>
  post: (path: string, body: unknown, headers?: Record<string, string>, at?: Date) => Promise<Answer>
}
/** Opens a session for an account of the demonstration county. */
export type Api = { as: (email: string) => Promise<Client> }

type Row = { id: string; number?: string; version: number }
type Import = { id: string; state: 'checking' | 'storing' | 'done' | 'refused'; rejected: unknown[] }
type Announced = { id: string; upload: { url: string; fields: Record<string, string> } }

const ledger = 'suggestions'
const atOnce = 4

/**
 * Loads the demonstration county as it stands on `today` (YYYY-MM-DD, Asia/Shanghai) the way an office would: the register by import, then this year's steps by
 * the accounts whose steps they are. Run again after an interruption it goes on where it was. Throws when the platform refuses anything.
 */
export async function load(api: Api, today: string, now: Date): Promise<{ imported: number; told: number }> {
  const { register, live } = suggestions(today)
  const as = sessions(api)
  const county = await as(email('county'))
  for (const file of registerFiles(register)) await importFile(county, file)
  const told = stories(live, today)
  await eachOf(inOrder(told, today, now), ({ play, nth, dates }) => perform(as, play, `demo-${today}-${nth}`, dates))
  await eachOf(afterwards(register, today), (after) => continueWith(as, county, after))
  return { imported: register.length, told: told.length }
}

/** Fills the other ledgers, two records at a time so that people can already work; ends early when told. Run again it goes on where it was. */
export async function playOn(api: Api, today: string, now: Date, signal: AbortSignal): Promise<void> {
  const as = sessions(api)
  for (const [nth, play] of foundations(today).entries()) {
    if (signal.aborted) return
    await perform(as, play, `first-${today}-${nth}`, datesOf(play, nth, today, now))
  }
  const waiting = inOrder(plays(today), today, now)
  const worker = async () => {
    for (let next = waiting.shift(); next && !signal.aborted; next = waiting.shift())
      await perform(as, next.play, `play-${today}-${next.nth}`, next.dates)
  }
  await Promise.all([worker(), worker()])
}

/** The roll of deputies, before anything is told of them. Imported twice, it changes nothing. */
export async function enrol(api: Api, today: string): Promise<void> {
  await bring(await api.as(email('county')), roll(today))
}

/** The registers of earlier years, one after the other. Imported twice, they change nothing. */
export async function bringIn(api: Api, today: string): Promise<void> {
  const county = await api.as(email('county'))
  for (const each of archives(today)) await bring(county, each)
}

const bring = (county: Client, { ledger: into, name, csv }: Archive) =>
  importFile(county, { name, type: 'text/csv', bytes: new TextEncoder().encode(csv) }, into)

/** What began first comes first, so that numbers rise with the days. */
function inOrder(plays: Play[], today: string, now: Date) {
  return plays
    .map((play, nth) => ({ play, nth, dates: datesOf(play, nth, today, now) }))
    .sort((one, other) => one.dates.at.getTime() - other.dates.at.getTime())
}

/** As a large register comes: put into the bucket first, then imported behind the request, however slow the machine is. */
async function importFile(county: Client, { name, type, bytes }: RegisterFile, into = ledger): Promise<void> {
  const announced = expected<Announced>(await county.post('/api/files', { name, type, size: bytes.length }), `announce ${name}`)
  await put(announced.upload, new File([bytes], name, { type }))
  const { id } = expected<Import>(await county.post(`/api/imports/${into}`, { file: announced.id }), `import ${name}`)
  for (;;) {
    const { state, rejected } = expected<Import>(await county.get(`/api/imports/${id}`), `import ${id}`)
    if (state === 'refused') throw new Error(`the register ${name} was refused: ${JSON.stringify(rejected.slice(0, 5))}`)
    if (state === 'done') return
    await pause(250)
  }
}

async function put({ url, fields }: Announced['upload'], file: File): Promise<void> {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  form.append('file', file)
  const answer = await fetch(url, { method: 'POST', body: form })
  if (!answer.ok) throw new Error(`the bucket refused ${file.name}: ${answer.status} ${await answer.text()}`)
}

async function continueWith(as: Api['as'], county: Client, { number, act }: Afterwards): Promise<void> {
  const found = expected<{ data: Row[] }>(await county.get(`/api/records/${ledger}?q=${number}&limit=5`), `find ${number}`)
  const row = found.data.find((one) => one.number === number)
  if (!row) throw new Error(`the register brought in ${number}, but it is not found`)
  const address = `/api/records/${ledger}/${row.id}`
  if (row.version === 1) await take({ as, versions: new Map([[address, row.version]]) }, address, act)
}

/** One session for each account, opened when it is first needed. */
function sessions(api: Api): Api['as'] {
  const clients = new Map<string, Promise<Client>>()
  return (account) => {
    const client = clients.get(account) ?? api.as(account)
    clients.set(account, client)
    return client
  }
}

async function eachOf<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items]
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
