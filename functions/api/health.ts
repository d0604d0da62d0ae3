import type { Context } from 'hono'
import { addDays } from '../../shared/deadline/calendar.ts'
import type { HealthFigures } from '../../shared/wire.ts'
import { placeOfSecret } from '../store/counties.ts'
import { inCounty } from '../store/county.ts'
import { readUnfinished } from '../store/letters.ts'
import { readOutbox } from '../store/outbox.ts'
import { listPeople } from '../store/people.ts'
import { readProof } from '../store/proofs.ts'
import { readSession } from '../store/sessions.ts'
import { systemScope } from '../store/system-scope.ts'
import type { Env } from './area.ts'
import { secretOf, sentAsCookie } from './cookie.ts'

/** How far back the last morning is looked for, and up to how many of anything are counted. */
const DAYS = 14
const MOST = 1000

/** How the platform fares for the county of a session, for its administrators; undefined for everybody else, signed in or not. */
export async function healthHere(c: Context<Env>): Promise<HealthFigures | undefined> {
  return inCounty(await placeOfSecret(sentAsCookie(c) ?? ''), () => healthFigures(c))
}

async function healthFigures(c: Context<Env>): Promise<HealthFigures | undefined> {
  const cookie = secretOf(c)
  const { now, today } = c.var.clock
  const person = cookie ? await readSession(cookie, now) : null
  if (!person || person.disabled || person.role !== 'admin') return undefined
  const days = Array.from({ length: DAYS }, (_, at) => addDays(today, -at))
  const [proofs, unsent, underway, people] = await Promise.all([
    Promise.all(days.map(readProof)),
    count(readUnfinished(systemScope(), now)),
    count(readOutbox(systemScope(), now)),
    listPeople('system'),
  ])
  const last = proofs.find((proof) => proof !== null)
  return {
    ...(last
      ? {
          morning: {
            date: last.date,
            at: last.at,
            sent: last.sent,
            planned: last.planned,
            suppressed: last.suppressed,
            faults: last.faults.length,
          },
        }
      : {}),
    unsent,
    underway,
    bounced: people.filter(({ bounced, disabled }) => bounced && !disabled).length,
  }
}

async function count(some: AsyncGenerator<unknown>): Promise<number> {
  let n = 0
  for await (const _ of some) if (++n === MOST) break
  return n
}
