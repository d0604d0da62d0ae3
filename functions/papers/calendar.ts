import type { Ledger } from '../../shared/definition/ledger.ts'
import { textIn } from '../../shared/definition/lines.ts'
import { hiddenFields } from '../../shared/engine/readers.ts'
import { calledIn, heading, wholeCalled } from '../../shared/heading.ts'
import { isDay, type Label } from '../../shared/names.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { isRefusal } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import type { CalendarDay } from '../../shared/wire.ts'
import type { World } from '../../shared/world.ts'
import type { Catalogue } from '../catalogue.ts'
import { listDuties } from '../store/duties.ts'
import { eachRecord } from '../store/each.ts'
import { wholesOf } from '../wholes.ts'

/** A day with when its item last changed. */
export type DatedDay = CalendarDay & { updatedAt: string }

type Looking = { scope: Scope; world: World; catalogue: Catalogue; today: string; looked?: number }

/** Most days that one calendar holds. */
export const MOST = 2000
/** Most items of one kind and year that are looked through for what is planned, the newest first. */
const MOST_LOOKED_AT = 1000

/**
 * The calendar of an office between two days, both included: what its scope sees as planned (a day without which an item cannot be, on an item that is no part
 * of
 * another), and what it owes. Nothing that was called off, and no draft. `more`: there are others than the first of them, or items that were not looked at.
 */
export async function calendarOf(looking: Looking, from: string, to: string, most = MOST): Promise<{ days: DatedDay[]; more: boolean }> {
  const [planned, owed] = await Promise.all([plannedDays(looking, from, to), owedDays(looking, from, to, most)])
  const place = ({ on, ledger, id, key }: DatedDay) => [on, ledger, id, key].join(' ')
  const days = [...planned.days, ...owed].sort((a, b) => (place(a) < place(b) ? -1 : 1))
  return { days: days.slice(0, most), more: planned.more || days.length > most }
}

/** The year before too: an item keeps its year when its day is moved into the next. Kinds and years are read beside each other, so many items of each. */
async function plannedDays(looking: Looking, from: string, to: string): Promise<{ days: DatedDay[]; more: boolean }> {
  const years = [...new Set([Number(from.slice(0, 4)) - 1, Number(from.slice(0, 4)), Number(to.slice(0, 4))])]
  const planning = [...looking.catalogue.values()].filter(({ ledger }) => plannedFields(ledger).length > 0)
  const all = await Promise.all(planning.flatMap(({ ledger }) => years.map((year) => plannedIn(looking, ledger, year, from, to))))
  return { days: all.flatMap(({ days }) => days), more: all.some(({ more }) => more) }
}

async function plannedIn(
  { scope, world, today, looked = MOST_LOOKED_AT }: Looking,
  ledger: Ledger,
  year: number,
  from: string,
  to: string,
) {
  const fields = plannedFields(ledger)
  const days: DatedDay[] = []
  let seen = 0
  for await (const record of eachRecord(scope, ledger, { year }, today)) {
    if (++seen > looked) return { days, more: true }
    if (!stands(ledger, record)) continue
    const hidden = hiddenFields(ledger, record, scope, world)
    for (const [key, { label, comes }] of fields) {
      const on = record.data[key]
      if (isDay(on) && on >= from && on <= to && !hidden.includes(key))
        days.push(
          dayOf(ledger, record, {
            on,
            what: 'planned',
            label,
            key,
            ...(comes ? { says: told(comes, ledger, record, world, hidden) } : {}),
          }),
        )
    }
  }
  return { days, more: false }
}

async function owedDays({ scope, catalogue }: Looking, from: string, to: string, most: number): Promise<DatedDay[]> {
  const found: DatedDay[] = []
  for (let cursor: string | undefined = ''; cursor !== undefined && found.length <= most; ) {
    const page: Awaited<ReturnType<typeof listDuties>> = await listDuties(scope, { limit: 100, ...(cursor ? { cursor } : {}) })
    if (isRefusal(page)) break
    const due = page.data.filter(({ duty: { dueOn } }) => dueOn !== null && dueOn >= from && dueOn <= to)
    const ledgerOf = (key: string) => catalogue.get(key)?.ledger
    const wholes = await wholesOf(
      scope,
      due.map(({ record }) => record),
      ledgerOf,
    )
    for (const { duty, record } of due) {
      const ledger = ledgerOf(record.ledger)
      const rule = ledger?.duties[duty.key]
      if (!ledger || !rule || duty.dueOn === null) continue
      const day = dayOf(ledger, record, { on: duty.dueOn, what: 'owed', label: rule.label, key: duty.id })
      const above = record.parent && wholes.get(record.parent.id)
      const whole =
        day.heading === undefined || !above || isRestricted(above.ledger) ? undefined : wholeCalled(ledger, { heading: day.heading }, above)
      found.push(whole === undefined ? day : { ...day, heading: calledIn({ heading: day.heading }, whole) })
    }
    cursor = page.next
  }
  return found
}

function dayOf(ledger: Ledger, record: LedgerRecord, day: Pick<DatedDay, 'on' | 'what' | 'label' | 'says' | 'key'>): DatedDay {
  const { id, number, township, updatedAt } = record
  const named = isRestricted(ledger) ? {} : { heading: heading(ledger, record), ...(number ? { number } : {}) }
  return { ...day, ledger: ledger.key, id, ...named, township, updatedAt }
}

/** What comes on a day with its place and its texts in it; what few may see, or read at all, is left out. */
function told({ zh, en }: Label, ledger: Ledger, { data, township }: LedgerRecord, { offices }: World, hidden: string[]): Label {
  const place = offices.find(({ kind, id }) => kind === 'township' && id === township)?.name
  const text = (key: string) => (hidden.includes(key) || isRestricted(ledger) ? '' : String(data[key] ?? ''))
  const filled = (said: string, where = '') => said.replace('{township}', () => where).replace(textIn, (_, key: string) => text(key))
  return { zh: filled(zh, place?.zh), en: filled(en, place?.en) }
}

type Planned = { label: Label; comes?: Label | undefined }

/** The days that an item of this kind cannot be without, and that are no facts of the past. */
export function plannedFields({ part, fields }: Pick<Ledger, 'part' | 'fields'>): [string, Planned][] {
  if (part) return []
  return Object.entries(fields).flatMap(([key, field]): [string, Planned][] =>
    field.kind === 'date' && field.required && !field.past && field.only !== 'event' ? [[key, field]] : [],
  )
}

function stands({ states }: Ledger, { state }: LedgerRecord): boolean {
  return !['draft', 'void', undefined].includes(states[state]?.phase)
}

/** A kind of item that one desk reads alone: a calendar that lies on a phone tells no names of it. */
function isRestricted({ may }: Ledger): boolean {
  return may.read.some((access) => (typeof access === 'string' ? [access] : access.who).some((word) => word.startsWith('county:')))
}
