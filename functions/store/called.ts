import type { Scope } from '../../shared/scope.ts'
import type { Item } from './expressions.ts'
import { keys, type Ref } from './keys.ts'
import { query } from './table.ts'

/** Records of a ledger and an owner in whose text one of these names stands as a line, folded, among the `most` newest of that owner. A unit for some four texts. */
export async function recordsCalled(scope: Scope, ledger: string, owner: string, names: Set<string>, most: number): Promise<Ref[]> {
  const found: Ref[] = []
  let seen = 0
  for await (const { ledger: own, id, text } of query<Item>({ pk: keys.words(scope, owner), newest: true, eventual: true })) {
    seen += 1
    if (seen > most) break
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
