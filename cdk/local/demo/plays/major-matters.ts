import { deskOf } from './committees.ts'
import { type Act, act, type Days, on, type Play, votes } from './play.ts'

type Task = { what: string; unit: string; by?: string }

const ledger = 'decision-duties'
const duty = (about: string, by: string, take: string, given: Record<string, unknown>) => on({ ledger, about }, by, take, given)

/** 重大事项: what the standing committee decides, hears or files, and the duties that a decision leaves behind. */
export const majorMatters = ({ work, year }: Days): Play[] => {
  const matter = (matter: string, basket: 'decide' | 'report' | 'file', proposer: string, n: number, acts: (Act | Act[])[]): Play => ({
    ledger: 'major-matters',
    by: 'county',
    data: { matter, basket, proposer, desk: deskOf(proposer), meetingOn: work(n), consent: acts.length > 0 },
    acts: acts.flat(),
  })
  const list = act('county', 'list')
  const submit = (by: string, note: string) => act(by, 'submit', { note })
  const review = (text: string) => act('county', 'review', { review: text })
  const decide = (counts: Record<string, number>, decision: string, tasks: Task[] = []) => [
    act('county', 'decide', { ballot: votes(30, { for: 0, against: 0, abstained: 0, ...counts }), decision, tasks }),
  ]
  return [
    matter('关于设立灌南县河长制宣传日的决定', 'decide', 'water', 150, []),
    matter('关于推进低空经济基础设施建设的报告', 'report', 'development', 120, []),
    matter('关于盐河两岸国土空间详细规划的决定', 'decide', 'land', 37, [list]),
    matter('关于全县招商引资重大项目推进情况的报告', 'report', 'commerce', 15, [list]),
    matter('关于县城集中供热特许经营方案的决定', 'decide', 'housing', 46, [
      list,
      submit('housing', '随议案附可行性研究、财政承受能力论证和两次听证记录。'),
      act('county', 'sendBack', { reason: '缺少社会稳定风险评估和专家论证意见，请补齐后重新提交。' }),
    ]),
    matter('关于社会保险基金收支管理情况的报告', 'report', 'labour', 26, [
      list,
      act('county', 'reschedule', { meetingOn: work(32), reason: '基金年度对账延后，会议日期顺延一周。' }),
      submit('labour', '报告已征求财政、税务、审计三家意见。'),
    ]),
    matter('关于新增政府一般债券资金安排方案的决定', 'decide', 'finance', 35, [
      list,
      submit('finance', '方案涉及农村公路、学校扩建等9个项目，附资金绩效目标表。'),
      review('资金投向符合规定，两个项目前期手续尚未完备，建议先安排七成，余额视进度拨付。'),
    ]),
    matter('关于法治政府建设情况的报告', 'report', 'justice', 35, [
      list,
      submit('justice', '附行政复议和行政诉讼败诉案件分析。'),
      review('报告客观，建议补充乡镇综合执法队伍培训数据。'),
      act('county', 'hear', { note: '会议听取报告，提出规范执法、行政负责人出庭应诉等意见，形成审议意见。' }),
    ]),
    matter('关于灌南县与友好县签订产业合作协议的备案报告', 'file', 'commerce', 22, [
      list,
      submit('commerce', '协议文本及法律顾问审查意见一并报送。'),
      review('协议条款符合法律规定，未设定财政支出义务，同意备案。'),
    ]),
    matter('关于加强汤沟白酒文化遗产保护的决定', 'decide', 'culture', 35, [
      list,
      submit('culture', '征求意见112条，采纳37条，专家论证会两次。'),
      review('草案成熟，建议明确窖池保护范围和经费来源。'),
      decide({ for: 26, abstained: 1 }, '会议决定划定汤沟古窖池保护范围，建立县级代表性传承人补助制度。', [
        { what: '划定汤沟古窖池保护范围并立碑', unit: 'culture', by: work(80) },
        { what: '将传承人补助30万元列入年度预算', unit: 'finance' },
        { what: '编制窖泥微生物资源保护名录', unit: 'science', by: work(150) },
      ]),
      duty('传承人补助', 'finance', 'report', { executed: '传承人补助30万元已列入预算草案，首批认定传承人7名。' }),
      act('county', 'check', { note: '主任会议督查：保护范围测绘完成，立碑材料招标中，名录编制进展正常。' }),
      duty('微生物资源保护名录', 'county', 'carryOver', { promisedFor: work(300), note: '样本采集需跨两个酿造季，转入下届继续落实。' }),
    ]),
    matter('关于农村生活垃圾分类处理的决定', 'decide', 'urban', 35, [
      list,
      submit('urban', '附11个镇试点总结和收费测算。'),
      review('试点成效明显，收费标准应当先行听证。'),
      decide({ for: 23, against: 2, abstained: 2 }, '会议决定在全县推行四分类，建立县镇村收运体系和积分奖励办法。', [
        { what: '新建垃圾分拣中心2座', unit: 'urban', by: work(55) },
        { what: '积分兑换资金由县镇两级分担', unit: 'finance', by: work(20) },
      ]),
      duty('分拣中心', 'urban', 'report', { executed: '新安镇分拣中心主体完工，田楼镇分拣中心正在平整场地。' }),
      duty('分拣中心', 'county', 'judge', { done: false, note: '田楼镇一座尚未建成，继续执行。' }),
      duty('积分兑换资金', 'finance', 'report', { executed: '已按六四比例落实积分资金216万元，首季度兑付完毕。' }),
      duty('积分兑换资金', 'county', 'judge', { done: true, note: '查看拨付凭证，资金到村到户。' }),
    ]),
    matter('关于禁止在灌河堤防种植经营的决定', 'decide', 'water', 35, [
      list,
      submit('water', '堤防现状调查和权属清册已附。'),
      review('法律依据充分，应当安排过渡期和退种补偿。'),
      decide({ for: 27 }, '会议决定堤防管理范围内全面禁止种植经营，设六个月过渡期。', [{ what: '完成62公里堤防清退', unit: 'water' }]),
      duty('堤防清退', 'water', 'report', { executed: '堤防清退62公里，退种补偿发放到位，补植防护草皮48万平方米。' }),
      duty('堤防清退', 'county', 'judge', { done: true, note: '沿堤查看三段，未见复种，清退完成。' }),
    ]),
    matter('关于加强校车和学生出行安全的决定', 'decide', 'education', 36, [
      list,
      submit('education', '附全县学生出行调查和校车运营测算。'),
      review('决定草案可行，建议分步实施。'),
      decide({ for: 25, abstained: 2 }, '会议决定三年内实现偏远村学生专车接送，建立校车安全联合执法机制。', [
        { what: '开通偏远村学生专线12条', unit: 'transport', by: work(60) },
        { what: '建设校车动态监管平台', unit: 'education', by: work(120) },
      ]),
      duty('学生专线', 'transport', 'report', { executed: '专线12条全部开通，惠及学生1430人。' }),
      duty('学生专线', 'county', 'judge', { done: true, note: '跟车查看4条线路，准点率高。' }),
      act('county', 'conclude', { note: '省里统一建设校车监管平台，县里不再另建，主任会议认定决定已经落实。' }),
    ]),
    matter('关于提高城乡低保对象物业补贴标准的决定', 'decide', 'civil', 35, [
      list,
      submit('civil', '测算年增加支出430万元。'),
      review('受财力制约，建议分三年到位，议案可否通过由会议表决决定。'),
      decide({ for: 13, against: 9, abstained: 5 }, '赞成票没有超过全体组成人员的半数，草案未获通过。'),
    ]),
    matter(`关于${year + 1}年县级民生实事项目候选项目的议案`, 'decide', 'government', 22, [
      list,
      submit('government', '候选项目16个，附征集情况和资金测算，拟选出10个。'),
      review('候选项目征集程序规范；民生实事项目应由代表大会票决，不由常委会决定。'),
      act('county', 'refer', { reason: '民生实事项目实行代表票决，提请列入县人民代表大会会议议程。' }),
    ]),
    matter('关于农村集贸市场改造提升情况的报告', 'report', 'commerce', 60, [
      list,
      act('county', 'drop', { reason: '县政府已出台实施意见，不再单独听取报告，改为调研。' }),
    ]),
  ]
}
