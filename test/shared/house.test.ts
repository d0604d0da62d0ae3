import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Field } from '../../shared/definition/field.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { ledgers } from '../../shared/ledgers/index.ts'

const sources = globSync('{shared,functions,cdk}/**/*.{ts,tsx}')
  .filter((file) => !/^(shared\/ledgers|cdk\/local\/demo)\//.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))

/** A ledger may bear the name of a kind of field (and of the menu's group); such a word says nothing about where it is used. */
const kinds: string[] = Field.options.map((kind) => kind.shape.kind.value)
const telling = ledgers.filter(({ key }) => !kinds.includes(key))

test('no file outside the ledgers’ own folder names a ledger', () => {
  const named = sources.filter(({ text }) => telling.some(({ key }) => new RegExp(`['"\`/]${key}['"\`/?]`).test(text)))
  expect(named.map(({ file }) => file)).toEqual([])
})

test('nothing scans the table but what an operator starts', () => {
  const scans = sources.filter(({ text }) => /ScanCommand|paginateScan|\.scan\(/.test(text))
  expect(scans.map(({ file }) => file)).toEqual(['functions/store/scan.ts'])
})

test('every key begins with the county that the work is for, and nothing else says which that is', () => {
  const told = sources.filter(({ text }) => /process\.env\.COUNTY|env\('COUNTY'\)/.test(text)).map(({ file }) => file)
  // An operator says it, the key builder asks it, and nobody else.
  expect(told.sort()).toEqual(['functions/operate/place.ts', 'functions/store/county.ts'])
  const built = sources.flatMap(({ file, text }) => (text.match(/pk: `[^`]*`|: string => `[^`]*`/g) ?? []).map((key) => ({ file, key })))
  const others = built.filter(({ key }) => /#/.test(key) && !/`\$\{(prefix\(scope\)|county|pk|own)\}#/.test(key))
  expect(built.length).toBeGreaterThan(20)
  // The register of counties, and which of them has an address, belong to the deployment.
  expect([...new Set(others.map(({ file }) => file))]).toEqual(['functions/store/counties.ts'])
})

test('every door enters a county before it reads or writes', () => {
  const doors = sources.filter(
    ({ file, text }) => /^functions\/[a-z-]+\.ts$/.test(file) && /export (async )?(function|const) handler/.test(text),
  )
  expect(doors.length).toBe(11)
  const outside = doors.filter(({ text }) => !/byCounty\(|inCountyOf\(|inCounty\(/.test(text)).map(({ file }) => file)
  // A request, and a mail that comes back, say later whose they are: in the surface of the API, and in what is learnt of fates.
  expect(outside.sort()).toEqual(['functions/fate.ts', 'functions/http.ts'])
  for (const file of ['functions/api/surface.ts', 'functions/api/health.ts', 'functions/mail/fate.ts'])
    expect(sources.find((one) => one.file === file)?.text, file).toMatch(/inItsCounty|inCounty\(|inCountyOf\(/)
})

test('a ledger is told in at most a hundred and eleven entries: a field, state, transition or duty each', () => {
  const entries = ({ fields, states, transitions, duties }: Ledger) =>
    [fields, states, transitions, duties].reduce((sum, part) => sum + Object.keys(part).length, 0)
  expect(ledgers.filter((ledger) => entries(ledger) > 111).map(({ key }) => key)).toEqual([])
})
