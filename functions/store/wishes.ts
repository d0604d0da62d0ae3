import type { Lang } from '../../shared/names.ts'
import { at } from './at.ts'
import { getItems } from './table.ts'

/** What mails go by of a person's own settings: his language, and whether he asked to hear of what he only signed with others, and who takes his mail while he is away. */
export type Wishes = { lang?: Lang; coSigned?: true; away?: Away; channel?: string }
/** Between two days, both of them included, a colleague takes his mail. */
export type Away = { from: string; until: string; to: string }

/** The wishes of people, by person; whoever has none is left out. */
export async function readWishes(people: string[]): Promise<Map<string, Wishes>> {
  const found = await getItems<{ settings?: Kept }>(
    people.map((id) => ({ pk: at('P', id), sk: 'SETTINGS' })),
    { eventual: true },
  )
  return new Map(people.flatMap((id, index) => (found[index]?.settings ? [[id, wishesOf(found[index].settings)] as const] : [])))
}

type Kept = { language?: unknown; coSigned?: unknown; away?: Away | null; channel?: unknown }

function wishesOf({ language, coSigned, away, channel }: Kept): Wishes {
  return {
    ...(language === 'zh' || language === 'en' ? { lang: language } : {}),
    ...(coSigned === true ? { coSigned } : {}),
    ...(away ? { away } : {}),
    ...(typeof channel === 'string' ? { channel } : {}),
  }
}
