import type { Ledger } from '../../shared/definition/ledger.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { world } from '../world.ts'
import { isPresent, markPresent } from './form.ts'
import { keys, prefix, type Ref } from './keys.ts'
import { outboxWrite } from './outbox.ts'
import { COUNTY_PART } from './parts.ts'
import { project } from './projection.ts'
import { readRecord } from './records.ts'
import { isDueKey } from './rows.ts'
import { deleteItems, type Item, type Key, putItem, query } from './table.ts'

const AT_ONCE = 8

/**
 * Writes what follows from records again, for tables whose lists a version before form 2 wrote: there an entry lay under the bare name of its owner
 * (`L#suggestions#xinan`) and of each reader (`~unit:water`), words under ledger and owner, open duties beside their record, counters under ledger and
 * partition. The old entry of the owner goes last, so what is left of them is what is left to do: may end at any time and goes on where it was. `until`: the
 * instant to stop at. Answers how many records were written, and whether that was all.
 */
export async function migrate(scope: Scope, ledgers: Ledger[], until: Date, now: () => Date): Promise<{ records: number; done: boolean }> {
  if (await isPresent(scope)) return { records: 0, done: true }
  const { offices } = await world()
  const owners = [COUNTY_PART, ...offices.filter(({ kind }) => kind === 'township').map(({ id }) => id)]
  let records = 0
  for (const ledger of ledgers)
    for (const owner of owners)
      for await (const batch of waiting(scope, ledger, owner)) {
        if (now() >= until) return { records, done: false }
        await Promise.all(batch.map((entry) => moveEntry(scope, ledger, owner, entry)))
        records += batch.length
      }
  for (const ledger of ledgers)
    for (const part of [...owners, ...offices.map(({ kind, id }) => `~${kind}:${id}`)]) await dropCounters(scope, ledger, part)
  await moveLeft(scope)
  await markPresent(scope)
  return { records, done: true }
}

/** Entries of an owner that are still in the old form. */
async function* waiting(scope: Scope, ledger: Ledger, owner: string): AsyncGenerator<Item[]> {
  let batch: Item[] = []
  for await (const item of query<Item>({ pk: keys.entries(scope, ledger.key, owner) })) {
    if (isDueKey(item.g6sk) || batch.push(item) < AT_ONCE) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

async function moveEntry(scope: Scope, ledger: Ledger, owner: string, { pk, sk, id }: Item): Promise<void> {
  const record = await readRecord(scope, ledger.key, String(id), { deleted: true })
  const gone = record ? await oldKeys(scope, record, owner, sk) : []
  await project(scope, new Map([[ledger.key, ledger]]), [{ ledger: ledger.key, id: String(id), gone }])
  // The county's own partition bears the same name in both forms.
  if (owner !== COUNTY_PART) await deleteItems([{ pk, sk }])
}

async function oldKeys(scope: Scope, { ledger, id, readers }: LedgerRecord, owner: string, sk: string): Promise<Key[]> {
  const duties: Key[] = []
  for await (const duty of query<Item>({ pk: keys.record(scope, ledger, id).pk, begins: 'D#' })) duties.push({ pk: duty.pk, sk: duty.sk })
  const outside = readers.map((token) => ({ pk: keys.entries(scope, ledger, `~${token}`), sk }))
  return [...outside, { pk: `${prefix(scope)}#Q#${ledger}#${owner}`, sk }, ...duties]
}

/** Work that a transaction of the form before had no room for and nobody has done yet goes into the outbox. */
async function moveLeft(scope: Scope): Promise<void> {
  for await (const item of query<Item>({ pk: `${prefix(scope)}#TODO`, index: 'g1' })) {
    const { creations, tries, entries } = item.left as { creations: unknown[]; tries: unknown[]; entries: { ref: Ref; heirs: boolean }[] }
    const [ledger = '', id = ''] = item.pk.split('#').slice(2)
    const heirs = entries.flatMap((entry) => (entry.heirs ? [entry.ref] : []))
    const { put } = outboxWrite(scope, [{ ledger, id }, ...entries.map(({ ref }) => ref)], new Date(0), {
      scope: item.scope,
      creations,
      tries,
      heirs,
    })
    await putItem(put as Item)
    await deleteItems([{ pk: item.pk, sk: item.sk }])
  }
}

async function dropCounters(scope: Scope, { key }: Ledger, part: string): Promise<void> {
  const old: Key[] = []
  for await (const { pk, sk } of query<Item>({ pk: `${prefix(scope)}#N#${key}#${part}` })) old.push({ pk, sk })
  await deleteItems(old)
}
