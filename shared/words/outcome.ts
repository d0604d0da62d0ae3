import type { Label } from '../names.ts'

/** What was decided by a step, by the field that asks for it: 满意度：不满意, 整改到位：否. */
export function choiceMade(field: Label, made: Label | boolean): Label {
  const { zh, en } = typeof made === 'boolean' ? (made ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }) : made
  return { zh: `${field.zh}：${zh}`, en: `${field.en}: ${en}` }
}

/** What came of a step that can end in several ways, by the state that it led to: 结果：未批准. */
export const cameTo = (state: Label): Label => ({ zh: `结果：${state.zh}`, en: `result: ${state.en}` })
