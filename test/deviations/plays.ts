import { expect } from 'vitest'
import { relayOverdue } from '../../functions/transact/relay.ts'
import type { Answer, Body, Client } from '../functions/api-house.ts'
import { asDoor } from '../roles/attributed.ts'

/** A record made over HTTP. */
export async function made(client: Client, ledger: string, data: object, more: object = {}): Promise<Body> {
  const answer = await client('POST', `/api/records/${ledger}`, { body: { data, ...more } })
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}

/** A step tried on a record as it is now. */
export async function tried(client: Client, { ledger, id }: Body, transition: string, given: object = {}): Promise<Answer> {
  const seen = await client('GET', `/api/records/${ledger}/${id}`)
  return client('POST', `/api/records/${ledger}/${id}/events`, {
    headers: { 'if-match': `"${seen.body.version}"` },
    body: { transition, given },
  })
}

/** A step that is taken. */
export async function taken(client: Client, record: Body, transition: string, given: object = {}): Promise<Body> {
  const answer = await tried(client, record, transition, given)
  expect(answer.status, `${transition}: ${answer.text}`).toBe(200)
  return answer.body
}

export const read = async (client: Client, { ledger, id }: Body): Promise<Body> =>
  (await client('GET', `/api/records/${ledger}/${id}`)).body
export const data = (record: Body) => record.data as unknown as Record<string, unknown>
export const due = (record: Body, key: string) => record.duties?.find((duty) => duty.key === key && duty.state === 'open')?.dueOn
export const refs = (record: Body) => record.refs as Body[]

/** Does what the table's stream would do within a moment. */
export const later = (today: string) => asDoor('recount', () => relayOverdue({ now: new Date(), today }, new Date('2999-01-01')))
