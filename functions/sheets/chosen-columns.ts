import { shanghaiDay } from '../../shared/deadline/days.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { heading, namingField } from '../../shared/heading.ts'
import { cellFields } from '../../shared/importing/meanings.ts'
import type { Lang } from '../../shared/names.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { headerWords } from '../../shared/words/sheets.ts'
import type { World } from '../../shared/world.ts'
import {
  type Column,
  countColumn,
  dataColumns,
  holdersColumn,
  lateColumn,
  numberOf,
  soonestColumn,
  stateColumn,
  townshipOf,
  tracing,
} from './columns.ts'

/** How columns are written: in which language, on which day, of whose duties (`holder`), and who the people are that owe something themselves. */
export type As = { lang: Lang; today: string; holder: string | undefined; people: Map<string, string> }

/** What is shown of a list of several ledgers when nothing is chosen. */
const usual = ['number', 'ledger', 'heading', 'township', 'state', 'duties', 'dueOn', 'year', 'createdAt', 'updatedAt']

/**
 * The columns of a list as it stands on the screen, by their names there (`lamp`, `number`, `heading`, a field …), with a running count before them and
 * the days overdue behind; the day that a lamp tells goes before these, where it has no column of its own. What no cell can hold is left out; what an import needs to know its rows again comes last.
 * Of several ledgers there are only the columns that all records have, and what no import takes carries nothing for one.
 */
export function chosenColumns(ledgers: Ledger[], chosen: string[] | undefined, world: World, as: As): Column[] {
  const { lang, today, holder, people } = as
  const [ledger] = ledgers
  const one = ledgers.length === 1 ? ledger : undefined
  const fields = one ? cellFields(one) : {}
  const named = (source: string): Column[] => {
    const key = source === 'heading' && one ? namingField(one) : source
    const field = key === undefined ? undefined : fields[key]
    return key !== undefined && field ? dataColumns(key, field, world, lang) : []
  }
  const day = (label: keyof typeof headerWords, of: (record: LedgerRecord) => string | null): Column[] => [
    { heading: headerWords[label][lang], width: 13, day: true, cell: of },
  ]
  const header: { [source: string]: () => Column[] } = {
    lamp: () => [],
    number: () => [numberOf(lang)],
    township: () => (ledgers.every(({ level }) => level === 'county') ? [] : [townshipOf(world, lang)]),
    state: () => [stateColumn(ledgers, lang)],
    duties: () => [holdersColumn(lang, world, holder, people)],
    dueOn: () => [soonestColumn(lang, holder)],
    year: () => [{ heading: headerWords.year[lang], width: 8, cell: ({ year }) => year ?? null }],
    createdAt: () => day('createdAt', ({ createdAt }) => shanghaiDay(createdAt)),
    updatedAt: () => day('updatedAt', ({ updatedAt }) => shanghaiDay(updatedAt)),
    ...(one ? {} : ofSeveral(ledgers, lang)),
  }
  const sources = [...new Set(chosen ?? usual)]
  return [
    countColumn(lang),
    ...sources.flatMap((source) => (Object.hasOwn(header, source) ? (header[source]?.() ?? []) : named(source))),
    ...(sources.includes('lamp') && !sources.includes('dueOn') ? [soonestColumn(lang, holder)] : []),
    lateColumn(lang, today, holder),
    ...(one ? tracing(lang) : []),
  ]
}

/** What a record is called, and in which ledger it stands. */
function ofSeveral(ledgers: Ledger[], lang: Lang): { [source: string]: () => Column[] } {
  const of = ({ ledger }: LedgerRecord) => ledgers.find(({ key }) => key === ledger)
  const name = (record: LedgerRecord) => {
    const ledger = of(record)
    return ledger ? heading(ledger, record) : null
  }
  return {
    ledger: () => [{ heading: headerWords.ledger[lang], width: 16, cell: (record) => of(record)?.label[lang] ?? null }],
    heading: () => [{ heading: headerWords.heading[lang], width: 40, text: true, wrap: true, cell: name }],
  }
}
