import type { Label } from '../names.ts'

/** What was decided by a step, by the field that asks for it: 满意度：不满意. */
export const choiceMade = (field: Label, made: Label): Label => ({ zh: `${field.zh}：${made.zh}`, en: `${field.en}: ${made.en}` })

/** How the name of a finding is denied: 整改未到位, 未落实, 不同意退回. */
const denied: [RegExp, string][] = [
  [/^同意/, '不同意'],
  [/^.*，无需/, '需要'],
  [/已/, '未'],
  [/(?=(到位|通过)$)/, '未'],
  [/(?=成立$)/, '不'],
]

/** What was found by a step that asks whether it is so, in a clause: 整改到位, 整改未到位. */
export function found(field: Label, yes: boolean): Label {
  const zh = field.zh.replace(/^是否/, '')
  const [sign, no] = denied.find(([each]) => each.test(zh)) ?? []
  const en = `${field.en}: ${yes ? 'yes' : 'no'}`
  if (yes) return { zh, en }
  return { zh: sign ? zh.replace(sign, no ?? '') : `${zh}：否`, en }
}

/** What came of a step that can end in several ways, by the state that it led to: 未批准, 转为“执行监督”. */
export const cameTo = (state: Label): Label => ({
  zh: /^[已未不待]/.test(state.zh) ? state.zh : `转为“${state.zh}”`,
  en: `result: ${state.en}`,
})
