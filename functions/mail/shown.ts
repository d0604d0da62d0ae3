import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Holder } from '../../shared/duty.ts'
import { seats } from '../../shared/engine/seats.ts'
import { isStep, type LedgerEvent } from '../../shared/event.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { sees } from '../../shared/scope.ts'
import type { World } from '../../shared/world.ts'
import type { Clock } from '../clock.ts'
import { noticeId, showNotice } from '../store/notices.ts'
import { systemScope } from '../store/system-scope.ts'
import type { Hearing } from './hears.ts'
import { officeName } from './office-name.ts'
import { named } from './owed.ts'
import type { Step } from './progress.ts'
import { officeToken } from './recipients.ts'
import { doneOf, type Taken } from './step.ts'

/**
 * The township that a record belongs to, where others moved it by a step, or took one back, and no mail tells it so: its bell does. What moves a record is another
 * state, or a duty that came, went or has another day; what the engine takes out of a draft that it made itself is no news. Undefined for who may not read the
 * record.
 */
export function shownTo(ledger: Ledger, record: LedgerRecord, event: LedgerEvent, hearings: Hearing[], world: World): Holder | undefined {
  const { from, to, opened, moved, discharged, voided } = event
  if (!isStep(event) && event.undoes === undefined) return undefined
  if (from === to && [opened, moved, discharged, voided].every(({ length }) => length === 0)) return undefined
  if (event.by.office.kind === 'system' && ledger.states[from ?? '']?.phase === 'draft') return undefined
  const [owner] = seats(ledger, record, ['township'], world)
  if (!owner || (event.by.office.kind === 'township' && event.by.office.id === owner.id)) return undefined
  if (hearings.some(({ holder }) => officeToken(holder) === officeToken(owner))) return undefined
  const office = { kind: 'township' as const, id: owner.id }
  return sees({ person: '', name: '', role: 'clerk', office, township: owner.id }, record.readers) ? owner : undefined
}

/** Shows an office a step on its record, once for all its people, however often the event arrives. */
export async function show(ledger: Ledger, record: LedgerRecord, taken: Taken, owner: Holder, world: World, clock: Clock): Promise<void> {
  const office = officeToken(owner)
  const { event } = taken
  const step: Step = { kind: 'step', on: event.on, ...doneOf(ledger, taken, world, record) }
  await showNotice(systemScope(), {
    id: noticeId('shown', record.ledger, record.id, event.seq, office),
    record: named(ledger, record),
    owner: owner.id,
    rule: 'step',
    on: clock.today,
    to: officeName(world, owner).zh,
    office,
    subject: step.step,
    state: 'suppressed',
    reason: 'shown',
    at: clock.now.toISOString(),
    content: step,
  })
}
