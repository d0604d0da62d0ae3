import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { copyOf } from '../../shared/definition/copy.ts'
import { publishedLedger } from '../../shared/definition/gate.ts'
import { livesIn } from '../../shared/engine/owed.ts'
import { columnFields, meaningOf } from '../../shared/importing/meanings.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { stepsOn } from '../walk.ts'

/**
 * Records as the releases of those days left them: of each of its ledgers one in every state, and in it one with each duty that can be open there. What it
 * wrote goes on by the definitions of today, or a county that updates has items that nobody can touch.
 */
const linesOf = (day: string) =>
  gunzipSync(readFileSync(`test/shared/released/${day}.jsonl.gz`))
    .toString()
    .trim()
    .split('\n')
// Of the later day those ledgers that came in between.
const lines = [...linesOf('2026-11-28'), ...linesOf('2026-11-29')]
const records = lines.map((line) => ({ head: '', readers: [], ...JSON.parse(line) }) as LedgerRecord)
const byLedger = Map.groupBy(records, ({ ledger }) => ledger)

describe.each([...byLedger])('%s as it was stored by the version before', (key, stored) => {
  const ledger = ledgers.find((each) => each.key === key)

  test('is known: its states, its fields and what it owes', () => {
    for (const { state, data, duties } of stored) {
      expect(Object.keys(ledger?.states ?? {})).toContain(state)
      expect(Object.keys(data).filter((field) => !ledger?.fields[field])).toEqual([])
      for (const duty of duties.filter((each) => ['open', 'paused'].includes(each.state)))
        expect([duty.key, ledger?.duties[duty.key] !== undefined && livesIn(ledger, duty.key, state)]).toEqual([duty.key, true])
    }
  })

  test('goes on from wherever it stands, and keeps the promises of the engine', () => {
    for (const record of stored) {
      if (!ledger || !['draft', 'open', 'paused'].includes(ledger.states[record.state]?.phase ?? '')) continue
      const { states, broken } = stepsOn(ledger, record)
      expect(broken).toEqual([])
      expect([record.state, [...states].some((state) => state !== record.state)]).toEqual([record.state, true])
    }
  })
})

test('a county’s copy of a ledger whose papers urged for one duty is known still', () => {
  let urging = 0
  for (const ledger of ledgers) {
    const copy = JSON.parse(JSON.stringify(copyOf(ledger, 'ownLedger', { zh: '自建台账', en: 'Own ledger' })))
    for (const paper of Object.values(copy.papers ?? {}) as { urges?: unknown }[])
      if (Array.isArray(paper.urges)) {
        paper.urges = paper.urges[0]
        urging += 1
      }
    const parsed = publishedLedger(copy)
    expect('ledger' in parsed ? [] : parsed, ledger.key).toEqual([])
  }
  expect(urging).toBeGreaterThan(0)
})

type Words = {
  [ledger: string]: { headings: { [word: string]: string }; options: { [path: string]: { [option: string]: [zh: string, en: string] } } }
}

test('what a workbook of the version before calls a column or a choice means the same', () => {
  const words = JSON.parse(readFileSync('test/shared/released/words-2026-11-29.json', 'utf8')) as Words
  const lost: string[] = []
  let seen = 0
  for (const ledger of ledgers) {
    const { headings = {}, options = {} } = words[ledger.key] ?? {}
    const [meaning, fields] = [meaningOf(ledger), columnFields(ledger)]
    for (const [word, path] of Object.entries(headings)) {
      if (meaning(word) !== path) lost.push(`${ledger.key} ${word}: ${path}, now ${meaning(word)}`)
      seen += 1
    }
    for (const [path, each] of Object.entries(options)) {
      const field = fields[path]
      const now = field && 'options' in field ? field.options : {}
      for (const [option, [zh, en]] of Object.entries(each))
        if (now[option]?.zh !== zh || now[option]?.en !== en) lost.push(`${ledger.key} ${path}: ${zh}, ${en}`)
    }
  }
  expect(lost).toEqual([])
  expect(seen).toBeGreaterThan(500)
})
