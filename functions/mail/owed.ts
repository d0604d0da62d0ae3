import { applied, countedBack } from '../../shared/deadline/why.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Duty } from '../../shared/duty.ts'
import { calledIn, heading } from '../../shared/heading.ts'
import { labelled } from '../../shared/names.ts'
import type { Post } from '../../shared/post.ts'
import { spokenOf } from '../../shared/spoken.ts'
import type { World } from '../../shared/world.ts'
import { actsOf, requestsOf } from './act.ts'
import type { Item, Named } from './item.ts'
import { officeName } from './office-name.ts'
import type { Part } from './whole.ts'

/** What names a record in mails and in the delivery log: a part of something behind what it is a part of. */
export function named(ledger: Ledger, record: Part): Named {
  const told = calledIn({ heading: heading(ledger, record) }, record.whole)
  return { ledger: record.ledger, id: record.id, ...(record.number ? { number: record.number } : {}), heading: told }
}

/** A duty as a mail says it; with `world` also who owes it, for those who only look on; `instead`: for whom else the reader stands in. */
export function owed(
  ledger: Ledger,
  record: Part,
  duty: Duty,
  { world, instead }: { world?: World; instead?: Post | undefined } = {},
): Item {
  const [act, ...also] = world ? [] : actsOf(ledger, record, duty)
  const requests = world ? [] : requestsOf(ledger, record, duty)
  const { length, start, provisional, extensions } = duty.why
  const from = extensions.find(({ reason }) => reason === 'moved')?.from
  // Days and months are counted through, so what was passed over lies at the end; one that a field or the calendar moved since ends elsewhere.
  const rest = length && !('workdays' in length) && extensions.length === 0 ? duty.why.skipped[0] : undefined
  return {
    record: named(ledger, record),
    spoken: spokenOf(ledger),
    duty: labelled(ledger.duties[duty.key]?.label, duty.key),
    of: duty.id,
    ...(world ? { holder: officeName(world, duty.holder) } : {}),
    dueOn: duty.dueOn,
    why: {
      basis: applied(duty.why),
      length,
      start,
      ...(countedBack(duty.why) ? { back: true as const } : {}),
      ...(rest ? { rest: rest.day } : {}),
      ...(provisional ? { provisional } : {}),
      ...(from ? { from } : {}),
    },
    ...(act ? { act } : {}),
    ...(also.length > 0 ? { also } : {}),
    ...(requests.length > 0 ? { requests } : {}),
    ...(instead ? { instead } : {}),
  }
}
