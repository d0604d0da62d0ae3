import type { Ledger } from '../definition/ledger.ts'
import type { Lang } from '../names.ts'
import { spokenOf, titled } from '../spoken.ts'
import type { CalendarDay } from '../wire.ts'
import { about } from './sentence.ts'
import { besideDay } from './verbs.ts'

type Day = Pick<CalendarDay, 'what' | 'label' | 'says' | 'number' | 'heading'>
type Line = { before: string; name: string; after: string }

/**
 * A line of a calendar around the name of its item. What is planned happens at its place, which stands first unless the line tells it; what is owed is the reader's,
 * and the place stands behind, as where the item comes from. `whose`: of the reader; `kind`: what stands for an item of which no name is told.
 */
export function calendarLine(day: Day, ledger: Ledger, lang: Lang, { whose, place }: { whose: string; place?: string | undefined }): Line {
  const { what, label, says, number, heading } = day
  const [zh, kind] = [lang === 'zh', ledger.label[lang]]
  const plainly = `${besideDay(label)[lang]}${zh ? '：' : ': '}{this}`
  if (what === 'owed' || !says) {
    const name =
      heading === undefined ? kind : about({ ...spokenOf(ledger), ledger: undefined, ...(number ? { number } : {}), heading })[lang]
    const [before = '', after = ''] = plainly.split('{this}')
    const from = place && !name.includes(place) ? (zh ? `（${place}）` : ` (${place})`) : ''
    return { before: `${what === 'owed' ? whose : ''}${before}`, name, after: `${after}${from}` }
  }
  const name = heading === undefined ? kind : titled(heading, ledger)[lang]
  const [before = '', after = ''] = says[lang].split('{this}')
  const at = place && !`${before}${name}${after}`.includes(place) ? `${place}${zh ? '' : ': '}` : ''
  return { before: `${at}${before}`, name, after }
}
