import type { Ledger } from '../../shared/definition/ledger.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import type { Scope } from '../../shared/scope.ts'
import { world } from '../world.ts'
import { readForm, writeForm } from './form.ts'
import { keys, prefix, type Ref } from './keys.ts'
import { outboxWrite } from './outbox.ts'
import { COUNTY_PART, EVERYBODY } from './parts.ts'
import { notePlaces, placesOf } from './places.ts'
import { project } from './projection.ts'
import { readMany, readRecord } from './records.ts'
import { isDueKey } from './rows.ts'
import { deleteItems, type Item, type Key, putItem, query } from './table.ts'

const AT_ONCE = 8
const TOGETHER = 200

type Left = { until: Date; now: () => Date }
type Migrated = { records: number; done: boolean }

/**
 * Brings the table into the present form, one form after the other. May end at any time and goes on where it was. `until`: the instant to stop at. Answers how
 * many records were written, and whether that was all.
 */
export async function migrate(scope: Scope, ledgers: Ledger[], until: Date, now: () => Date): Promise<Migrated> {
  const { form } = await readForm(scope)
  let records = 0
  for (const [to, step] of steps)
    if (form < to) {
      const { records: some, done } = await step(scope, ledgers, { until, now })
      records += some
      if (!done) return { records, done }
      await writeForm(scope, { form: to })
    }
  return { records, done: true }
}

/**
 * Form 2. Before it, an entry lay under the bare name of its owner (`L#suggestions#xinan`) and of each reader (`~unit:water`), words under ledger and owner,
 * open duties beside their record, counters under ledger and partition. The old entry of the owner goes last, so what is left of them is what is left to do.
 */
async function toForm2(scope: Scope, ledgers: Ledger[], { until, now }: Left): Promise<Migrated> {
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
  return { records, done: true }
}

/**
 * Form 3: a record stands in the partition of every unit that it names, and adds to the rows of figures. Form 4: figures sum what is confirmed, up to its caps,
 * and know what covers a township. For both, each record is projected again.
 */
async function toForm4(scope: Scope, ledgers: Ledger[], left: Left): Promise<Migrated> {
  const known = new Map(ledgers.map((ledger) => [ledger.key, ledger]))
  return throughAll(scope, ledgers, left, (_, refs) => project(scope, known, refs))
}

/** Form 5: whom records follow have a note of them. A deleted one is noted when it comes back. */
async function toForm5(scope: Scope, ledgers: Ledger[], left: Left): Promise<Migrated> {
  return throughAll(scope, ledgers, left, async (ledger, refs) =>
    notePlaces((await readMany(scope, refs)).flatMap((record) => placesOf(scope, ledger, record))),
  )
}

/** Goes through all records, ledger by ledger, so many together, and from where it was cut off. */
async function throughAll(
  scope: Scope,
  ledgers: Ledger[],
  { until, now }: Left,
  work: (ledger: Ledger, refs: Ref[]) => Promise<void>,
): Promise<Migrated> {
  const { form, next } = await readForm(scope)
  const at = next ? ledgers.findIndex(({ key }) => key === next.ledger) : 0
  let records = 0
  for (const ledger of ledgers.slice(Math.max(0, at))) {
    let batch: Item[] = []
    const write = async () => {
      await work(
        ledger,
        batch.map(({ sk }) => ({ ledger: ledger.key, id: sk.slice(sk.lastIndexOf('#') + 1) })),
      )
      records += batch.length
      const last = batch.at(-1)
      if (last) await writeForm(scope, { form, next: { ledger: ledger.key, sk: last.sk } })
      batch = []
    }
    const from = ledger.key === next?.ledger ? { from: next.sk } : {}
    for await (const item of query<Item>({ pk: keys.entries(scope, ledger.key, EVERYBODY), ...from })) {
      if (now() >= until) return { records, done: false }
      if (batch.push(item) === TOGETHER) await write()
    }
    await write()
  }
  return { records, done: true }
}

const steps: [to: number, step: (scope: Scope, ledgers: Ledger[], left: Left) => Promise<Migrated>][] = [
  [2, toForm2],
  [4, toForm4],
  [5, toForm5],
]

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
