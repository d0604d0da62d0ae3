import type { Ledger } from '../../../shared/definition/ledger.ts'
import { nextDuty } from '../../../shared/definition/openers.ts'
import type { Holder } from '../../../shared/duty.ts'
import type { Moved } from '../../../shared/engine/moved.ts'
import { seats } from '../../../shared/engine/seats.ts'
import type { Lang } from '../../../shared/names.ts'
import type { LedgerRecord } from '../../../shared/record.ts'
import type { World } from '../../../shared/world.ts'
import type { Shown } from '../../data.ts'
import { officeName } from '../../parts/office.ts'

/** The offices that owe what follows a step, by name; '' where nothing follows, or the answers do not name them yet. */
export function nextHolder(ledger: Ledger, record: Shown, transition: string, data: Shown['data'], world: World, lang: Lang): string {
  const duty = nextDuty(ledger.transitions[transition])
  const seated = { ...record, data } as unknown as LedgerRecord
  const holders = duty === undefined ? [] : seats(ledger, seated, ledger.duties[duty]?.holder ?? [], world)
  return holders.map(({ kind, id }) => officeName(world.offices, id, lang, kind)).join(lang === 'zh' ? '、' : ', ')
}

/** Who owes something by a step that he did not before, or by another day: they hear of it. */
export function owing({ opened, event, record }: Moved): Holder[] {
  const shifted = record.duties.filter(({ id }) => event.moved.some((each) => each.id === id))
  return [...opened, ...shifted].map(({ holder }) => holder)
}
