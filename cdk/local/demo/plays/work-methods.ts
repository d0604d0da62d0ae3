import { act, type Days, on, type Play, the } from './play.ts'

/** 工作法 and an inquiry that goes by one. What “321”, “1+2” and the four steps are in this county is assumed, and marked so. */
export const workMethods = ({ work }: Days): Play[] => {
  const method = (name: string, steps: [string, string, number][], acts: Play['acts'], purpose = ''): Play => ({
    ledger: 'work-methods',
    by: 'county',
    data: {
      name,
      assumed: true,
      ...(purpose ? { purpose } : {}),
      ...(steps.length > 0 ? { steps: steps.map(([step, who, days]) => ({ step, who, days })) } : {}),
    },
    acts,
  })
  const issue = act('county', 'issue')
  const step = (about: string) => ({ ledger: 'method-steps', about })
  return [
    method('四步工作法', [], [issue], '代表履职。'),
    method(
      '“321”监督',
      [
        ['交办', 'county', 7],
        ['中期督查', 'county', 45],
        ['结果报告', 'unit', 60],
        ['满意度测评', 'county', 90],
      ],
      [issue],
      '审议意见办理。',
    ),
    method(
      '“1+2”',
      [
        ['作出决议', 'county', 30],
        ['跟踪检查', 'county', 90],
        ['专题询问', 'county', 150],
      ],
      [issue],
      '预算审查监督。',
    ),
    method(
      '链式监督',
      [
        ['调研', 'county', 15],
        ['询问', 'county', 30],
        ['交办', 'county', 40],
        ['回头看', 'county', 100],
      ],
      [issue],
      '专题询问。',
    ),
    method(
      '五步督办',
      [
        ['登记', 'county', 3],
        ['办结', 'unit', 60],
      ],
      [],
    ),
    method('旧督办办法', [['督办', 'county', 30]], [issue, act('county', 'retire', { reason: '已由新办法代替。' })]),
    {
      ledger: 'special-inquiries',
      by: 'county',
      data: { topic: '农村饮水安全链式监督', answerers: ['water'] },
      acts: [
        act('county', 'plan', { meetingOn: work(40) }),
        act('county', 'takeMethod', { method: [the('work-methods', '链式监督')] }),
        on(step('调研'), 'county', 'finish', { record: '走访八个行政村。' }),
        on(step('回头看'), 'county', 'drop', { reason: '与市人大同题检查合并。' }),
      ],
    },
  ]
}
