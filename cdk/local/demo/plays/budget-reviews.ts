import { type Act, act, type Days, type Play, votes } from './play.ts'

type Issue = { issue: string; kind: string; amount: number; unit: string }

/** 预算审查: budgets, accounts, debt, assets and audit reports on their way to the vote and after it. */
export const budgetReviews = ({ work, year }: Days): Play[] => {
  const review = (title: string, kind: string, unit: string, n: number, acts: Act[]): Play => ({
    ledger: 'budget-reviews',
    by: 'county',
    data: { title, kind, unit, meetingOn: work(n) },
    acts,
  })
  const submit = (unit: string, amount: number, note: string, adjusted = amount) => act(unit, 'submit', { amount, adjusted, note })
  const first = (text: string) => act('county', 'review', { review: text })
  const answer = (unit: string, reviewAnswer: string) => act(unit, 'answer', { reviewAnswer })
  /** The papers came in good time for a later meeting; now the meeting is brought forward to today. */
  const earlier = act('county', 'reschedule', { meetingOn: work(0), reason: '主任会议决定常委会会议提前召开，财经议题一并提前。' })
  const vote = (yes: number, no: number, abstained: number) => [
    earlier,
    act('county', 'approve', { ballot: votes(30, { for: yes, against: no, abstained }) }),
  ]
  const hear = (note: string) => [earlier, act('county', 'hear', { note })]
  const publish = (unit: string, note: string) => act(unit, 'publish', { note })
  const list = (issues: Issue[]) => act('county', 'listIssues', { issues })
  return [
    review(`${year + 1}年灌南县本级预算草案`, 'budget', 'finance', 55, []),
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
    review(`${year}年县本级预算`, 'budget', 'finance', 41, [
      submit('finance', 598000, '一般公共预算、政府性基金、国有资本经营和社会保险基金四本预算一并报送。', 612000),
      act('county', 'consult', { note: '召开听证会，三十名选民代表和十名县代表对民生支出提出十一条意见。' }),
      first('收入预期稳妥，教育、养老支出增幅应与财力相适应，政府采购项目绩效目标应更具体。'),
      answer('finance', '已核减一般性支出860万元，新增绩效目标37项，编报口径按初审意见统一。'),
      ...vote(27, 0, 1),
      act('finance', 'confirm', { note: '批复92个部门。' }),
      act('finance', 'general', { note: '一般性转移支付已全部下达11个镇。' }),
      publish('finance', '预算和部门预算已在县政府网站统一公开。'),
      act('finance', 'monitor', { adjusted: 612000, paid: 427800 }),
      act('county', 'alert', {
        signals: [
          {
            signal: '学校扩建专项前三季度支付率仅38%，低于序时进度37个百分点',
            rule: 'slow',
            grade: 'red',
            amount: 2260,
            unit: 'education',
          },
          { signal: '农产品冷链补助超出年初预算列支', rule: 'over', grade: 'yellow', amount: 45, unit: 'agriculture' },
        ],
      }),
    ]),
    review(`${year}年上半年预算执行情况报告`, 'halfYear', 'finance', 41, [
      submit('finance', 305000, '附收支对照表和重点专项执行情况。', 305000),
      first('税收占比下降，项目支付进度不平衡，建议加快预算一体化系统预警处置。'),
      answer('finance', '已约谈支付率低于40%的8个部门，两个停滞项目资金收回统筹。'),
      ...hear('会议听取报告，要求加快项目支付进度，形成审议意见。'),
      publish('finance', '报告及审议意见一并公开。'),
    ]),
    review(`${year - 1}年县本级决算草案`, 'accounts', 'finance', 41, [
      submit('finance', 581200, '决算草案和部门决算汇总表报送。', 590700),
      first('结转资金规模偏大，部分部门决算科目使用不规范，请逐项核对。'),
      answer('finance', '收回两年以上结转资金6412万元，更正决算科目17处。'),
      ...vote(26, 0, 1),
      act('finance', 'confirm', { note: '部门决算已批复。' }),
      publish('finance', '决算公开，群众可按部门查询。'),
      act('county', 'close', {
        note: '决算审查意见全部落实，予以办结。',
        measures: [
          { measure: '跟踪监督报告', by: work(20), done: true },
          { measure: '满意度测评', by: work(45), done: true },
        ],
      }),
    ]),
    review(`${year - 1}年度本级预算执行和其他财政收支审计工作报告`, 'audit', 'audit', 41, [
      submit('audit', 590700, '报告反映问题42项，涉及资金约2.1亿元，移送线索6件。'),
      first('揭示问题充分，应说明屡审屡犯问题的整改责任人和时限。'),
      answer('audit', '已按部门列出责任清单，屡审屡犯问题逐项约谈单位主要负责人。'),
      ...hear('会议要求屡审屡犯问题逐项整改，六个月内报告整改情况。'),
      publish('audit', '审计结果公告在门户网站发布。'),
      list([
        { issue: '学校食堂结余资金未纳入专户核算', kind: 'people', amount: 86, unit: 'education' },
        { issue: '农村公路养护工程结算多计工程量', kind: 'project', amount: 147, unit: 'transport' },
        { issue: '防汛物资采购未执行公开招标程序', kind: 'budget', amount: 63, unit: 'water' },
      ]),
    ]),
    review(`${year}年政府性基金预算调整方案`, 'adjustment', 'finance', 41, [
      submit('finance', 143000, '土地出让收入短收，拟压减城市建设支出。', 126500),
      first('短收属实，压减项目应优先保留民生续建工程。'),
      answer('finance', '保留老旧小区改造和污水管网续建，压减景观提升两项。'),
      ...vote(12, 8, 5),
    ]),
    review(`${year}年行政事业性国有资产管理专项报告`, 'assets', 'finance', 50, [
      act('county', 'cancel', { reason: '并入年度国有资产管理情况综合报告一并审议，避免重复报告。' }),
    ]),
  ]
}
