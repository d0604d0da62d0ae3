import type { Ledger } from '../../shared/definition/ledger.ts'
import { basicFields } from '../../shared/engine/rights.ts'
import type { Label } from '../../shared/names.ts'
import type { Shown } from '../data.ts'
import { road, roadThrough, type Step } from './road.ts'

type Whereabouts = Pick<Shown, 'state'> & Partial<Pick<Shown, 'took'>>
/** A section of a record's page: its fields in order. `transition`: the act that asks them; absent for 基本情况. */
export type Section = { transition?: string; label?: Label; fields: string[] }

/**
 * The sections of a ledger: 基本情况, then one for each transition that asks or sets fields, in the order of the road, then of declaration. A field stands
 * once, where it is asked first; a computed one with what it is computed from. What is only said stands in the timeline. The acts that a record has taken
 * come before those that it might have taken: a field that several ask stands under the one that asked.
 */
export function sectionsOf(ledger: Ledger, { state, took = {} }: Whereabouts = { state: ledger.initial }): Section[] {
  const basic = basicFields(ledger)
  const placed = new Set(basic)
  const { past, ahead } = roadThrough(ledger, state, took)
  const along = [...steps(past), ...steps(ahead), ...steps(road(ledger)), ...Object.keys(ledger.transitions)]
  const order = [...new Set([...along.filter((key) => took[key]), ...along])]
  const acts = order.map((transition): Section => {
    const rule = ledger.transitions[transition]
    const own = [
      ...(rule?.asks ?? []).map((ask) => ask.replace('?', '')),
      ...Object.entries(rule?.sets ?? {})
        .filter(([, set]) => !('put' in set && set.put === null))
        .map(([key]) => key),
    ]
    const fields = own.filter(
      (key) => !placed.has(key) && ledger.fields[key] && ledger.fields[key].only !== 'event' && ledger.fields[key].kind !== 'computed',
    )
    for (const key of fields) placed.add(key)
    return { transition, ...(rule ? { label: rule.label } : {}), fields: [...new Set(fields)] }
  })
  const sections: Section[] = [{ fields: [...basic] }, ...acts]
  for (const [key, field] of Object.entries(ledger.fields)) {
    if (placed.has(key) || field.only === 'event') continue
    const from = field.kind === 'computed' ? ('of' in field.value ? field.value.of : field.value.from) : undefined
    const home = sections.find((section) => from !== undefined && section.fields.includes(from)) ?? sections[0]
    home?.fields.push(key)
    placed.add(key)
  }
  return sections.filter((section) => section.fields.length > 0)
}

/**
 * The sections that have something to show: 基本情况 always, an act's once one of its fields has a value that somebody gave. What was known before the
 * act that asks for it, as when another ledger created the record, is basic.
 */
export function shownSections(ledger: Ledger, record: Whereabouts & Pick<Shown, 'data'>): Section[] {
  const given = (key: string) => {
    const field = ledger.fields[key]
    const preset = field && 'default' in field ? field.default : undefined
    return field?.kind !== 'computed' && !isEmpty(record.data[key]) && (preset === undefined || preset !== record.data[key])
  }
  const came = new Set([...steps(roadThrough(ledger, record.state, record.took).past), ...Object.keys(record.took ?? {})])
  const [basics = { fields: [] }, ...acts] = sectionsOf(ledger, record)
  const early = acts.filter(({ transition = '' }) => !came.has(transition)).flatMap(({ fields }) => fields.filter(given))
  const shown = [
    { ...basics, fields: [...basics.fields, ...early] },
    ...acts.filter(({ transition = '', fields }) => came.has(transition) && fields.some(given)),
  ]
  return shown.map((section) => ({ ...section, fields: section.fields.filter((key) => !countsNothing(ledger, key, record.data[key])) }))
}

/** A count to which only steps add says nothing before the first of them. */
function countsNothing({ transitions }: Ledger, key: string, value: unknown): boolean {
  const sets = Object.values(transitions).flatMap(({ sets, branches = [] }) => [sets, ...branches.map((branch) => branch.sets)])
  return value === 0 && sets.some((each) => each?.[key] && 'add' in each[key])
}

const steps = (way: Step[]) => way.map((step) => step.transition)

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
