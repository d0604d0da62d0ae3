import type { Ledger } from '../../shared/definition/ledger.ts'
import { formatNumber, sequenceOf } from '../../shared/engine/numbering.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { keys } from './keys.ts'
import { takenNumbers } from './records.ts'
import { getItem } from './table.ts'
import type { Write } from './transaction.ts'

type Sequence = { ledger: string; per: string; from: number | null; at: number }

/** Sequences as one transaction steps them, by ledger and what restarts them. */
export type Sequences = Map<string, Sequence>

const AHEAD = 50

/**
 * The next number for a record. Gap-free and without repeats: the sequence is stepped by a condition in the very transaction that stores the
 * number, so a writer who lost the race reads again. Numbers that an import has taken are passed over.
 */
export async function nextNumber(scope: Scope, ledger: Ledger, record: LedgerRecord, sequences: Sequences): Promise<string> {
  const sequence = await begin(scope, ledger, sequenceOf(ledger, record), sequences)
  for (;;) {
    const seqs = Array.from({ length: AHEAD }, (_, step) => sequence.at + 1 + step)
    const numbers = seqs.map((seq) => formatNumber(ledger, record, seq))
    const first = await takenNumbers(scope, ledger.key, numbers.slice(0, 1))
    const taken = first.size === 0 ? first : await takenNumbers(scope, ledger.key, numbers)
    const free = numbers.findIndex((number) => !taken.has(number))
    sequence.at = seqs[free < 0 ? AHEAD - 1 : free] ?? sequence.at
    if (free >= 0) return numbers[free] as string
  }
}

/** The writes that step the sequences used, each conditional on where it stood. */
export function sequenceWrites(scope: Scope, sequences: Sequences): Write[] {
  return [...sequences.values()].map(({ ledger, per, from, at }) => ({
    what: 'sequence',
    put: { ...keys.sequence(scope, ledger, per), n: at },
    ...(from === null ? { absent: true as const } : { when: { text: 'n = :n', values: { ':n': from } } }),
  }))
}

async function begin(scope: Scope, ledger: Ledger, per: string, sequences: Sequences): Promise<Sequence> {
  const name = `${ledger.key}#${per}`
  const known = sequences.get(name)
  if (known) return known
  const item = await getItem<{ n: number }>(keys.sequence(scope, ledger.key, per))
  const sequence: Sequence = { ledger: ledger.key, per, from: item?.n ?? null, at: item?.n ?? 0 }
  sequences.set(name, sequence)
  return sequence
}
