import { describe, expect, it } from 'vitest'
import type { Column, Field } from '../../shared/definition/field.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { isOneLine } from '../../shared/definition/lines.ts'
import { create } from '../../shared/engine/creation.ts'
import { edit } from '../../shared/engine/edit.ts'
import type { Moved } from '../../shared/engine/moved.ts'
import { transition } from '../../shared/engine/transition.ts'
import { called, heading } from '../../shared/heading.ts'
import { judge } from '../../shared/importing/judge.ts'
import { ledgers } from '../../shared/ledgers/index.ts'
import type { Data, LedgerRecord } from '../../shared/record.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import { manyLines, oneLine } from '../../shared/text.ts'
import { alone, county, everybody, world } from '../cast.ts'
import { fc, holds } from '../property.ts'
import { samples } from '../sample.ts'

const today = '2026-03-02'
const breaks = ['\n', '\r\n', '\r', '\t', '\u2028', '\u2029', '\u0085', '\u000b', '\u0000', '\n \n']
const broken = /[\p{Cc}\p{Zl}\p{Zp}]/u

/** The plainest value of a field with a break in each of its texts. */
function torn(field: Field | Column, at: number): unknown {
  const tear = (text: string) => `${text.slice(0, 1)}${breaks[at % breaks.length]}${text.slice(1)}`
  const [value] = samples(field, today, '2026-03-03')
  if (field.kind === 'text') return tear('关于修桥的建议')
  if (field.kind === 'names' || field.kind === 'deputies') return (value as string[]).map(tear)
  if (field.kind === 'items')
    return (value as object[]).map(() => Object.fromEntries(Object.entries(field.columns).map(([key, column]) => [key, torn(column, at)])))
  return value
}

/** The texts of one line in a record or an event that hold a break. */
function tornLines(ledger: Ledger, data: Data): string[] {
  return Object.entries(data).flatMap(([key, value]) => {
    const field = ledger.fields[key]
    if (field?.kind === 'text') return isOneLine(field) && broken.test(String(value)) ? [key] : []
    if (field?.kind === 'items')
      return (value as { [column: string]: unknown }[]).flatMap((row) =>
        Object.entries(field.columns).flatMap(([column, one]) =>
          isOneLine(one) && broken.test(String(row[column])) ? [`${key}.${column}`] : [],
        ),
      )
    return Array.isArray(value) && value.some((each) => typeof each === 'string' && broken.test(each)) ? [key] : []
  })
}

const told = (ledger: Ledger, moved: Moved | Refusal) =>
  isRefusal(moved) ? [] : [...tornLines(ledger, moved.record.data), ...tornLines(ledger, moved.event.said)]

it('an item goes by its number and its heading, and by what is both of them once', () => {
  expect(called({ number: '2026-0147', heading: '排水管网改造' })).toBe('2026-0147 排水管网改造')
  expect(called({ number: '月报2026-0002', heading: '月报2026-0002' })).toBe('月报2026-0002')
  expect([called({ heading: '草稿' }), called({ number: undefined, heading: undefined })]).toEqual(['草稿', ''])
})

describe('a text of one line', () => {
  it('is one line after every break, and keeps its words', async () => {
    await holds([fc.array(fc.oneof(fc.constantFrom(...breaks), fc.string({ unit: 'grapheme' })))], (parts) => {
      const line = oneLine(parts.join(''))
      expect(line).not.toMatch(broken)
      expect(oneLine(line)).toBe(line)
      expect(line.replace(/[\s\p{Cc}]/gu, '')).toBe(oneLine(parts.join('')).replace(/[\s\p{Cc}]/gu, ''))
    })
    expect(oneLine(' 关于修桥 \r\n 和修路\u2028的建议\n')).toBe('关于修桥 和修路 的建议')
    expect(manyLines('第一段\r\n第二段\u2029第\u0000三段\n')).toBe('第一段\n第二段\n第\ufffd三段')
  })
  it.each(ledgers.map((ledger) => [ledger.key, ledger] as const))('of %s is one line through every door', (_, ledger) => {
    const fields = Object.entries(ledger.fields).filter(([, field]) => field.kind !== 'computed' && field.only !== 'event')
    // Each ledger with two of them: all together meet every break many times.
    for (const at of [ledgers.indexOf(ledger), ledgers.indexOf(ledger) + 5]) {
      const data = Object.fromEntries(fields.map(([key, field]) => [key, torn(field, at)]))
      const township = ledger.level === 'county' ? null : 'xinan'
      const born = create(ledger, { id: 'r1', township, data, bySystem: true }, county, today, world)
      if (isRefusal(born)) throw new Error(JSON.stringify(born))
      expect(told(ledger, born)).toEqual([])
      expect(heading(ledger, born.record)).not.toMatch(broken)
      // What an earlier version stored is told in one line all the same.
      expect(heading(ledger, { ...born.record, data: data as Data })).not.toMatch(broken)
      for (const state of Object.keys(ledger.states)) {
        const record: LedgerRecord = { ...born.record, state }
        for (const scope of everybody) expect(told(ledger, edit(ledger, record, data, scope, today, world))).toEqual([])
        const answers = Object.fromEntries(Object.entries(ledger.fields).map(([key, field]) => [key, torn(field, at)]))
        for (const [name, rule] of Object.entries(ledger.transitions)) {
          const asked = (rule.asks ?? []).map((ask) => ask.replace('?', ''))
          const given = Object.fromEntries(asked.map((key) => [key, answers[key]]))
          for (const scope of everybody)
            expect(told(ledger, transition(ledger, record, name, given, scope, today, world, alone))).toEqual([])
        }
      }
      const row = { row: 2, township, data: data as Data }
      for (const present of [undefined, { record: { ...born.record, data: {} } }]) {
        const outcome = judge(ledger, row, present, county, today, world)
        if (outcome && 'moved' in outcome) expect(told(ledger, outcome.moved)).toEqual([])
      }
    }
  })
})
