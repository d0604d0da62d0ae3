import { daysBetween } from '../../shared/deadline/calendar.ts'
import { writeDay, writeDaysLeft } from '../../shared/deadline/days.ts'
import { filledIn } from '../../shared/filled-wording.ts'
import type { Label, Lang } from '../../shared/names.ts'
import type { Wording, Wordings } from '../../shared/wording.ts'
import { called, type Item, type Named } from './item.ts'

/** The item with what the county says of it under a rule, where it has words of its own; `office`: who owes it. Filled when written, so that it can be shown again as it was. */
export function inOwnWords(item: Item, rule: string, wordings: Wordings | undefined, on: string, office: Label): Item {
  const { record, duty, dueOn } = item
  return { ...item, ...ownWords(rule, wordings, { record, office, owed: { duty, dueOn, on } }) } as Item
}

type Spoken = { record: Named; office: Label; owed?: { duty: Label; dueOn: string | null; on: string } }

/** The same of a rule that speaks of no duty: what would tell of one has nothing to say. Undefined where the county has no words for the rule. */
export function ownWords(rule: string, wordings: Wordings | undefined, { record, office, owed }: Spoken): Wording | undefined {
  const wording = wordingOf(wordings, rule)
  if (!wording) return undefined
  const values = (lang: Lang) => ({
    item: called(record, lang),
    number: record.number ?? '',
    title: record.heading,
    duty: owed?.duty[lang] ?? '',
    office: office[lang],
    due: owed?.dueOn ? writeDay(owed.dueOn, lang) : '',
    days: owed ? writeDaysLeft(owed.dueOn === null ? null : daysBetween(owed.on, owed.dueOn), lang) : '',
  })
  return filledIn(wording, values)
}

/** The wording of a rule; a rung that repeats has the words of its first time. */
function wordingOf(wordings: Wordings | undefined, rule: string): Wording | undefined {
  const name = rule.replace(/#\d+$/, '')
  return wordings && Object.hasOwn(wordings, name) ? wordings[name] : undefined
}
