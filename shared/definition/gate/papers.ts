import type { GateFault } from '../gate.ts'
import type { Ledger } from '../ledger.ts'
import { optionsOf } from '../options.ts'
import type { Block, Paper, Section } from '../paper.ts'
import { dutiesOf, ofDuty, ofOffices, type Slot, slotsOf } from '../slots.ts'
import { covers } from './hidden.ts'
import { elsewhere } from './others.ts'
import { conditions, type Say, states, words } from './words.ts'

/**
 * Papers name what there is: fields, duties, steps and states of the ledger. What those to whom a paper goes may not see stands in none; a list tells of many
 * records and of no single one; and a paper that says nothing of the record is none.
 */
export function paperFaults(ledger: Ledger): GateFault[] {
  const faults: GateFault[] = []
  const say: Say = (path, message) => void faults.push({ path, message })
  for (const [key, paper] of Object.entries(ledger.papers ?? {})) paperOf(ledger, paper, `papers.${key}`, say)
  return faults
}

/** Every sentence of a block. */
export function textsOf(block: Block): string[] {
  switch (block.as) {
    case 'masthead':
    case 'number':
    case 'addressee':
    case 'annex':
      return [block.text]
    case 'heading':
      return block.text
    case 'text':
      return block.say.map((each) => (typeof each === 'string' ? each : each.text))
    case 'facts':
      return block.rows.flat().map((fact) => (typeof fact === 'string' ? `{${fact}?}` : (fact.text ?? '')))
    case 'ticks':
      return block.rows ?? []
    case 'seal':
      return block.text === undefined ? [] : [block.text]
    case 'attached':
      return block.names
    case 'copies':
      return [block.to]
    default:
      return []
  }
}

function paperOf(ledger: Ledger, paper: Paper, path: string, say: Say): void {
  words(ledger, paper.for, `${path}.for`, say)
  words(ledger, [paper.from ?? []].flat(), `${path}.from`, say)
  for (const slot of slotsOf(paper.on ?? '')) if (slot) slotOf(ledger, paper, slot, `${path}.on`, say)
  for (const key of [paper.urges ?? []].flat()) if (!Object.hasOwn(ledger.duties, key)) say(`${path}.urges`, `no such duty: ${key}`)
  states(ledger, paper.in ?? [], `${path}.in`, say)
  if (paper.of === 'office' && (paper.in || paper.after || paper.when)) say(path, 'an office’s year has no state and no condition')
  conditions(ledger, paper.when, `${path}.when`, say)
  for (const step of paper.after ?? []) if (!Object.hasOwn(ledger.transitions, step)) say(`${path}.after`, `no such transition: ${step}`)
  if (paper.each !== undefined) {
    if (paper.of === undefined) say(`${path}.each`, 'parts a list only')
    if (paper.of === 'office' && paper.each !== 'township') say(`${path}.each`, 'an office’s year is parted by township')
    const kind = ledger.fields[paper.each]?.kind ?? ''
    if (paper.each !== 'township' && !['office', 'offices'].includes(kind)) say(`${path}.each`, 'names no offices')
    else hidden(ledger, paper, paper.each, `${path}.each`, say)
  }
  for (const [at, block] of paper.blocks.entries()) blockOf(ledger, paper, block, `${path}.blocks.${at}`, say)
  const telling = paper.blocks.some(
    (block) => tables.includes(block.as) || (block.as !== 'masthead' && block.as !== 'seal' && tells(block)),
  )
  if (!paper.blocks.some(({ as }) => as === 'heading')) say(`${path}.blocks`, 'a paper without a heading')
  else if (!telling) say(`${path}.blocks`, 'an empty paper: it says nothing of a record')
}

const tables: Block['as'][] = [
  'items',
  'children',
  'records',
  'chapters',
  'figures',
  'groups',
  'ticks',
  'roll',
  'duties',
  'days',
  'timeline',
  'section',
]
const tells = (block: Block) => textsOf(block).some((text) => slotsOf(text).length > 0)
const ofMany: Slot['of'][] = [
  'today',
  'office',
  'county',
  'congress',
  'committee',
  'addressee',
  'count',
  'no',
  'year',
  'month',
  'quarter',
  'half',
  'annual',
]

