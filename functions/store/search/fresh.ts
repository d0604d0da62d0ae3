import type { Scope } from '../../../shared/scope.ts'
import type { Condition, Item, Key } from '../expressions.ts'
import { keys } from '../keys.ts'
import { partIn } from '../rows.ts'
import { deleteItem, putItem, query, updateItem } from '../table.ts'
import { type Doc, nameOf } from './packs.ts'

/** A text that was written since it was last packed, if it ever was: searches read it as it is. `v`: the record's version then; `seen`: when a packer first missed it. */
export type Fresh = Doc & { v: number; seen?: string }

/** A mark that outlived its text by so long is of a text that was never written, as an earlier release left them. */
const FAILED = 60 * 60_000
const AT_ONCE = 32

/**
 * Marks texts that are written anew though nothing happened to their records, before they are: whoever finds a text written finds its mark as well, or the text
 * packed. A later mark is never written over.
 */
export async function markFresh(scope: Scope, texts: Item[]): Promise<void> {
  const mark = ({ pk, sk, ledger, v }: Item) => markItem(scope, { owner: partIn(pk), sk, ledger: String(ledger) }, Number(v))
  await Promise.all(texts.map(mark).map((item) => putItem(item, { when: notLater(item) })))
}

/** Marks what has no mark. */
export async function beginMarks(marks: Item[]): Promise<void> {
  for (let from = 0; from < marks.length; from += AT_ONCE)
    await Promise.all(marks.slice(from, from + AT_ONCE).map((item) => putItem(item, { absent: true })))
}

/** The mark of a text that searches have to read anew, as of this version of its record. */
export function markItem(scope: Scope, doc: Doc, v: number): Item {
  return { ...keyOf(scope, doc), ledger: doc.ledger, v }
}

/** The marks there are, as last written: of one owner, or all. At most so many. */
export async function readFresh(scope: Scope, owner: string | undefined, most: number): Promise<Fresh[]> {
  const found: Fresh[] = []
  const begins = owner === undefined ? {} : { begins: `${owner}#` }
  for await (const { sk, ...mark } of query<Key & Pick<Fresh, 'ledger' | 'v' | 'seen'>>({ pk: keys.fresh(scope), ...begins })) {
    const cut = sk.indexOf('#')
    found.push({ ...mark, owner: sk.slice(0, cut), sk: sk.slice(cut + 1) })
    if (found.length >= most) break
  }
  return found
}

/** Takes marks away whose texts are packed as they were marked; one whose text never came, an hour after it was first missed. Answers how many went. */
export async function dropMarks(scope: Scope, marks: Fresh[], versions: Map<string, number>, now: Date): Promise<number> {
  let gone = 0
  for (let from = 0; from < marks.length; from += AT_ONCE)
    await Promise.all(
      marks.slice(from, from + AT_ONCE).map(async (mark) => {
        const when = { text: 'v = :v', values: { ':v': mark.v } }
        const isPacked = (versions.get(nameOf(mark)) ?? -1) >= mark.v
        if (isPacked || (mark.seen && now.getTime() - Date.parse(mark.seen) > FAILED))
          gone += Number(await deleteItem(keyOf(scope, mark), when))
        else if (!mark.seen) await updateItem(keyOf(scope, mark), { set: { seen: now.toISOString() }, when })
      }),
    )
  return gone
}

function keyOf(scope: Scope, { owner, sk }: Pick<Doc, 'owner' | 'sk'>): Key {
  return { pk: keys.fresh(scope), sk: `${owner}#${sk}` }
}

function notLater({ v }: Item): Condition {
  return { text: 'attribute_not_exists(v) OR v <= :v', values: { ':v': v } }
}
