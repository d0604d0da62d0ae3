import { officeName, townships } from '../offices.ts'
import { act, type Days, on, type Play } from './play.ts'

// Of the county's eleven topics of 2018 (theme: green development) two are known, farming in greenhouses and the chemical park; the other nine are ours.
const topics = [
  '设施农业（大棚）绿色种植',
  '化工园区安全环保整治',
  '稻米绿色优质基地',
  '蔬菜化肥农药减量',
  '农村公路绿化管护',
  '秸秆综合利用',
  '食用菌菌渣再利用',
  '白酒园区废水治理',
  '村庄绿化和庭院经济',
  '河道生态治理',
  '高标准农田节水灌溉',
]

/** 主题活动: eleven topics for eleven townships' groups, and what they owe. */
export const themes = ({ days, work }: Days): Play[] => {
  const campaign = (theme: string, from: number, to: number, acts: Play['acts'] = []): Play => ({
    ledger: 'themes',
    by: 'county',
    data: { theme, startOn: work(from), endOn: days(to), plan: '11个课题分到11个代表小组，先走访、后座谈、再交办。' },
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
    campaign('强县富民我行动：绿色发展', -2, 150, [launch(9)]),
    campaign('代表进万家', 20, 90),
    campaign('助力乡村振兴', -40, -1, [
      launch(5, 2),
      on({ ledger: 'group-activities', township: 'xinan' }, 'xinan', 'cancel', { reason: '并入县里统一走访。' }),
      act('county', 'conclude', { summary: '一个课题已开展，另一个并入统一走访。', reason: '年度安排调整。' }),
    ]),
    campaign('清洁家园代表行', 15, 60, [act('county', 'cancel', { reason: '与文明创建活动合并开展。' })]),
  ]
}
