import type { Ledger } from '../../shared/ledger.ts'
import type { Label } from '../../shared/names.ts'
import type { Data } from '../../shared/record.ts'
import { basicFields } from '../../shared/rights.ts'
import { road } from './road.ts'

/** A section of a record's page: its fields in order. `transition`: the act that asks them; absent for 基本情况. */
export type Section = { transition?: string; label?: Label; fields: string[] }

/**
 * The sections of a ledger: 基本情况, then one for each transition that asks or sets fields, in the order of the road, then of declaration. A field stands
 * once, where it is asked first; a computed one with what it is computed from. What is only said stands in the timeline.
 */
export function sectionsOf(ledger: Ledger): Section[] {
  const basic = basicFields(ledger)
  const placed = new Set(basic)
  const onRoad = road(ledger).map((step) => step.transition)
  const order = [...new Set([...onRoad, ...Object.keys(ledger.transitions)])]
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

/** The sections that have something to show: 基本情况 always, the others once one of their fields has a value. */
export function shownSections(ledger: Ledger, data: Data): Section[] {
  return sectionsOf(ledger).filter((section) => !section.transition || section.fields.some((key) => !isEmpty(data[key])))
}

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
