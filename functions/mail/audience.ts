import { nameOf } from '../../shared/deadline/reminders.ts'
import type { Ledger, Rung } from '../../shared/definition/ledger.ts'
import type { Duty, Holder } from '../../shared/duty.ts'
import { sameHolder, seats } from '../../shared/engine/seats.ts'
import { type Post, posts } from '../../shared/post.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { World } from '../../shared/world.ts'
import { leadersOf, mayRead, officeToken, type Reached, type Reader, reached } from './recipients.ts'

/**
 * Somebody whom a ladder reaches, with the rungs that reach him. `copy`: he only looks on. Without a `reader` the office has no account. `instead`: by
 * rung, the post that it names, where nobody in that office holds it.
 */
export type Listener = { office: Holder; reader?: Reader; reminders: Rung[]; copy: boolean; instead: { [rung: string]: Post } }

/** Everybody whom some rung reaches about a duty. Whoever is meant himself gets no copy. */
export function audience(ledger: Ledger, record: LedgerRecord, duty: Duty, ladder: Rung[], world: World, people: Reader[]): Listener[] {
  const listeners = new Map<string, Listener>()
  for (const rung of ladder) {
    for (const { office, copy, post, readers: named, instead } of called(ledger, record, duty, rung, world, people)) {
      const looksOn = post === 'leaders' || !sameHolder(office, duty.holder)
      const readers: (Reader | undefined)[] = named.filter((person) => !looksOn || mayRead(person, record))
      // Only the holder's silence is worth a line in the log; a copy that nobody gets is not.
      if (readers.length === 0 && !copy) readers.push(undefined)
      for (const reader of readers) {
        const id = reader?.id ?? officeToken(office)
        const known = listeners.get(id)
        listeners.set(id, {
          office: known?.office ?? office,
          ...(reader ? { reader } : {}),
          reminders: known ? [...known.reminders.filter((each) => each !== rung), rung] : [rung],
          copy: looksOn && (known?.copy ?? true),
          instead: { ...known?.instead, ...(instead ? { [nameOf(rung)]: instead } : {}) },
        })
      }
    }
  }
  return [...listeners.values()]
}

type Called = Reached & { office: Holder; copy: boolean; post: Post | 'leaders' }

function called(ledger: Ledger, record: LedgerRecord, duty: Duty, { to, cc = [] }: Rung, world: World, people: Reader[]): Called[] {
  const all = (words: string[], copy: boolean) =>
    words.flatMap((word) => named(ledger, record, duty, word, world, people).map((each) => ({ ...each, copy })))
  return [...all(to, false), ...all(cc, true)]
}

/** Whom a word of a rung names: a post of the holder's office, the county's leaders, or the seats of a Who. */
function named(ledger: Ledger, record: LedgerRecord, duty: Duty, word: string, world: World, people: Reader[]): Omit<Called, 'copy'>[] {
  const post = word === 'holder' ? 'liaison' : posts.find((each) => each === word)
  if (post) return [{ office: duty.holder, post, ...reached(duty.holder, post, people) }]
  if (word === 'leaders') return [{ office: { kind: 'county', id: 'county' }, post: word, readers: leadersOf(people) }]
  return seats(ledger, record, [word], world).map((office) => ({ office, post: 'liaison', ...reached(office, 'liaison', people) }))
}
