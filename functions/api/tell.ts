import type { Context } from 'hono'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { may } from '../../shared/engine/may.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { sees } from '../../shared/scope.ts'
import type { RecordAnswer } from '../../shared/wire.ts'
import { catalogue } from '../catalogue.ts'
import { readFollowers } from '../store/followers.ts'
import { readMany } from '../store/records.ts'
import { systemScope } from '../store/system-scope.ts'
import { world } from '../world.ts'
import { type Eyes, namedBy, tellRecord, tellRef } from './answer.ts'
import type { Env } from './area.ts'
import { isChild, kinOf } from './kin.ts'
import { filesOf } from './linked-files.ts'
import { peopleIn } from './named-people.ts'

/** The eyes of the caller. */
export async function eyesOf(c: Context<Env>): Promise<Eyes> {
  const { scope, clock } = c.var
  const [county, all] = await Promise.all([world(), catalogue(scope)])
  return { scope, today: clock.today, world: county, catalogue: all }
}

/**
 * One record in full: with what is linked to it, its files and what the caller may do. `known`: who follows it, whoever may see them, when that was read with
 * it.
 */
export async function tellWhole(c: Context<Env>, ledger: Ledger, record: LedgerRecord, known?: LedgerRecord[]): Promise<Response> {
  const eyes = await eyesOf(c)
  const { scope } = eyes
  const named = namedBy(ledger, record, eyes)
  const reading = known ?? readFollowers(systemScope(), { ledger: ledger.key, id: record.id })
  const [linked, followers, kin, files, people] = await Promise.all([
    readMany(scope, named),
    reading,
    Promise.resolve(reading).then((all) => kinOf(ledger, record, eyes.catalogue, all)),
    filesOf(ledger, record, eyes),
    peopleIn([{ ledger, record }], eyes),
  ])
  const refs = [
    ...linked.flatMap((one) => tellRef(asOf(named, one), one, eyes)),
    ...followers
      .filter(({ readers }) => sees(scope, readers))
      .flatMap((one) => tellRef(isChild(record, one) ? 'child' : 'named', one, eyes)),
  ]
  const rights = may(ledger, record, scope, eyes.today, eyes.world, kin)
  c.header('ETag', etag(record))
  return c.json({ ...tellRecord(ledger, record, refs, eyes), people: people(record.id), files, may: rights })
}

/** Many records for a list: what they name is read in one go. */
export async function tellMany(records: LedgerRecord[], eyes: Eyes): Promise<RecordAnswer[]> {
  const known = records.flatMap((record) => {
    const ledger = eyes.catalogue.get(record.ledger)?.ledger
    return ledger ? [{ ledger, record, named: namedBy(ledger, record, eyes) }] : []
  })
  const refs = known.flatMap(({ named }) => named)
  const [linked, people] = await Promise.all([readMany(eyes.scope, refs, { eventual: true }), peopleIn(known, eyes)])
  return known.map(({ ledger, record, named }) => {
    const told = named.flatMap(({ as, ledger, id }) =>
      linked
        .filter((one) => one.ledger === ledger && one.id === id)
        .slice(0, 1)
        .flatMap((one) => tellRef(as, one, eyes)),
    )
    const names = people(record.id)
    return { ...tellRecord(ledger, record, told, eyes), ...(names.length > 0 ? { people: names } : {}) }
  })
}

export const etag = ({ version }: Pick<LedgerRecord, 'version'>): string => `"${version}"`

function asOf(named: { as: string; ledger: string; id: string }[], record: LedgerRecord): string {
  return named.find((one) => one.ledger === record.ledger && one.id === record.id)?.as ?? 'child'
}
