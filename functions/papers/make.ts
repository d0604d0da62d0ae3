import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Paper as PaperRule } from '../../shared/definition/paper.ts'
import { hiddenFields } from '../../shared/engine/readers.ts'
import { heading } from '../../shared/heading.ts'
import { fillPaper, fits } from '../../shared/papers/fill.ts'
import type { FilledPaper } from '../../shared/papers/filled.ts'
import { alone, fittingOf } from '../../shared/papers/fitting.ts'
import { recordsIn, sectionsOf } from '../../shared/papers/sections.ts'
import { concerns } from '../../shared/papers/whose.ts'
import { committeeOf, officeOf } from '../../shared/papers/written.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { noneOf, notForYou, paperWords } from '../../shared/words/papers.ts'
import { isFault, type SheetFault } from '../sheets/fault.ts'
import type { Whole } from '../store/records.ts'
import { type Maker, sourceOfMany, sourceOfOne } from './gather.ts'
import { whyNot } from './why-not.ts'

/** A paper of one record; refused where the record is not so far. */
export async function paperOfOne(maker: Maker, ledger: Ledger, paper: PaperRule, whole: Whole): Promise<FilledPaper | SheetFault> {
  const { record } = whole
  const source = await sourceOfOne(maker, ledger, paper, whole)
  if (isFault(source)) return source
  return fits(paper, ledger, record, source)
    ? fillPaper(paper, source)
    : { status: concerns(paper, { ...source, ledger, record }) ? 409 : 403, sentence: whyNot(paper, ledger, record, maker.today, source) }
}

/** By what an item is called where it is told beside others. */
export const calledOf = (ledger: Ledger, record: LedgerRecord): string => record.number ?? heading(ledger, record)

/** The papers of a list: one, or one for each office that it goes to; refused where there is nothing to tell. `no`: the number that the register gave. */
export async function papersOfList(
  maker: Maker,
  ledger: Ledger,
  paper: PaperRule,
  records: LedgerRecord[],
  no?: number,
): Promise<FilledPaper[] | SheetFault> {
  if (!concerns(paper, { ...maker, ledger, record: undefined })) return { status: 403, sentence: notForYou(paper.label) }
  const fitting = fittingOf(paper, ledger, records, maker.today)
  if (fitting.length === 0) {
    const why = records.map((record) => ({
      called: calledOf(ledger, record),
      why: whyNot(paper, ledger, record, maker.today, { ...maker, kin: alone }),
    }))
    return { status: 422, sentence: noneOf(why) }
  }
  const source = { ...(await sourceOfMany(maker, ledger, fitting)), ...(no === undefined ? {} : { no }) }
  const { each } = paper
  if (each === undefined) return [fillPaper(paper, source)]
  const parts = Map.groupBy(
    fitting.flatMap((record) => officesIn(maker, ledger, record, each).map((office) => ({ office, record }))),
    ({ office }) => office,
  )
  const { offices } = maker.world
  const named = [...parts].map(([office, part]) => ({ name: officeOf(offices, kindOf(ledger, each), office) ?? office, part }))
  return named
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, part }) => fillPaper(paper, { ...source, records: part.map(({ record }) => record), addressee: name }))
}

/** The year of an office, or of all of them: what is asked of such a paper. */
export type OfficeYear = { year: number; township?: string }

/**
 * The papers of an office's year: one, or one for each township of which there is anything to tell; refused where there is nothing. `work`: what `workOf`
 * found.
 */
export async function papersOfOffice(
  maker: Maker,
  ledger: Ledger,
  paper: PaperRule,
  work: LedgerRecord[],
  { year, township }: OfficeYear,
  no?: number,
): Promise<FilledPaper[] | SheetFault> {
  const source = { ...(await sourceOfMany(maker, ledger, work)), records: [], year, ...(no === undefined ? {} : { no }) }
  const { offices } = maker.world
  const parts =
    paper.each === undefined
      ? [
          {
            township,
            addressee: township === undefined ? committeeOf(source.office) : (officeOf(offices, 'township', township) ?? source.county),
            part: work,
          },
        ]
      : offices
          .filter(({ kind, id }) => kind === 'township' && (township ?? id) === id)
          .map(({ id, name }) => ({ township: id, addressee: name.zh, part: work.filter((record) => record.township === id) }))
  const made = parts
    .map(({ township, addressee, part }) => ({ ...source, ...(township ? { township } : {}), addressee, work: part }))
    .filter((each) => sectionsOf(paper).some((section) => recordsIn(section, each).length > 0))
    .map((each) => fillPaper(paper, each))
  return made.length > 0 ? made : { status: 422, sentence: paperWords.none }
}

/** The offices that a part of a list goes to for this record, as far as the maker may see the field. */
function officesIn({ scope, world }: Maker, ledger: Ledger, record: LedgerRecord, each: string): string[] {
  if (each === 'township') return record.township === null ? [] : [record.township]
  if (hiddenFields(ledger, record, scope, world).includes(each)) return []
  return [record.data[each] ?? []].flat().filter((id): id is string => typeof id === 'string')
}

function kindOf(ledger: Ledger, each: string): string {
  const field = ledger.fields[each]
  return each === 'township' || !field || !('of' in field) ? 'township' : String(field.of)
}
