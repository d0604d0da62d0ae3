import type { Scope } from '../../shared/scope.ts'
import { readContent } from '../store/letters.ts'
import { type Notice, readNotice } from '../store/notices.ts'
import { written } from './daily.ts'
import type { Digest } from './digest.ts'
import { letter } from './letter.tsx'
import { plainLinks } from './links.ts'
import { type News, news } from './news.ts'

/** The mail in which a notice was said, from what was kept of it; null when none was written. */
export async function letterOf(scope: Scope, notice: Notice): Promise<{ subject: string; html: string; text: string } | null> {
  const main = notice.said === undefined ? null : await readNotice(scope, notice.said)
  if (main) return letterOf(scope, main)
  if (notice.content && (notice.content as { kind: string }).kind === 'news') return letter(news(notice.content as News, plainLinks()))
  if (!notice.person || !notice.letter) return null
  const found = await readContent(scope, notice.person, notice.letter)
  return found === undefined ? null : written(found as Digest, plainLinks())
}
