import type { Ledger } from '../../shared/definition/ledger.ts'
import { formatNumber, readSequence, sequenceOf } from '../../shared/engine/numbering.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Item } from '../store/table.ts'
import type { Stored } from './stored.ts'
import type { Fault } from './story.ts'

type Sequence = { ledger: Ledger; like: LedgerRecord; brought: number }
type Numbers = { add: (ledger: Ledger, stored: Stored) => void; faults: (sequences: Item[]) => Fault[] }

/**
 * Gathers the numbers that records bear; then tells which of a sequence were given and are borne by none. A register that was imported brings its own
 * numbers, gaps and all: what is looked at begins behind the highest of them; and where an import was taken back, nobody knows any more which it brought.
 */
export function numbers(): Numbers {
  const all = new Map<string, Sequence>()
  const borne = new Set<string>()
  return {
    add: (ledger, { record, events }) => {
      if (!ledger.number) return
      const name = `${ledger.key}#${sequenceOf(ledger, record)}`
      const sequence = all.get(name) ?? { ledger, like: record, brought: 0 }
      all.set(name, sequence)
      if (record.withdrawn) sequence.brought = Number.POSITIVE_INFINITY
      if (record.number === undefined) return
      borne.add(`${ledger.key}#${record.number}`)
      const seq = readSequence(ledger, record, record.number)
      if (seq !== null && events.some(({ transition }) => transition === 'import')) sequence.brought = Math.max(sequence.brought, seq)
    },
    faults: (sequences) => {
      const reached = new Map(sequences.map(({ pk, n }) => [pk.split('#').slice(2).join('#'), Number(n)]))
      return [...all].flatMap(([name, { ledger, like, brought }]): Fault[] => {
        const n = reached.get(name) ?? 0
        const asked = Array.from({ length: Math.max(0, n - brought) }, (_, at) => formatNumber(ledger, like, brought + 1 + at))
        return asked
          .filter((number) => !borne.has(`${ledger.key}#${number}`))
          .map((number) => ({ kind: 'numbers', where: name, says: `${number} was given and is borne by no record` }))
      })
    },
  }
}
