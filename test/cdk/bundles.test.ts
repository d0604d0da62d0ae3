import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundle, names } from '../../cdk/bundles.ts'

type Door = (typeof names)[number]
/** Kilobytes that a door reads before its first work. Whoever must raise one says in the commit what it buys. */
const bounds: Record<Door, number> = {
  http: 1250,
  notify: 310,
  count: 260,
  importer: 400,
  remind: 400,
  recount: 360,
  fate: 250,
  bootstrap: 280,
  migrate: 300,
}

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

/** The bytes of the entry and of everything that it imports by name, not of what it asks for later. */
function eager({ outputs }: Metafile, entry: string): number {
  const read = new Set<string>()
  const follow = (file: string) => {
    if (read.has(file) || !outputs[file]) return
    read.add(file)
    for (const { path, kind } of outputs[file].imports) if (kind === 'import-statement') follow(path)
  }
  for (const [file, { entryPoint }] of Object.entries(outputs)) if (entryPoint === entry) follow(file)
  return [...read].reduce((sum, file) => sum + (outputs[file]?.bytes ?? 0), 0)
}
