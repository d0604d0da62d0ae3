import { describe, expect, it } from 'vitest'
import { alikeBy, kindOf, lastOffices, refusedBy } from '../../../admin/ledger/act/alike.ts'
import { deskFields } from '../../../shared/definition/desk-fields.ts'
import { optionsOf } from '../../../shared/definition/options.ts'
import { standingEvents } from '../../../shared/engine/undo.ts'
import type { LedgerEvent } from '../../../shared/event.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { errands } from '../sample-ledger.ts'

const record = (id: string, data: Record<string, string | string[] | null>) => ({ id, data })

describe('what makes items alike', () => {
  it('is the first choice of the report, then of the filters, never an office or a number', () => {
    expect(alikeBy({ ...errands, list: { columns: ['title'], filters: ['unit', 'kind', 'grade'] } })).toBe('kind')
    expect(alikeBy({ ...errands, report: { by: ['unit', 'grade'] }, list: { columns: ['title'], filters: ['kind'] } })).toBe('grade')
    expect(alikeBy({ ...errands, list: { columns: ['title'], filters: ['unit'] } })).toBeUndefined()
  })

  it('is what tells most kinds apart, and never who is in charge', () => {
    const kind = { kind: 'choice' as const, label: { zh: '来源', en: 'Source' }, options: { one: { zh: '一', en: 'One' } } }
    const several = { ...errands, fields: { ...errands.fields, source: kind } }
    expect(alikeBy({ ...several, report: { by: ['source', 'kind'] } })).toBe('kind')
    for (const ledger of ledgers) expect(deskFields(ledger), ledger.key).not.toContain(alikeBy(ledger))
  })

  it('is nothing that cannot be named: no choice, or one that is no longer offered', () => {
    for (const ledger of ledgers) {
      const by = alikeBy(ledger) ?? ''
      const [first, label] = Object.entries(optionsOf(ledger.fields[by], ledger.fields) ?? {})[0] ?? []
      const kind = first && { by, value: first, called: label }
      expect(kindOf(ledger, { [by]: first }) ?? undefined, ledger.key).toEqual(kind)
      for (const gone of ['gone', 'constructor', '', null, undefined]) expect(kindOf(ledger, { [by]: gone }), ledger.key).toBeUndefined()
    }
  })

  it('can be asked of the list in every ledger that has one', () => {
    for (const ledger of ledgers) {
      const key = alikeBy(ledger)
      if (key) expect([...(ledger.report?.by ?? []), ...(ledger.list.filters ?? [])], ledger.key).toContain(key)
    }
  })
})

describe('the offices offered first', () => {
  it('are those of the last three items that have one, each once, newest first', () => {
    const records = [
      record('r6', { unit: null }),
      record('r5', { unit: 'water' }),
      record('r4', {}),
      record('r3', { unit: 'roads' }),
      record('r2', { unit: 'water' }),
      record('r1', { unit: 'schools' }),
    ]
    expect(lastOffices(records, 'unit', 'r0')).toEqual(['water', 'roads'])
  })

  it('leave out who has had the item at hand and handed it back', () => {
    const event = (transition: string, old: string | null, now: string | null) => ({ transition, changes: { unit: { old, new: now } } })
    const gone = refusedBy([event('assign', null, 'water'), event('decline', 'water', null)], 'unit')
    expect(gone).toEqual(['water'])
    const seq = [event('assign', null, 'water'), event('decline', 'water', null), event('undo', null, 'water')]
    const all = seq.map((each, at) => ({ ...each, seq: at + 1, ...(each.transition === 'undo' ? { undoes: 2 } : {}) }))
    expect(refusedBy(standingEvents(all as unknown as LedgerEvent[]), 'unit')).toEqual([])
    expect(lastOffices([record('r2', { unit: 'water' }), record('r1', { unit: 'roads' })], 'unit', 'r0', gone)).toEqual(['roads'])
  })

  it('leave out the item at hand and take several offices of one field apart', () => {
    expect(lastOffices([record('r2', { with: ['a', 'b'] }), record('r1', { with: ['b', 'c'] })], 'with', 'r2')).toEqual(['b', 'c'])
  })
})
