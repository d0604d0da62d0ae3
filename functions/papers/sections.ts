import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Paper, Section } from '../../shared/definition/paper.ts'
import { sectionsOf, valuesOf } from '../../shared/papers/sections.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { tooManyPapers } from '../../shared/words/papers.ts'
import type { SheetFault } from '../sheets/fault.ts'
import { eachRecord } from '../store/each.ts'
import { groupable } from '../store/entries.ts'
import type { ListQuery } from '../store/list-query.ts'
import type { Maker } from './gather.ts'

/** Of whose work a paper tells: an office's in a year, of one township's or of all that the maker may see; or what names one record. */
export type About = { year: number; township?: string } | { record: LedgerRecord }

/** Records of one section. */
const MOST = { office: 3000, record: 1000 }

/** The records of which the sections of a paper tell, once each, as far as the maker may see them; refused where one section has too many. */
export async function workOf(maker: Maker, paper: Paper, about: About): Promise<LedgerRecord[] | SheetFault> {
  const { scope, today, catalogue } = maker
  const most = 'record' in about ? MOST.record : MOST.office
  const found = new Map<string, LedgerRecord>()
  for (const section of sectionsOf(paper)) {
    const ledger = catalogue.get(section.ledger)?.ledger
    if (!ledger) continue
    let count = 0
    for (const query of questions(section, ledger, about))
      for await (const record of eachRecord(scope, ledger, query, today)) {
        if (!isMeant(section, record, about)) continue
        if (++count > most) return { status: 422, sentence: tooManyPapers(most) }
        found.set(`${record.ledger}/${record.id}`, record)
      }
  }
  return [...found.values()]
}

/** Whatever state they are in: of a day gone by, that is judged as it was then. */
function questions({ standing, match }: Section, ledger: Ledger, about: About): ListQuery[] {
  const base: ListQuery = { sort: 'number' }
  if ('year' in about) {
    const { year, township } = about
    return [{ ...base, ...(standing ? {} : { year }), ...(township ? { township } : {}) }]
  }
  const { record } = about
  const place = record.township === null ? {} : { township: record.township }
  if (!match) return []
  const asked = (name: string): ListQuery => {
    if (groupable(ledger).includes(match.field)) return { where: { [match.field]: name } }
    return ledger.list.search?.includes(match.field) ? { q: name } : {}
  }
  return valuesOf(record, match.is.slice(1)).map((name) => ({ ...base, ...place, ...asked(name) }))
}

/** A list finds more than what a field names. */
function isMeant({ match }: Section, record: LedgerRecord, about: About): boolean {
  if (!match || !('record' in about)) return true
  const wanted = valuesOf(about.record, match.is.slice(1))
  return valuesOf(record, match.field).some((value) => wanted.includes(value))
}
