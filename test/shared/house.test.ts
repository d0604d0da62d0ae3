import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ledgers } from '../../shared/ledgers/index.ts'

const sources = globSync('{shared,functions,cdk}/**/*.{ts,tsx}')
  .filter((file) => !/^(shared\/ledgers|cdk\/local\/demo)\//.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))

test('no file outside the ledgers’ own folder names a ledger', () => {
  const named = sources.filter(({ text }) => ledgers.some(({ key }) => new RegExp(`['"\`/]${key}['"\`/?]`).test(text)))
  expect(named.map(({ file }) => file)).toEqual([])
})

test('nothing scans the table', () => {
  expect(sources.filter(({ text }) => /ScanCommand|paginateScan|\.scan\(/.test(text)).map(({ file }) => file)).toEqual([])
})
