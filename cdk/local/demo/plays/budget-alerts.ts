import { type Act, act, type Days, type Play } from './play.ts'

/** 预算预警: signals from the books, explained, judged, cleared or put right. */
export const budgetAlerts = ({ year }: Days): Play[] => {
  const alert = (signal: string, unit: string, rule: string, amount: number, acts: Act[], grade = 'yellow'): Play => ({
    ledger: 'budget-alerts',
    by: 'county',
    data: { signal, unit, rule, amount, grade },
    acts,
  })
  const explain = (unit: string, explanation: string) => act(unit, 'explain', { explanation })
  const judge = (verdict: 'false' | 'accepted' | 'confirmed', note: string) => act('county', 'judge', { verdict, note })
  const rectify = (unit: string, corrected: number, measures: string) => act(unit, 'rectify', { corrected, measures })
  const verify = (done: boolean, note: string) => act('county', 'verify', { done, note })
  return [
    alert(`${year}年高标准农田专项资金三季度末支付率仅41%`, 'agriculture', 'slow', 860, []),
    alert('教育费附加专户出现两笔大额年底提前支付', 'education', 'late', 126, [], 'red'),
    alert('公务接待费科目列支会务餐费超预算', 'government', 'over', 18, [
      explain('government', '系招商签约活动工作餐，已从招商专项另行列支，拟调账处理。'),
    ]),
    alert('农村公路养护资金列支桥梁检测费用', 'transport', 'noBudget', 95, [
      explain('transport', '桥梁检测属养护内容，资金管理办法第九条已列明，附检测合同。'),
      judge('false', '核对资金管理办法，支出方向合规，预警不属实。'),
    ]),
    alert('医疗救助资金四季度集中支付逾六成', 'insurance', 'late', 430, [
      explain('insurance', '因系统切换导致上半年结算延后，集中在四季度补付，人员名册和发票齐全。'),
      judge('accepted', '说明合理，今后按月结算，不得积压。'),
    ]),
    alert(
      '工业引导资金拨付后企业账户长期沉淀',
      'industry',
      'slow',
      1200,
      [explain('industry', '两家企业因设备供应商交货延迟未使用资金。'), judge('confirmed', '延迟事由不充分，应收回重新安排。')],
      'red',
    ),
    alert('城市绿化养护服务费超合同总价支付', 'urban', 'over', 74, [
      explain('urban', '多支付部分为台风应急清障，未履行变更手续。'),
      judge('confirmed', '未办理合同变更即付款，属违规支付。'),
      rectify('urban', 74, '补办变更审批，扣回未经确认部分31万元，修订合同变更管理规定。'),
    ]),
    alert(
      '城投公司到期隐性债务未列入还款计划',
      'finance',
      'debt',
      5600,
      [
        explain('finance', '计划由土地收益偿还，因土地流拍尚未安排。'),
        judge('confirmed', '必须立即落实替代还款来源。'),
        rectify('finance', 5600, '统筹国有资产处置收益5600万元，列入年度偿债计划并报财经工委。'),
        verify(true, '偿债计划和到账凭证齐全，风险解除。'),
      ],
      'red',
    ),
    alert('应急装备采购项目无预算先行签约', 'emergency', 'noBudget', 132, [
      explain('emergency', '汛情紧急，先行签约，事后补办预算调剂。'),
      judge('confirmed', '应按程序先调剂后采购。'),
      rectify('emergency', 0, '补报调剂申请，组织采购业务培训一次。'),
      verify(false, '调剂批复尚未取得，整改没有到位，退回继续。'),
    ]),
    alert('镇级财政专户结转资金两年未动用', 'civil', 'other', 210, []),
  ]
}
