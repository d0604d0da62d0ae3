import { same } from '../canonical.ts'
import type { GateFault } from './gate.ts'
import type { Ledger } from './ledger.ts'

/**
 * What a new version of a definition would break for records already stored. Empty means that it only adds (labels, lengths, reminders, new fields,
 * states and transitions) and may be published. Due days already stamped never move.
 */
export function amend(before: Ledger, after: Ledger): GateFault[] {
  const faults: GateFault[] = []
  const say = (path: string, message: string) => void faults.push({ path, message })
  if (before.key !== after.key) say('key', 'a ledger keeps its key')
  if ((before.level ?? 'both') !== (after.level ?? 'both') && after.level !== undefined && after.level !== 'both')
    say('level', 'records of the other level would have no place')
  if (before.year !== after.year) say('year', 'stored records keep the year they were stamped with')
  for (const [key, field] of Object.entries(before.fields)) {
    const next = after.fields[key]
    if (!next) say(`fields.${key}`, 'a field is retired, never taken away')
    else if (next.kind !== field.kind) say(`fields.${key}.kind`, `stored values are of kind ${field.kind}`)
    else if ('options' in field && field.options && 'options' in next) {
      for (const option of Object.keys(field.options))
        if (!next.options || !Object.hasOwn(next.options, option))
          say(`fields.${key}.options.${option}`, 'stored records may hold this option')
    }
    if (next && field.only !== next.only) say(`fields.${key}.only`, 'what is said and what is stored cannot change places')
    if (next?.required && !field.required) say(`fields.${key}.required`, 'stored records may lack it')
  }
  for (const [key, state] of Object.entries(before.states)) {
    const next = after.states[key]
    if (!next) say(`states.${key}`, 'a state is retired, never taken away')
    else if (next.phase !== state.phase) say(`states.${key}.phase`, `stored records stand here as ${state.phase}`)
  }
  for (const key of Object.keys(before.transitions)) if (!after.transitions[key]) say(`transitions.${key}`, 'events name this transition')
  for (const key of Object.keys(before.duties)) if (!after.duties[key]) say(`duties.${key}`, 'open duties name this rule')
  if (!same(before.number?.per, after.number?.per)) say('number.per', 'the running sequences would start again')
  return faults
}
