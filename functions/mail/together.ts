import type { Notice } from '../store/notices.ts'
import type { News } from './news.ts'
import type { Reader } from './recipients.ts'

/** What of one urging goes into one mail: all for the person. A desk's letter of one item is read by colleagues who may read that item, and perhaps no other. */
export function oneMail({ id, office }: Pick<Reader, 'id' | 'office'>, record: string): string {
  return office.kind === 'county' ? `${id}#${record}` : id
}

/** What one mail says of all these: it is about the first, which is the worst, and has the items of each. */
export function together([first, ...rest]: [Notice, ...Notice[]]): News {
  const content = first.content as News
  return { ...content, items: [content, ...rest.map((notice) => notice.content as News)].flatMap(({ items }) => items) }
}
