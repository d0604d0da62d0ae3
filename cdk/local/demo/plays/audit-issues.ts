import { type Act, act, type Days, type Play } from './play.ts'

/** 审计整改: what the audit found, with its money, until it is put right. */
export const auditIssues = ({ work, year }: Days): Play[] => {
  const found = (issue: string, unit: string, kind: string, amount: number, acts: Act[]): Play => ({
    ledger: 'audit-issues',
    by: 'county',
    data: { issue, unit, kind, amount, auditor: 'audit' },
    acts,
  })
  const report = (unit: string, corrected: number, measures: string) => act(unit, 'report', { corrected, measures })
  const verify = (by: string, done: boolean, note: string) => act(by, 'verify', { done, note })
  const later = (unit: string, n: number, reason: string) => act(unit, 'askExtension', { until: work(n), reason })
  return [
    found(`${year}年农村危房改造补助重复发放给已死亡对象13人`, 'housing', 'people', 26, []),
    found('县职业中专实训设备采购决算虚增数量', 'education', 'project', 58, []),
    found('高标准农田项目监理费支付依据不完整', 'agriculture', 'project', 41, [
      later('agriculture', 90, '监理单位注册地变更，资料补充需要时间，申请延至明年一季度。'),
      act('county', 'extend', { until: work(90), note: '同意延期，期间暂停支付监理尾款。' }),
    ]),
    found('县水务局水费收入未全额上缴国库', 'water', 'budget', 307, [
      later('water', 75, '与自来水公司结算口径正在核对，申请延期。'),
      act('county', 'refuse', { note: '口径已由财政局确认，不同意延期，请按期整改。' }),
      act('county', 'tell', { note: '已列入审计整改情况报告，说明尚未到位的原因和完成时限。' }),
    ]),
    found('社区体育设施采购拆分项目规避招标', 'culture', 'project', 92, [
      later('culture', 60, '正等待上级对拆分认定的函复，申请延至两个月后。'),
    ]),
    found('城乡居民医保基金违规报销门诊费用', 'insurance', 'people', 74, [
      act('county', 'suspend', { reason: '两家定点药店已被公安机关立案，等待司法鉴定结论。' }),
    ]),
    found('退役军人临时救助资金被村干部代领', 'veterans', 'people', 12, [
      act('county', 'suspend', { reason: '涉案人员提起民事诉讼，等待法院判决。' }),
      act('county', 'resume', { note: '一审判决已生效，恢复整改。' }),
    ]),
    found('堆沟港镇码头岸电项目资金滞留企业账户', 'transport', 'assets', 186, [
      report('transport', 186, '已追回滞留资金186万元，缴入国库，企业信用受限。'),
    ]),
    found('商务局展会经费未纳入预算公开范围', 'commerce', 'budget', 33, [
      report('commerce', 20, '公开了展会经费总额和两场活动明细。'),
      verify('audit', false, '明细仍缺展位费、差旅费合计13万元，整改不到位。'),
    ]),
    found('县人民医院医疗设备闲置未入账', 'health', 'assets', 265, [
      report('health', 265, '12台设备全部补登固定资产，4台调拨给张店镇、北陈集镇卫生院使用。'),
      verify('audit', true, '账实核对一致，调拨单据齐全，同意销号。'),
    ]),
    found('残疾人就业补贴发放给超龄对象', 'labour', 'people', 19, [
      report('labour', 19, '停发超龄对象补贴，追回资金19万元，名册按月比对人口库。'),
      verify('county', true, '抽查比对记录，未再发现超龄发放。'),
    ]),
    found('国有房产出租租金长期低于评估价', 'finance', 'assets', 148, [
      report('finance', 60, '重签租约7份，余下5份尚在与承租人协商。'),
      act('county', 'transfer', { reason: '发现承租人与经办人有利益关联，移送纪检监察机关处理。' }),
    ]),
  ]
}
