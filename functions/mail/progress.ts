import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Holder } from '../../shared/duty.ts'
import { sameHolder, seats } from '../../shared/engine/seats.ts'
import { type Label, labelled } from '../../shared/names.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { type Spoken, spokenOf } from '../../shared/spoken.ts'
import type { World } from '../../shared/world.ts'
import { catalogue } from '../catalogue.ts'
import { type Notice, readWaiting } from '../store/notices.ts'
import { readMany } from '../store/records.ts'
import { systemScope } from '../store/system-scope.ts'
import { offered } from './act.ts'
import type { Done } from './did.ts'
import type { Act, Item, Named } from './item.ts'
import { named, owed } from './owed.ts'
import { mayRead, type Reader, silenced } from './recipients.ts'
import { inWholes, type Part } from './whole.ts'

/** What a waiting notice keeps of one step, until it goes out. */
export type Step = Done & { kind: 'step'; on: string }

/** What happened to one record since its reader's last letter: the steps, how it stands now, who owes what by when, and what he can do himself. What he owes has no `holder`. */
export type Progress = { record: Named; spoken?: Spoken; state: Label; steps: Step[]; owed: Item[]; act?: Act }

export type Waiting = { notice: Notice; ledger: Ledger; record: Part }

/** News that wait for the next letter of their readers, by person; `dropped`: what can no longer be said, for the delivery log. */
export async function waitingNews(people: Reader[]): Promise<{ news: Map<string, Waiting[]>; dropped: Notice[] }> {
  const notices: Notice[] = []
  for await (const notice of readWaiting(systemScope())) notices.push(notice)
  const news = new Map<string, Waiting[]>()
  const dropped: Notice[] = []
  if (notices.length === 0) return { news, dropped }
  const [read, defined] = await Promise.all([
    readMany(
      systemScope(),
      notices.map(({ record: { ledger, id } }) => ({ ledger, id })),
    ),
    catalogue(systemScope()),
  ])
  const records = await inWholes(read)
  const found = new Map(records.map((record) => [`${record.ledger}#${record.id}`, record]))
  const drop = (notice: Notice, reason: NonNullable<Notice['reason']>) => void dropped.push({ ...notice, state: 'suppressed', reason })
  for (const notice of notices) {
    const reader = people.find(({ id }) => id === notice.person)
    const record = found.get(`${notice.record.ledger}#${notice.record.id}`)
    const ledger = defined.get(notice.record.ledger)?.ledger
    if (!reader) drop(notice, 'noPerson')
    else if (silenced(reader)) drop(notice, silenced(reader) ?? 'bounced')
    else if (!record || !ledger || !mayRead(reader, record)) drop(notice, 'over')
    else news.set(reader.id, [...(news.get(reader.id) ?? []), { notice, ledger, record }])
  }
  return { news, dropped }
}

/** The news of one reader, record by record, in the order in which they began to move. */
export function progressOf(waiting: Waiting[], reader: Reader, world: World): Progress[] {
  const records = new Map<string, Waiting[]>()
  for (const each of waiting) records.set(each.record.id, [...(records.get(each.record.id) ?? []), each])
  return [...records.values()].map((mine) => {
    const { ledger, record } = mine[0] as Waiting
    const me: Holder = { kind: reader.office.kind, id: reader.office.id }
    const act = ownAct(ledger, record, me, world)
    return {
      record: named(ledger, record),
      spoken: spokenOf(ledger),
      state: labelled(ledger.states[record.state]?.label, record.state),
      steps: mine.map(({ notice }) => notice.content as Step),
      owed: record.duties
        .filter(({ state }) => state === 'open')
        .map((duty) => owed(ledger, record, duty, sameHolder(duty.holder, me) ? {} : { world })),
      ...(act ? { act } : {}),
    }
  })
}

/** The first step that the definition lets him take himself from where the record stands, so that an answer comes with the way to feedback. */
function ownAct(ledger: Ledger, record: LedgerRecord, me: Holder, world: World): Progress['act'] {
  const found = Object.entries(ledger.transitions).find(
    ([, { from, to, by }]) =>
      from.includes(record.state) &&
      ledger.states[to ?? record.state]?.phase !== 'void' &&
      seats(ledger, record, by, world).some((holder) => sameHolder(holder, me)),
  )
  return found && offered(ledger, found[0])
}
