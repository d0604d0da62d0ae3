import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Row } from './size.ts'

// How much the product costs beside a bare route over the same table:
//   node test/bench/whole.ts [sizes …] [--length 800] [--window 150] [--rounds 3] [--only WORD]
// Each size in a process and an in-memory DynamoDB Local of its own, windows of both by turns, so that a busy machine disturbs both alike: ratios and counts are
// meant, milliseconds are not. Ends with one table of all sizes.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    length: { type: 'string', default: '800' },
    window: { type: 'string', default: '150' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
  },
})
const sizes = positionals.length > 0 ? positionals.map(Number) : [1000, 10_000, 50_000]
const measured: Row[][] = []
for (const size of sizes) measured.push(await measure(size))
const each = (rows: (Row | undefined)[], of: (row: Row) => string) => rows.map((row) => (row ? of(row) : '–')).join(' · ')
const print = (share: number | null) => (share === null ? '–' : share.toFixed(2))
console.log(`\n| ${sizes.join(' · ')} records | share, c = 1 | share, c = 16 | ms, c = 1 | requests, one after the other | units |`)
console.log('| --- | ---: | ---: | ---: | ---: | ---: |')
for (const { name } of measured[0] ?? []) {
  const rows = measured.map((found) => found.find((row) => row.name === name))
  const told = [
    each(rows, ({ alone }) => print(alone)),
    each(rows, ({ many }) => print(many)),
    each(rows, ({ ms }) => ms.toFixed(0)),
    each(rows, ({ requests, trips }) => `${requests}, ${trips}`),
    each(rows, ({ units }) => String(units)),
  ]
  console.log(`| ${name} | ${told.join(' | ')} |`)
}

/** One size, in a process of its own: what it says goes through, what it found comes back. */
async function measure(size: number): Promise<Row[]> {
  const options = Object.entries(values).map(([name, value]) => `--${name}=${value}`)
  const child = spawn(process.execPath, [fileURLToPath(new URL('size.ts', import.meta.url)), String(size), ...options], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return new Promise((done, failed) => {
    const rows: Row[] = []
    child.on('message', (row) => void rows.push(row as Row))
    child.on('exit', (code) => (code === 0 ? done(rows) : failed(new Error(`${size}: ended with ${code}`))))
  })
}
