import { deskLabels, inCharge } from '../../../shared/definition/desks.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { optionsOf } from '../../../shared/definition/options.ts'
import type { Lang } from '../../../shared/names.ts'
import type { Scope } from '../../../shared/scope.ts'
import { type Sitting, sittingName, termName } from '../../../shared/sitting.ts'
import type { Office } from '../../../shared/world.ts'
import { ON_TIME, ratesOf } from '../../county/rates.ts'
import type { PanelWords } from '../../words/panel.ts'
import { termWords } from '../../words/terms.ts'

export type FilterValues = Record<string, string>
export type Option = { value: string; label: string; group?: string }
/** One filter of a list. `field`: asked as `where=field:value`; the others are the route's own. `linked`: figures lead to it, and the bar does not offer it. */
export type Filter = { key: string; label: string; options: Option[]; field?: true; linked?: true }
type Around = { scope: Scope; offices: Office[]; words: PanelWords; lang: Lang; today: string; sittings?: Sitting[] }

const YEARS = 8

/** The filters of a list, only those that the API's route takes: township, office, state by phase, year, and the choices that the ledger names. */
export function filtersOf(ledgers: Ledger[], { scope, offices, words, lang, today, sittings = [] }: Around): Filter[] {
  const [ledger] = ledgers
  const one = ledgers.length === 1 ? ledger : undefined
  const places = (kind: Office['kind']) =>
    offices.filter((office) => office.kind === kind && !office.closed).map((office) => ({ value: office.id, label: office.name[lang] }))
  const hasUnits = ledgers.some((each) =>
    Object.values(each.fields).some((field) => (field.kind === 'office' || field.kind === 'offices') && field.of === 'unit'),
  )
  const year = Number(today.slice(0, 4))
  const choices = one ? (one.list.filters ?? []).flatMap((key): Filter[] => choiceFilter(one, key, words, lang)) : []
  const filters: Filter[] = [
    ...(!ledgers.every((each) => each.level === 'county')
      ? [
          {
            key: 'township',
            label: words.list.township,
            // A township reads little else than its own: its piles ask for that alone, and the bar offers no choice.
            ...(scope.office.kind === 'township' ? { linked: true as const } : {}),
            options: [
              ...places('township'),
              ...(ledgers.some((each) => each.level !== 'township') ? [{ value: 'county', label: words.record.county }] : []),
            ],
          },
        ]
      : []),
    ...(hasUnits && scope.office.kind !== 'unit' ? [{ key: 'unit', label: words.list.unit, options: places('unit') }] : []),
    ...(one ? [{ key: 'state', label: words.list.state, options: stateOptions(one, words, lang) }] : []),
    {
      key: 'year',
      label: words.list.year,
      options: Array.from({ length: YEARS }, (_, at) => ({ value: String(year - at), label: words.list.yearOf(String(year - at)) })),
    },
    ...(sittings.length > 1 ? [{ key: 'sitting', label: termWords[lang].title, options: sittingOptions(sittings, lang) }] : []),
    {
      key: 'lamp',
      label: words.list.lamp,
      options: [
        { value: 'overdue', label: words.list.lateOnly },
        { value: 'nearDue', label: words.list.soonOnly },
      ],
    },
  ]
  const told = one ? [...rateFilters(one, words, lang), ...linkedFilters(one, choices, places('unit'), words, lang)] : []
  const linked = [...told, deskFilter(ledgers, lang), holderFilter(offices, words, lang)]
  return [...filters.slice(0, -1), ...choices, ...filters.slice(-1), ...linked].filter(
    ({ options, field, linked }) => options.length > 0 || (field && linked),
  )
}

/** The states under their phases, and 未办结: all that are neither closed nor void nor drafts. */
function stateOptions(ledger: Ledger, words: PanelWords, lang: Lang): Option[] {
  const states = Object.entries(ledger.states).filter(([, state]) => !state.retired)
  const open = states.filter(([, { phase }]) => phase === 'open' || phase === 'paused').map(([key]) => key)
  return [{ value: open.join(','), label: words.list.open }, ...states.map(([value, { label }]) => ({ value, label: label[lang] }))].filter(
    (option, at, all) => all.findIndex((other) => other.value === option.value) === at,
  )
}

/** Each term whole, then its sessions, newest first. A term asks `18`, a session `18-5`. */
function sittingOptions(sittings: Sitting[], lang: Lang): Option[] {
  const terms = [...new Set(sittings.map(({ term }) => term))].reverse()
  return terms.flatMap((term) => [
    { value: String(term), label: termName(term, lang) },
    ...sittings
      .filter((each) => each.term === term)
      .reverse()
      .map((each) => ({ value: `${term}-${each.session}`, label: sittingName(each, lang) })),
  ])
}

/** A field whose values are counted out, or whether something is so; what a list does not keep of every record is no filter. */
function choiceFilter(ledger: Ledger, key: string, words: PanelWords, lang: Lang): Filter[] {
  const field = ledger.fields[key]
  if (!field || field.seenBy) return []
  const options = field.kind === 'yesno' ? { true: { zh: words.common.yes, en: words.common.yes } } : optionsOf(field, ledger.fields)
  if (!options) return []
  const offered = Object.entries(options).map(([value, label]) => ({ value, label: label[lang] }))
  return [{ key, label: field.label[lang], field: true, options: offered }]
}

