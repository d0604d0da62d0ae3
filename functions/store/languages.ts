import type { Lang } from '../../shared/names.ts'
import { at } from './at.ts'
import { getItems } from './table.ts'

/** The languages that people chose for themselves, by person; whoever chose none is left out. */
export async function readLanguages(people: string[]): Promise<Map<string, Lang>> {
  const found = await getItems<{ settings?: { language?: unknown } }>(
    people.map((id) => ({ pk: at('P', id), sk: 'SETTINGS' })),
    { eventual: true },
  )
  const chosen = found.map((item) => item?.settings?.language)
  return new Map(people.flatMap((id, index) => (chosen[index] === 'zh' || chosen[index] === 'en' ? [[id, chosen[index]] as const] : [])))
}
