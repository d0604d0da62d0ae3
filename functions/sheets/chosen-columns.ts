import { daysBetween } from '../../shared/deadline/calendar.ts'
import { shanghaiDay } from '../../shared/deadline/days.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { soonestDay } from '../../shared/duty.ts'
import { namingField } from '../../shared/heading.ts'
import { cellFields } from '../../shared/importing/meanings.ts'
import type { Lang } from '../../shared/names.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { headerWords } from '../../shared/words/sheets.ts'
import type { World } from '../../shared/world.ts'
import { type Column, dataColumns, numberOf, stateColumn, townshipOf, tracing } from './columns.ts'

type As = { lang: Lang; today: string }

/**
 * The columns of a list as it stands on the screen, by their names there (`lamp`, `number`, `heading`, a field …), with a running count before them and
 * the days overdue behind. What no cell can hold is left out; what an import needs to know its rows again comes last.
 */
export function chosenColumns(ledger: Ledger, chosen: string[], world: World, { lang, today }: As): Column[] {
  const fields = cellFields(ledger)
  const named = (source: string): Column[] => {
    const key = source === 'heading' ? namingField(ledger) : source
    const field = key === undefined ? undefined : fields[key]
    return key !== undefined && field ? dataColumns(key, field, world, lang) : []
  }
  const day = (label: keyof typeof headerWords, of: (record: LedgerRecord) => string | null): Column[] => [
    { heading: headerWords[label][lang], width: 13, day: true, cell: of },
  ]
  const header: { [source: string]: () => Column[] } = {
    lamp: () => [],
    number: () => [numberOf(lang)],
    township: () => (ledger.level === 'county' ? [] : [townshipOf(world, lang)]),
    state: () => [stateColumn(ledger, lang)],
    dueOn: () => day('next', ({ duties }) => soonestDay(duties)),
    year: () => [{ heading: headerWords.year[lang], width: 8, cell: ({ year }) => year ?? null }],
    createdAt: () => day('createdAt', ({ createdAt }) => shanghaiDay(createdAt)),
    updatedAt: () => day('updatedAt', ({ updatedAt }) => shanghaiDay(updatedAt)),
  }
  const late = (record: LedgerRecord) => {
    const next = soonestDay(record.duties)
    return next !== null && next < today ? daysBetween(next, today) : null
  }
  return [
    { heading: headerWords.count[lang], width: 6, cell: (_, __, at) => at + 1 },
    ...[...new Set(chosen)].flatMap((source) => (Object.hasOwn(header, source) ? (header[source]?.() ?? []) : named(source))),
    { heading: headerWords.late[lang], width: 10, cell: late },
    ...tracing(lang),
  ]
}