/** What counts in a rate of the report, what meets it and what does not; each names its rate, so the filter has no name of its own. */
function rateFilters(ledger: Ledger, words: PanelWords, lang: Lang): Filter[] {
  const rates = ratesOf(ledger, words.list.onTime, (label) => label[lang]).filter(({ hidden }) => !hidden)
  const options = rates.flatMap(({ key, label }) => [
    { value: key, label: words.list.counted(label) },
    { value: `${key}.met`, label: words.list.met(label, key === ON_TIME) },
    { value: `${key}.missed`, label: words.list.missed(label, key === ON_TIME) },
  ])
  return [{ key: 'rate', label: '', options, linked: true }]
}

/** Fields by which figures and papers are divided, and which the bar does not offer: their links ask lists for one value, a lead's or a deputy's. */
function linkedFilters(ledger: Ledger, offered: Filter[], units: Option[], words: PanelWords, lang: Lang): Filter[] {
  const { report, fields } = ledger
  const keys = new Set([...(report?.by ?? []), ...(report?.counts ?? [])])
  return [...keys].flatMap((key): Filter[] => {
    const field = fields[key]
    if (!field || field.seenBy || offered.some((filter) => filter.key === key)) return []
    const [choice] = choiceFilter(ledger, key, words, lang)
    const options = 'of' in field && field.of === 'unit' ? units : (choice?.options ?? [])
    return [{ key, label: field.label[lang], field: true, linked: true, options }]
  })
}

/** The desk of the county office that items of any ledger name. */
function deskFilter(ledgers: Ledger[], lang: Lang): Filter {
  const options = Object.entries(deskLabels(ledgers)).map(([value, label]) => ({ value, label: label[lang] }))
  return { key: 'desk', label: inCharge.label[lang], linked: true, options }
}

/** An office that owes something itself: figures by offices lead to it. */
function holderFilter(offices: Office[], words: PanelWords, lang: Lang): Filter {
  const options = offices.map(({ kind, id, name }) => ({ value: kind === 'county' ? 'county:county' : `${kind}:${id}`, label: name[lang] }))
  return { key: 'holder', label: words.list.holder, linked: true, options }
}

/** What the bar shows as chosen, out of the address's filter. */
export function chosenOf(filter: Filter, values: FilterValues): string {
  if (filter.key === 'lamp') return values.overdue ? 'overdue' : values.nearDue ? 'nearDue' : ''
  if (filter.key === 'sitting') return [values.term, values.session].filter(Boolean).join('-')
  if (filter.field) return whereOf(values)[filter.key] ?? ''
  return values[filter.key] ?? ''
}

/** How a value of a filter is called: by its option, or by those of which it is made up. */
export function labelOf({ options }: Filter, value: string, words: PanelWords): string {
  const name = (one: string) => options.find((option) => option.value === one)?.label
  const each = () => value.split(',').map((one) => name(one) ?? one)
  return name(value) ?? each().join(words.common.and)
}

/** The address's filter after choosing `value` (empty: all). */
export function choose(filter: Filter, value: string, values: FilterValues): FilterValues {
  const { [filter.key]: _, ...rest } = values
  if (filter.key === 'lamp') {
    const { overdue: __, nearDue: ___, ...others } = rest
    return value ? { ...others, [value]: 'true' } : others
  }
  if (filter.key === 'sitting') {
    const { term: _____, session: ______, ...others } = rest
    const [term = '', session = ''] = value.split('-')
    return { ...others, ...(term ? { term } : {}), ...(session ? { session } : {}) }
  }
  if (!filter.field) return value ? { ...rest, [filter.key]: value } : rest
  const { [filter.key]: ____, ...where } = whereOf(values)
  const pairs = Object.entries(value ? { ...where, [filter.key]: value } : where)
  const { where: _____, ...others } = values
  return pairs.length ? { ...others, where: pairs.map((pair) => pair.join(':')).join(',') } : others
}

/** The filters in force, spelt out for the chips. Words count as one; a day before which something is due, put there by a link, too. */
export function activeOf(
  filters: Filter[],
  values: FilterValues,
  words: PanelWords,
): { key: string; label: string; without: FilterValues }[] {
  const chips = filters.flatMap((filter) => {
    const value = chosenOf(filter, values)
    if (!value) return []
    return [
      {
        key: filter.key,
        label: [filter.label, labelOf(filter, value, words)].filter(Boolean).join(' '),
        without: choose(filter, '', values),
      },
    ]
  })
  const { q, dueBefore, ...rest } = values
  return [
    ...(q ? [{ key: 'q', label: `“${q}”`, without: { ...rest, ...(dueBefore ? { dueBefore } : {}) } }] : []),
    ...chips,
    ...(dueBefore ? [{ key: 'dueBefore', label: `${words.list.dueOn} < ${dueBefore}`, without: { ...rest, ...(q ? { q } : {}) } }] : []),
  ]
}

function whereOf({ where }: FilterValues): Record<string, string> {
  return Object.fromEntries(
    (where ?? '')
      .split(',')
      .filter(Boolean)
      .map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
  )
}
