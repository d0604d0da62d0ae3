import { createHash } from 'node:crypto'
import { canonical } from '../../shared/canonical.ts'
import type { Paper } from '../../shared/definition/paper.ts'
import { moved } from '../../shared/engine/moved.ts'
import { owing } from '../../shared/engine/owed.ts'
import { readers } from '../../shared/engine/readers.ts'
import { fillPaper, fits } from '../../shared/papers/fill.ts'
import type { FilledPaper } from '../../shared/papers/filled.ts'
import type { Source } from '../../shared/papers/source.ts'
import { papersOf } from '../../shared/papers/standing.ts'
import { signs } from '../../shared/papers/whose.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import { editionOf, paperWords } from '../../shared/words/papers.ts'
import type { Clock } from '../clock.ts'
import { isFault } from '../sheets/fault.ts'
import { type Issued, issuedOf, issueWrites, lastNo } from '../store/issued.ts'
import { readWhole } from '../store/records.ts'
import { through } from '../transact/finish.ts'
import { apply } from '../transact/work.ts'
import { bookOf } from './book-of.ts'
import { documentOf } from './document.ts'
import { fieldsIn } from './fields.ts'
import { type Maker, sourceOfOne } from './gather.ts'
import { organOf } from './organ.ts'
import { whyNot } from './why-not.ts'

/** What an item of the table holds, written in letters. */
const MOST_BYTES = 270_000

/**
 * Sends a paper out: it gets the next number of its organ's book of the year, and the file is kept as it is with its hash and the versions of the records in
 * it;
 * an event on the record tells of it. All in one transaction, so that no number is missing. When nothing has changed since the last time, that edition is
 * answered and
 * nothing is written; else it is a further edition, and says so. Null: no such record; refused to whom the record does not belong (403), and where it is not so
 * far (409). `mails`: those to whom it goes are written to, once it is sent out.
 */
export async function issue(
  maker: Maker,
  ref: { ledger: string; id: string },
  name: string,
  clock: Clock,
  mails = false,
): Promise<Issued | Refusal | null> {
  let issued: Issued | undefined
  const answer = await through<Issued | Refusal | null>(maker.scope, clock, async (work) => {
    const { scope, today } = maker
    const ledger = work.ledgers.get(ref.ledger)
    const paper = ledger && papersOf(ledger)[name]
    const whole = paper && (await readWhole(scope, ref.ledger, ref.id))
    if (!ledger || !paper || !whole || paper.of !== undefined || paper.register === undefined) return null
    const { record } = whole
    const organ = organOf(scope)
    if (organ === null || !owns(scope, record)) return refuse('role', paperWords.mayNotIssue)
    if (!signs(paper, { ledger, record, scope, world: maker.world })) return refuse('role', paperWords.othersIssue)
    const source = await sourceOfOne(maker, ledger, paper, whole)
    if (isFault(source)) return refuse('input', source.sentence)
    if (!fits(paper, ledger, record, source)) return refuse('state', whyNot(paper, ledger, record, today, source))
    const editions = await issuedOf(scope, ref, name)
    // What another organ sent out of it is a paper of that one.
    const before = editions.findLast((each) => each.organ === organ)
    if (before && contentOf(paper, source) === before.content) return before
    const book = bookOf(organ, paper.register, scope, maker.world, today)
    const no = (await lastNo(scope, book)) + 1
    // The day of the step is that of what was sent out first; what is sent again bears the day on which it is.
    const { on: _, ...anew } = paper
    const filled = withEdition(fillPaper(before ? anew : paper, { ...source, no }), before)
    const file = await documentOf(filled)
    if (file.length > MOST_BYTES) return refuse('input', paperWords.tooLong)
    issued = {
      ...book,
      no,
      paper: name,
      label: paper.label,
      ...ref,
      edition: (editions.at(-1)?.edition ?? 0) + 1,
      on: today,
      at: clock.now.toISOString(),
      by: { id: scope.person, name: scope.name },
      name: filled.name,
      hash: createHash('sha256').update(file).digest('hex'),
      content: contentOf(paper, source),
      of: tellingOf(record, source).map(({ ledger, id, version }) => ({ ledger, id, version })),
      fields: fieldsIn(paper, ledger, work.ledgers),
      to: readers({ ...ledger, may: { ...ledger.may, read: paper.for } }, record, maker.world),
      file: file.toString('base64'),
      ...(mails ? { mails: true as const } : {}),
    }
    work.also.push(...issueWrites(scope, issued))
    const turn = { ledger, scope, today, world: work.world }
    const step = moved(turn, record, record, owing(record.duties), { transition: 'paper', parent: 'unread' })
    const { word, year, edition, hash } = issued
    const done = await apply(work, ledger, record, {
      ...step,
      event: { ...step.event, paper: { key: name, word, year, no, edition, hash } },
    })
    return { moved: done, around: [] }
  })
  return answer && 'event' in answer ? (issued ?? null) : (answer as Issued | Refusal | null)
}

/** The records that a paper tells of. */
function tellingOf(record: LedgerRecord, { kin, work = [] }: Source): LedgerRecord[] {
  return [record, ...kin.children, ...kin.named, ...(kin.parent ? [kin.parent] : []), ...work]
}

/** A paper is sent out by the office to which the record belongs, and by the county's; its leaders only read. */
function owns({ office, role }: Scope, { township }: LedgerRecord): boolean {
  if (role === 'leader') return false
  return office.kind === 'county' || (office.kind === 'township' && office.id === township)
}

/** What a paper says, whatever its day and number. */
function contentOf(paper: Paper, source: Source): string {
  const { blocks } = fillPaper(paper, { ...source, today: source.today.replace(/-..-..$/, '-01-01'), no: 0 })
  return createHash('sha256').update(canonical(blocks)).digest('hex')
}

/** A further edition says so, before it is signed. */
function withEdition(filled: FilledPaper, before: Issued | undefined): FilledPaper {
  if (!before) return filled
  const at = filled.blocks.findIndex(({ as }) => as === 'seal' || as === 'copies')
  const place = at < 0 ? filled.blocks.length : at
  return { ...filled, blocks: filled.blocks.toSpliced(place, 0, { as: 'text', level: 0, text: editionOf(before) }) }
}
