import { addDays, daysBetween, workdayFrom, workdayUpTo } from '../workdays.ts'
import { seated } from './meetings.ts'
import { type Act, act, type Days, on, type Play, votes } from './play.ts'

type Issue = { issue: string; kind: string; amount: number; unit: string }

/** 预算审查: budgets, accounts, debt, assets and audit reports on their way to the vote and after it. */
export const budgetReviews = ({ days, work, year, last, next }: Days): Play[] => {
  const review = (title: string, kind: string, unit: string, n: number, acts: Act[]): Play => ({
    ledger: 'budget-reviews',
    by: 'county',
    data: { title, kind, unit, meetingOn: work(n) },
    acts,
  })
  /** What has its season by law: the budget goes to the congress of January, the final accounts and what is heard with them to the committee of late August (预算法 arts 43, 77). */
  const seasonal = (title: string, kind: string, unit: string, meetingOn: string, steps: [days: number, act: Act][]): Play => ({
    ledger: 'budget-reviews',
    by: 'county',
    data: { title, kind, unit, meetingOn },
    at: workdayUpTo(addDays(meetingOn, -60)),
    acts: steps
      .map(([after, step]) => ({ ...step, at: after === 0 ? meetingOn : workdayFrom(addDays(meetingOn, after)) }))
      .filter(({ at }) => at <= days(0)),
  })
  const congress = last('01-16', 110)
  const committee = last('08-25', 60)
  const voted = Number(congress.slice(0, 4))
  const heard = Number(committee.slice(0, 4))
  const submit = (unit: string, amount: number, note: string, adjusted = amount) => act(unit, 'submit', { amount, adjusted, note })
  const first = (text: string) => act('county', 'review', { review: text })
  const answer = (unit: string, reviewAnswer: string) => act(unit, 'answer', { reviewAnswer })
  const approve = (yes: number, no: number, abstained: number, all = seated) =>
    act('county', 'approve', { ballot: votes(all, { for: yes, against: no, abstained }) })
  const hear = (note: string) => act('county', 'hear', { note })
  /** What was said of it goes out with the opinions of the same meeting. */
  const heardWith = on({ ledger: 'deliberation-opinions' }, 'county', 'cancel', { reason: '并入同次会议的审议意见一并交办。' })
  const issue = (about: string) => ({ ledger: 'audit-issues', about })
  const publish = (unit: string, note: string) => act(unit, 'publish', { note })
  const list = (issues: Issue[]) => act('county', 'listIssues', { issues })
  return [
    {
      ...review('', 'budget', 'finance', 0, []),
      data: {
        title: `${Number(next('01-16', 32).slice(0, 4))}年灌南县本级预算草案`,
        kind: 'budget',
        unit: 'finance',
        meetingOn: next('01-16', 32),
      },
    },
    review(`${year}年企业国有资产管理情况综合报告`, 'assets', 'finance', 28, []),
    review(`${year}年第二次预算调整方案（草案）`, 'adjustment', 'finance', 36, [
      submit('finance', 612000, '调增专项债券项目3个、压减一般性支出两项，报送财经工委初审。', 618600),
    ]),
    review(`${year}年政府债务限额和余额情况报告`, 'debt', 'finance', 27, [
      submit('finance', 286500, '附分年度还本付息计划、隐性债务化解进度表。'),
      first('债务余额控制在限额以内，城投平台化债进度滞后，应逐笔说明还款来源。'),
    ]),
    review(`${year}年社会保险基金预算调整方案`, 'adjustment', 'labour', 33, [
      submit('labour', 148000, '居民养老待遇提高带来支出调增。', 150300),
      first('待遇提标依据充分，请补充缺口弥补办法和三年滚动预测。'),
      answer('labour', '缺口2300万元由县财政补助解决，三年滚动预测已列入附表，基金年末结余仍可支付21个月。'),
    ]),
    seasonal(`${voted}年县本级预算`, 'budget', 'finance', congress, [
      [-40, submit('finance', 598000, '一般公共预算、政府性基金、国有资本经营和社会保险基金四本预算一并报送。', 612000)],
      [-25, act('county', 'consult', { note: '召开听证会，30名选民代表和10名县代表对民生支出提出11条意见。' })],
      [-20, first('收入预期稳妥，教育、养老支出增幅应与财力相适应，政府采购项目绩效目标应更具体。')],
      [-9, answer('finance', '已核减一般性支出860万元，新增绩效目标37项，编报口径按初审意见统一。')],
      [0, approve(243, 3, 5, 268)],
      [11, publish('finance', '预算和部门预算已在县政府网站统一公开。')],
      [15, act('finance', 'confirm', { note: '批复92个部门。' })],
      [25, act('finance', 'general', { note: '一般性转移支付已全部下达11个镇。' })],
      [52, act('finance', 'special', { note: '专项转移支付已全部下达。' })],
      [82, act('finance', 'monitor', { adjusted: 612000, paid: 146900 })],
      [173, act('finance', 'monitor', { adjusted: 612000, paid: 291300 })],
      [264, act('finance', 'monitor', { adjusted: 612000, paid: 427800 })],
      [
        Math.max(90, daysBetween(congress, days(-4))),
        act('county', 'alert', {
          signals: [
            {
              signal: '学校扩建专项支付率仅9%，低于序时进度',
              rule: 'slow',
              grade: 'red',
              amount: 2260,
              unit: 'education',
            },
            { signal: '农产品冷链补助超出年初预算列支', rule: 'over', grade: 'yellow', amount: 45, unit: 'agriculture' },
          ],
        }),
      ],
    ]),
    seasonal(`${heard}年上半年预算执行情况报告`, 'halfYear', 'finance', committee, [
      [-22, submit('finance', 305000, '附收支对照表和重点专项执行情况。', 305000)],
      [-18, first('税收占比下降，项目支付进度不平衡，建议加快预算一体化系统预警处置。')],
      [-8, answer('finance', '已约谈支付率低于40%的8个部门，两个停滞项目资金收回统筹。')],
      [0, hear('会议听取报告，要求加快项目支付进度，形成审议意见。')],
      [6, heardWith],
      [14, publish('finance', '报告及审议意见一并公开。')],
    ]),
    seasonal(`${heard - 1}年县本级决算草案`, 'accounts', 'finance', committee, [
      [-40, submit('finance', 581200, '决算草案和部门决算汇总表报送。', 590700)],
      [-18, first('结转资金规模偏大，部分部门决算科目使用不规范，请逐项核对。')],
      [-9, answer('finance', '收回两年以上结转资金6412万元，更正决算科目17处。')],
      [0, approve(26, 0, 1)],
      [12, act('finance', 'confirm', { note: '部门决算已批复。' })],
      [16, publish('finance', '决算公开，群众可按部门查询。')],
      [
        44,
        act('county', 'close', {
          note: '决算审查意见全部落实，予以办结。',
          measures: [
            { measure: '跟踪监督报告', by: addDays(committee, 40), done: true },
            { measure: '满意度测评', by: addDays(committee, 44), done: true },
          ],
        }),
      ],
    ]),
    seasonal(`${heard - 1}年度本级预算执行和其他财政收支审计工作报告`, 'audit', 'audit', committee, [
      [-22, submit('audit', 590700, '报告反映问题42项，涉及资金约2.1亿元，移送线索6件。')],
      [-18, first('揭示问题充分，应说明屡审屡犯问题的整改责任人和时限。')],
      [-9, answer('audit', '已按部门列出责任清单，屡审屡犯问题逐项约谈单位主要负责人。')],
      [0, hear('会议要求屡审屡犯问题逐项整改，六个月内报告整改情况。')],
      [8, publish('audit', '审计结果公告在门户网站发布。')],
      [
        10,
        list([
          { issue: '学校食堂结余资金未纳入专户核算', kind: 'people', amount: 86, unit: 'education' },
          { issue: '农村公路养护工程结算多计工程量', kind: 'project', amount: 147, unit: 'transport' },
          { issue: '防汛物资采购未执行公开招标程序', kind: 'budget', amount: 63, unit: 'water' },
        ]),
      ],
      [12, heardWith],
      [42, on(issue('学校食堂'), 'education', 'report', { corrected: 86, measures: '结余资金86万元全部转入专户，逐校核对账目。' })],
      [43, on(issue('农村公路'), 'transport', 'report', { corrected: 147, measures: '追回多计工程款147万元，重新审定结算。' })],
      [45, on(issue('防汛物资'), 'water', 'report', { corrected: 63, measures: '补充完善采购程序，约谈经办科室。' })],
      [52, on(issue('学校食堂'), 'audit', 'verify', { done: true, note: '专户流水核对一致。' })],
      [53, on(issue('农村公路'), 'audit', 'verify', { done: true, note: '资金已缴回国库。' })],
      [54, on(issue('防汛物资'), 'audit', 'verify', { done: true, note: '制度已修订。' })],
    ]),
    review(`${year}年政府性基金预算调整方案`, 'adjustment', 'finance', 41, [
      submit('finance', 143000, '土地出让收入短收，拟压减城市建设支出。', 126500),
      first('短收属实，压减项目应优先保留民生续建工程。'),
      answer('finance', '保留老旧小区改造和污水管网续建，压减景观提升两项。'),
      approve(12, 9, 6),
    ]),
    review(`${year}年行政事业性国有资产管理专项报告`, 'assets', 'finance', 50, [
      act('county', 'cancel', { reason: '并入年度国有资产管理情况综合报告一并审议，避免重复报告。' }),
    ]),
  ]
}
