import { daysBetween } from '../deadline/calendar.ts'
import { lamp } from '../deadline/days.ts'
import type { Condition } from '../definition/condition.ts'
import { covers } from '../definition/gate/hidden.ts'
import type { Ledger } from '../definition/ledger.ts'
import { optionsOf } from '../definition/options.ts'
import type { Block, Paper, Section } from '../definition/paper.ts'
import { isHeld } from '../engine/held.ts'
import { holds } from '../engine/holds.ts'
import { live } from '../engine/owed.ts'
import { seats } from '../engine/seats.ts'
import type { LedgerEvent } from '../event.ts'
import { heading } from '../heading.ts'
import type { LedgerRecord } from '../record.ts'
import { chinese } from '../sitting.ts'
import { explainedDays } from './days.ts'
import type { Filled, FilledPaper } from './filled.ts'
import { groupsTable } from './groups.ts'
import { fieldText, said } from './say.ts'
import { recordsIn } from './sections.ts'
import type { Source } from './source.ts'
import { dutiesTable, factsTable, figuresTables, itemsTable, recordsTable, rollTable, ticksTable, timelineTable } from './tables.ts'
import { concerns, signers, signs, wordOf } from './whose.ts'
import { dayOf } from './written.ts'

/**
 * A paper filled from records: sentences with nothing to say are left out, and so are tables without rows; nothing that the maker or the addressee may not see
 * stands in it. The same source always gives the same paper.
 */
export function fillPaper(paper: Paper, given: Source): FilledPaper {
  const source = ofMaker(paper, given)
  const count = [0, 0, 0, 0, 0]
  const [record] = source.records
  const copy = !signs(paper, { ...source, record })
  const blocks = paper.blocks
    .filter((block) => judged(block.when, source) && !(copy && ofTheOrgan.includes(block.as)))
    .flatMap((block) => fillBlock(paper, block, source, count))
  const own = ownerOf(paper, source)
  const said: Filled[] = copy ? [{ as: 'text', level: 0, text: `此件供查阅，以${own}${paper.register ? '编号、' : ''}盖章的为准。` }] : []
  const to = toOf(paper, source)
  const told = unrepeated(count[1] === 1 ? blocks.map(alone) : blocks)
  return { name: nameOf(paper, source), ...(to ? { to } : {}), ...(copy ? { copy } : {}), sheet: paper.sheet, blocks: [...told, ...said] }
}

/** A heading that has no second is not counted. */
const alone = (block: Filled): Filled =>
  block.as === 'text' && block.level === 1 ? { ...block, text: block.text.replace(/^一、/, '') } : block

/** What leads over to a text that begins so itself says it no second time: 现答复如下. */
function unrepeated(blocks: Filled[]): Filled[] {
  return blocks.flatMap((block, at) => {
    const next = blocks[at + 1]
    const leads = block.as === 'text' ? /(现[^，。；：]{1,8}如下)[：。]$/.exec(block.text) : null
    if (block.as !== 'text' || next?.as !== 'text' || !leads?.[1] || !next.text.includes(leads[1])) return block
    const before = block.text.slice(0, leads.index).replace(/[，。；：、\s]+$/, '')
    return before === '' ? [] : { ...block, text: `${before}。` }
  })
}

/** The offices that a paper of one record goes to first, where a field names them. */
function toOf({ of, for: [first = ''] }: Paper, source: Source): string {
  const [record] = source.records
  const field = first.startsWith('@') ? source.ledger.fields[first.slice(1)] : undefined
  return of === undefined && record && (field?.kind === 'office' || field?.kind === 'offices')
    ? fieldText(source, record, first.slice(1))
    : ''
}

/** Where several offices each write a paper of their own, what the others did stands in none but theirs. */
function ofMaker({ from = [], of }: Paper, source: Source): Source {
  const { ledger, records, scope, world } = source
  const [record] = records
  const all = of === undefined && record ? seats(ledger, record, [from].flat(), world) : []
  const mine = (office: { kind: string; id: string }) => office.kind === scope.office.kind && office.id === scope.office.id
  if (!record || !all.some(mine)) return source
  const foreign = (event: LedgerEvent) =>
    all.some(({ kind, id }) => kind === event.by.office.kind && id === event.by.office.id) && !mine(event.by.office)
  const events = source.events.filter((event) => !foreign(event))
  const steps = source.events.filter(foreign).map(({ transition }) => transition)
  const took = Object.fromEntries(
    Object.entries(record.took).flatMap(([step, was]) => {
      const own = events.findLast(({ transition }) => transition === step)
      return !steps.includes(step) ? [[step, was]] : own ? [[step, { ...was, on: own.on }]] : []
    }),
  )
  return steps.length > 0 ? { ...source, events, records: [{ ...record, took }] } : source
}

