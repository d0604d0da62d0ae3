import { same } from '../../shared/canonical.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { claimOf } from '../../shared/engine/once.ts'
import { readers } from '../../shared/engine/readers.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { definitions } from '../catalogue.ts'
import type { Clock } from '../clock.ts'
import { readChildren } from '../store/children.ts'
import { ofVersion } from '../store/commit.ts'
import { keys, type Ref } from '../store/keys.ts'
import { goneKeys } from '../store/lists.ts'
import { holdersOf, onceWrites } from '../store/once.ts'
import { outboxWrite } from '../store/outbox.ts'
import { project } from '../store/projection.ts'
import { readRecord } from '../store/records.ts'
import { systemScope } from '../store/system-scope.ts'
import type { Key } from '../store/table.ts'
import { transactItems } from '../store/transaction.ts'
import { world } from '../world.ts'
import { readsByParent } from './conditions.ts'

/**
 * Judges anew who may read a record and projects it again; then the same for children that are read by whoever reads their parent. No event: nothing has
 * happened to the record. `heirs`: the children even when nothing changes here.
 */
export async function refresh(ref: Ref, clock: Clock, { heirs = false }: { heirs?: boolean } = {}): Promise<void> {
  const scope = systemScope()
  for (let done = false; !done; ) {
    const known = new Map((await definitions(scope)).map(({ ledger }) => [ledger.key, ledger]))
    const [ledger, record] = [known.get(ref.ledger), await readRecord(scope, ref.ledger, ref.id, { deleted: true })]
    if (!ledger || !record) return
    const parent = record.parent ? await readRecord(scope, record.parent.ledger, record.parent.id) : null
    const { once: _, ...rest } = record
    const once = await claimed(scope, ledger, record)
    const next = { ...rest, readers: readers(ledger, record, await world(), parent ?? undefined), ...(once === undefined ? {} : { once }) }
    const changed = !same(next.readers, record.readers)
    const gone = goneKeys(scope, { ledger, before: record, after: next })
    done = (!changed && once === record.once) || (await rewrite(scope, record, next, gone, clock))
    if (!done) continue
    // Whoever stored it has put it into the outbox: only its children are to be looked at.
    if (changed || !heirs) await project(scope, known, [{ ...ref, gone }])
    if (changed || heirs) for (const child of await readByParent(ref, known)) await refresh(child, clock)
  }
}

/** What the record claims by the definition as it is now, unless another has it: of two that were the same before that was asked, the first to come. */
async function claimed(scope: Scope, ledger: Ledger, record: LedgerRecord): Promise<string | undefined> {
  const once = claimOf(ledger, record, await world())
  if (once === undefined || once === record.once) return once
  const [holder] = await holdersOf(scope, ledger.key, [once])
  return holder ? undefined : once
}

/** Stores a record with other readers, or another claim, and nothing else; false when it has moved meanwhile, or the claim was taken. */
async function rewrite(scope: Scope, before: LedgerRecord, record: LedgerRecord, gone: Key[], clock: Clock): Promise<boolean> {
  const put = { ...keys.record(scope, record.ledger, record.id), v: record.version, record }
  const outbox = outboxWrite(scope, [{ ledger: record.ledger, id: record.id, gone }], clock.now, undefined)
  return (await transactItems([{ put, when: ofVersion(record.version) }, ...onceWrites(scope, before, record), outbox])) === null
}

async function readByParent(ref: Ref, ledgers: Map<string, Ledger>): Promise<Ref[]> {
  if (![...ledgers.values()].some(readsByParent)) return []
  const children = await readChildren(systemScope(), ref)
  return children.filter(({ ledger }) => ledgers.get(ledger) !== undefined && readsByParent(ledgers.get(ledger) as Ledger))
}
