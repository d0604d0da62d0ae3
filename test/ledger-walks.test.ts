import { marshall } from '@aws-sdk/util-dynamodb'
import { beforeAll, describe, expect, test } from 'vitest'
import { readChildren } from '../functions/store/children.ts'
import { noticeId, readNotices } from '../functions/store/notices.ts'
import { personByEmail } from '../functions/store/people.ts'
import { readWhole } from '../functions/store/records.ts'
import { systemScope } from '../functions/store/system-scope.ts'
import { world } from '../functions/world.ts'
import { copyOf } from '../shared/definition/copy.ts'
import type { Ledger } from '../shared/definition/ledger.ts'
import { basicFields } from '../shared/engine/rights.ts'
import { isStep, type LedgerEvent } from '../shared/event.ts'
import { ledgers } from '../shared/ledgers/index.ts'
import type { LedgerRecord } from '../shared/record.ts'
import { share } from './breadth.ts'
import { type Client, townships } from './functions/api-house.ts'
import { download, openSheets, type Send } from './functions/sheets-house.ts'
import { inbox } from './platform.ts'
import { type Ahead, isVotedOn, wayOn } from './route.ts'
import { come, givens } from './sample.ts'
import { nodeKey } from './walk/nodes.ts'

const [today, tomorrow] = ['2026-03-02', '2026-03-03']
const whole = ledgers.filter((ledger) => !ledger.part)
/** What another name could change is alike in all of them: every fourth goes under one, in a wide run each. */
const renamed = share(whole, 0, 4)
let house: Awaited<ReturnType<typeof openSheets>>
let send: Send
let clients: Record<string, Client>

beforeAll(async () => {
  house = await openSheets(today)
  send = await house.sender('county')
  const names = ['county', 'clerk', 'leader', ...townships, 'water', 'housing', 'urban', 'deputy1', 'deputy2']
  clients = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await house.as(name)])))
})

describe.each(whole.map((ledger) => [ledger.key, ledger] as [string, Ledger]))('%s', (key, ledger) => {
  let made: { id: string; trace: string[] }

  test('is walked over HTTP from its first state to a done one, or to the vote that decides', async () => {
    made = await walkWhole(ledger)
    expect(made.trace.length).toBeGreaterThan(0)
  })

  test('told by mail, step by step, whoever got something to do', async () => {
    const { events } = await stored(key, made.id)
    const mails = (await inbox(house.parts.mail)).filter((mail) => JSON.stringify(mail).includes(made.id))
    const told = new Set(mails.flatMap(({ destination }) => destination.to))
    expect([...outside(events)].filter((office) => !told.has(`${office}@duban.test`))).toEqual([])
  })

  test('shown in the bell of the township it belongs to, at each step by which others moved it, or told by mail', async () => {
    const { record, events } = await stored(key, made.id)
    const steps = record.township === null || !record.readers.includes('township:xinan') ? [] : events.filter(isMovedByOthers)
    const heard = await Promise.all(steps.map(({ seq }) => toldTo('xinan', key, made.id, seq)))
    expect(steps.filter((_, at) => heard[at] !== 1).map(({ transition }) => transition)).toEqual([])
    const own = events.filter(({ by }) => by.office.id === 'xinan')
    expect(await Promise.all(own.map(({ seq }) => toldTo('xinan', key, made.id, seq)))).toEqual(own.map(() => 0))
  })

  test('is read by the county leader, who changes nothing, and by no other township unless its readers say so', async () => {
    const { record } = await stored(key, made.id)
    const read = await call('leader')('GET', `/api/records/${key}/${made.id}`)
    expect([read.status, read.body.may]).toEqual([200, { edit: false, fields: [], delete: false, transitions: [] }])
    for (const transition of Object.keys(ledger.transitions)) {
      const tried = await act('leader', key, made.id, Number(read.body.version), { transition, given: {} })
      expect([transition, tried.status]).toEqual([transition, 403])
    }
    const open = record.readers.some((reader) => ['anyTownship', 'public', 'township:bailu'].includes(reader))
    expect((await call('bailu')('GET', `/api/records/${key}/${made.id}`)).status).toBe(open ? 200 : 404)
  })

  test('is exported as a file that imports again as unchanged', async () => {
    const file = await download(call('county'), `/api/exports/${key}?format=csv`)
    expect([file.status, file.text]).toEqual([200, expect.stringContaining(String((await stored(key, made.id)).record.number ?? made.id))])
    const again = await send(file.bytes, '', key)
    expect([again.status, again.body.rejected, again.body.updated, again.body.created], again.text).toEqual([200, [], 0, 0])
    expect(again.body.unchanged).toBe(again.body.rows)
  })

  if (!renamed.includes(ledger)) return
  test('as a ledger of the county’s own it goes the same way', async () => {
    const own = copyOf(ledger, `own-${key}`, { zh: `本县${ledger.label.zh}`, en: `Own ${ledger.label.en}` })
    const put = await call('county')('PUT', `/api/ledgers/own-${key}`, { body: { ledger: own } })
    expect(put.status, put.text).toBe(200)
    const { trace } = await walkWhole(own)
    expect(trace).toEqual(made.trace)
  })
})

