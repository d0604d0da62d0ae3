import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { OutputChunk } from 'rolldown'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundle, names } from '../../cdk/bundles.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { eventOf } from '../functions/api-house.ts'

type Door = (typeof names)[number]
/** Kilobytes that a door reads before its first work, at most 400. Whoever must raise one says in the commit what it buys. */
const bounds: Record<Door, number> = {
  http: 43,
  notify: 300,
  project: 388,
  importer: 240,
  remind: 333,
  post: 300,
  watch: 270,
  recount: 392,
  fate: 230,
  bootstrap: 250,
  migrate: 280,
}

/** The same of the parts of the API, with the door before them: what a first request reads besides the definitions; at most 600. */
const parts = { daily: 572, seldom: 588, mails: 595, registers: 596, papers: 582, acts: 562 }
/** Files that a part is read from, of which each costs a start more than most of the bytes in it. */
const FILES = 18

const folder = mkdtempSync(join(tmpdir(), 'duban-doors-'))
let made: Record<Door, OutputChunk[]>
beforeAll(async () => {
  made = await bundle(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(names)('the door %s starts lean', (name) => {
  const read = eager(made[name], `functions/${name}.ts`)
  const kilobytes = bytes(read) / 1000
  expect(read.length).toBeLessThanOrEqual(3)
  expect(kilobytes).toBeLessThanOrEqual(bounds[name])
  // A bound that nothing comes near any more bounds nothing.
  expect(kilobytes).toBeGreaterThan(bounds[name] * 0.8)
})

test('no door is bundled with what scans the table', () => {
  for (const chunks of Object.values(made))
    expect(chunks.flatMap(({ moduleIds }) => moduleIds)).not.toContain(resolve('functions/store/scan.ts'))
})

test.each(names)('a fault of the door %s names our own line', (name) => {
  // Without surroundings, and of what is no record, each of them throws, or writes into its log what was thrown.
  const asked = JSON.stringify({ ...eventOf('GET', '/api/ledgers', {}), Records: [null] })
  const code = `const { handler } = await import(${JSON.stringify(join(folder, name, 'index.mjs'))})
    await handler(${asked}, {}).catch(({ stack }) => console.error(stack))`
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8', env: {} })
  expect(stderr).toMatch(/at (functions|shared)\/[a-z/-]+\.ts:\d+:\d+/)
  expect(stderr).not.toMatch(/ at .*\.mjs:/)
})

test('the definitions that a bundle carries are those of the sources', async () => {
  const chunk = made.http.find(({ moduleIds }) => moduleIds.includes(resolve('functions/shipped.ts')))
  const [exported] = Object.values(await import(join(folder, 'http', chunk?.fileName ?? ''))) as [
    typeof import('../../functions/shipped.ts'),
  ]
  expect([...exported.shipped].map(([key, read]) => [key, read()])).toStrictEqual(ledgers.map((ledger) => [ledger.key, ledger]))
  for (const read of exported.shipped.values()) expect(read(), 'is read once').toBe(read())
  expect(chunk?.moduleIds).toEqual([resolve('functions/shipped.ts')])
})

test.each(Object.entries(parts))('the part %s of the API is read lean', (part, bound) => {
  const read = eager(made.http, 'functions/http.ts', `functions/api/${part}.ts`, 'functions/api/surface.ts')
  const kilobytes = bytes(read) / 1000
  expect(read.length).toBeLessThanOrEqual(FILES)
  expect(kilobytes).toBeLessThanOrEqual(bound)
  expect(kilobytes).toBeGreaterThan(bound * 0.8)
})

/** The files with these sources and everything that they import by name, not what they ask for later. */
function eager(chunks: OutputChunk[], ...sources: string[]): OutputChunk[] {
  const read = new Set<OutputChunk>()
  const follow = (file: OutputChunk | undefined) => {
    if (!file || read.has(file)) return
    read.add(file)
    for (const name of file.imports) follow(chunks.find(({ fileName }) => fileName === name))
  }
  for (const source of sources) follow(chunks.find(({ moduleIds }) => moduleIds.includes(resolve(source))))
  return [...read]
}

const bytes = (files: OutputChunk[]): number => files.reduce((sum, { code }) => sum + Buffer.byteLength(code), 0)
