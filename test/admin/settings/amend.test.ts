import { describe, expect, it } from 'vitest'
import { amountsOf, withValue } from '../../../admin/settings/amounts.ts'
import { diffPatch, type Json } from '../../../admin/settings/patch.ts'
import { mergePatch } from '../../../shared/definition/amend.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { errands } from '../sample-ledger.ts'

const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json

describe('the patch of a county', () => {
  it('laid over ours gives what the county wrote', () => {
    const after = withValue(withValue(errands, ['duties', 'reply', 'due', 'months'], 2), ['fields', 'kind', 'label', 'zh'], '种类')
    const patch = diffPatch(plain(errands), plain(after))
    expect(patch).toEqual({ duties: { reply: { due: { months: 2 } } }, fields: { kind: { label: { zh: '种类' } } } })
    expect(mergePatch(plain(errands), patch ?? {})).toEqual(plain(after))
  })

  it('is nothing when nothing changed, null for what is gone, and lists whole', () => {
    expect(diffPatch(plain(errands), plain(errands))).toBeUndefined()
    expect(diffPatch({ a: 1, b: [1, 2] }, { b: [1] })).toEqual({ a: null, b: [1] })
  })
})

describe('the lengths of a ledger', () => {
  it('are found inside first and earliest too, caps apart', () => {
    const rule = {
      label: errands.label,
      basis: errands.label,
      holder: ['@unit'],
      due: { first: [{ on: '@due' }, { months: 3 }] },
      cap: { months: 6 },
    }
    const found = amountsOf({ ...errands, duties: { reply: rule } })
    expect(found.map(({ unit, value, cap }) => [unit, value, cap])).toEqual([
      ['months', 3, false],
      ['months', 6, true],
    ])
    expect(withValue({ duties: { reply: rule } }, found[0]?.path ?? [], 4)).toMatchObject({
      duties: { reply: { due: { first: [{ on: '@due' }, { months: 4 }] } } },
    })
  })

  it('are numbers in every ledger of ours', () => {
    for (const ledger of ledgers) for (const { value } of amountsOf(ledger)) expect(value).toBeGreaterThanOrEqual(0)
  })
})
