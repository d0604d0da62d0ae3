import { describe, expect, test } from 'vitest'
import { calendar } from '../../../shared/deadline/calendar.ts'
import { parseLedger } from '../../../shared/definition/gate.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { readRows } from '../../../shared/importing/read-rows.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { fieldText } from '../../../shared/papers/say.ts'
import type { LedgerRecord } from '../../../shared/record.ts'
import { county, world } from '../../cast.ts'
import { sourceOf } from '../../papers.ts'

const replaced = ledgers.flatMap((ledger) =>
  Object.entries(ledger.fields).flatMap(([key, { retired }]) => (typeof retired === 'string' ? [{ ledger, key, now: retired }] : [])),
)

test('some field has taken the place of another', () => expect(replaced.length).toBeGreaterThan(4))

describe.each(replaced.map((each) => [`${each.ledger.key} ${each.key}`, each] as const))(
  '%s, which another has taken the place of',
  (_, { ledger, key, now }) => {
    const before = ledger.fields[key]
    const field = ledger.fields[now]
    const heading = before?.label.zh ?? ''
    const [option, label] = Object.entries(field?.kind === 'choice' ? field.options : {})[0] ?? ['', undefined]
    const title = Object.entries(ledger.fields).find(([, { kind, required }]) => kind === 'text' && required)
    const reading = (cell: string, more: string[][] = [[], []]) => {
      const rows = [
        [title?.[1].label.zh ?? '', heading, ...(more[0] ?? [])],
        ['修路', cell, ...(more[1] ?? [])],
      ]
      const sheet = { name: '表', merges: [], rows: rows.map((cells, at) => ({ row: at + 1, cells })) }
      return readRows(ledger, [sheet], county, { ...world, calendar: calendar() }, '2026-07-08', {})
    }
    const read = (cell: string, more?: string[][]) => {
      const found = reading(cell, more)
      return found && 'rows' in found ? found.rows[0]?.data : found
    }

    test('a register that still has its column fills the one that forms use, where its words are known there', () => {
      expect(read(label?.zh ?? '')).toMatchObject({ [now]: option })
      expect(read(label?.zh ?? '')).not.toHaveProperty(key)
      // What stands beside it in the cell is left out, and whoever imports is told.
      const noted = reading(`${label?.zh}（张主任）`)
      expect(noted && 'rows' in noted && [noted.rows[0]?.data[now], JSON.stringify(noted.remarks)]).toEqual([
        option,
        expect.stringContaining('张主任'),
      ])
      // What is called otherwise stays as it was written, and where the register has both columns each fills its own.
      expect(read('老委室')).toMatchObject({ [key]: '老委室' })
      expect(read('老委室', [[field?.label.zh ?? ''], [label?.zh ?? '']])).toMatchObject({ [key]: '老委室', [now]: option })
    })

    test('papers tell what was written in it where the other is empty', () => {
      const told = (data: object) => {
        const record = {
          id: 'r1',
          ledger: ledger.key,
          state: ledger.initial,
          township: null,
          duties: [],
          took: {},
          data,
        } as unknown as LedgerRecord
        return fieldText(sourceOf(ledger, [record]), record, now)
      }
      expect([told({ [key]: '老委室' }), told({ [key]: '老委室', [now]: option })]).toEqual(['老委室', label?.zh])
    })
  },
)

test('the gate knows whether there is the field that took its place', () => {
  const [{ ledger, key } = { ledger: ledgers[0] as Ledger, key: '' }] = replaced
  const json = JSON.parse(JSON.stringify(ledger))
  json.fields[key].retired = 'nothing'
  expect(parseLedger(json)).toEqual({ faults: [{ path: `fields.${key}.retired`, message: 'no such field: nothing' }] })
})
