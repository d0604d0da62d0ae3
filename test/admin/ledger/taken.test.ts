import { expect, test } from 'vitest'
import { takenSentence } from '../../../admin/ledger/act/taken.ts'
import { actZh } from '../../../admin/words/act.ts'
import { actEn } from '../../../admin/words/act-en.ts'
import { actLinkWords } from '../../../admin/words/act-link.ts'
import { dayIn } from '../../../shared/words/sentence.ts'

const register = { zh: '登记', en: 'Register' }
const registered = { zh: '已登记', en: 'Registered' }
const handling = { zh: '办理中', en: 'Being handled' }

test('a step tells the number that it gave, and where the item stands unless the step has said it', () => {
  const told = (act: typeof register, state: typeof register, before?: string, number = before) =>
    takenSentence(act, { number: before }, { number, state }, actZh.act, 'zh')
  expect(told(register, registered, undefined, '2026-0594')).toBe('已登记，编号 2026-0594。')
  expect(told(register, registered, '2026-0594')).toBe('已登记。')
  expect(told({ zh: '签收', en: 'Accept' }, handling, '2026-0594')).toBe('已签收。现在是“办理中”。')
  expect(takenSentence(register, {}, { number: '2026-0594', state: handling }, actEn.act, 'en')).toBe(
    'Register: done, numbered 2026-0594. Now “Being handled”.',
  )
  expect(takenSentence(register, {}, { state: registered }, actLinkWords.zh, 'zh')).toBe('已登记。')
})

test('a day is told with what is to be done by then, to whoever has to do it', () => {
  expect(actZh.act.doneDue('交办', dayIn('2026-12-14').zh)).toBe('请在2026年12月14日（周一）前“交办”。')
  expect(actZh.act.doneDue('答复代表', dayIn('2026-12-14').zh, '县水务局')).toBe('县水务局应在2026年12月14日（周一）前“答复代表”。')
})

test('a new item is told in one sentence', () => {
  expect(actZh.form.created('代表建议《加装路灯》', '已提交')).toBe('已新建代表建议《加装路灯》，现在是“已提交”。')
  expect(actZh.form.created('县域会议《例会》')).toBe('已新建县域会议《例会》。')
})
