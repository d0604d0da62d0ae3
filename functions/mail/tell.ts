import { sameHolder } from '../../shared/engine/seats.ts'
import { type LedgerEvent, untold } from '../../shared/event.ts'
import { definition } from '../catalogue.ts'
import type { Clock } from '../clock.ts'
import { readRecord } from '../store/records.ts'
import { systemScope } from '../store/system-scope.ts'
import { county } from '../world.ts'
import { hears } from './hears.ts'
import { bringersOf, heardOf, movedWith, queue } from './queue.ts'
import { mayRead, officeToken, peopleAt, readersOfMail } from './recipients.ts'
import { show, shownTo } from './shown.ts'
import type { Taken } from './step.ts'
import { goneWith, toldBefore } from './undone.ts'
import { inWhole } from './whole.ts'

/** An event of a record, as the table's stream brings it. */
export type Happened = { ledger: string; id: string; event: LedgerEvent }

/**
 * Writes to whoever must hear of an event, once to each person, however often the event arrives; for deputies it waits for their one letter a day. Throws
 * when a mail may still go out later, so that the stream brings the event again; then only what is missing is sent.
 */
export async function tell({ ledger: key, id, event }: Happened, clock: Clock): Promise<void> {
  if (event.paper) return (await import('./paper.ts')).tellPaper({ ledger: key, id, event }, clock)
  // A register, or an office that ends, brings thousands of these at once; the daily job tells what is owed.
  if (untold(event) === 'nobody') return
  const scope = systemScope()
  const known = readRecord(scope, key, id, event.undoes === undefined ? {} : { deleted: true })
  const [found, read, { world, settings }] = await Promise.all([definition(scope, key), known, county()])
  if (!found || !read) return
  const record = await inWhole(read)
  const all = hears(found.ledger, record, event, world)
  // Deputies hear of everything in one mail a day.
  const hearings = all.filter(({ holder }) => holder.kind !== 'deputy')
  const bringers = event.transition === 'calendar' ? movedWith(record, event) : bringersOf(found.ledger, record, event, world, all)
  const owner = shownTo(found.ledger, record, event, hearings, world)
  const shown = async (taken: Taken) => owner && show(found.ledger, record, taken, owner, world, clock)
  if (hearings.length + bringers.length === 0 && event.undoes === undefined) return void (await shown({ event }))
  const [people, gone] = await Promise.all([readersOfMail(clock.today), goneWith(record, event)])
  const taken = { event, back: gone[0] }
  const others = heardOf(found.ledger, record, gone, world).filter(
    (each) => !bringers.some(({ holder }) => sameHolder(holder, each.holder)),
  )
  const told = others.filter((each, at) => others.findIndex(({ holder }) => sameHolder(holder, each.holder)) === at)
  await Promise.all([...bringers, ...told].map((bringer) => queue(found.ledger, record, taken, world, bringer, people, clock)))
  const before = await toldBefore(found.ledger, record, event, gone, world, people)
  if (!before.some(({ person: { office } }) => owner && officeToken(office) === officeToken(owner))) await shown(taken)
  if (hearings.length + before.length === 0) return
  // What only a bell tells, or a letter of tomorrow, needs none of this.
  const { unheard, write } = await import('./heard.ts')
  const failures: unknown[] = []
  for (const hearing of hearings) {
    // Whoever owed something knows of the record; owner and creator are offices, and not everybody there reads everything.
    const told = peopleAt(hearing.holder, people).filter(
      (person) => person.id !== event.by.id && (hearing.duties.length > 0 || mayRead(person, record)),
    )
    if (told.length === 0) await unheard(found.ledger, record, event, hearing, world, clock)
    for (const person of told)
      await write(found.ledger, record, taken, hearing, { world, wordings: settings.wording }, person, clock).catch((error) =>
        failures.push(error),
      )
  }
  for (const { person, hearing } of before) {
    await write(found.ledger, record, taken, hearing, { world, wordings: settings.wording }, person, clock).catch((error) =>
      failures.push(error),
    )
  }
  if (failures.length > 0) throw failures[0]
}