/** Whose paper it is, by its name. */
function ownerOf(paper: Paper, { records: [record], ...source }: Source): string {
  return signs(paper, { ...source, record })
    ? source.office
    : signers(paper, { ...source, record: paper.of ? undefined : record }) || source.county
}

/** What only the organ itself puts on its paper. */
const ofTheOrgan: Block['as'][] = ['masthead', 'number', 'seal']

/** True for a record from which the paper can be made now. */
export function fits(
  paper: Paper,
  ledger: Ledger,
  record: LedgerRecord,
  around: Pick<Source, 'kin' | 'today' | 'scope' | 'world'>,
): boolean {
  if (!concerns(paper, { ...around, ledger, record })) return false
  if (paper.urges !== undefined && !presses(paper.urges, ledger, record, around.today)) return false
  if (paper.blocks.some(({ as }) => as === 'days') && !record.duties.some(live)) return false
  if (paper.after && !paper.after.some((step) => record.took[step])) return false
  if (paper.of !== undefined || !(paper.in?.includes(record.state) ?? ledger.states[record.state]?.phase !== 'void')) return false
  return holds(paper.when, { record, data: record.data, kin: around.kin, today: around.today, person: around.scope.person })
}

/** True while one of these duties is near its day or late, as its lamp shows it, and its reminders go out. */
export function presses(urges: string | string[], ledger: Ledger, record: LedgerRecord, today: string): boolean {
  return record.duties.some(
    (duty) =>
      [urges].flat().includes(duty.key) &&
      duty.state === 'open' &&
      duty.dueOn !== null &&
      lamp(daysBetween(today, duty.dueOn)) !== 'green' &&
      !isHeld(ledger, record, duty),
  )
}

/** A line for the day, to be written on. */
const NO_DAY = '　　　　年　　月　　日'

/** The day that the paper bears: of the step that it documents, else that on which it is sent out under a number, else a line. */
function dayOn({ on }: Paper, source: Source): string {
  const told = on === undefined ? null : said(on, source)
  return told ?? (source.no === undefined ? NO_DAY : dayOf(source.today))
}

function nameOf(paper: Paper, { ledger, records, addressee, today }: Source): string {
  const [record] = records
  const whom = addressee ?? (paper.of !== undefined || !record ? today : (record.number ?? heading(ledger, record)))
  return `${paper.label.zh} ${whom}`
}

function judged(when: Condition[] | undefined, { records: [record], kin, today, scope }: Source): boolean {
  if (when === undefined) return true
  return record !== undefined && holds(when, { record, data: record.data, kin, today, person: scope.person })
}

function fillBlock(paper: Paper, block: Block, source: Source, count: number[]): Filled[] {
  const text = (sentence: string) => said(sentence, source)
  // What is attached is named as the paper itself is headed.
  const title = (name: string) => said(name, source, 'title')
  switch (block.as) {
    case 'number':
      return some(text(block.text), (each) => ({ as: 'number', text: ownWord(paper, each, source) }))
    case 'masthead':
    case 'addressee':
      return some(text(block.text), (each) => ({ as: block.as, text: each }))
    case 'annex':
      return some(title(block.text), (each) => ({ as: block.as, text: each }))
    case 'heading':
      return [{ as: 'heading', lines: block.text.map((each) => said(each, source, 'heading') ?? '') }]
    case 'text':
      return paragraphs(block, source, count)
    case 'facts':
      return [factsTable(block, source)]
    case 'items':
      return some(itemsTable(block, source))
    case 'children': {
      const ledger = source.ledgers.get(block.ledger)
      const children = source.kin.children.filter((child) => child.ledger === block.ledger)
      return ledger ? some(recordsTable(ledger, children, block.columns, source)) : []
    }
    case 'records':
      return some(recordsTable(source.ledger, source.records, block.columns, source))
    case 'chapters':
      return chapters(block, source, count)
    case 'section':
      return section(paper, block, source, count)
    case 'figures':
      return figuresTables(block, source)
    case 'groups':
      return some(groupsTable(block, source))
    case 'ticks':
      return some(ticksTable(block, source))
    case 'roll':
      return [rollTable(block, source)]
    case 'duties':
      return some(dutiesTable(source))
    case 'days':
      return explainedDays((key) => covers(source.ledger.fields[key], { seenBy: paper.for }), source).flatMap(({ title, lines }) => [
        { as: 'text', level: 1, text: `${counted(count, 1)}${title}` },
        ...lines.map((line): Filled => ({ as: 'text', level: 0, text: line })),
      ])
    case 'timeline':
      return some(timelineTable((key) => covers(source.ledger.fields[key], { seenBy: paper.for }), source))
    case 'space':
      return [{ as: 'space', label: block.label, lines: block.lines }]
    case 'signs':
      return [{ as: 'signs', labels: block.labels }]
    case 'seal':
      return [{ as: 'seal', office: text(block.text ?? '{office}') ?? source.office, day: dayOn(paper, source) }]
    case 'qr':
      return [{ as: 'qr', text: source.address }]
    case 'attached':
      return some(
        block.names.flatMap((name) => title(name) ?? []),
        (names) => ({ as: 'attached', names }),
      )
    case 'copies':
      return some(text(block.to), (to) => ({ as: 'copies', to, by: ownerOf(paper, source), day: dayOn(paper, source) }))
  }
}

