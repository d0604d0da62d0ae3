import type { Ledger } from '../../shared/definition/ledger.ts'
import { formatNumber, readSequence, sequenceOf } from '../../shared/engine/numbering.ts'
import { followed } from '../../shared/importing/followed.ts'
import type { ImportRow } from '../../shared/importing/read-rows.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { sequenceAt } from '../store/sequences.ts'

type Numbered = { row: ImportRow; record: LedgerRecord; n: number }
/** The numbers that new rows bring, by the sequence to which they belong. */
export type Brought = Map<string, Numbered[]>
/** A row whose number lies far beyond all others, and the one after which the next new number comes. */
export type Ahead = { row: ImportRow; number: string; after: string }

/** Notes the number that a new record brings, where it is one of the ledger's own sequences. */
export function bring(brought: Brought, ledger: Ledger, row: ImportRow, record: LedgerRecord): void {
  if (record.number === undefined || !ledger.number) return
  const per = sequenceOf(ledger, record)
  const n = readSequence(ledger, record, record.number)
  const own = brought.get(per) ?? []
  if (n !== null) own.push({ row, record, n })
  brought.set(per, own)
}

/** How far each sequence goes on after these numbers, and those that none follows. */
export async function sequencesAfter(
  ledger: Ledger,
  brought: Brought,
  scope: Scope,
): Promise<{ sequences: { [per: string]: number }; ahead: Ahead[] }> {
  const all = await Promise.all(
    [...brought].map(async ([per, some]) => {
      const { to, ahead } = followed(
        (await sequenceAt(scope, ledger.key, per)) ?? 0,
        some.map(({ n }) => n),
      )
      const far = some.filter(({ n }) => ahead.includes(n))
      return { per, to, far: far.map(({ row, record }) => ({ row, number: record.number ?? '', after: formatNumber(ledger, record, to) })) }
    }),
  )
  return { sequences: Object.fromEntries(all.map(({ per, to }) => [per, to])), ahead: all.flatMap(({ far }) => far) }
}
