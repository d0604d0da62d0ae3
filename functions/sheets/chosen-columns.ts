import { shanghaiDay } from '../../shared/deadline/days.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { namingField } from '../../shared/heading.ts'
import { cellFields } from '../../shared/importing/meanings.ts'
import type { Lang } from '../../shared/names.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { headerWords } from '../../shared/words/sheets.ts'
import type { World } from '../../shared/world.ts'
import { type Column, countColumn, dataColumns, lateColumn, numberOf, soonestColumn, stateColumn, townshipOf, tracing } from './columns.ts'

type As = { lang: Lang; today: string; holder: string | undefined }

/**
 * The columns of a list as it stands on the screen, by their names there (`lamp`, `number`, `heading`, a field …), with a running count before them and
 * the days overdue behind; the day that a lamp tells goes before these, where it has no column of its own. What no cell can hold is left out; what an import needs to know its rows again comes last.
 */
export function chosenColumns(ledger: Ledger, chosen: string[], world: World, { lang, today, holder }: As): Column[] {
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
    dueOn: () => [soonestColumn(lang, holder)],
    year: () => [{ heading: headerWords.year[lang], width: 8, cell: ({ year }) => year ?? null }],
    createdAt: () => day('createdAt', ({ createdAt }) => shanghaiDay(createdAt)),
    updatedAt: () => day('updatedAt', ({ updatedAt }) => shanghaiDay(updatedAt)),
  }
  return [
    countColumn(lang),
    ...[...new Set(chosen)].flatMap((source) => (Object.hasOwn(header, source) ? (header[source]?.() ?? []) : named(source))),
    ...(chosen.includes('lamp') && !chosen.includes('dueOn') ? [soonestColumn(lang, holder)] : []),
    lateColumn(lang, today, holder),
    ...tracing(lang),
  ]
}
