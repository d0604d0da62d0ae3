import { daysBetween } from '../../shared/deadline/calendar.ts'
import { writeDay, writeDaysLeft } from '../../shared/deadline/days.ts'
import { filledIn } from '../../shared/filled-wording.ts'
import type { Label, Lang } from '../../shared/names.ts'
import { type Wordings, wordingOf } from '../../shared/wording.ts'
import { called, type Item } from './item.ts'

/** The item with what the county says of it under a rule, where it has words of its own; `office`: who owes it. Filled when written, so that it can be shown again as it was. */
export function inOwnWords(item: Item, rule: string, wordings: Wordings | undefined, on: string, office: Label): Item {
  const wording = wordingOf(wordings, rule)
  if (!wording) return item
  const { record, duty, dueOn } = item
  const values = (lang: Lang) => ({
    item: called(record, lang),
    number: record.number ?? '',
    title: record.heading,
    duty: duty[lang],
    office: office[lang],
    due: dueOn === null ? '' : writeDay(dueOn, lang),
    days: writeDaysLeft(dueOn === null ? null : daysBetween(on, dueOn), lang),
  })
  return { ...item, ...filledIn(wording, values) } as Item
}
