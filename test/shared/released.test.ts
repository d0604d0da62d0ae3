import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { livesIn } from '../../shared/engine/owed.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { stepsOn } from '../walk.ts'

/**
 * Records as the release of that day left them: of each of its ledgers one in every state, and in it one with each duty that can be open there. What it
 * wrote goes on by the definitions of today, or a county that updates has items that nobody can touch.
 */
const lines = gunzipSync(readFileSync('test/shared/released/2026-11-28.jsonl.gz')).toString().trim().split('\n')
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
