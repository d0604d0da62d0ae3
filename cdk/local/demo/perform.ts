import type { Api, Client } from './load.ts'
import { email } from './people.ts'
import type { Act, Part, Play } from './plays/play.ts'

type Ref = { ledger: string; id: string; as: string; heading: string; township: string | null }
type Shown = { id: string; version: number; refs: Ref[] }
type Event = { transition: string; by: { office: { kind: string } } }

/**
 * Plays a record through the API, each step by the account whose step it is. Steps that an interrupted start has already taken are not taken again: the
 * events on a record say how many of its steps people have taken. Throws when the platform refuses anything.
 */
export async function perform(as: Api['as'], play: Play, key: string): Promise<void> {
  const { ledger, by, township, data, acts } = play
  const author = await as(email(by))
  const created = await author.post(`/api/records/${ledger}`, { ...(township ? { township } : {}), data }, { 'Idempotency-Key': key })
  const { id } = expected<Shown>(created, `create on ${ledger} as ${by}`)
  const county = await as(email('county'))
  const taken = new Map<string, number>()
  for (const act of acts) {
    const target = act.on ? await partOf(county, { ledger, id }, act.on) : { ledger, id }
    const address = `/api/records/${target.ledger}/${target.id}`
    const before = taken.get(address) ?? (await stepsTaken(county, address))
    taken.set(address, before - 1)
    if (before <= 0) await take(await as(email(act.by)), address, act)
  }
}

async function stepsTaken(county: Client, address: string): Promise<number> {
  const { data } = expected<{ data: Event[] }>(await county.get(`${address}/events`), address)
  return data.filter(({ transition, by }) => transition !== 'create' && by.office.kind !== 'system').length
}

type Whole = { ledger: string; id: string }

async function partOf(county: Client, whole: Whole, { ledger, township, about = '', nth = 0, within }: Part): Promise<Whole> {
  const of = within ? await partOf(county, whole, within) : whole
  const { refs } = expected<Shown>(await county.get(`/api/records/${of.ledger}/${of.id}`), of.id)
  const parts = refs.filter(
    (ref) =>
      ref.as === 'child' && ref.ledger === ledger && (township === undefined || ref.township === township) && ref.heading.includes(about),
  )
  const part = parts.sort((one, other) => (one.id < other.id ? -1 : 1))[nth]
  if (!part) throw new Error(`${of.ledger}/${of.id} has no part ${nth} on ${ledger} of ${township ?? 'any township'} about ${about}`)
  return part
}

async function take(actor: Client, address: string, { by, take: transition, given = {} }: Act): Promise<void> {
  const { version } = expected<Shown>(await actor.get(address), `${address} as ${by}`)
  expected(
    await actor.post(`${address}/events`, { transition, given }, { 'If-Match': `"${version}"` }),
    `${transition} on ${address} as ${by}`,
  )
}

function expected<T>({ status, json }: { status: number; json: unknown }, what: string): T {
  if (status < 200 || status > 299) throw new Error(`${what}: ${status} ${JSON.stringify(json)}`)
  return json as T
}
