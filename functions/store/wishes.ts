import type { Lang } from '../../shared/names.ts'
import { at } from './at.ts'
import { getItems } from './table.ts'

/** What mails go by of a person's own settings: his language, and whether he asked to hear of what he only signed with others. */
export type Wishes = { lang?: Lang; coSigned?: true }

/** The wishes of people, by person; whoever has none is left out. */
export async function readWishes(people: string[]): Promise<Map<string, Wishes>> {
  const found = await getItems<{ settings?: { language?: unknown; coSigned?: unknown } }>(
    people.map((id) => ({ pk: at('P', id), sk: 'SETTINGS' })),
    { eventual: true },
  )
  return new Map(people.flatMap((id, index) => (found[index]?.settings ? [[id, wishesOf(found[index].settings)] as const] : [])))
}

function wishesOf({ language, coSigned }: { language?: unknown; coSigned?: unknown }): Wishes {
  return { ...(language === 'zh' || language === 'en' ? { lang: language } : {}), ...(coSigned === true ? { coSigned } : {}) }
}
