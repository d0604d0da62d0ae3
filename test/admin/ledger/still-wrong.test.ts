import { expect, test } from 'vitest'
import { answered, stillWrong } from '../../../admin/ledger/form/useAnswers.ts'

test('a fault goes when another answer has taken its ground away; what the server has said stays until it is answered', () => {
  const told = { note: '说明还没有填。', on: '日期不对。' }
  const errors = { ...told, lead: '这个单位已经撤销。' }
  // 不满意 asked for a text, 满意 does not.
  expect(stillWrong(errors, told, { on: '日期不对。' })).toEqual({ on: '日期不对。', lead: '这个单位已经撤销。' })
  expect(stillWrong(errors, told, told)).toBe(errors)
  // A field of which the server has said something else than the form did.
  const other = { note: '说明太长。' }
  expect(stillWrong(other, told, {})).toBe(other)
})

test('an answer takes away the fault of its field, and one of no field, which nobody could mend otherwise', () => {
  const errors = { lead: '主办单位还没有填。', due: '日期不对。', '': '现在不能交办。' }
  expect(answered(errors, 'lead')).toEqual({ due: '日期不对。' })
  const other = { due: '日期不对。' }
  expect(answered(other, 'lead')).toBe(other)
})