/** Creates a record and takes it, and what it waits for, to a done state or a vote; answers the steps with the states and duties that they led to. */
async function walkWhole(ledger: Ledger): Promise<{ id: string; trace: string[] }> {
  const creator = ledger.may.create.some((word) => word === 'anyTownship') ? 'xinan' : 'county'
  const township = ledger.level === 'county' ? undefined : 'xinan'
  const fields = basicFields(ledger).filter((key) => !['records', 'files', 'person'].includes(ledger.fields[key]?.kind ?? ''))
  const [data] = givens(
    fields.filter((key) => mayFill(ledger, key)),
    come(ledger),
    today,
    tomorrow,
  )
  const created = await call(creator)('POST', `/api/records/${ledger.key}`, { body: { ...(township ? { township } : {}), data } })
  expect(created.status, created.text).toBe(201)
  const id = String(created.body.id)
  await notify(ledger.key, id)
  return { id, trace: await toTheEnd(ledger, id) }
}

async function toTheEnd(ledger: Ledger, id: string): Promise<string[]> {
  const trace: string[] = []
  let way: Ahead[] = []
  let expected = ''
  for (let steps = 0; steps < 40; steps += 1) {
    const { record } = await stored(ledger.key, id)
    if (['done', 'void'].includes(ledger.states[record.state]?.phase ?? '')) return trace
    if (nodeKey(record) !== expected) way = wayOn(ledger, record, today, await world())
    const [next] = way.splice(0, 1)
    // The vote is walked with its candidates (deviations/poll.test.ts).
    if (!next && isVotedOn(ledger, record.state)) return trace
    if (!next) throw new Error(`${ledger.key}: no way on from ${record.state}`)
    const { step, leads } = next
    expected = leads
    const when = JSON.stringify(ledger.transitions[step.transition]?.when ?? [])
    // What they add up to asks nothing of those that are open.
    const waits = when.includes('"children"') && !when.includes('"sum"')
    if (waits) await closeChildren(ledger, id)
    const now = waits ? (await stored(ledger.key, id)).record : record
    if (step.by.system && now.state === record.state) throw new Error(`${ledger.key}: ${step.transition} does not come by itself`)
    if (now.state !== record.state) {
      await notify(ledger.key, id)
      trace.push(`(system) ${now.state}`)
      continue
    }
    const given = withoutLinks(ledger, step.given)
    // Whoever has reported does not accept.
    const person = when.includes('"notBy"')
      ? step.by.person.replace('p-county', 'clerk').replace('p-', '')
      : step.by.person.replace('p-', '')
    const taken = await act(person, ledger.key, id, now.version, {
      transition: step.transition,
      given,
      ...(step.for ? { for: step.for } : {}),
    })
    expect(taken.status, `${ledger.key} ${step.transition} as ${person}: ${taken.text}`).toBe(200)
    await notify(ledger.key, id)
    const owed = (taken.body.duties ?? []).filter(({ state }) => state === 'open').map(({ key, dueOn }) => `${key} ${dueOn}`)
    trace.push(`${step.transition} ${taken.body.state} ${owed.join(', ')}`)
  }
  throw new Error(`${ledger.key}: forty steps and no end`)
}

