import { desks } from '../../shared/definition/desks.ts'
import type { Lang } from '../../shared/names.ts'

/** What a desk is called; one that only the county's own ledgers name, as they name it. */
export function deskName(key: string, lang: Lang): string {
  return Object.entries(desks).find(([desk]) => desk === key)?.[1][lang] ?? key
}
