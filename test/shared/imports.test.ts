import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const sources = globSync('{shared,functions,admin,cdk}/**/*.{ts,tsx}').filter((file) => !file.endsWith('.d.ts'))
const imports = new Map(sources.map((file) => [file, valuesOf(file)]))

test('no files import one another in a circle, types aside: each can be read, tested and bundled without what builds on it', () => {
  expect(imports.size).toBeGreaterThan(400)
  // Work that a step leaves is finished by the step's own means; the outbox takes its place.
  expect(circles().filter((way) => !way.includes('transact/leftovers.ts'))).toEqual([])
})

test('no file of a job reads one of the API: what both need lies in a room of its own', () => {
  const jobs = [...imports].filter(([file]) => file.startsWith('functions/') && !/^functions\/(api\/|http\.ts$)/.test(file))
  expect(jobs.flatMap(([file, found]) => found.filter((one) => one.startsWith('functions/api/')).map((one) => `${file} → ${one}`))).toEqual(
    [],
  )
})

/** The files from which a file takes more than types, when it is read; not what it asks for later. */
function valuesOf(file: string): string[] {
  const found = readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )((?:[^'"\n]|\n(?!\n))*?from )?'(\.[^']+)'/gm)
  return [...found]
    .filter(([, names]) => !/^\{[^}]*\}/.test(names ?? '') || named(names ?? ''))
    .map(([, , path]) => join(dirname(file), path ?? ''))
}

/** True when one of the names in the braces is not that of a type. */
function named(names: string): boolean {
  const inside = /\{([^}]*)\}/.exec(names)?.[1] ?? ''
  return inside.split(',').some((name) => name.trim() !== '' && !name.trim().startsWith('type '))
}

/** Each circle once, as the way around. */
function circles(): string[] {
  const seen = new Set<string>()
  const found: string[] = []
  const walk = (file: string, way: string[]): void => {
    const at = way.indexOf(file)
    if (at >= 0) found.push([...way.slice(at), file].join(' → '))
    if (at >= 0 || seen.has(file)) return
    for (const next of imports.get(file) ?? []) walk(next, [...way, file])
    seen.add(file)
  }
  for (const file of sources) walk(file, [])
  return found
}
