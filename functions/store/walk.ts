import type { Entry } from './entries.ts'
import { asksStates, inStates } from './in-states.ts'
import type { Ref } from './keys.ts'
import { passing } from './list-query.ts'
import { entriesIn, refsIn } from './matching.ts'
import type { Placed } from './merge.ts'
import { readsAll } from './parts.ts'
import { pickedPage } from './picked.ts'
import { type Asked, dueRange } from './ranges.ts'
import { sourcesOf } from './sources.ts'
import { type Matching, ordered } from './streams.ts'

/**
 * Where every record lies that the question asks for, in its order, after the place `after`. The narrowest index that has the order is read and its
 * sources merged; where no narrow one has it, the narrow set is read whole and sorted here. `about`: how many will be wanted by a page, which looks at each record again.
 */
export async function* walk(asked: Asked): AsyncGenerator<Placed<Ref>> {
  if (asked.query.holder !== undefined) return yield* (await holding()).walkHeld(asked)
  if (asked.query.q === undefined) return yield* (await pickedPage(asked)) ?? walked<Ref>(asked, refsIn)
  const { walkWordRefs, walkWords } = await searching()
  yield* asked.about === undefined ? walkWords(asked) : walkWordRefs(asked)
}

/**
 * Every entry that the question asks for, in no order, some at a time: from the compact copies of ledgers where the scope reads everybody's partition and
 * there are any.
 */
export async function* walkEntries(asked: Asked): AsyncGenerator<Entry[]> {
  const { query, scope, ledgers, today } = asked
  if (query.holder !== undefined) return yield await (await holding()).heldEntries(asked)
  // What is near or late, or one office's, an index has together; of one ledger its copy is as soon read.
  const isNarrow = dueRange(query, today) !== null || query.township !== undefined || query.unit !== undefined
  const inCopies = query.q === undefined && readsAll(scope) && (ledgers.length === 1 || !isNarrow)
  const fits = passing(asked)
  const several = inCopies ? await (await copying()).copiesOf(scope, ledgers) : null
  for (const copy of several?.copies ?? []) for await (const entries of copy) yield entries.filter(fits)
  const rest = { ...asked, ledgers: several?.without ?? ledgers }
  if (rest.ledgers.length === 0) return
  const found = query.q === undefined ? walked(rest, entriesIn) : (await searching()).walkWords(asked)
  for await (const { entry } of found) yield [entry]
}

// Most lists and jobs look for no words nor for what one office owes, and few at every entry.
const holding = () => import('./held-walk.ts')
const searching = () => import('./word-walk.ts')
const copying = () => import('./compact/several.ts')

async function* walked<T extends Ref>(asked: Asked, matching: Matching<T>): AsyncGenerator<Placed<T>> {
  yield* asksStates(asked) ? inStates(asked, matching) : ordered(asked, sourcesOf(asked), matching)
}
