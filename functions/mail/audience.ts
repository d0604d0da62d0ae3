import type { Ledger, Rung } from '../../shared/definition/ledger.ts'
import type { Duty, Holder } from '../../shared/duty.ts'
import { sameHolder, seats } from '../../shared/engine/seats.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { World } from '../../shared/world.ts'
import { mayRead, officeToken, peopleAt, type Reader } from './recipients.ts'

/** Somebody whom a ladder reaches, with the rungs that reach him. `copy`: he only looks on. Without a `reader` the office has no account. */
export type Listener = { office: Holder; reader?: Reader; reminders: Rung[]; copy: boolean }

/** Everybody whom some rung reaches about a duty. Whoever is meant himself gets no copy. */
export function audience(ledger: Ledger, record: LedgerRecord, duty: Duty, ladder: Rung[], world: World, people: Reader[]): Listener[] {
  const listeners = new Map<string, Listener>()
  for (const rung of ladder) {
    for (const { office, copy } of called(ledger, record, duty, rung, world)) {
      const looksOn = !sameHolder(office, duty.holder)
      const readers: (Reader | undefined)[] = peopleAt(office, people).filter((person) => !looksOn || mayRead(person, record))
      // Only the holder's silence is worth a line in the log; a copy that nobody gets is not.
      if (readers.length === 0 && !copy) readers.push(undefined)
      for (const reader of readers) {
        const id = reader?.id ?? officeToken(office)
        const known = listeners.get(id)
        const reminders = known ? [...known.reminders.filter((each) => each !== rung), rung] : [rung]
        listeners.set(id, {
          office: known?.office ?? office,
          ...(reader ? { reader } : {}),
          reminders,
          copy: copy && (known?.copy ?? true),
        })
      }
    }
  }
  return [...listeners.values()]
}

function called(
  ledger: Ledger,
  record: LedgerRecord,
  duty: Duty,
  { to, cc = [] }: Rung,
  world: World,
): { office: Holder; copy: boolean }[] {
  const offices = (words: string[], copy: boolean) =>
    words.flatMap((word) => named(ledger, record, duty, word, world).map((office) => ({ office, copy })))
  return [...offices(to, false), ...offices(cc, true)]
}

/** The posts of an office (leader, head) have no accounts of their own: its accounts are its liaisons, and the others hear by them. */
function named(ledger: Ledger, record: LedgerRecord, duty: Duty, word: string, world: World): Holder[] {
  if (word === 'holder' || word === 'liaison') return [duty.holder]
  if (word === 'leader' || word === 'head') return []
  return seats(ledger, record, [word], world)
}
