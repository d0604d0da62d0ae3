import { expect, test } from 'vitest'
import { basisFaults, spansIn } from '../../shared/definition/basis.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import { suggestions } from '../../shared/ledgers/suggestions.ts'

test('a length after the rules of another place is told as the county’s own, after theirs: they bind nobody here', () => {
  // National laws are named without a year, rules of a place with it; 各地 are what many of them do alike.
  const elsewhere = /(?<![\d〔])20\d\d(?!年|〕)|各地/
  const told = ledgers.flatMap(({ key, duties = {} }) =>
    Object.entries(duties).map(([duty, { basis }]) => ({ duty: `${key}.${duty}`, basis })),
  )
  const some = told.filter(({ basis }) => elsewhere.test(basis.zh))
  expect(some.length).toBeGreaterThan(20)
  expect(some.filter(({ basis }) => !(basis.zh.includes('本县设定') && basis.zh.includes('参照'))).map(({ duty }) => duty)).toEqual([])
  expect(some.filter(({ basis }) => !/set by the county.*\(.*after /.test(basis.en)).map(({ duty }) => duty)).toEqual([])
})

test('no duty of ours is of another length than its basis says', () => {
  expect(ledgers.flatMap((ledger) => basisFaults(ledger).map((fault) => `${ledger.key} ${JSON.stringify(fault)}`))).toEqual([])
})

test.each([
  ['三个月内答复，最迟六个月', ['months 3', 'months 6']],
  ['十五个工作日内；会前三十日', ['workdays 15', 'days 30']],
  ['当年11月30日前（2017第二十四条四季度报告），每月5日前', []],
  ['满三年清理一次', ['months 36']],
])('“%s” names its lengths', (text, spans) => {
  expect(spansIn(text).map(({ unit, n }) => `${unit} ${n}`)).toEqual(spans)
})

test('a length that was changed, with words that were not, is noticed with both; so is the other way round', () => {
  const { reply } = suggestions.duties
  const shorter = { ...suggestions, duties: { reply: { ...reply, due: { months: 2 } } } } as unknown as typeof suggestions
  expect(basisFaults(shorter)).toEqual([{ duty: 'reply', says: '3 个月、6 个月', is: '2 个月' }])
  const reworded = {
    ...suggestions,
    duties: { reply: { ...reply, due: { months: 3 }, basis: { zh: '本县设定：两个月内', en: '' } } },
  } as unknown as typeof suggestions
  expect(basisFaults(reworded).map(({ says }) => says)).toEqual(['2 个月'])
})
