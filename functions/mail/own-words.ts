import type { Label } from '../../shared/names.ts'
import type { Wordings } from '../../shared/wording.ts'
import type { Item } from './item.ts'

/** How a county puts an item under a rule, on a day; `office`: who owes it. */
export type OwnWords = (item: Item, rule: string, on: string, office: Label) => Item

/** The county's own words; undefined where it has none, and then what fills them is not read. */
export async function ownWordsOf(wordings: Wordings | undefined): Promise<OwnWords | undefined> {
  if (Object.keys(wordings ?? {}).length === 0) return undefined
  const { inOwnWords } = await import('./wording.ts')
  return (item, rule, on, office) => inOwnWords(item, rule, wordings, on, office)
}
