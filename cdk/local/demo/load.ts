import { setTimeout as pause } from 'node:timers/promises'
import { type Afterwards, afterwards } from './afterwards.ts'
import { email } from './people.ts'
import { perform } from './perform.ts'
import { plays } from './plays/index.ts'
import { type RegisterFile, registerFiles } from './register.ts'
import { type Step, type Story, stories } from './stories.ts'
import { suggestions } from './suggestions.ts'

export type Answer = { status: number; json: unknown }
export type Client = {
  get: (path: string) => Promise<Answer>
  post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>
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
export async function load(api: Api, today: string): Promise<{ imported: number; told: number }> {
  const { register, live } = suggestions(today)
  const clients = new Map<string, Promise<Client>>()
  const as = (account: string) => clients.get(account) ?? remember(clients, account, api.as(account))
  const county = await as(email('county'))
  for (const file of registerFiles(register)) await importFile(county, file)
  const told = stories(live, today)
  await eachOf([...told.entries()], ([at, story]) => tell(as, story, `demo-${today}-${at}`))
  await eachOf(afterwards(register, today), (after) => continueWith(as, county, after))
  return { imported: register.length, told: told.length }
}

/** Fills the other ledgers, two records at a time so that people can already work; ends early when told. Run again it goes on where it was. */
export async function playOn(api: Api, today: string, signal: AbortSignal): Promise<void> {
  const clients = new Map<string, Promise<Client>>()
  const as = (account: string) => clients.get(account) ?? remember(clients, account, api.as(account))
  const waiting = [...plays(today).entries()]
  const worker = async () => {
    for (let next = waiting.shift(); next && !signal.aborted; next = waiting.shift()) await perform(as, next[1], `play-${today}-${next[0]}`)
  }
  await Promise.all([worker(), worker()])
}

/** As a large register comes: put into the bucket first, then imported behind the request, however slow the machine is. */
async function importFile(county: Client, { name, type, bytes }: RegisterFile): Promise<void> {
  const announced = expected<Announced>(await county.post('/api/files', { name, type, size: bytes.length }), `announce ${name}`)
  await put(announced.upload, new File([bytes], name, { type }))
  const { id } = expected<Import>(await county.post(`/api/imports/${ledger}`, { file: announced.id }), `import ${name}`)
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

/** Each step makes one version, so the version says how far an interrupted story had come. */
async function tell(as: Api['as'], { by, township, data, steps }: Story, key: string): Promise<void> {
  const author = await as(by)
  const created = expected<Row>(
    await author.post(`/api/records/${ledger}`, { township, data }, { 'Idempotency-Key': key }),
    `create ${key}`,
  )
  let { version } = expected<Row>(await author.get(`/api/records/${ledger}/${created.id}`), `read ${key}`)
  for (const step of steps.slice(version - 1)) version = await take(as, created.id, version, step)
}

async function continueWith(as: Api['as'], county: Client, { number, step }: Afterwards): Promise<void> {
  const found = expected<{ data: Row[] }>(await county.get(`/api/records/${ledger}?q=${number}&limit=5`), `find ${number}`)
  const row = found.data.find((one) => one.number === number)
  if (!row) throw new Error(`the register brought in ${number}, but it is not found`)
  if (row.version === 1) await take(as, row.id, row.version, step)
}

async function take(as: Api['as'], id: string, version: number, { by, transition, given }: Step): Promise<number> {
  const actor = await as(by)
  const answer = await actor.post(`/api/records/${ledger}/${id}/events`, { transition, given }, { 'If-Match': `"${version}"` })
  return expected<Row>(answer, `${transition} as ${by}`).version
}

function expected<T>({ status, json }: Answer, what: string): T {
  if (status < 200 || status > 299) throw new Error(`${what}: ${status} ${JSON.stringify(json)}`)
  return json as T
}

function remember(clients: Map<string, Promise<Client>>, account: string, client: Promise<Client>): Promise<Client> {
  clients.set(account, client)
  return client
}

async function eachOf<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items]
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
