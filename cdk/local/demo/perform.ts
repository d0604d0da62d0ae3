import type { Dated } from './history.ts'
import type { Api, Client } from './load.ts'
import { email } from './people.ts'
import type { Act, Part, Play, The } from './plays/play.ts'
import { type Ledger, truly } from './truth.ts'

type Ref = { ledger: string; id: string; as: string; heading: string; township: string | null }
type Shown = { id: string; version: number; refs?: Ref[]; current?: Shown }
type Event = { transition: string; by: { office: { kind: string } } }
type Whole = { ledger: string; id: string }

/** What is known of the records of one play, so that each step costs one request: versions, parts, and steps taken before an interrupted start. */
export type Stage = {
  as: Api['as']
  county: Client
  fresh: boolean
  versions: Map<string, number>
  parts: Map<string, Ref[]>
  taken: Map<string, number>
}

/**
 * Plays a record through the API, each step by the account whose step it is, on the day on which it was taken. Steps that an interrupted start has already taken are not taken again: the
 * events on a record say how many of its steps people have taken. Throws when the platform refuses anything.
 */
export async function perform(as: Api['as'], play: Play, key: string, dates: Dated): Promise<void> {
  const { ledger, goesOn, acts, ...made } = truly(play, dates, await definitions(as))
  const county = await as(email('county'))
  const { id, version } = goesOn
    ? await standing(county, ledger, goesOn.about)
    : await created(await as(email(made.by)), county, { ledger, ...made }, key, dates.at)
  const stage: Stage = { as, county, fresh: version === 1, versions: new Map(), parts: new Map(), taken: new Map() }
  stage.versions.set(addressOf({ ledger, id }), version)
  if (goesOn) stage.taken.set(addressOf({ ledger, id }), (await stepsTaken(county, addressOf({ ledger, id }))) - goesOn.after)
  for (const [nth, act] of acts.entries()) {
    const address = addressOf(act.on ? await partOf(stage, { ledger, id }, act.on) : { ledger, id })
    const before = stage.taken.get(address) ?? (stage.fresh ? 0 : await stepsTaken(stage.county, address))
    stage.taken.set(address, before - 1)
    if (before <= 0) await take(stage, address, { ...act, given: await told(county, act.given ?? {}) }, dates.acts[nth])
  }
}

async function created(author: Client, county: Client, play: Omit<Play, 'acts'>, key: string, at: Date): Promise<Shown> {
  const { ledger, township, data } = play
  const body = { ...(township ? { township } : {}), data: await told(county, data) }
  const answer = await author.post(`/api/records/${ledger}`, body, { 'Idempotency-Key': key }, at)
  return expected<Shown>(answer, `create on ${ledger}`)
}

async function standing(county: Client, ledger: string, about: string): Promise<Shown> {
  const address = addressOf({ ledger, id: await find(county, ledger, about) })
  return expected<Shown>(await county.get(address), address)
}

const known = new WeakMap<Api['as'], Promise<Ledger[]>>()

function definitions(as: Api['as']): Promise<Ledger[]> {
  const asked = known.get(as) ?? as(email('county')).then(readDefinitions)
  known.set(as, asked)
  return asked
}

async function readDefinitions(county: Client): Promise<Ledger[]> {
  const { data } = expected<{ data: { ledger: Ledger }[] }>(await county.get('/api/ledgers'), 'the ledgers')
  return data.map(({ ledger }) => ledger)
}

const addressOf = ({ ledger, id }: Whole): string => `/api/records/${ledger}/${id}`

async function stepsTaken(county: Client, address: string): Promise<number> {
  const { data } = expected<{ data: Event[] }>(await county.get(`${address}/events`), address)
  return data.filter(({ transition, by }) => transition !== 'create' && by.office.kind !== 'system').length
}

async function partOf(stage: Stage, whole: Whole, part: Part): Promise<Whole> {
  if (part.named) return { ledger: part.ledger, id: await find(stage.county, part.ledger, part.about ?? '') }
  const of = part.within ? await partOf(stage, whole, part.within) : whole
  const address = addressOf(of)
  const known = pick(stage.parts.get(address) ?? [], part)
  if (known) return known
  const { refs = [] } = expected<Shown>(await stage.county.get(address), address)
  stage.parts.set(address, refs)
  const found = pick(refs, part)
  if (!found) throw new Error(`${address} has no part on ${part.ledger}: ${JSON.stringify(part)}`)
  return found
}

/** What is given, with the ids of the records that it names by their heading. */
async function told<T>(county: Client, value: T): Promise<T> {
  if (Array.isArray(value)) return (await Promise.all(value.map((each) => told(county, each)))) as T
  if (typeof value !== 'object' || value === null) return value
  if ('the' in value) return (await find(county, (value as unknown as The).the.ledger, (value as unknown as The).the.about)) as T
  const entries = await Promise.all(Object.entries(value).map(async ([key, each]) => [key, await told(county, each)] as const))
  return Object.fromEntries(entries) as T
}

async function find(county: Client, ledger: string, about: string): Promise<string> {
  const address = `/api/records/${ledger}?q=${encodeURIComponent(about)}&limit=10`
  const { data } = expected<{ data: (Shown & { heading: string })[] }>(await county.get(address), address)
  const found = data.find(({ heading }) => heading === about)
  if (!found) throw new Error(`${ledger} has no “${about}”`)
  return found.id
}

function pick(refs: Ref[], { ledger, township, about = '', nth = 0 }: Part): Ref | undefined {
  const fits = (ref: Ref) => ref.ledger === ledger && (township === undefined || ref.township === township) && ref.heading.includes(about)
  return refs.filter((ref) => ref.as === 'child' && fits(ref)).sort((one, other) => (one.id < other.id ? -1 : 1))[nth]
}

/** Takes a step with the version last heard of. The engine's own steps may have moved the record since: the refusal then brings the present one. */
export async function take(stage: Pick<Stage, 'as' | 'versions'>, address: string, act: Act, at?: Date): Promise<void> {
  const { by, take: transition, given = {} } = act
  const actor = await stage.as(email(by))
  const version = stage.versions.get(address) ?? expected<Shown>(await actor.get(address), `${address} as ${by}`).version
  const answer = await actor.post(`${address}/events`, { transition, given }, { 'If-Match': `"${version}"` }, at)
  const current = answer.status === 412 ? (answer.json as Shown).current : undefined
  const now = current ?? expected<Shown>(answer, `${transition} on ${address} as ${by}`)
  stage.versions.set(address, now.version)
  if (current) await take(stage, address, act, at)
}

export function expected<T>({ status, json }: { status: number; json: unknown }, what: string): T {
  if (status < 200 || status > 299) throw new Error(`${what}: ${status} ${JSON.stringify(json)}`)
  return json as T
}
