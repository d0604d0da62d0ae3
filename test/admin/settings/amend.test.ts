import { describe, expect, it } from 'vitest'
import { amountsOf, readAmount, withValue } from '../../../admin/settings/amounts.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { errands } from '../sample-ledger.ts'

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

  it('are what was typed and nothing else: an emptied one is no 0, and 1.5 is no 15', () => {
    expect(['5', ' 10 ', '１５', '0', '3660'].map(readAmount)).toEqual([5, 10, 15, 0, 3660])
    expect(['', ' ', '1.5', '-3', '3个月', '3661', '12345', '一'].map(readAmount)).toEqual(Array(8).fill(null))
  })

  it('stay on the page while they are written', () => {
    for (const { path } of amountsOf(errands)) {
      const blank = amountsOf(withValue(errands, path, null)).filter(({ value }) => value === null)
      expect(blank.map((each) => each.path)).toEqual([path])
    }
    expect(amountsOf(errands).length).toBeGreaterThan(0)
  })

  it('are numbers in every ledger of ours', () => {
    for (const ledger of ledgers) for (const { value } of amountsOf(ledger)) expect(value).toBeGreaterThanOrEqual(0)
  })
})
