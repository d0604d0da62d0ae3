import type { GateFault } from '../gate.ts'
import type { Ledger } from '../ledger.ts'
import type { Paper, Section } from '../paper.ts'
import { dutiesOf, slotsOf } from '../slots.ts'
import { covers } from './hidden.ts'
import { blockOf, shownHeaders, textsOf } from './papers.ts'
import { type Say, states } from './words.ts'

/** What papers tell of records on other ledgers is there, and may be seen by those to whom they go. */
export function paperTableFaults(ledger: Ledger, byKey: Map<string, Ledger>): GateFault[] {
  return Object.entries(ledger.papers ?? {}).flatMap(([key, paper]) =>
    paper.blocks.flatMap((block, at) => {
      const path = `${ledger.key}.papers.${key}.blocks.${at}`
      if (block.as === 'section') return sectionFaults(block, paper, path, byKey)
      const named = block.as === 'children' ? block.ledger : block.as === 'ticks' ? block.children : undefined
      if (named !== undefined && !byKey.has(named)) return [{ path, message: `no such ledger: ${named}` }]
      const child = byKey.get(named ?? '')
      const columns = block.as === 'children' && child ? block.columns.filter((each) => !shownHeaders.includes(each)) : []
      const wrong = columns.filter((each) => {
        const duties = dutiesOf(each)
        if (duties) return duties.some((duty) => !Object.hasOwn(child?.duties ?? {}, duty))
        return !child?.fields[each] || !covers(child.fields[each], { seenBy: paper.for })
      })
      const via = textsOf(block).flatMap((text) => slotsOf(text).flatMap((slot) => (slot?.of === 'elsewhere' ? [slot.ref] : [])))
      return [
        ...wrong.map((each) => ({ path, message: `${named} has no field ${each} for them` })),
        ...via
          .filter((ref) => !stands(ledger, ref, paper.for, byKey))
          .map((ref) => ({ path, message: `nothing stands at ${ref} for them` })),
      ]
    }),
  )
}

/** A section tells of its ledger as a list does, and finds its records by a field that names somebody. */
function sectionFaults(section: Section, paper: Paper, path: string, byKey: Map<string, Ledger>): GateFault[] {
  const ledger = byKey.get(section.ledger)
  if (!ledger) return [{ path, message: `no such ledger: ${section.ledger}` }]
  const faults: GateFault[] = []
  const say: Say = (at, message) => void faults.push({ path: at, message })
  states(ledger, section.in ?? [], `${path}.in`, say)
  const { field } = section.match ?? {}
  if (field !== undefined && !Object.hasOwn(ledger.fields, field)) say(`${path}.match`, `no such field of ${ledger.key}: ${field}`)
  for (const [at, block] of section.blocks.entries()) blockOf(ledger, { ...paper, of: 'list' }, block, `${path}.blocks.${at}`, say)
  return faults
}

/** True when a record on the other side can have the field, which those people may see. */
function stands(ledger: Ledger, ref: string, to: string[], byKey: Map<string, Ledger>): boolean {
  const [via = '', key = ''] = ref.replace('@', '').split('.')
  const field = ledger.fields[via]
  const others = via === 'parent' ? [...byKey.values()] : field?.kind === 'records' && field.of ? [byKey.get(field.of)] : []
  return others.some((other) => other?.fields[key] !== undefined && covers(other.fields[key], { seenBy: to }))
}
