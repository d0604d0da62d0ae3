import type { GateFault } from '../gate.ts'
import type { Ledger } from '../ledger.ts'
import { slotsOf } from '../slots.ts'
import { covers } from './hidden.ts'
import { shownHeaders, textsOf } from './papers.ts'

/** What papers tell of records on other ledgers is there, and may be seen by those to whom they go. */
export function paperTableFaults(ledger: Ledger, byKey: Map<string, Ledger>): GateFault[] {
  return Object.entries(ledger.papers ?? {}).flatMap(([key, paper]) =>
    paper.blocks.flatMap((block, at) => {
      const path = `${ledger.key}.papers.${key}.blocks.${at}`
      const named = block.as === 'children' ? block.ledger : block.as === 'ticks' ? block.children : undefined
      if (named !== undefined && !byKey.has(named)) return [{ path, message: `no such ledger: ${named}` }]
      const child = byKey.get(named ?? '')
      const columns = block.as === 'children' && child ? block.columns.filter((each) => !shownHeaders.includes(each)) : []
      const wrong = columns.filter((each) => !child?.fields[each] || !covers(child.fields[each], { seenBy: paper.for }))
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

/** True when a record on the other side can have the field, which those people may see. */
function stands(ledger: Ledger, ref: string, to: string[], byKey: Map<string, Ledger>): boolean {
  const [via = '', key = ''] = ref.replace('@', '').split('.')
  const field = ledger.fields[via]
  const others = via === 'parent' ? [...byKey.values()] : field?.kind === 'records' && field.of ? [byKey.get(field.of)] : []
  return others.some((other) => other?.fields[key] !== undefined && covers(other.fields[key], { seenBy: to }))
}
