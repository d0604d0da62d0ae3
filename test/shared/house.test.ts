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

test('a ledger is told in at most a hundred and ten entries: a field, state, transition or duty each', () => {
  const entries = ({ fields, states, transitions, duties }: Ledger) =>
    [fields, states, transitions, duties].reduce((sum, part) => sum + Object.keys(part).length, 0)
  expect(ledgers.filter((ledger) => entries(ledger) > 110).map(({ key }) => key)).toEqual([])
})
