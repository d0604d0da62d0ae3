import { expect } from 'vitest'
import { type Answer, type Client, openHouse } from '../functions/api-house.ts'

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
  const move = (day: string): void => void Object.assign(process.env, { TODAY: day })
  return { ...house, who, read, create, take, play, born, events, move }
}

/** Where an answer found faults. */
export const paths = ({ body }: Answer): string[] => (body.errors ?? []).map(({ path }) => path)
/** The sentence at a path. */
export const sentence = ({ body }: Answer, path: string): string => (body.errors ?? []).find((each) => each.path === path)?.message ?? ''
