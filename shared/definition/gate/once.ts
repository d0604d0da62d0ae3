import type { Field } from '../field.ts'
import type { GateFault } from '../gate.ts'
import type { Ledger } from '../ledger.ts'

const comparable: Field['kind'][] = [
  'text',
  'number',
  'date',
  'yesno',
  'choice',
  'office',
  'person',
  'deputies',
  'records',
  'offices',
  'choices',
]

/**
 * `once` compares values that can be compared, and are hidden from nobody: a refusal would tell them. On a ledger they are stored, so that a record claims them
 * as long as it lives. On a step they are asked of whoever takes it, and told in its event.
 */
export function onceFaults(ledger: Ledger): GateFault[] {
  const onLedger = faults(ledger, ledger.once, 'once', (field) =>
    field.only === 'event' ? 'is said and not stored, so that nothing of it stands' : null,
  )
  const onSteps = Object.entries(ledger.transitions).flatMap(([key, { once, asks = [] }]) =>
    faults(ledger, once, `transitions.${key}.once`, (_, name) => (asks.includes(name) ? null : 'is not asked, or need not be answered')),
  )
  return [...onLedger, ...onSteps]
}

type Judge = (field: Field, key: string) => string | null

function faults(ledger: Ledger, once: string[] | undefined, path: string, judge: Judge): GateFault[] {
  return (once ?? []).flatMap((key, at, all): GateFault[] => {
    const here = `${path}.${at}`
    const field = Object.hasOwn(ledger.fields, key) ? ledger.fields[key] : undefined
    if (!field) return [{ path: here, message: 'no such field' }]
    if (!comparable.includes(field.kind)) return [{ path: here, message: `${key} cannot be compared` }]
    if (all.indexOf(key) !== at) return [{ path: here, message: `${key} stands twice` }]
    const wrong = field.seenBy ? 'is hidden: the refusal of a second one would tell it' : judge(field, key)
    return wrong ? [{ path: here, message: `${key} ${wrong}` }] : []
  })
}
