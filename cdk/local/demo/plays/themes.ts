import { officeName, townships } from '../offices.ts'
import { act, type Days, on, type Play } from './play.ts'

const topics = [
  '小微企业融资难题走访',
  '港口物流降本调研',
  '稻米产业链延伸',
  '蔬菜基地用水用电',
  '农村公路管护',
  '秸秆综合利用',
  '食用菌品牌建设',
  '白酒园区用工服务',
  '村级集体经济增收',
  '农村电商配送',
  '高标准农田管护',
]

/** 主题活动: eleven topics for eleven townships' groups, and what they owe. */
export const themes = ({ days, work }: Days): Play[] => {
  const campaign = (theme: string, from: number, to: number, acts: Play['acts'] = []): Play => ({
    ledger: 'themes',
    by: 'county',
    data: { theme, startOn: work(from), endOn: days(to), plan: '十一个课题分到十一个代表小组，先走访、后座谈、再交办。' },
    acts,
  })
  const launch = (n: number, some = topics.length) =>
    act('county', 'launch', {
      topics: topics.slice(0, some).map((topic, at) => ({
        topic,
        township: townships[at]?.id,
        group: `${officeName(townships[at]?.id ?? '')}第一代表小组`,
        by: work(n + at),
      })),
    })
  return [
    campaign('强县富民我行动', -2, 150, [launch(9)]),
    campaign('代表进万家', 20, 90),
    campaign('助力乡村振兴', -40, -1, [
      launch(5, 2),
      on({ ledger: 'group-activities', township: 'xinan' }, 'xinan', 'cancel', { reason: '并入县里统一走访。' }),
      act('county', 'conclude', { summary: '一个课题已开展，另一个并入统一走访。', reason: '年度安排调整。' }),
    ]),
    campaign('清洁家园代表行', 15, 60, [act('county', 'cancel', { reason: '与文明创建活动合并开展。' })]),
  ]
}
