import { deskFields } from '../../../shared/definition/desk-fields.ts'
import type { Ledger, Transition } from '../../../shared/definition/ledger.ts'
import { isOneLine } from '../../../shared/definition/lines.ts'
import type { Paper } from '../../../shared/definition/paper.ts'
import { basicFields } from '../../../shared/engine/rights.ts'
import { isEmpty } from '../sections.ts'

/** What a step hands to others lacks: duties that nobody would owe, long texts that their papers tell, the desk in charge. */
export type Lacking = { unheld: { duty: string; fields: string[] }[]; unsaid: string[]; undesked: string[] }

/**
 * What is empty, though it may be, when a step gives an item to the offices that its fields name. What the step insists on is not told, nor a helper who is
 * missing while another leads, nor a text that somebody writes later.
 */
export function lackingFor(ledger: Ledger, state: string, transition: string, data: Record<string, unknown>): Lacking {
  const rule = ledger.transitions[transition]
  const handed = rule ? handedBy(ledger, rule) : []
  if (!rule || handed.length === 0) return { unheld: [], unsaid: [], undesked: [] }
  const isOpen = (key: string) => isEmpty(data[key]) && !(rule.asks ?? []).includes(key)
  const fieldsOf = (duty: string) => namedIn(ledger.duties[duty]?.holder ?? [])
  const unheld = handed.every((duty) => fieldsOf(duty).every(isOpen)) ? handed : []
  const told = longTold(
    ledger,
    handed.flatMap((duty) => ledger.duties[duty]?.holder ?? []),
  )
  return {
    unheld: unheld.map((duty) => ({ duty, fields: fieldsOf(duty) })),
    unsaid: told.filter((key) => isOpen(key) && isWritten(ledger, rule, state, key)),
    undesked: deskFields(ledger).filter(isOpen),
  }
}

/**
 * The people and offices that a step out of the draft tells, or makes something for, where none of them is named: then it reaches nobody. Only what it asks
 * itself, and may be left open.
 */
export function untoldBy(
  { fields, states, transitions, hears = [] }: Ledger,
  state: string,
  transition: string,
  data: Record<string, unknown>,
) {
  const { asks = [], to = '', creates = [] } = transitions[transition] ?? {}
  if (states[state]?.phase !== 'draft' || states[to]?.phase !== 'open') return []
  const told = asks.flatMap((ask) => {
    const key = ask.replace('?', '')
    const reached = hears.includes(`@${key}`) || creates.some((each) => each.for === `@${key}`)
    return reached && ['deputies', 'names', 'office', 'offices'].includes(fields[key]?.kind ?? '') ? [{ key, open: ask.endsWith('?') }] : []
  })
  return told.every(({ key, open }) => open && isEmpty(data[key])) ? told.map(({ key }) => key) : []
}

/** The duties that a step surely opens for offices which fields name, and which do not take it themselves. */
function handedBy(ledger: Ledger, { opens = [], by }: Transition): string[] {
  const sure = opens.filter((one) => typeof one === 'string')
  return sure.filter((duty) => {
    const holder = ledger.duties[duty]?.holder ?? []
    return namedIn(holder).length === holder.length && !holder.some((word) => by.includes(word))
  })
}

const namedIn = (words: string[]): string[] => words.filter((word) => word.startsWith('@')).map((word) => word.slice(1))

/** The long texts that stand as paragraphs of their own on papers for these. */
function longTold({ papers = {}, fields }: Ledger, holders: string[]): string[] {
  const own = Object.values(papers).filter((paper) => paper.of === undefined && paper.for.some((word) => holders.includes(word)))
  const keys = own.flatMap(paragraphs).filter((key) => {
    const field = fields[key]
    return field?.kind === 'text' && !isOneLine(field) && field.only !== 'event'
  })
  return [...new Set(keys)]
}

const paragraphs = ({ blocks }: Paper): string[] =>
  blocks
    .flatMap((block) => (block.as === 'text' ? block.say : []))
    .flatMap((each) => /^\{@(\w+)\??\}$/.exec(typeof each === 'string' ? each : each.text)?.[1] ?? [])

/** True for a field that is filled in by this step, or by somebody while the item stands where it does. */
function isWritten(ledger: Ledger, rule: Transition, state: string, key: string): boolean {
  const edited = ledger.may.edit.some((access) => {
    const { fields, in: states } = typeof access === 'string' ? { fields: undefined, in: undefined } : access
    return (states?.includes(state) ?? true) && (fields ?? basicFields(ledger)).includes(key)
  })
  return edited || (rule.asks ?? []).includes(`${key}?`)
}
