import { standing } from '../sittings.ts'
import { met } from './meetings.ts'
import { type Act, act, type Days, on, type Play, the, votes } from './play.ts'
import { spread } from './sitting.ts'

type Point = { problem: string; demand: string; unit: string; due?: string }

const ledger = 'opinion-points'
const agree = act('county', 'agree', { comment: '报告内容具体、数据可核，同意提请常委会会议。' })
const stage = (step: string, by: string, record: string) => on({ ledger: 'opinion-stages', about: step }, by, 'finish', { record })
const told = (about: string, unit: string, measures: string) => on({ ledger, about }, unit, 'rectify', { measures })
const checked = (about: string, done: boolean, finding: string) => on({ ledger, about }, 'county', 'check', { done, finding })

/** The first of the stages that are gone through by hand, in their order; the others are done with the steps they name. */
const through = (what: string, count: number) =>
  [
    stage('中期督查', 'county', `实地督查${what}整改，对进度偏慢的事项现场提出要求。`),
    stage('结果核查', 'county', `对照清单逐项核查${what}整改结果，形成核查记录。`),
  ].slice(0, count)

/** 审议意见: from the draft to striking off, each with its points and its “321” stages. */
export const deliberationOpinions = ({ days, work, year }: Days): Play[] => {
  // The committee met twice in these weeks.
  const latest = { meeting: standing(days(0)), meetingOn: work(met.last) }
  const earlier = { meeting: standing(days(0), -1), meetingOn: work(met.before) }
  /** Heard at a meeting and taken further from that day on: what has come far at the one before, so that its test was at the last. */
  const opinion = (topic: string, organ: string, desk: string, acts: Act[]): Play => {
    const heardAt = acts.length > 3 || desk === 'social' ? earlier : latest
    const voted = acts.map((one) => (one.take === 'test' ? { ...one, at: work(met.last) } : one))
    return {
      ledger: 'deliberation-opinions',
      by: 'county',
      data: { topic, organ, desk, ...heardAt },
      acts: spread(heardAt.meetingOn, voted, days(-1)),
      at: heardAt.meetingOn,
    }
  }
  /** Heard at the last meeting, and taken further from the day after. */
  const heard = (topic: string, organ: string, desk: string, acts: Act[]): Play => ({
    ledger: 'deliberation-opinions',
    by: 'county',
    data: { topic, organ, desk, heardAt: [the('meetings', standing(days(0)))] },
    acts,
    at: work(met.last),
  })
  const submit = (text: string, points: Point[]) => act('county', 'submit', { text, points })
  const issued = (text: string, points: Point[]) => [submit(text, points), act('county', 'issue')]
  const vote = (satisfied: number, basically: number, dissatisfied: number, tellers: string[]) =>
    act('county', 'test', { ballot: votes(30, { satisfied, basically, dissatisfied }), tellers })
  const inland = issued('会议认为，内河航道养护取得进展，但盐河支线淤积、码头扬尘等问题仍较突出，应分年度推进治理。', [
    { problem: '盐河支线三兴段淤积，枯水期货船搁浅', demand: '年底前完成2.6公里清淤', unit: 'transport', due: work(45) },
    { problem: '堆沟港镇两处码头装卸扬尘，沿线居民反映强烈', demand: '加装喷淋和围挡', unit: 'ecology', due: work(20) },
  ])
  const schooling = issued('会议要求把学前教育资源向乡镇倾斜，补齐公办园学位，加强民办园收费监管。', [
    { problem: '孟兴庄镇中心幼儿园超班额，小班平均38人', demand: '秋季开学前扩建6个班', unit: 'education', due: work(60) },
    { problem: '部分民办园伙食费账目不公开', demand: '按月公示', unit: 'market', due: work(12) },
    { problem: '乡镇幼儿园保健医生缺口23名', demand: '由基层卫生院结对派驻', unit: 'health' },
  ])
  const hospital = issued('会议肯定县域医共体建设成效，同时指出基层首诊率偏低、药品目录不统一，要求逐项整改。', [
    { problem: '百禄镇卫生院彩超设备闲置', demand: '调配影像医生，每周开诊五天', unit: 'health', due: work(30) },
    { problem: '医共体内慢性病用药目录不统一', demand: '统一目录并实现转诊续方', unit: 'insurance', due: work(40) },
  ])
  const plan = '成立由分管负责人牵头的整改专班，逐条列出措施、时限和责任人，每半月调度一次，完成一项销号一项。'
  return [
    opinion('关于全县知识产权保护工作情况的报告', 'market', 'law', []),
    opinion('关于乡村文化阵地建设情况的报告', 'culture', 'social', []),
    heard('关于粮食收购和储备安全情况的报告', 'development', 'finance', [
      submit('会议要求压实储备粮轮换责任，改善乡镇收购点烘干条件，确保颗粒归仓。', [
        { problem: '张店镇、北陈集镇烘干能力不足，雨季霉变损失较大', demand: '新增日烘干量300吨', unit: 'agriculture', due: days(75) },
      ]),
    ]),
    heard('关于内河航运和港口发展情况的报告', 'transport', 'environment', inland),
    opinion('关于学前教育普及普惠发展情况的报告', 'education', 'social', [
      ...schooling,
      act('education', 'plan', { plan }),
      act('county', 'inspect', { finding: '实地察看孟兴庄镇中心幼儿园，扩建工程主体完成七成，建议加快室内通风和消防验收。' }),
      told('伙食费账目', 'market', '对31所民办园逐园检查，已全部在园门口公示栏按月张贴收支。'),
      told('保健医生缺口', 'health', '从12家基层卫生院派驻保健医生15名，其余由县妇幼中心巡诊。'),
      checked('保健医生缺口', false, '仍缺8名，巡诊频次每月仅一次，退回补足。'),
    ]),
    heard('关于县域医共体建设情况的报告', 'health', 'social', [
      ...hospital,
      act('health', 'plan', { plan: `${plan}年内完成5个基层卫生院影像远程诊断接入。` }),
      act('health', 'answer', {
        handled: '两项问题均已列入年度重点任务：百禄镇卫生院彩超恢复开诊，医共体统一慢病用药168种，转诊续方平台试运行。',
      }),
      ...through('医共体建设', 1),
    ]),
    opinion('关于秸秆禁烧和综合利用情况的报告', 'agriculture', 'environment', [
      ...issued('会议认为秸秆综合利用机制基本建立，离田收储能力仍有缺口，应完善补助和考核办法。', [
        { problem: '新集镇、李集镇收储点不足，秸秆堆放田头', demand: '新增收储点8处', unit: 'agriculture', due: work(25) },
      ]),
      act('agriculture', 'plan', { plan }),
      act('agriculture', 'answer', { handled: '新增收储点已选址8处，其中5处完成硬化，收储补助办法正在会签。' }),
      act('county', 'returnReport', { comment: '补助标准和完成时限没有写明，请补充资金来源后重新报送。' }),
      act('agriculture', 'answer', { handled: '收储点8处全部建成投用，每吨补助30元，资金240万元已列入年度预算。' }),
      agree,
      ...through('秸秆综合利用', 1),
    ]),
    opinion('关于农村人居环境整治提升情况的报告', 'urban', 'environment', [
      ...issued('会议要求健全垃圾收运和户厕管护机制，杜绝以突击代替长效。', [
        { problem: '田楼镇3座中转站渗滤液外溢', demand: '改造防渗并建立台账', unit: 'urban', due: work(15) },
      ]),
      act('urban', 'plan', { plan }),
      told('渗滤液外溢', 'urban', '3座中转站防渗改造完工，渗滤液由吸污车每日外运。'),
      act('urban', 'answer', { handled: '防渗改造投入86万元，收运频次由隔日改为每日，村级保洁员考核与报酬挂钩。' }),
      agree,
      vote(15, 9, 3, ['葛立军', '尹秋月']),
      ...through('人居环境整治', 2),
    ]),
    opinion('关于水利工程管护情况的报告', 'water', 'environment', [
      ...issued('会议指出小型泵站、涵闸管护经费不落实，汛前检修流于形式，要求限期整改。', [
        { problem: '三口镇11座排涝站电机老化，去年汛期停机4次', demand: '汛前更换到位', unit: 'water', due: work(35) },
      ]),
      act('water', 'plan', { plan }),
      act('water', 'answer', { handled: '已更换电机4台，其余7台列入明年计划，管护经费拟由县镇按比例分担。' }),
      agree,
      vote(6, 7, 14, ['郑长林', '倪红霞']),
      ...through('水利工程管护', 1),
    ]),
    opinion('关于城市管理执法规范化情况的报告', 'urban', 'law', [
      ...issued('会议要求规范执法全过程记录，推行首违不罚清单，整治占道经营反弹。', [
        { problem: '新安镇人民路夜市占道经营整治后反弹', demand: '设置疏导点', unit: 'urban', due: work(28) },
      ]),
      act('urban', 'plan', { plan }),
      act('urban', 'answer', { handled: '设置疏导点2处，可容纳摊位46个，尚有部分摊主未迁入。' }),
      agree,
      vote(6, 8, 13, ['丁海峰', '卞巧云']),
      act('county', 'redo', { reason: '测评结果为不满意，责成围绕疏导点容量和执法记录两项重新办理，一个月内报告。' }),
      ...through('城市管理执法', 1),
    ]),
    opinion('关于高标准农田建设情况的报告', 'agriculture', 'environment', [
      ...issued('会议肯定高标准农田建设质量，要求把重建轻管的问题解决在项目验收之前。', [
        { problem: '田楼镇七圩村灌溉渠道渗漏，末端农田灌不上水', demand: '灌溉期前修复渠道1.4公里', unit: 'water', due: work(25) },
        { problem: '部分项目区管护主体不明，涵闸损坏无人修', demand: '逐村签订管护协议', unit: 'agriculture' },
      ]),
      act('agriculture', 'plan', { plan }),
      act('agriculture', 'answer', { handled: `${year}年建成高标准农田2.3万亩，灌排配套率达到96%，管护主体全部落实到村。` }),
      agree,
      ...through('高标准农田建设', 2),
      vote(20, 5, 2, ['周卫东', '唐晓梅']),
      told('渠道渗漏', 'water', '七圩村渠道衬砌1.4公里全部完工，试通水后末端流量达到设计要求。'),
      told('管护主体不明', 'agriculture', '项目区46个村全部签订管护协议，每亩每年落实管护费10元。'),
      checked('渠道渗漏', true, '现场放水查看，末端农户确认能够正常灌溉。'),
      checked('管护主体不明', true, '抽查8个村协议和付款凭证，内容属实。'),
    ]),
    opinion('关于物业管理工作情况的报告', 'housing', 'environment', [
      ...issued('会议要求规范物业服务收费和维修资金使用，加大失信物业企业惩戒力度。', [
        { problem: '县城27个小区维修资金使用不公示', demand: '每季度公示一次', unit: 'housing', due: work(50) },
      ]),
      act('housing', 'plan', { plan }),
      act('housing', 'answer', { handled: '27个小区中22个已公示维修资金明细，其余5个正在成立业主委员会，预计明年一季度完成。' }),
      agree,
      vote(18, 8, 1, ['贺国栋', '顾美华']),
      ...through('物业管理', 1),
      act('county', 'strikeOffRest', { reason: '测评已通过，余下5个小区转入民生实事项目继续跟踪。' }),
      act('county', 'publish', { publishedAt: 'https://rd.guannan.test/opinions/wuye' }),
    ]),
    opinion('关于体育公园建设情况的报告', 'culture', 'social', [
      act('county', 'cancel', { reason: '该议题并入全民健身工作审议，不再单独印发审议意见。' }),
    ]),
  ]
}
