import { createHash } from 'node:crypto'
import { canonical } from '../../shared/canonical.ts'
import { shanghaiDay } from '../../shared/deadline/days.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Paper } from '../../shared/definition/paper.ts'
import { recordAsOf } from '../../shared/engine/as-of.ts'
import { countedUnder } from '../../shared/papers/counted.ts'
import { fittingOf } from '../../shared/papers/fitting.ts'
import { blocksAbout, recordsIn, sectionsOf } from '../../shared/papers/sections.ts'
import { signs } from '../../shared/papers/whose.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import { notForYou, paperWords, tooManyPapers } from '../../shared/words/papers.ts'
import type { Clock } from '../clock.ts'
import { isFault } from '../sheets/fault.ts'
import { lastNo } from '../store/issued.ts'
import { readWhole } from '../store/records.ts'
import { type Counted, keepReport, MOST_BYTES, type Report, reportById } from '../store/reports.ts'
import { jitter } from '../store/table.ts'
import { bookOf } from './book-of.ts'
import { fieldsIn } from './fields.ts'
import { type Maker, sourceOfMany } from './gather.ts'
import { type OfficeYear, papersOfList, papersOfOffice } from './make.ts'
import { organOf } from './organ.ts'
import { packageOf } from './package.ts'

/** Of a day gone by the events are read of so many records, which have moved since. */
const MOST_MOVED = 500

type Wanted = { ledger: Ledger; name: string; paper: Paper; day: string; asked: { [filter: string]: unknown } }

/**
 * Makes a report for a day and keeps it: the same report for the same day is made once, and is the same to the byte ever after. For a day gone by records are
 * told
 * as they stood then. `records` gives those that are asked for. A paper with a register gets its number with it. Refused: 403 for whose office keeps no book,
 * 422 where there is nothing to tell or the file is too long.
 */
export async function makeReport(
  maker: Maker,
  { ledger, name, paper, day, asked }: Wanted,
  records: () => Promise<LedgerRecord[] | Refusal>,
  clock: Clock,
): Promise<{ report: Report; made: boolean } | Refusal> {
  const { scope } = maker
  const organ = organOf(scope)
  if (organ === null || scope.role === 'leader') return refuse('role', paperWords.mayNotIssue)
  // Reports of selected items are of one series, whatever was selected.
  const series = digest([organ, ledger.key, name, asked.ids ? 'selected' : asked])
  const id = `rp${digest([series, asked, day])}`
  const there = await reportById(scope, id)
  // What was made before is told again, to whoever might make it then.
  if (there) return { report: there, made: false }
  if (!signs(paper, { ledger, record: undefined, scope, world: maker.world })) return refuse('role', notForYou(paper.label))
  const found = await records()
  if ('refused' in found) return found
  if (day < maker.today && found.filter((record) => hasMoved(record, day)).length > MOST_MOVED)
    return refuse('input', tooManyPapers(MOST_MOVED))
  const stood = day < maker.today ? await asOf(maker, found, day) : found
  const then = paper.of === 'office' ? toldIn(maker, paper, stood, asked as OfficeYear) : fittingOf(paper, ledger, stood, day)
  for (let tries = 0; ; tries += 1) {
    const number = paper.register ? bookOf(organ, paper.register, scope, maker.world, day) : undefined
    const no = number && (await lastNo(scope, number)) + 1
    const at = { ...maker, today: day }
    const papers =
      paper.of === 'office'
        ? await papersOfOffice(at, ledger, paper, then, asked as OfficeYear, no)
        : await papersOfList(at, ledger, paper, then, no)
    if (isFault(papers)) return refuse('input', papers.sentence)
    const file = await packageOf(papers, `${paper.label.zh} ${day}`)
    if (file.bytes.length > MOST_BYTES) return refuse('input', paperWords.tooLong)
    const report: Report = {
      id,
      organ,
      series,
      ledger: ledger.key,
      paper: name,
      label: paper.label,
      day,
      asked,
      at: clock.now.toISOString(),
      by: { id: scope.person, name: scope.name },
      name: file.name,
      type: file.type,
      hash: createHash('sha256').update(file.bytes).digest('hex'),
      count: then.length,
      fields: fieldsIn(paper, ledger, ledgersOf(maker)),
      ...(number && no ? { number: { ...number, no } } : {}),
    }
    if (await keepReport(scope, report, await counted(at, ledger, paper, then), file.bytes)) return { report, made: true }
    const meanwhile = await reportById(scope, id)
    if (meanwhile) return { report: meanwhile, made: false }
    if (tries === 20) throw new Error('Given up giving a report its number')
    await jitter(Math.min(tries, 4))
  }
}

/** Records as they stood at the end of a day; those that were not there yet are left out. What has not moved since stands as it stood. */
async function asOf(maker: Maker, records: LedgerRecord[], day: string): Promise<LedgerRecord[]> {
  const ledgers = ledgersOf(maker)
  const then: LedgerRecord[] = []
  for (const record of records) {
    const whole = hasMoved(record, day) ? await readWhole(maker.scope, record.ledger, record.id) : null
    const stood = hasMoved(record, day) ? whole && recordAsOf(whole.record, whole.events, day) : record
    if (stood && ledgers.get(stood.ledger)?.states[stood.state]?.phase !== 'draft') then.push(stood)
  }
  return then
}

/** True when something has happened to a record after a day. */
function hasMoved({ updatedAt }: LedgerRecord, day: string): boolean {
  return shanghaiDay(updatedAt) > day
}

/** Of the records of an office's year those that stand in some section of the paper. */
function toldIn(maker: Maker, paper: Paper, work: LedgerRecord[], of: OfficeYear): LedgerRecord[] {
  const looking = { ...maker, ledgers: ledgersOf(maker), records: [], work, ...of }
  const told = new Set(sectionsOf(paper).flatMap((section) => recordsIn(section, looking)))
  return work.filter((record) => told.has(record))
}

const ledgersOf = ({ catalogue }: Maker) => new Map([...catalogue].map(([key, { ledger }]) => [key, ledger]))

/** What each record is counted under in the numbers of the paper. */
async function counted(maker: Maker, ledger: Ledger, paper: Paper, records: LedgerRecord[]): Promise<Counted[]> {
  const source = await sourceOfMany(maker, ledger, [])
  return records.map((record) => {
    const blocks = blocksAbout(paper, ledger.key, record.ledger)
    const of = source.ledgers.get(record.ledger) ?? ledger
    return {
      id: record.id,
      version: record.version,
      state: record.state,
      by: countedUnder({ blocks }, record, { ...source, ledger: of }),
      ...(record.ledger === ledger.key ? {} : { ledger: record.ledger }),
    }
  })
}

const digest = (what: unknown): string => createHash('sha256').update(canonical(what)).digest('hex').slice(0, 24)
