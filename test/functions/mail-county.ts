import { marshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import { putOffice } from '../../functions/store/offices.ts'
import { addPerson, type Person } from '../../functions/store/people.ts'
import { createRecord, type Outcome, take } from '../../functions/transact.ts'
import { forgetWorld } from '../../functions/world.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { Post } from '../../shared/post.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { isRefusal } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import { createTable, inbox, type Mail, type Parts } from '../platform.ts'

/** A small county on real parts: one county office, two townships, four units, an account each except at `silent`; a leader besides. */
export async function county(parts: Parts): Promise<void> {
  Object.assign(process.env, {
    TABLE: await createTable(parts.dynamo),
    COUNTY: 'test',
    ORIGIN: 'https://duban.test',
    MAIL_FROM: 'duban@duban.test',
    MAIL_DRIVER: 'ses',
    SES_CONFIG_SET: 'Letters',
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: parts.dynamo,
    AWS_ENDPOINT_URL_SES: parts.mail,
  })
  delete process.env.TODAY
  const office = (kind: 'county' | 'township' | 'unit', id: string, zh: string) => putOffice({ kind, id, name: { zh, en: id } })
  await office('county', 'county', '灌南县人大')
  for (const [id, zh] of [
    ['xinan', '新安镇'],
    ['tanggou', '汤沟镇'],
  ] as const)
    await office('township', id, zh)
  for (const [id, zh] of [
    ['water', '县水务局'],
    ['urban', '县城管局'],
    ['housing', '县住建局'],
    ['silent', '县无人局'],
  ] as const)
    await office('unit', id, zh)
  for (const id of ['county', 'xinan', 'tanggou', 'water', 'urban', 'housing']) await person(id)
  await person('leader')
  forgetWorld()
}

/** A scope of that office's account; the ids of accounts are `p-<office>`, their addresses `<office>@<table>.test`. */
export function as(id: string): Scope {
  const { name, role, office } = account(id)
  return { person: `p-${id}`, name, role, office, ...(office.kind === 'township' ? { township: id } : {}) }
}

export function address(id: string): string {
  return `${id}@${process.env.TABLE}.test`
}

/** Mails that this county's people got, oldest first. */
export async function mails(parts: Parts, to?: string): Promise<Mail[]> {
  const all = await inbox(parts.mail)
  return all.filter(({ destination }) =>
    destination.to.some((each) => (to ? each === address(to) : each.endsWith(`@${process.env.TABLE}.test`))),
  )
}

let made = 0

/** A suggestion of Xin'an, moved along the given steps on a day; answers it as it stands, with all its events. */
export function suggestion(on: string, ...steps: [who: string, transition: string, given?: Record<string, unknown>][]): Promise<Moves> {
  return signed(['张桂兰'], on, ...steps)
}

/** The same of these deputies, the first of whom leads. */
export async function signed(
  deputies: string[],
  on: string,
  ...steps: [who: string, transition: string, given?: Record<string, unknown>][]
): Promise<Moves> {
  made += 1
  const title = `幸福路第 ${made} 段排水管网改造`
  const data = { title, body: '下雨就淹，请改造。', deputies, category: 'environment' }
  const first = sure(await createRecord(as('xinan'), 'suggestions', { data }, {}, clock(on)))
  return along({ record: first.record, events: [first.event], title }, on, ...steps)
}

export type Moves = { record: LedgerRecord; events: LedgerEvent[]; title: string }

export async function along(
  { record, events, title }: Moves,
  on: string,
  ...steps: [string, string, Record<string, unknown>?][]
): Promise<Moves> {
  let now = record
  const all = [...events]
  for (const [who, transition, given = {}] of steps) {
    const moved = sure(await take(as(who), 'suggestions', now.id, { transition, given }, now.version, clock(on)))
    now = moved.record
    all.push(moved.event)
  }
  return { record: now, events: all, title }
}

/** Submitted, registered and assigned to a lead unit. */
export function assigned(on: string, lead: string, given: Record<string, unknown> = {}): Promise<Moves> {
  return suggestion(on, ['xinan', 'submit'], ['county', 'register'], ['county', 'assign', { lead, ...given }])
}

/** Events as the table's stream brings them to a function. */
export function streamed({ record }: Pick<Moves, 'record'>, events: LedgerEvent[]): DynamoDBStreamEvent {
  const Records = events.map((event) => {
    const sk = `E#${String(event.seq).padStart(6, '0')}`
    const item = { pk: `${process.env.COUNTY}#R#${record.ledger}#${record.id}`, sk, ledger: record.ledger, id: record.id, event }
    return { eventName: 'INSERT' as const, dynamodb: { NewImage: marshall(item) as never, SequenceNumber: `${event.seq}` } }
  })
  return { Records }
}

export const clock = (today: string) => ({ now: new Date(`${today}T01:00:00Z`), today })

/** What was done, or an error. */
export function sure(outcome: Outcome | { mismatch: true }): Extract<Outcome, { event: LedgerEvent }> {
  if (outcome === null || isRefusal(outcome) || !('event' in outcome)) throw new Error(JSON.stringify(outcome))
  return outcome
}

/** A deputy of Xin'an with an account. */
export async function deputy(id: string, zh: string): Promise<void> {
  await putOffice({ kind: 'deputy', id, name: { zh, en: id }, township: 'xinan' })
  await person(id, { name: zh, role: 'deputy', office: { kind: 'deputy', id }, township: 'xinan' })
  forgetWorld()
}

/** Somebody more in an office, with these posts in it. */
export async function colleague(id: string, office: string, posts: Post[]): Promise<void> {
  await person(id, { ...account(office), posts })
}

async function person(id: string, rest: Omit<Person, 'id' | 'email' | 'createdAt'> = account(id)): Promise<void> {
  const added = await addPerson('system', { id: `p-${id}`, email: address(id), createdAt: '2026-01-01T00:00:00Z', ...rest })
  if (!added) throw new Error(`${id} is there already`)
}

function account(id: string): Pick<Person, 'name' | 'role' | 'office'> {
  if (id === 'county') return { name: '王芳', role: 'admin', office: { kind: 'county', id: 'county' } }
  if (id === 'leader') return { name: '周主任', role: 'leader', office: { kind: 'county', id: 'county' } }
  if (id.startsWith('deputy')) return { name: id, role: 'deputy', office: { kind: 'deputy', id } }
  if (id === 'xinan' || id === 'tanggou') return { name: '李强', role: 'clerk', office: { kind: 'township', id } }
  return { name: '陈刚', role: 'liaison', office: { kind: 'unit', id } }
}