/** Faults of a part of a paper that tells of records on this ledger. */
export function blockOf(ledger: Ledger, paper: Paper, block: Block, path: string, say: Say): void {
  conditions(ledger, block.when, `${path}.when`, say)
  const list = paper.of !== undefined
  if (list && block.when) say(`${path}.when`, 'a list has no record to judge')
  for (const text of textsOf(block)) for (const slot of slotsOf(text)) if (slot) slotOf(ledger, paper, slot, path, say)
  if (block.as === 'text') for (const each of block.say) if (typeof each !== 'string') conditions(ledger, each.when, `${path}.say`, say)
  if (list && ['items', 'children', 'roll', 'duties', 'days', 'timeline', 'qr'].includes(block.as))
    say(path, 'tells of one record, in a list')
  if (paper.of !== 'list' && ['records', 'chapters', 'figures', 'groups'].includes(block.as))
    say(path, paper.of ? 'tells of no ledger: it belongs in a section' : 'tells of many records, in a paper of one')
  if (block.as === 'section') sectionOf(ledger, paper, block, path, say)
  if (block.as === 'items') itemsOf(ledger, paper, block, path, say)
  if (block.as === 'records') for (const key of block.columns) columnOf(ledger, paper, key, path, say)
  if (block.as === 'chapters') {
    for (const key of [block.by, block.text]) columnOf(ledger, paper, key, path, say)
    if (!optionsOf(ledger.fields[block.by], ledger.fields)) say(`${path}.by`, 'no choice')
  }
  if (block.as === 'figures') {
    for (const key of block.counts ?? [])
      if (!optionsOf(ledger.fields[key], ledger.fields)) say(path, `${key} is no choice`)
      else hidden(ledger, paper, key, path, say)
    if (!block.counts && !block.rates) say(path, 'figures of nothing')
  }
  if (block.as === 'groups' && block.by !== 'township') {
    const field = ledger.fields[block.by]
    if (!optionsOf(field, ledger.fields) && !['office', 'offices', 'deputies'].includes(field?.kind ?? ''))
      say(`${path}.by`, 'no office, no deputies and no choice')
    else hidden(ledger, paper, block.by, `${path}.by`, say)
  }
  if (block.as === 'figures' || block.as === 'groups')
    for (const key of block.rates ?? []) if (!Object.hasOwn(ledger.report?.rates ?? {}, key)) say(path, `no such rate: ${key}`)
  if (block.as === 'roll') {
    if (!['deputies', 'names', 'offices'].includes(ledger.fields[block.of]?.kind ?? '')) say(`${path}.of`, 'names nobody in a list')
    hidden(ledger, paper, block.of, `${path}.of`, say)
  }
  if (block.as === 'ticks') {
    const field = ledger.fields[block.of]
    if (field?.kind !== 'ballot' && field?.kind !== 'poll' && !optionsOf(field, ledger.fields)) say(`${path}.of`, 'no options to tick')
    if ((block.rows === undefined) === (block.children === undefined)) say(path, 'either rows or children')
  }
}

/** What a section tells is judged where its ledger is known, between ledgers; here, how it hangs on the paper. */
function sectionOf(ledger: Ledger, paper: Paper, { match, standing, own }: Section, path: string, say: Say): void {
  if (paper.of === 'list') say(path, 'a section tells of other ledgers, and a list of its own')
  if (match && (paper.of || standing || own)) say(`${path}.match`, 'belongs in a paper of one record, alone')
  if (!match && paper.of === undefined) say(path, 'names no records: match says which')
  if (match && !Object.hasOwn(ledger.fields, match.is.slice(1))) say(`${path}.match`, `no such field: ${match.is}`)
  if (match) hidden(ledger, paper, match.is.slice(1), `${path}.match`, say)
}

function itemsOf(ledger: Ledger, paper: Paper, block: Extract<Block, { as: 'items' }>, path: string, say: Say): void {
  const field = ledger.fields[block.of]
  if (field?.kind !== 'items') {
    say(`${path}.of`, 'not an items field')
    return
  }
  hidden(ledger, paper, block.of, `${path}.of`, say)
  for (const key of block.columns ?? []) if (!Object.hasOwn(field.columns, key)) say(`${path}.columns`, `no such column: ${key}`)
}

/** Headers that a table of records can show; everything else in it is a field. */
export const shownHeaders = ['number', 'heading', 'township', 'state', 'year', 'dueOn', 'polled']

function columnOf(ledger: Ledger, paper: Paper, key: string, path: string, say: Say): void {
  if (shownHeaders.includes(key)) return
  const duties = dutiesOf(key)
  if (duties) {
    for (const each of duties) if (!Object.hasOwn(ledger.duties, each)) say(`${path}.columns`, `no such duty: ${each}`)
    return
  }
  if (!Object.hasOwn(ledger.fields, key) || ledger.fields[key]?.only === 'event') say(`${path}.columns`, `no such field: ${key}`)
  else hidden(ledger, paper, key, `${path}.columns`, say)
}

function slotOf(ledger: Ledger, paper: Paper, slot: Slot, path: string, say: Say): void {
  if (paper.of !== undefined && !ofMany.includes(slot.of)) say(path, `${slot.of} is of one record, in a list`)
  if (slot.of === 'no' && paper.register === undefined) say(path, 'no is given by a register, and none is named')
  if (slot.of === 'field') {
    if (!Object.hasOwn(ledger.fields, slot.key)) say(path, `no such field: ${slot.key}`)
    else hidden(ledger, paper, slot.key, path, say)
  }
  if (slot.of === 'elsewhere') {
    elsewhere(ledger, slot.ref, path, say)
    if (slot.ref.startsWith('@')) hidden(ledger, paper, slot.ref.slice(1).split('.')[0] ?? '', path, say)
  }
  if (ofOffices.includes(slot.of) && 'key' in slot) {
    if (!['office', 'offices'].includes(ledger.fields[slot.key]?.kind ?? '')) say(path, `${slot.key} names no office`)
    else if (slot.of !== 'besides') hidden(ledger, paper, slot.key, path, say)
  }
  if (ofDuty.includes(slot.of) && 'key' in slot && !Object.hasOwn(ledger.duties, slot.key)) say(path, `no such duty: ${slot.key}`)
  if ((slot.of === 'took' || slot.of === 'by') && !Object.hasOwn(ledger.transitions, slot.key)) say(path, `no such transition: ${slot.key}`)
}

function hidden(ledger: Ledger, paper: Paper, key: string, path: string, say: Say): void {
  if (!covers(ledger.fields[key], { seenBy: paper.for })) say(path, `tells ${key} to those who may not see it`)
}
