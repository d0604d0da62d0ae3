import { describe, expect, it } from 'vitest'
import { basicFields } from '../../../shared/engine/rights.ts'
import { namingField } from '../../../shared/heading.ts'
import { cellFields } from '../../../shared/importing/meanings.ts'
import { likeOne, nameOf } from '../../../shared/importing/twins.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import type { Data } from '../../../shared/record.ts'

const named = ledgers.filter((ledger) => ledger.fields[namingField(ledger) ?? '']?.kind === 'text')

describe.each(named.map((ledger) => [ledger.key, ledger] as const))('two pieces of %s that are called the same', (_, ledger) => {
  const key = namingField(ledger) ?? ''
  const isLike = likeOne(ledger)
  const fields = Object.entries(cellFields(ledger))
  const who = fields.flatMap(([field, { kind }]) => (['deputies', 'names', 'office'].includes(kind) ? [field] : []))
  const days = fields.flatMap(([field, { kind }]) => (kind === 'date' && basicFields(ledger).includes(field) ? [field] : []))
  const value = (field: string, n: string) => (ledger.fields[field]?.kind === 'office' ? `office${n}` : [`姓名${n}`])
  const full: Data = {
    [key]: '修桥',
    ...Object.fromEntries([...who.map((field) => [field, value(field, 'a')]), ...days.map((field) => [field, '2026-03-02'])]),
  }
  it('are called so whatever the signs between', () => {
    expect([nameOf(ledger, full), nameOf(ledger, { [key]: ' “修　桥”' }), nameOf(ledger, {})]).toEqual(['修桥', '修桥', undefined])
  })
  it('are alike while nothing that both tell differs', () => {
    expect(isLike(full, { ...full })).toBe(true)
    for (const field of who) expect([field, isLike(full, { ...full, [field]: value(field, 'b') })]).toEqual([field, false])
    for (const field of days) expect([field, isLike(full, { ...full, [field]: '2026-03-03' })]).toEqual([field, false])
    for (const field of days) expect([field, isLike(full, { ...full, [field]: null })]).toEqual([field, true])
  })
  it('are not by their name alone, where people or units tell them apart', () => {
    expect(isLike({ [key]: '修桥' }, { [key]: '修桥' })).toBe(who.length === 0)
  })
})
