import { takenNames } from '../../event.ts'
import { headers, reservedKeys } from '../../names.ts'
import type { GateFault } from '../gate.ts'
import type { Ledger } from '../ledger.ts'

/** Names that are taken, options that defaults and grades lack, and numbers without a format. */
export function nameFaults(ledger: Ledger): GateFault[] {
  const faults: GateFault[] = []
  const say = (path: string, message: string) => void faults.push({ path, message })
  if (reservedKeys.some((key) => key === ledger.key)) say('key', 'this address belongs to the platform')
  for (const key of Object.keys(ledger.fields))
    if (headers.some((header) => header === key)) say(`fields.${key}`, 'a header of every record has this name')
  for (const key of takenNames.first) if (Object.hasOwn(ledger.transitions, key)) say(`transitions.${key}`, 'a reserved name')
  for (const [key, field] of Object.entries(ledger.fields)) {
    const path = `fields.${key}`
    if (field.kind === 'computed' && field.required) say(path, 'a computed field cannot be required')
    if (field.kind === 'choice' && field.default !== undefined && !Object.hasOwn(field.options, field.default))
      say(`${path}.default`, 'no such option')
    if (field.kind === 'choices')
      for (const option of field.default ?? [])
        if (!Object.hasOwn(field.options, option)) say(`${path}.default`, `no such option: ${option}`)
    if (field.kind === 'choice')
      for (const option of field.townships ?? [])
        if (!Object.hasOwn(field.options, option)) say(`${path}.townships`, `no such option: ${option}`)
    if (field.kind === 'ballot') {
      for (const grade of [...field.grades, field.otherwise])
        if (!Object.hasOwn(field.options, grade)) say(`${path}.grades`, `no such option: ${grade}`)
      for (const [part, whole] of Array.isArray(field.over) ? [field.over] : Object.values(field.over.is))
        if (part >= whole) say(`${path}.over`, 'the threshold must lie below one')
    }
    if (field.kind === 'items') {
      if (Object.hasOwn(field.columns, 'id')) say(`${path}.columns.id`, 'each row has an id of its own')
      field.default?.forEach((row, at) => {
        for (const column of Object.keys(row))
          if (!Object.hasOwn(field.columns, column)) say(`${path}.default.${at}.${column}`, 'no such column')
      })
    }
  }
  return [...faults, ...numberFaults(ledger)]
}

/** Names that were taken after the first release. */
export function takenLater({ transitions }: Ledger): GateFault[] {
  const taken = takenNames.later.filter((name) => Object.hasOwn(transitions, name))
  return taken.map((name) => ({ path: `transitions.${name}`, message: 'a reserved name' }))
}

function numberFaults(ledger: Ledger): GateFault[] {
  const faults: GateFault[] = []
  const effects = [ledger.born, ...Object.values(ledger.transitions).flatMap((move) => [move, ...(move.branches ?? [])])]
  if (effects.some((each) => each?.numbers) && !ledger.number)
    faults.push({ path: 'number', message: 'a transition numbers, but no format is given' })
  if (!ledger.number) return faults
  const { format, per } = ledger.number
  const places = [...format.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? '')
  for (const place of places)
    if (!/^(year|term|session|township|seq(:[1-9])?)$/.test(place))
      faults.push({ path: 'number.format', message: `unknown placeholder {${place}}` })
  if (places.filter((place) => place.startsWith('seq')).length !== 1)
    faults.push({ path: 'number.format', message: 'exactly one {seq} is needed' })
  for (const part of per) {
    const choice = part.startsWith('@') && ledger.fields[part.slice(1)]?.kind === 'choice'
    if (!['year', 'term', 'session', 'township'].includes(part) && !choice)
      faults.push({ path: 'number.per', message: `${part}: year, term, session, township or a choice` })
  }
  return faults
}
