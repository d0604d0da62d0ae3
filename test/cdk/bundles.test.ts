import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { SourceMap, type SourceMapping } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundle, names } from '../../cdk/bundles.ts'

type Door = (typeof names)[number]
/** Kilobytes that a door reads before its first work, at most 400. Whoever must raise one says in the commit what it buys. */
const bounds: Record<Door, number> = {
  http: 45,
  notify: 310,
  project: 397,
  importer: 250,
  remind: 340,
  post: 325,
  watch: 280,
  recount: 400,
  fate: 250,
  bootstrap: 280,
  migrate: 290,
}

/** The same of the parts of the API, with the door before them: what a first request reads besides the definitions; at most 600. */
const parts = { daily: 600, seldom: 600, mails: 600, registers: 580, papers: 600, acts: 530 }

const folder = mkdtempSync(join(tmpdir(), 'duban-doors-'))
let made: Record<Door, Metafile>
beforeAll(async () => {
  made = await bundle(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(names)('the door %s starts lean', (name) => {
  const kilobytes = eager(made[name], `functions/${name}.ts`) / 1000
  expect(kilobytes).toBeLessThanOrEqual(bounds[name])
  // A bound that nothing comes near any more bounds nothing.
  expect(kilobytes).toBeGreaterThan(bounds[name] * 0.8)
})

test('no door is bundled with what scans the table', () => {
  for (const { inputs } of Object.values(made)) expect(Object.keys(inputs)).not.toContain('functions/store/scan.ts')
})

test('a fault in a bundle names our own line', () => {
  const code = readFileSync(join(folder, 'watch/index.mjs'), 'utf8').split('\n')
  const line = code.findIndex((text) => text.includes('There is no proof of the reminders'))
  const map = new SourceMap(JSON.parse(readFileSync(join(folder, 'watch/index.mjs.map'), 'utf8')))
  const { originalSource } = map.findEntry(line, code[line]?.indexOf('There is no proof') ?? 0) as SourceMapping
  expect(originalSource).toMatch(/functions\/watch\.ts$/)
})

test.each(Object.entries(parts))('the part %s of the API is read lean', (part, bound) => {
  const kilobytes = eager(made.http, 'functions/http.ts', `functions/api/${part}.ts`, 'functions/api/surface.ts') / 1000
  expect(kilobytes).toBeLessThanOrEqual(bound)
  expect(kilobytes).toBeGreaterThan(bound * 0.8)
})

/** The bytes of these entries and of everything that they import by name, not of what they ask for later. */
function eager({ outputs }: Metafile, ...entries: string[]): number {
  const read = new Set<string>()
  const follow = (file: string) => {
    if (read.has(file) || !outputs[file]) return
    read.add(file)
    for (const { path, kind } of outputs[file].imports) if (kind === 'import-statement') follow(path)
  }
  for (const [file, { entryPoint }] of Object.entries(outputs)) if (entryPoint && entries.includes(entryPoint)) follow(file)
  return [...read].reduce((sum, file) => sum + (outputs[file]?.bytes ?? 0), 0)
}
