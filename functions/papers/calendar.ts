import type { Definition, Ledger } from '../../shared/definition/ledger.ts'
import { hiddenFields } from '../../shared/engine/readers.ts'
import { heading } from '../../shared/heading.ts'
import { isDay, type Label } from '../../shared/names.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { isRefusal } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import type { World } from '../../shared/world.ts'
import { listDuties } from '../store/duties.ts'
import { eachRecord } from '../store/pages.ts'

/** A day of the year's calendar: what is planned on it, or what one's own office owes by then. A restricted item has no heading. */
export type CalendarDay = {
  on: string
  what: 'planned' | 'owed'
  label: Label
  ledger: string
  id: string
  key: string
  number?: string
  heading?: string
  township: string | null
  updatedAt: string
}

type Looking = { scope: Scope; world: World; catalogue: Definition[]; today: string }

/** Most that one calendar holds. */
const MOST = 2000

/**
 * The calendar of an office between two days, both included: what its scope sees as planned (a day without which an item cannot be, on an item that is no part of
 * another), and what it owes. Nothing that was called off, and no draft.
 */
export async function calendarOf(looking: Looking, from: string, to: string): Promise<CalendarDay[]> {
  const [planned, owed] = await Promise.all([plannedDays(looking, from, to), owedDays(looking, from, to)])
  return [...planned, ...owed].sort((a, b) => (a.on + a.key < b.on + b.key ? -1 : 1)).slice(0, MOST)
}

async function plannedDays({ scope, world, catalogue, today }: Looking, from: string, to: string): Promise<CalendarDay[]> {
  const years = [...new Set([Number(from.slice(0, 4)) - 1, Number(from.slice(0, 4)), Number(to.slice(0, 4))])]
  const found: CalendarDay[] = []
  for (const { ledger } of catalogue) {
    const days = plannedFields(ledger)
    if (days.length === 0) continue
    for (const year of years)
      for await (const record of eachRecord(scope, ledger, { year }, today)) {
        if (!stands(ledger, record)) continue
        const hidden = hiddenFields(ledger, record, scope, world)
        for (const [key, label] of days) {
          const on = record.data[key]
          if (isDay(on) && on >= from && on <= to && !hidden.includes(key))
            found.push(dayOf(ledger, record, { on, what: 'planned', label, key }))
        }
      }
  }
  return found
}

async function owedDays({ scope, catalogue }: Looking, from: string, to: string): Promise<CalendarDay[]> {
  const found: CalendarDay[] = []
  for (let cursor: string | undefined = ''; cursor !== undefined && found.length < MOST; ) {
    const page: Awaited<ReturnType<typeof listDuties>> = await listDuties(scope, { limit: 100, ...(cursor ? { cursor } : {}) })
    if (isRefusal(page)) break
    for (const { duty, record } of page.data) {
      const ledger = catalogue.find((each) => each.ledger.key === record.ledger)?.ledger
      const rule = ledger?.duties[duty.key]
      if (!ledger || !rule || duty.dueOn === null || duty.dueOn < from || duty.dueOn > to) continue
      found.push(dayOf(ledger, record, { on: duty.dueOn, what: 'owed', label: rule.label, key: duty.id }))
    }
    cursor = page.next
  }
  return found
}

function dayOf(ledger: Ledger, record: LedgerRecord, day: Pick<CalendarDay, 'on' | 'what' | 'label' | 'key'>): CalendarDay {
  const { id, number, township, updatedAt } = record
  const named = isRestricted(ledger) ? {} : { heading: heading(ledger, record), ...(number ? { number } : {}) }
  return { ...day, ledger: ledger.key, id, ...named, township, updatedAt }
}

/** The days that an item of this kind cannot be without, and that are no facts of the past. */
function plannedFields({ part, fields }: Ledger): [string, Label][] {
  if (part) return []
  return Object.entries(fields).flatMap(([key, field]): [string, Label][] =>
    field.kind === 'date' && field.required && !field.past && field.only !== 'event' ? [[key, field.label]] : [],
  )
}

function stands({ states }: Ledger, { state }: LedgerRecord): boolean {
  return !['draft', 'void', undefined].includes(states[state]?.phase)
}

/** A kind of item that one desk reads alone: a calendar that lies on a phone tells no names of it. */
function isRestricted({ may }: Ledger): boolean {
  return may.read.some((access) => (typeof access === 'string' ? [access] : access.who).some((word) => word.startsWith('county:')))
}
