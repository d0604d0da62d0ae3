import type { World } from '../../shared/world.ts'
import { houseOf } from './house.ts'
import { letter } from './letter.tsx'
import { linksFor } from './links.ts'
import { type News, news } from './news.ts'
import { type Reader, wayTo } from './recipients.ts'

/** How a letter about one event addresses its reader: whoever takes it for him who is away, in his language. */
export function addressedTo(person: Reader, world: World): Pick<News, 'kind' | 'lang' | 'house' | 'name' | 'away' | 'deputy'> {
  return {
    kind: 'news',
    lang: person.lang,
    house: houseOf(world),
    name: person.standIn?.name ?? person.name,
    ...(person.standIn ? { away: person.name } : {}),
    ...(person.office.kind === 'deputy' ? { deputy: true as const } : {}),
  }
}

/** The letter as it goes to him, by his way, with links that act for whoever reads it. */
export async function envelope(person: Reader, content: News, now: Date) {
  return { ...wayTo(person), ...letter(news(content, await linksFor(person.standIn?.id ?? person.id, content.on, now))) }
}
