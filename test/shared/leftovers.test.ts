import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'

// What is left by a run that has the machine for itself.
const run = (more: string) => `
  import { spawn } from 'node:child_process'
  import { mkdtempSync } from 'node:fs'
  import { tmpdir } from 'node:os'
  import { join } from 'node:path'
  import { throwAwayLeftovers } from './test/leftovers.ts'
  throwAwayLeftovers()
  mkdtempSync(join(tmpdir(), 'left-'))
  ${more}
  console.log(throwAwayLeftovers())`
const machine = () => mkdtempSync(join(tmpdir(), 'machine-'))
const begin = (place: string, more = '') =>
  spawn(process.execPath, ['--input-type=module', '-e', run(more)], {
    env: { ...process.env, TMPDIR: place },
    stdio: ['ignore', 'pipe', 'inherit'],
  })

test('a run leaves nothing, and does not wait for what it leaves', async () => {
  const place = machine()
  const child = begin(place)
  expect(String(await once(child.stdout, 'data'))).toContain(join(place, 'duban-run-'))
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(readdirSync(place)).toEqual([])
})

test.each(['SIGKILL', 'SIGTERM'] as const)('nor does one that %s ended, with what it started still writing', async (signal) => {
  const place = machine()
  const writer = 'for n in 1 2 3 4 5; do mkdir -p "$TMPDIR/$n"; sleep 0.2; done'
  const child = begin(place, `spawn('sh', ['-c', '${writer}'])`)
  const [folder] = String(await once(child.stdout, 'data')).split('\n')
  while (!existsSync(join(folder ?? '', '1'))) await pause(20)
  child.kill(signal)
  // The writer makes the place anew; in the end it is gone with him.
  const gone = () => !readdirSync('/proc').some((pid) => read(`/proc/${pid}/environ`).includes(`TMPDIR=${place}`))
  while (existsSync(folder ?? '') || !gone()) await pause(20)
  expect(readdirSync(place)).toEqual([])
})

test('this run has such a place, and nobody asks for another', () => {
  expect(basename(tmpdir())).toMatch(/^duban-run-/)
  const sources = globSync(['{test,cdk,functions,.ci}/**/*.{ts,js}', '*.config.ts']).filter((file) => !file.endsWith('leftovers.test.ts'))
  expect(sources.length).toBeGreaterThan(300)
  expect(sources.filter((file) => /['"`/]\/(var\/)?tmp\b/.test(readFileSync(file, 'utf8')))).toEqual([])
})

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
