import { marshall } from '@aws-sdk/util-dynamodb'
import { expect } from 'vitest'
import { readEventsOf } from '../../functions/store/records.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { type Answer, type Client, openHouse } from '../functions/api-house.ts'
import { inbox } from '../platform.ts'

/** One step of a play: who takes it, and what is said with it. */
export type Step = { by: string; take: string; given?: object; on?: string; reason?: string; for?: string }

/** A county in which plays are told over HTTP, on a day that moves. */
export async function openTown(today: string, extra: string[] = []) {
  const house = await openHouse(today)
  const people = ['county', 'leader', 'xinan', 'bailu', 'water', 'urban', 'housing', 'deputy1', ...extra]
  const as = Object.fromEntries(await Promise.all(people.map(async (name) => [name, await house.as(name)]))) as Record<string, Client>
  const who = (name: string): Client => as[name] as Client
  const read = (name: string, ledger: string, id: string) => who(name)('GET', `/api/records/${ledger}/${id}`)

  /** Answers whatever the platform says to a new record. */
  const create = (by: string, ledger: string, data: object, more: object = {}): Promise<Answer> =>
    who(by)('POST', `/api/records/${ledger}`, { body: { data, ...more } })

  /** Answers whatever the platform says to a step, taken with the version that is there now. */
  const take = async (
    ledger: string,
    id: string,
    { by, take: transition, given = {}, ...more }: Step,
    headers: object = {},
  ): Promise<Answer> => {
    const { version } = (await read('county', ledger, id)).body
    return who(by)('POST', `/api/records/${ledger}/${id}/events`, {
      headers: { 'If-Match': `"${version}"`, ...headers },
      body: { transition, given, ...more },
    })
  }
  /** The record after these steps, each of which must be possible. */
  const play = async (ledger: string, id: string, ...steps: Step[]): Promise<Answer['body']> => {
    let last = (await read('county', ledger, id)).body
    for (const step of steps) {
      const answer = await take(ledger, id, step)
      expect([step.take, answer.status], answer.text).toEqual([step.take, 200])
      last = answer.body
    }
    return last
  }
  const born = async (by: string, ledger: string, data: object, more: object = {}): Promise<string> => {
    const answer = await create(by, ledger, data, more)
    expect(answer.status, answer.text).toBe(201)
    return String(answer.body.id)
  }
  const events = async (ledger: string, id: string) => (await who('county')('GET', `/api/records/${ledger}/${id}/events`)).body
  /** Has the last event of a record told, as the table's stream would. */
  const tell = async (ledger: string, id: string): Promise<void> => {
    const { handler } = await import('../../functions/notify.ts')
    const event = (await readEventsOf(systemScope(), ledger, id)).at(-1)
    const item = { pk: `guannan#R#${ledger}#${id}`, sk: `E#${String(event?.seq).padStart(6, '0')}`, ledger, id, event }
    const NewImage = marshall(item, { removeUndefinedValues: true }) as never
    const Records = [{ eventName: 'INSERT' as const, dynamodb: { NewImage, SequenceNumber: '1' } }]
    expect(await handler({ Records })).toEqual({ batchItemFailures: [] })
  }
  /** Everything that was mailed to an office, each mail as text. */
  const mailsTo = async (office: string): Promise<string[]> =>
    (await inbox(house.parts.mail))
      .filter(({ destination }) => destination.to.includes(`${office}@duban.test`))
      .map((mail) => JSON.stringify(mail))
  const move = (day: string): void => void Object.assign(process.env, { TODAY: day })
  return { ...house, who, read, create, take, play, born, events, tell, mailsTo, move }
}

/** Where an answer found faults. */
export const paths = ({ body }: Answer): string[] => (body.errors ?? []).map(({ path }) => path)
/** The sentence at a path. */
export const sentence = ({ body }: Answer, path: string): string => (body.errors ?? []).find((each) => each.path === path)?.message ?? ''
