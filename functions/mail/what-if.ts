import type { LedgerRecord } from '../../shared/record.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import { definition } from '../catalogue.ts'
import type { Clock } from '../clock.ts'
import { readRecord } from '../store/records.ts'
import { tryOut } from '../transact.ts'
import { type Foreseen, firstDays, foresee, type Rules, rungsAhead } from './forecast.ts'
import type { Reader } from './recipients.ts'
import { addressed, owingOf, saidOf, surroundings } from './survey.ts'

type Span = { from: string; to: string }
type Tried = { transition: string; given: Record<string, unknown>; for?: string }

/** What would be said of a record, and of all that hangs on it, as it stands (`now`) and if a step were taken today (`after`). Refuses as the step would. */
export async function whatIf(
  scope: Scope,
  { ledger, id }: { ledger: string; id: string },
  step: Tried,
  { from, to }: Span,
  clock: Clock,
): Promise<{ now: Foreseen[]; after: Foreseen[] } | Refusal | null> {
  const record = await readRecord(scope, ledger, id)
  if (!record) return null
  const changes = await tryOut(scope, ledger, id, step, clock)
  if (changes === null || isRefusal(changes)) return changes
  const around = await surroundings(from)
  const first = await firstDays(around.people, from)
  const begins = (reader: Reader) => first.get(reader.id) ?? from
  const ahead = async (records: (LedgerRecord | undefined)[], begin: (reader: Reader) => string) => {
    const rules = await Promise.all(records.map(async (each) => each && { each, known: await definition(scope, each.ledger) }))
    const open = rules
      .flatMap((each) => (each?.known ? owingOf(each.known.ledger, each.each) : []))
      .map((owing) => addressed(owing, around))
    return rungsAhead(open, { ...around, said: await saidOf(open, []), begins: begin, to })
  }
  const changed = changes.map((change) => change.after)
  const before = changes.length > 0 ? changes.map(({ before }) => before) : [record]
  const [now, after] = await Promise.all([ahead(before, begins), ahead(changed, (reader) => later(begins(reader), clock.today))])
  return { now, after }
}

const later = (one: string, other: string): string => (one > other ? one : other)

/** How many mails more and fewer would go out on each day of a span under other rules. A mail is one person's of one day. */
export async function difference({ from, to }: Span, rules: Rules): Promise<{ now: number; after: number; days: Difference[] }> {
  const [present, changed] = await Promise.all([foresee(from, to), foresee(from, to, rules)])
  const mails = ({ foreseen }: { foreseen: Foreseen[] }) => new Set(foreseen.map(({ date, reader }) => `${date}#${reader.id}`))
  const [now, after] = [mails(present), mails(changed)]
  const days = new Map<string, Difference>()
  const count = (mail: string, kind: 'more' | 'fewer') => {
    const [date = ''] = mail.split('#')
    const day = days.get(date) ?? { date, more: 0, fewer: 0 }
    days.set(date, { ...day, [kind]: day[kind] + 1 })
  }
  for (const mail of after) if (!now.has(mail)) count(mail, 'more')
  for (const mail of now) if (!after.has(mail)) count(mail, 'fewer')
  return { now: now.size, after: after.size, days: [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)) }
}

type Difference = { date: string; more: number; fewer: number }