/** A number of the register, under the word of who writes. */
function ownWord({ register }: Paper, text: string, { scope, world }: Source): string {
  return register === undefined ? text : text.replace(register, wordOf(register, scope.office, world))
}

/** Sentences that have something to say, as a paragraph each line; a heading counts on its own level and begins those below anew. */
function paragraphs(block: Extract<Block, { as: 'text' }>, source: Source, count: number[]): Filled[] {
  const sentences = block.say.map((each) => {
    const { text, when } = typeof each === 'string' ? { text: each, when: undefined } : each
    return (judged(when, source) ? said(text, source) : null) ?? unpaired(text)
  })
  // Where its last sentence is left out, the one before it ends the paragraph.
  const lines = sentences
    .join('')
    .replace(/[，；、]+$/, '。')
    .split(/\s*\n\s*/)
    .filter((line) => /[^（）《》“”]/.test(line))
  const { level = 0 } = block
  if (lines.length === 0) return []
  const mark = counted(count, level)
  return lines.map((line, at) => ({ as: 'text', level: at === 0 ? level : 0, text: at === 0 ? `${mark}${line}` : line }))
}

/** What a sentence that is left out leaves of brackets and marks that another closes or opens. */
const unpaired = (text: string) => text.replace(/（[^（）]*）|《[^《》]*》|“[^“”]*”/g, '').replace(/[^（）《》“”]/g, '')

/** What is told of records on another ledger, as a list of them tells it; nothing of none. */
function section(paper: Paper, block: Section, source: Source, count: number[]): Filled[] {
  const ledger = source.ledgers.get(block.ledger)
  const records = recordsIn(block, source)
  if (!ledger || records.length === 0) return []
  const { parent: _, ...kin } = source.kin
  const at: Source = { ...source, ledger, records: inOrder(ledger, records), events: [], kin: { ...kin, children: [], named: [] } }
  return block.blocks.flatMap((each) => fillBlock(paper, each, at, count))
}

/** By the day that tells of which year they are, as what took place is told; else as they were found. */
function inOrder({ year }: Ledger, records: LedgerRecord[]): LedgerRecord[] {
  const day = ({ data }: LedgerRecord): string => String(data[year?.slice(1) ?? ''] ?? '')
  return year === undefined ? records : [...records].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))
}

/** Records written out: a heading for each option of a choice, in its order, below it each record with its text. */
function chapters({ by, text }: Extract<Block, { as: 'chapters' }>, source: Source, count: number[]): Filled[] {
  const { ledger, records } = source
  const options = Object.entries(optionsOf(ledger.fields[by], ledger.fields) ?? {})
  return options.flatMap(([option, label]): Filled[] => {
    const part = records.filter(({ data }) => data[by] === option)
    if (part.length === 0) return []
    const above: Filled = { as: 'text', level: 1, text: `${counted(count, 1)}${label.zh}` }
    const written = part.flatMap((record): Filled[] => [
      { as: 'text', level: 2, text: `${counted(count, 2)}${heading(ledger, record)}` },
      ...(fieldText(source, record, text) || '（正文另存）')
        .split(/\s*\n\s*/)
        .map((line): Filled => ({ as: 'text', level: 0, text: line })),
    ])
    return [above, ...written]
  })
}

/** The number of the next heading of a level, as it is written; those below begin anew. */
function counted(count: number[], level: number): string {
  if (level === 0) return ''
  count[level] = (count[level] ?? 0) + 1
  count.fill(0, level + 1)
  return ['', `${chinese(count[1] ?? 0)}、`, `（${chinese(count[2] ?? 0)}）`, `${count[3]}.`, `（${count[4]}）`][level] ?? ''
}

function some<T>(value: T | null, make?: (value: T) => Filled): Filled[]
function some(value: Filled | null): Filled[]
function some<T>(value: T | null, make: (value: T) => Filled = (each) => each as Filled): Filled[] {
  if (value === null || (Array.isArray(value) && value.length === 0)) return []
  return [make(value)]
}
