import type { Scope } from '../../shared/scope.ts'
import type { Item } from './expressions.ts'
import { keys, type Ref } from './keys.ts'
import { query } from './table.ts'

/** So many texts of an owner are looked at, the newest first. */
const MOST = 4000

/** Records of a ledger and an owner in whose text one of these names stands as a line, folded, among the newest of that owner. One page and half a unit for some eight texts. */
export async function recordsCalled(scope: Scope, ledger: string, owner: string, names: Set<string>): Promise<Ref[]> {
  const found: Ref[] = []
  let seen = 0
  for await (const { ledger: own, id, text } of query<Item>({ pk: keys.words(scope, owner), newest: true, eventual: true })) {
    seen += 1
    if (seen > MOST) break
    if (
      own === ledger &&
      String(text)
        .split('\n')
        .some((line) => names.has(line))
    )
      found.push({ ledger, id: String(id) })
  }
  return found
}