async function closeChildren(ledger: Ledger, id: string): Promise<void> {
  for (const child of await readChildren(systemScope(), { ledger: ledger.key, id })) {
    const rules = ledgers.find(({ key }) => key === child.ledger)
    if (rules) await toTheEnd(rules, child.id)
  }
}

const call = (name: string): Client => {
  const client = clients[name]
  if (!client) throw new Error(`no session for ${name}`)
  return client
}

const act = (person: string, key: string, id: string, version: number, body: object) =>
  call(person)('POST', `/api/records/${key}/${id}/events`, { headers: { 'if-match': `"${version}"` }, body })

async function stored(key: string, id: string): Promise<{ record: LedgerRecord; events: LedgerEvent[] }> {
  const found = await readWhole(systemScope(), key, id)
  if (!found) throw new Error(`${key}/${id} is not stored`)
  return found
}

/** Samples name records, files and people that are not there. */
const withoutLinks = (ledger: Ledger, given: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(given).filter(([key]) => !['records', 'files', 'person'].includes(ledger.fields[key]?.kind ?? '')))

/** What its creator may fill: what he could edit at first, and what is required. */
function mayFill(ledger: Ledger, key: string): boolean {
  const edit = ledger.may.edit.flatMap((access) => (typeof access === 'string' ? [] : [access]))
  const first = edit
    .filter((access) => !access.in || access.in.includes(ledger.born?.to ?? ledger.initial))
    .flatMap((access) => access.fields ?? [key])
  return ledger.fields[key]?.required === true || first.includes(key)
}

/** The newest event as the table's stream brings it. */
async function notify(key: string, id: string): Promise<void> {
  const { handler } = await import('../functions/notify.ts')
  const { events } = await stored(key, id)
  const Records = events.slice(-1).map((event) => {
    const item = { pk: `guannan#R#${key}#${id}`, sk: `E#${String(event.seq).padStart(6, '0')}`, ledger: key, id, event }
    const NewImage = marshall(item, { removeUndefinedValues: true }) as never
    return { eventName: 'INSERT' as const, dynamodb: { NewImage, SequenceNumber: `${event.seq}` } }
  })
  expect(await handler({ Records })).toEqual({ batchItemFailures: [] })
}

/** A step by which another office than Xin'an's moved its record. */
function isMovedByOthers(event: LedgerEvent): boolean {
  const { by, from, to, opened, moved, discharged, voided } = event
  return isStep(event) && by.office.id !== 'xinan' && (from !== to || [opened, moved, discharged, voided].some(({ length }) => length > 0))
}

/** How often an event was told to an office: by mail to its clerk, or in its bell. */
async function toldTo(office: string, key: string, id: string, seq: number): Promise<number> {
  const person = await personByEmail('system', `${office}@duban.test`)
  const ids = [noticeId('event', key, id, seq, String(person?.id)), noticeId('shown', key, id, seq, `township:${office}`)]
  return (await readNotices(systemScope(), ids)).filter((notice) => notice !== null).length
}

/** Townships, units and deputies to whom some event gave a duty, unless it was their own. */
function outside(events: LedgerEvent[]): Set<string> {
  const given = events.flatMap((event) => event.opened.filter(({ holder }) => holder.id !== event.by.office.id))
  return new Set(
    given
      .map(({ holder }) => holder)
      .filter(({ kind }) => ['township', 'unit', 'deputy'].includes(kind))
      .map(({ id }) => id),
  )
}
