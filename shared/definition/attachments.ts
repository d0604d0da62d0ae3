import { say } from '../say.ts'
import type { FieldOf } from './field.ts'
import type { Ledger, Transition } from './ledger.ts'

/** Scanned letters, reports, tally sheets, photographs: what comes on paper with an item or with an act on it. */
export const attachments: FieldOf<'files'> = { kind: 'files', label: say('附件', 'Attachments'), max: 20 }

/**
 * The ledger with its attachments asked for wherever they come: by every act of a person that asks anything, and by the form in which an item begins. `field` is
 * the field of files to which they are laid. What is said to few asks for attachments of its own that no more people see (`seenBy`).
 */
export function withAttachments(ledger: Ledger, field: string): Ledger {
  const own = (ask: string) => {
    const key = ask.replace('?', '')
    const asked = ledger.fields[key]
    return key === field || (asked?.kind === 'files' && asked.seenBy !== undefined)
  }
  const asking = (rule: Transition): Transition =>
    !rule.asks || rule.asks.some(own) || !takenByPeople(rule) ? rule : { ...rule, asks: [...rule.asks, `${field}?`] }
  const edit = ledger.may.edit.map((access) => {
    if (typeof access === 'string' || !access.fields || access.fields.includes(field)) return access
    return access.in?.includes(ledger.initial) === false ? access : { ...access, fields: [...access.fields, field] }
  })
  return {
    ...ledger,
    transitions: Object.fromEntries(Object.entries(ledger.transitions).map(([key, rule]) => [key, asking(rule)])),
    may: { ...ledger.may, edit },
  }
}

/** True for an act that somebody gives, not the engine alone. */
export function takenByPeople({ by }: Pick<Transition, 'by'>): boolean {
  return by.some((word) => word !== 'system')
}
