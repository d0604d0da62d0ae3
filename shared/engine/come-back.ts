import type { Ledger } from '../definition/ledger.ts'
import { labelled } from '../names.ts'
import type { LedgerRecord } from '../record.ts'
import { type Refusal, refuse, refuseInput } from '../refusal.ts'
import type { Scope } from '../scope.ts'
import { backWords } from '../words/papers.ts'
import type { World } from '../world.ts'
import { layAttachments } from './attachments.ts'
import { type Moved, moved } from './moved.ts'
import { owing } from './owed.ts'
import { hiddenFields } from './readers.ts'
import { editable } from './rights.ts'
import { sits } from './seats.ts'

/**
 * Lays pages that came back on paper, signed or stamped, to what a record holds already: an event `scan` tells of them, nothing is replaced. Refusals: 403 for
 * whom the matter is not in hand (it is for the office that owns it, the county's, and whoever owes or owed something on it), 409 where the record takes none
 * in
 * its state or has no place for them, 422 where it would hold more than it can.
 */
export function layPages(
  ledger: Ledger,
  record: LedgerRecord,
  files: string[],
  scope: Scope,
  today: string,
  world: World,
): Moved | Refusal {
  const place = placeOfPages(ledger, record, scope, world)
  if (typeof place !== 'string') return place
  const laid = layAttachments(ledger, record.data, { [place]: files }, 'given')
  if (laid.faults.length > 0) return refuseInput(laid.faults)
  const turn = { ledger, scope, today, world }
  return moved(turn, record, { ...record, data: { ...record.data, ...laid.data } }, owing(record.duties), {
    transition: 'scan',
    parent: 'unread',
  })
}

/** The field of files to which pages that come back are laid: of those that stand on the record the one that most acts add to. Or why there is none. */
export function placeOfPages(ledger: Ledger, record: LedgerRecord, scope: Scope, world: World): string | Refusal {
  const phase = ledger.states[record.state]?.phase
  const label = labelled(ledger.states[record.state]?.label, record.state)
  const edits = editable(ledger, record, scope, world).now
  const mine = owns(scope, record) || record.duties.some(({ state, holder }) => state !== 'void' && sits(scope, holder))
  if (scope.role === 'leader' || !(mine || edits.length > 0)) return refuse('role', backWords.notYours)
  if (phase === 'void') return refuse('state', backWords.over(label))
  const hidden = hiddenFields(ledger, record, scope, world)
  const open = Object.entries(ledger.fields).filter(
    ([key, { kind, only }]) => kind === 'files' && only !== 'event' && !hidden.includes(key),
  )
  const asking = (key: string) =>
    Object.values(ledger.transitions).filter(({ asks }) => asks?.some((ask) => ask.replace('?', '') === key)).length
  const [place] = open.map(([key]) => key).sort((a, b) => asking(b) - asking(a))
  if (place === undefined) return refuse('state', backWords.noPlace)
  // A draft is still its writer's own.
  return phase === 'draft' && !edits.includes(place) ? refuse('state', backWords.draft) : place
}

function owns({ office }: Scope, { township }: LedgerRecord): boolean {
  return office.kind === 'county' || (office.kind === 'township' && office.id === township)
}
