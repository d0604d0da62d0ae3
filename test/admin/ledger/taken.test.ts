import { expect, test } from 'vitest'
import { takenSentence } from '../../../admin/ledger/act/taken.ts'
import { actZh } from '../../../admin/words/act.ts'
import { actEn } from '../../../admin/words/act-en.ts'
import { actLinkWords } from '../../../admin/words/act-link.ts'
import { takenByPeople } from '../../../shared/definition/attachments.ts'
import { ledgers } from '../../../shared/ledgers/index.ts'
import { dayIn } from '../../../shared/words/sentence.ts'

const register = { zh: '登记', en: 'Register' }
const registered = { zh: '已登记', en: 'Registered' }
const handling = { zh: '办理中', en: 'Being handled' }

test('a step tells the number that it gave, and where the item stands unless the step has said it', () => {
  const told = (act: typeof register, state: typeof register, before?: string, number = before) =>
    takenSentence(act, { number: before }, { number, state }, actZh.act, 'zh')
  expect(told(register, registered, undefined, '2026-0594')).toBe('已登记，编号 2026-0594。')
  expect(told(register, registered, '2026-0594')).toBe('已登记。')
  expect(told({ zh: '签收', en: 'Accept' }, handling, '2026-0594')).toBe('已签收。这件正在办理中。')
  expect(takenSentence(register, {}, { number: '2026-0594', state: handling }, actEn.act, 'en')).toBe(
    'Register: done, numbered 2026-0594. Now “Being handled”.',
  )
  expect(told({ zh: '答复代表', en: 'Answer the deputy' }, { zh: '已答复', en: 'Answered' })).toBe('已答复代表。')
  expect(takenSentence(register, {}, { state: registered }, actLinkWords.zh, 'zh')).toBe('已登记。')
  const read = { zh: '审阅', en: 'Review' }
  expect(takenSentence(read, {}, { state: { zh: '已阅', en: 'Reviewed' }, only: true }, actZh.act, 'zh')).toBe('已审阅。')
})

test('what a step leaves where it was is told by the step alone, and a person by his name', () => {
  const active = { zh: '履职中', en: 'Active' }
  const report = { zh: '登记述职', en: 'Enter a report' }
  expect(takenSentence(report, { state: active }, { state: active, whose: '何保洲' }, actZh.act, 'zh')).toBe('已登记述职。')
  const again = takenSentence({ zh: '恢复执行职务', en: 'Reinstate' }, {}, { state: active, whose: '何保洲' }, actZh.act, 'zh')
  expect(again).toBe('已恢复执行职务。何保洲正在履职中。')
})

test('nothing is told twice of any step, and how it came out always is', () => {
  const told = ledgers.flatMap((ledger) =>
    Object.entries(ledger.transitions).flatMap(([key, rule]) => {
      const { label, to, branches = [] } = rule
      if (!takenByPeople(rule)) return []
      const ends = [...new Set([to, ...branches.map((branch) => branch.to ?? to)])].flatMap((end) => ledger.states[end ?? ''] ?? [])
      return ends.map(({ label: state }) => ({
        path: `${ledger.key} ${key}`,
        only: ends.length === 1,
        state: state.zh,
        said: takenSentence(label, {}, { state, only: ends.length === 1 }, actZh.act, 'zh'),
      }))
    }),
  )
  const doubled = ({ said, only }: { said: string; only: boolean }) => {
    const [step = '', state = ''] = said.split('。')
    return only && state.startsWith('这件已') && [...state.slice(3)].every((letter) => step.includes(letter))
  }
  expect(told.filter(doubled).map(({ path }) => path)).toEqual([])
  const decided = told.filter(({ only, state, said }) => !only && !said.includes(state.replace(/^已/, '')))
  expect(decided.map(({ path }) => path)).toEqual([])
})

test('a day is told with what is to be done by then, to whoever has to do it', () => {
  const [one, two] = ['2026-12-14', '2027-03-01'].map((day) => dayIn(day).zh) as [string, string]
  expect(actZh.act.doneDue(actZh.act.dueBy('交办', one))).toBe('请在2026年12月14日（周一）前交办。')
  const both = [actZh.act.dueBy('签收或退办', one), actZh.act.dueBy('答复代表', two)].join(actZh.act.dueAnd)
  expect(actZh.act.doneDue(both, '县水务局')).toBe('县水务局应在2026年12月14日（周一）前签收或退办，在2027年3月1日（周一）前答复代表。')
})

test('a new item is told in one sentence', () => {
  expect(actZh.form.created('代表建议《加装路灯》', '已提交')).toBe('代表建议《加装路灯》已提交。')
  expect(actZh.form.created('县域会议《例会》')).toBe('已新建县域会议《例会》。')
})
