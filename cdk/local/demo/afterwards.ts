import { type Act, act } from './plays/play.ts'
import type { Suggestion } from './suggestions.ts'
import { monthsAfter } from './workdays.ts'

export type Afterwards = { number: string; act: Act }

/** What happens on the platform to suggestions that the register brought in: extensions, forms that come back, looks back at what was promised. */
export function afterwards(register: Suggestion[], today: string): Afterwards[] {
  const newest = register.toReversed()
  const open = newest.filter(
    ({ assignedOn = today, dueOn = '', repliedOn }) => !repliedOn && dueOn > today && dueOn === monthsAfter(assignedOn, 3),
  )
  const awaiting = newest.filter(({ repliedOn, satisfaction, result }) => repliedOn && !satisfaction && result !== 'A')
  const planned = newest.filter(
    ({ result, satisfaction, repliedOn }) => result === 'B' && satisfaction && monthsAfter(repliedOn ?? today, 6) <= today,
  )
  return [
    ...open.slice(-2).map((one) => told(one, 'county', 'extend', { due: monthsAfter(one.assignedOn ?? today, 5), reason: delay })),
    ...awaiting.slice(0, 2).map((one) =>
      told(one, one.township, 'feedback', {
        satisfaction: 'dissatisfied',
        note: '办理结果与群众期盼还有差距，请主办单位与代表面商，重新研究。',
      }),
    ),
    ...awaiting
      .slice(2, 4)
      .map((one) => told(one, one.township, 'feedback', { satisfaction: 'satisfied', note: '答复实事求是，代表表示理解。' })),
    ...planned
      .slice(0, 5)
      .map((one) =>
        told(one, one.township, 'follow', { finding: '经现场回访，项目已列入计划但尚未开工，请主办单位抓紧推进。', fulfilled: false }),
      ),
    ...planned
      .slice(5, 9)
      .map((one) => told(one, one.township, 'follow', { finding: '经现场回访，承诺事项已经完成，群众反映良好。', fulfilled: true })),
  ]
}

const delay = '前期论证和资金落实需要时间，经主办单位书面申请并征得领衔代表同意，延期答复。'

function told({ number }: Suggestion, office: string, transition: string, given: Record<string, unknown>): Afterwards {
  return { number, act: act(office, transition, given) }
}
