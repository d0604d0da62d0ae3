import { deskOf } from './committees.ts'
import { type Act, act, type Days, on, type Play, votes } from './play.ts'

type Question = { question: string; asker: string; unit: string }
type Promise = { promise: string; unit: string; by?: string }

const promised = (about: string, by: string, take: string, given: Record<string, unknown>) =>
  on({ ledger: 'commitments', about }, by, take, given)
const asks = (question: string, asker: string, unit: string): Question => ({ question, asker, unit })
const named = (about: string, unit: string, answerer: string) => on({ ledger: 'inquiry-questions', about }, unit, 'name', { answerer })
const answered = (about: string, answerer: string, reply: string, followUp?: string) =>
  on({ ledger: 'inquiry-questions', about }, 'county', 'answer', { answerer, reply, ...(followUp ? { followUp } : {}) })

/** 专题询问: questions on the spot, promises, and what became of them. */
export const specialInquiries = ({ days, work }: Days): Play[] => {
  const inquiry = (topic: string, answerers: string, why: string, acts: (Act | Act[])[]): Play => ({
    ledger: 'special-inquiries',
    by: 'county',
    data: { topic, answerers: answerers.split(' '), desk: deskOf(answerers.split(' ')[0] ?? ''), why },
    acts: acts.flat(),
  })
  const plan = (n: number) => act('county', 'plan', { meetingOn: work(n) })
  const prepare = (study: string, questions: Question[]) => act('county', 'prepare', { study, questions })
  const hold = (minutes: string, promises: Promise[]) => act('county', 'hold', { host: '周正阳', minutes, promises })
  const vote = (satisfied: number, basically: number, dissatisfied: number, tellers: string[]) =>
    act('county', 'test', { ballot: votes(30, { satisfied, basically, dissatisfied }), tellers })
  const rectified = (unit: string, text: string) => act(unit, 'report', { rectified: text })
  const bus = prepare('调研组乘坐6条镇村公交线路，末班车普遍早于17时，学生和务工人员出行不便。', [
    asks('镇村公交末班车过早，学生周五返家怎么保障？', '葛立军', 'transport'),
    asks('公交补贴资金是否按季足额拨付？', '尹秋月', 'finance'),
  ])
  const care = prepare('走访9家养老机构、86户失能老人家庭，上门护理需求大、专业护理员缺口明显。', [
    asks('乡镇敬老院护理型床位为什么长期空置？', '唐晓梅', 'civil'),
    asks('长期护理保险什么时候能覆盖农村失能老人？', '郑长林', 'insurance'),
    asks('护理员培训为何今年只完成计划的四成？', '周卫东', 'labour'),
  ])
  const safety = prepare('抽查化工企业12家、加油站23座，重大危险源在线监测接入率88%。', [
    asks('堆沟港化工园区消防站何时建成投用？', '丁海峰', 'fire'),
    asks('中小企业安全培训走过场如何整治？', '倪红霞', 'emergency'),
  ])
  const water = prepare('沿灌河、盐河踏看31公里，记录异味断面5处，查阅三年监测数据。', [
    asks('城区雨污混接点为什么年年查年年有？', '贺国栋', 'housing'),
    asks('盐河断面水质反复的主要污染源查清没有？', '顾美华', 'ecology'),
  ])
  return [
    inquiry('农村电网供电可靠性', 'power development', '今年代表建议中有21件涉及低电压和频繁停电。', []),
    inquiry('电动自行车消防安全治理', 'fire housing', '居民小区飞线充电屡禁不止，群众安全感受影响。', [plan(26)]),
    inquiry('职业教育与本地产业用工衔接', 'education labour', '园区企业技工缺口约2400人。', [
      plan(9),
      act('county', 'reschedule', { meetingOn: work(30), reason: '县职业中专新校区月底搬迁，等搬迁完成后再询问。' }),
    ]),
    inquiry('城乡公交一体化运营', 'transport finance', '镇村公交班次少、末班早，代表连续三年提出建议。', [
      plan(14),
      bus,
      named('末班车过早', 'transport', '县交通运输局分管负责人'),
    ]),
    inquiry('露天焚烧秸秆整治', 'ecology agriculture', '收割季群众反映集中。', [
      plan(20),
      prepare('走访6个乡镇，焚烧点已明显减少。', [asks('秸秆收储点布局何时到位？', '葛立军', 'agriculture')]),
      act('county', 'terminate', { endedFor: 'dropped', reason: '主任会议决定本年度不再询问，改由视察跟进。' }),
    ]),
    inquiry('养老服务体系建设', 'civil insurance labour', '全县60岁以上老人占比已达23%，供需矛盾突出。', [
      plan(15),
      care,
      named('床位为什么长期空置', 'civil', '县民政局主要负责人'),
      answered(
        '长期护理保险',
        '县医保局主要负责人',
        '已列入全市统一试点第二批，明年一季度出台细则，先覆盖重度失能人员。',
        '试点前的空档期如何帮助困难家庭？',
      ),
      answered('床位为什么长期空置', '县民政局主要负责人', '部分敬老院设施陈旧、没有护理站，先改造120张护理型床位，并与卫生院签约巡诊。'),
      answered(
        '护理员培训',
        '县人社局主要负责人',
        '参训人员流动大、补贴标准偏低，已调整补贴并把培训点放到乡镇，四季度补训。',
        '补训以后留得住人吗？',
      ),
      hold('五位委员提问，三家单位负责人现场作答，两位委员追问，应询单位作出三项承诺。', [
        { promise: '护理型床位改造120张，空置率降到20%以下', unit: 'civil', by: days(70) },
        { promise: '护理员培训再开4期，培训200人', unit: 'labour', by: work(35) },
        { promise: '困难失能老人上门评估全覆盖', unit: 'insurance' },
      ]),
      vote(19, 6, 2, ['蒋学文', '于秀珍']),
      promised('床位改造120张', 'county', 'postpone', {
        promisedFor: days(110),
        reason: '三口镇敬老院消防改造与床位改造同步施工，同意顺延。',
      }),
    ]),
    inquiry('化工园区安全生产', 'emergency fire', '园区重大危险源集中，去年发生两起险情。', [
      plan(15),
      safety,
      answered('消防站何时建成', '县消防救援大队主要负责人', '主体已封顶，车辆装备招标完成，预计三个月内投用。'),
      answered('安全培训走过场', '县应急管理局主要负责人', '改为到企业现场实操考核，实名签到，考核不合格的停产补训。'),
      hold('围绕消防站建设、培训考核、应急演练三方面询问，现场气氛务实。', [
        { promise: '园区特勤消防站三个月内投用', unit: 'fire', by: days(88) },
        { promise: '对45家中小企业逐一开展实操培训', unit: 'emergency', by: work(40) },
      ]),
      vote(17, 7, 3, ['魏志刚', '季春兰']),
      act('county', 'handOver', { issues: '1.消防站投用时限；2.培训实名考核；3.园区应急物资储备不足。' }),
      rectified('emergency', '已完成28家企业实操培训，考核不合格的2家停产补训；应急物资库补充沙袋、围油栏等11类物资。'),
      promised('实操培训', 'emergency', 'deliver', { evidence: '45家企业培训签到、考核成绩册和现场照片已归档，合格率96%。' }),
    ]),
    inquiry('城区水环境治理', 'housing ecology', '盐河考核断面上半年两次超标。', [
      plan(15),
      water,
      answered('雨污混接点', '县住建局主要负责人', '老城区管网底数不清，今年完成全线检测，查明混接点76处，已全部列入改造。'),
      answered(
        '主要污染源',
        '县生态环境局主要负责人',
        '主要是雨天溢流和两条支河的生活污水，已加密监测并逐口溯源。',
        '溯源结果何时向社会公开？',
      ),
      hold('七位委员、三名列席代表参加询问，对混接整治追问三次。', [
        { promise: '完成76处雨污混接点改造', unit: 'housing', by: work(60) },
        { promise: '公开沿河排污口名录和责任人', unit: 'ecology', by: work(10) },
        { promise: '在城南泵站加装除臭设施', unit: 'housing', by: work(45) },
      ]),
      vote(16, 8, 3, ['陶建平', '汪翠萍']),
      act('county', 'handOver', { issues: '雨污混接改造、排污口名录公开、泵站异味治理三项，分别由住建、生态环境部门办理。' }),
      rectified('housing', '混接点改造完成41处，剩余35处已开挖管沟。'),
      rectified('ecology', '名录公示排污口63个，逐一竖牌，监测数据按月上网。'),
      promised('排污口名录', 'ecology', 'deliver', { evidence: '63个排污口名录、责任人和监督电话已在县政府网站公布。' }),
      promised('排污口名录', 'county', 'verify', { kept: true, finding: '实地核对12处标牌，与网上名录一致。' }),
      promised('除臭设施', 'county', 'drop', { reason: '城南泵站列入整体迁建计划，原址不再加装除臭设施。' }),
    ]),
    inquiry('高速公路出入口周边交通组织', 'police transport', '节假日灌南出口拥堵，最长排队1.8公里。', [
      plan(15),
      prepare('调取三个长假流量数据，现场观测早晚高峰。', [asks('出口左转信号灯配时为什么一年没有调整？', '庄永明', 'police')]),
      answered('左转信号灯', '县公安局分管负责人', '原方案按三年前流量设定，没有随新商圈调整，现已重新测算。'),
      hold('警路双方现场演示配时方案。', [{ promise: '一个月内优化信号配时并增设可变车道', unit: 'police', by: work(22) }]),
      act('county', 'handOver', { issues: '信号配时、可变车道、货车分流指示三项。' }),
      rectified('police', '信号配时按时段调整为五套方案，可变车道已划线启用。'),
      rectified('transport', '增设货车分流指示牌6块，联络线养护完成。'),
      act('county', 'check', { solved: true, finding: '近期周末实测，最长排队缩短到400米，各项整改到位。' }),
      promised('优化信号配时', 'police', 'deliver', { evidence: '五套配时方案上线，附路口流量对比图。' }),
      promised('优化信号配时', 'county', 'verify', { kept: false, finding: '晚高峰可变车道没有按时切换，请补齐值守。' }),
    ]),
    inquiry('农村生活污水处理设施运行', 'ecology finance', '建成的118座设施中有37座停运。', [
      plan(15),
      prepare('抽查52座设施，停运原因多为电费和管护经费无来源。', [
        asks('停运设施的电费和运维费由谁承担？', '孙玉芹', 'finance'),
        asks('建而不用的设施什么时候恢复运行？', '蒋学文', 'ecology'),
      ]),
      answered('由谁承担', '县财政局主要负责人', '目前由各镇自筹，拟从明年起县级补助六成，其余由镇村承担。'),
      hold('应询单位对停运原因说明不充分，委员多次追问。', [{ promise: '三个月内恢复运行30座', unit: 'ecology', by: work(63) }]),
      vote(6, 8, 13, ['葛立军', '卞巧云']),
      act('county', 'handOver', { issues: '停运设施恢复、运维资金来源、第三方运维考核三项。' }),
      rectified('ecology', '恢复运行14座，其余因管网破损待修。'),
      rectified('finance', '拟将运维经费列入明年预算，方案正在测算。'),
      act('county', 'check', { solved: false, finding: '跟踪检查仍有23座停运，百禄镇、李集镇进展最慢，转入下一轮询问。' }),
    ]),
    inquiry('城区犬类管理', 'police', '信访量较大，但宜先由主任会议听取汇报。', [
      act('county', 'drop', { reason: '主任会议研究认为该事项通过代表建议督办更合适，不列入专题询问。' }),
    ]),
  ]
}
