import { expect } from 'vitest'
import { takeOver } from '../../functions/closing/take-over.ts'
import { type Answer, type Client, openHouse } from '../functions/api-house.ts'

type Duty = { id: string; key: string; holder: { kind: string; id: string }; openedOn: string; dueOn: string | null; state: string }
export type Whole = {
  id: string
  version: number
  state: string
  township: string | null
  data: Record<string, unknown>
  duties: Duty[]
  refs: { ledger: string; id: string; as: string }[]
  may: { transitions: { key: string; possible: boolean; for?: string[] }[] }
}

/** How far a closing is. */
export type Job = { id: string; state: string; into?: string; progress: { done: number; of: number }; left: unknown[] }

/** A county in which plays are acted over HTTP: who does what on which item, and how it stands afterwards. */
export async function openStage(names: string[], today = '2026-03-02') {
  const house = await openHouse(today)
  const clients: Record<string, Client> = {}
  for (const name of names) clients[name] = await house.as(name)
  const call = (who: string): Client => clients[who] ?? expect.fail(`no session for ${who}`)
  const versions = new Map<string, number>()
  const known = (answer: Answer): Answer => {
    const { id, version } = answer.body as Partial<Whole>
    if (id !== undefined && version !== undefined) versions.set(id, version)
    return answer
  }
  const see = async (who: string, ledger: string, id: string) => known(await call(who)('GET', `/api/records/${ledger}/${id}`))
  const read = async (ledger: string, id: string, who = 'county') => (await see(who, ledger, id)).body as unknown as Whole
  const tries = async (
    who: string,
    ledger: string,
    id: string,
    transition: string,
    given: object = {},
    more: object = {},
  ): Promise<Answer> => {
    const asked = async (version: number): Promise<Answer> => {
      const headers = { 'if-match': `"${version}"` }
      return known(await call(who)('POST', `/api/records/${ledger}/${id}/events`, { headers, body: { transition, given, ...more } }))
    }
    const last = versions.get(id)
    const answer = last === undefined ? undefined : await asked(last)
    // What another record did to this one meanwhile is read first.
    return answer && answer.status !== 412 ? answer : asked((await read(ledger, id)).version)
  }
  const does = async (
    who: string,
    ledger: string,
    id: string,
    transition: string,
    given: object = {},
    more: object = {},
  ): Promise<Whole> => {
    const { status, text, body } = await tries(who, ledger, id, transition, given, more)
    expect(status, `${who} ${transition}: ${text}`).toBe(200)
    return who === 'county' ? (body as unknown as Whole) : read(ledger, id)
  }
  const makes = async (who: string, ledger: string, body: object): Promise<string> => {
    const { status, body: made, text } = known(await call(who)('POST', `/api/records/${ledger}`, { body }))
    expect(status, text).toBe(201)
    return String(made.id)
  }
  /** What an office's closing, or the handing over of a part, came to in the end: a slow machine finishes it behind the request. */
  const whole = async ({ status, body }: Answer): Promise<Job> => {
    expect(status, JSON.stringify(body)).toBe(202)
    await takeOver(String(body.id), () => ({ now: new Date(), today: process.env.TODAY ?? today }))
    return (await call('county')('GET', `/api/closings/${body.id}`)).body as unknown as Job
  }
  const day = (on: string) => {
    process.env.TODAY = on
  }
  return { house, call, see, read, tries, does, makes, whole, day }
}

/** The open duties as `key office day`, in the order in which they were opened. */
export const owed = ({ duties }: Whole): string[] =>
  duties.filter(({ state }) => state === 'open').map(({ key, holder, dueOn }) => `${key} ${holder.id} ${dueOn}`)
