import { brotliCompressSync, constants } from 'node:zlib'
import { keys, newId } from '../../functions/store/keys.ts'
import { listRecords } from '../../functions/store/pages.ts'
import { ownerOf } from '../../functions/store/parts.ts'
import { packByNight } from '../../functions/store/search/keep.ts'
import { readPacks } from '../../functions/store/search/packs.ts'
import { systemScope } from '../../functions/store/system-scope.ts'
import { type Item, putItems, query } from '../../functions/store/table.ts'
import { wordItem } from '../../functions/store/words.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { suggestions } from '../../shared/ledgers/suggestions.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { county, openTable, today, township, townships } from './house.ts'
import { meter } from './meter.ts'
import { textOf } from './texts.ts'

// What a search costs: `node test/bench/search.ts [records …]`, each of 800 signs. Only the records and their texts are written, straight into the table.
const scope = systemScope()
const LENGTH = 800
const database = await openTable()
const spent = meter()
let written = 0
for (const size of process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 10_000]) {
  const wrote = await timed(() => fill(size))
  const packed = await timed(async () => {
    while (await packByNight(scope, () => new Date()));
  })
  const packs = (await readPacks(scope))?.packs ?? []
  let bytes = 0
  for (const { id } of packs)
    for await (const item of query<Item & { tokens?: Uint8Array; docs?: Uint8Array }>({ pk: keys.pack(scope, id), eventual: true }))
      bytes += (item.tokens ?? item.docs)?.byteLength ?? 0
  console.log(
    `\n${size} texts, written in ${wrote} s, packed in ${packed} s: ${packs.length} packs (${packs.map(({ docs }) => docs).join(', ')}), ${Math.round(bytes / size)} bytes a text`,
  )
  console.log(
    `the texts themselves, compressed a megabyte together: ${shard()} bytes each, ${Math.round((shard() * size) / 8192)} units to read them all\n`,
  )
  console.log('| search | ms | requests | one after the other | units | rows |\n| --- | ---: | ---: | ---: | ---: | ---: |')
  const searches = [
    ['two signs, the county', county, suggestions, '路灯'],
    ['two signs, all ledgers', county, ledgers, '校车'],
    ['two rare signs, the county', county, suggestions, textOf(77, LENGTH).slice(-2)],
    ['found in nothing, all ledgers', county, ledgers, '龘龙'],
    ['four signs, the county', county, suggestions, textOf(5, LENGTH).slice(20, 24)],
    ['a number', county, suggestions, '2026-0000123'],
    ['two signs, a township', township('xinan'), suggestions, '路灯'],
  ] as const
  for (const [name, who, of, q] of searches) {
    const times: number[] = []
    let rows = 0
    for (let at = 0; at < 15; at += 1) {
      spent.clear()
      const began = performance.now()
      const page = await listRecords(who, of as never, { q }, today)
      times.push(performance.now() - began)
      rows = 'data' in page ? page.data.length : 0
    }
    const { requests, trips, units } = spent
    console.log(`| ${name} | ${(times.sort((a, b) => a - b)[7] ?? 0).toFixed(0)} | ${requests} | ${trips} | ${units} | ${rows} |`)
  }
}
await database.stop()
process.exit()

async function fill(to: number): Promise<void> {
  for (; written < to; ) {
    const records = Array.from({ length: Math.min(200, to - written) }, (_, at) => record(written + at))
    written += records.length
    const items = records.flatMap((one) => [
      { ...wordItem(scope, suggestions, one), v: 1 },
      { ...keys.record(scope, 'suggestions', one.id), v: 1, record: one },
      // A later one is fresh, as it would be after its transaction; the first are found when packing begins.
      { pk: keys.fresh(scope), sk: `${ownerOf(one.township)}#${one.createdAt}#${one.id}`, ledger: 'suggestions', v: 1 },
    ])
    await Promise.all(Array.from({ length: 6 }, (_, lane) => putItems(items.filter((__, at) => at % 6 === lane))))
  }
}

function record(at: number): LedgerRecord {
  const createdAt = new Date(Date.parse('2016-01-01T00:00:00Z') + at * 60_000).toISOString()
  const own = townships[at % 11] as string
  return {
    ...{ ledger: 'suggestions', id: newId('r', new Date(createdAt)), version: 1, state: 'registered', township: own, year: 2026 },
    ...{ number: `2026-${String(at).padStart(7, '0')}`, createdAt, updatedAt: createdAt, createdBy: 'p', duties: [] },
    data: { title: `关于第${at}号的建议`, body: textOf(at, LENGTH), deputies: ['张三'] },
    readers: ['county', `township:${own}`],
  } as unknown as LedgerRecord
}

function shard(): number {
  const texts = Array.from({ length: 400 }, (_, at) => textOf(at, LENGTH))
  return Math.round(brotliCompressSync(texts.join('\n'), { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }).byteLength / texts.length)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return Math.round((performance.now() - began) / 1000)
}
