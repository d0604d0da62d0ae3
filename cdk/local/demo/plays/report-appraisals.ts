import { type Act, act, type Days, type Play, votes } from './play.ts'

const notify = act('county', 'notify')
const file = (unit: string, statement: string) => act(unit, 'file', { statement })
const survey = (text: string) => act('county', 'survey', { survey: text })
const vote = (satisfied: number, basically: number, dissatisfied: number, tellers: string[]) =>
  act('county', 'appraise', { ballot: votes(30, { satisfied, basically, dissatisfied }), tellers })
const send = (opinion: string) => act('county', 'send', { opinion })
const rectify = (unit: string, remedy: string) => act(unit, 'rectify', { remedy })

/** 述职评议: officials appointed here report, are appraised by vote and put right what was asked. */
export const reportAppraisals = ({ work }: Days): Play[] => {
  const official = (name: string, post: string, organ: string, chosen: 'plan' | 'lot', n: number, acts: Act[]): Play => ({
    ledger: 'report-appraisals',
    by: 'county',
    data: { name, post, organ, chosen, meetingOn: work(n) },
    acts,
  })
  return [
    official('秦永健', '县人力资源和社会保障局局长', 'labour', 'lot', 60, []),
    official('罗静远', '县民政局局长', 'civil', 'plan', 52, []),
    official('杭晓峰', '县行政审批局局长', 'approval', 'plan', 38, [notify]),
    official('霍正阳', '县自然资源局局长', 'land', 'lot', 13, [notify, survey('走访镇村干部和企业36家，反映批而未供土地消化较慢。')]),
    official('祁文海', '县水务局局长', 'water', 'plan', 28, [
      notify,
      file('water', '任职以来完成农桥改造37座，河道治理61公里，办结代表建议54件，其中B类转A类9件；供水管网老化问题仍然突出。'),
    ]),
    official('巩玉梅', '县卫生健康委员会主任', 'health', 'plan', 20, [
      notify,
      file('health', '推进县域医共体建设，家庭医生签约率68%，办结代表建议41件；基层人才流失、门诊排队时间长有待改善。'),
      survey('问卷263份，群众对家庭医生满意率87%，反映夜间就诊不便。'),
    ]),
    official('滕晓东', '县交通运输局局长', 'transport', 'lot', 0, [
      notify,
      file('transport', '建成农村公路128公里，代表建议办结率97%；镇村公交末班时间和养护质量需继续改进。'),
      vote(19, 6, 2, ['葛立军', '唐晓梅']),
    ]),
    official('耿立平', '县教育局局长', 'education', 'plan', 0, [
      notify,
      file('education', '义务教育优质均衡县创建通过省级验收，办结建议46件；部分乡镇校舍老旧。'),
      vote(20, 5, 2, ['周卫东', '顾美华']),
      send('肯定均衡发展成效，要求加快校舍加固，解决走读生午餐。'),
    ]),
    official('雷卫国', '县农业农村局局长', 'agriculture', 'plan', 0, [
      notify,
      file('agriculture', '粮食播种面积稳定，创建省级绿色优质农产品基地2个，代表建议办理答复率100%。'),
      vote(16, 8, 3, ['郑长林', '倪红霞']),
      send('请加大秸秆离田补助兑付力度，加强农机安全监管。'),
      act('agriculture', 'plan', { plan: '补助资金一个月内兑付到户；农机报废、检验、培训三项逐台逐人建账，每周调度。' }),
      rectify('agriculture', '秸秆离田补助全部兑付到户，累计710万元；注销报废农机124台，组织机手培训12期。'),
    ]),
    official('鲍志华', '县住房和城乡建设局局长', 'housing', 'lot', 0, [
      notify,
      file('housing', '老旧小区改造29个，办结代表建议39件，雨污分流进展不平衡。'),
      survey('反馈意见集中在小区漏雨维修和物业监管。'),
      vote(12, 9, 6, ['丁海峰', '于秀珍']),
      send('两个月内解决漏雨小区维修资金拨付，完善物业信用评价。'),
      rectify('housing', '漏雨小区23处完成维修，物业信用评价办法印发。'),
      act('county', 'judge', { solved: false, note: '抽查发现4处小区维修质保金未落实，退回继续整改。' }),
    ]),
    official('涂静波', '县文化广电和旅游局局长', 'culture', 'plan', 0, [
      notify,
      file('culture', '新建农家书屋智能借阅点45个，惠民演出162场，办结建议18件。'),
      vote(23, 4, 0, ['贺国栋', '季春兰']),
      send('要求增加乡镇文化站专职人员，延长周末开放时间。'),
      rectify('culture', '11个镇文化站周末开放到21时，新招募文化志愿者240名。'),
      act('county', 'judge', { solved: true, filing: '灌人发〔备〕字第7号', note: '整改到位，书面报县委备案。' }),
    ]),
    official('施建明', '县商务局局长', 'commerce', 'plan', 45, [
      act('county', 'cancel', { reason: '本人职务已经调整，不再列为本年度述职评议对象。' }),
    ]),
  ]
}
