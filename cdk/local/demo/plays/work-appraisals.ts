import { deskOf } from './committees.ts'
import { type Act, act, type Days, type Play, votes } from './play.ts'

const close = (solved: boolean, finding: string) => act('county', 'recheck', { solved, finding })

/** 工作评议: one line of a unit's work, surveyed, voted on, put right and looked at again. */
export const workAppraisals = ({ work }: Days): Play[] => {
  const appraisal = (topic: string, unit: string, group: string, acts: (Act | Act[])[]): Play => ({
    ledger: 'work-appraisals',
    by: 'county',
    data: { topic, unit, desk: deskOf(unit), group: group.split('、') },
    acts: acts.flat(),
  })
  const launch = (n: number, plan: string) => act('county', 'launch', { plan, meetingOn: work(n) })
  const survey = (answers: number, pleased: number, text: string) =>
    act('county', 'investigate', { sent: Math.ceil(answers / 9) * 10, answers, pleased, survey: text })
  const vote = (satisfied: number, basically: number, dissatisfied: number, tellers: string[]) =>
    act('county', 'appraise', { ballot: votes(30, { satisfied, basically, dissatisfied }), tellers })
  const issue = (opinion: string) => act('county', 'issue', { opinion })
  const clinics = [
    launch(14, '走访11家乡镇卫生院，向患者和村医发放问卷。'),
    survey(640, 548, '收回有效问卷640份。患者对挂号缴费满意，对夜间值守和转诊反馈较多，村医待遇发放及时。'),
    vote(18, 7, 2, ['蒋学文', '唐晓梅']),
  ]
  return [
    appraisal('法律援助进村工作', 'justice', '葛立军、尹秋月、孙玉芹', []),
    appraisal('退役军人就业服务', 'veterans', '周卫东、倪红霞', []),
    appraisal('统计数据质量和基层统计规范化', 'statistics', '郑长林、顾美华、季春兰', [
      launch(32, '分三组走访6个乡镇和20家规模以上企业，核对台账，召开座谈会4场。'),
      act('tanggou', 'contribute', { finding: '走访白酒企业5家，两家统计台账由会计代填，数据来源说不清，建议加强上门指导。' }),
    ]),
    appraisal('信访事项按期办结和群众回访', 'petitions', '丁海峰、于秀珍', [
      launch(13, '抽取今年信访件120件逐件回访，对重复信访件专题分析。'),
    ]),
    appraisal('农产品质量安全监管', 'agriculture', '贺国栋、汪翠萍、庄永明', [
      launch(16, '暗访合作社、农批市场，抽检蔬菜样品60批次。'),
      survey(412, 361, '有效问卷412份，多数群众认可合格证制度，反映集中在散户用药记录缺失和快检结果公示不及时。'),
    ]),
    appraisal('科技型中小企业培育', 'science', '魏志刚、卞巧云', [
      launch(14, '走访35家科技型企业和3个孵化载体。'),
      survey(186, 171, '企业普遍满意政策兑现，建议简化研发费用备案资料，增加技术经纪人服务。'),
      vote(22, 4, 1, ['陶建平', '季春兰']),
    ]),
    appraisal('基层医疗卫生机构服务能力', 'health', '葛立军、唐晓梅、蒋学文', [
      clinics,
      issue('一、乡镇卫生院夜间须有执业医师在岗；二、转诊单三日内回访；三、年内补招影像、检验人员12名。'),
    ]),
    appraisal('乡镇道路养护和桥梁检测', 'transport', '周卫东、顾美华', [
      launch(14, '实测县乡道路86公里，查看桥梁检测报告。'),
      survey(520, 377, '群众对主干道基本满意，对村道坑洼、护栏缺损反映多，五类桥3座未限载。'),
      vote(13, 9, 5, ['郑长林', '孙玉芹']),
      issue('请在两个月内对三座五类桥限载或封闭，落实养护资金和日常巡查。'),
      act('transport', 'plan', { remedy: '三座五类桥先限载，改建列入明年一季度；坑洼路段分四个标段修补，责任到道班。' }),
    ]),
    appraisal('劳动监察和农民工工资支付', 'labour', '丁海峰、倪红霞、尹秋月', [
      launch(14, '检查在建项目28个，访谈务工人员205人。'),
      survey(305, 262, '实名制考勤覆盖率91%，工资专户管理总体规范，少数分包队伍代发现象仍在。'),
      vote(17, 8, 2, ['庄永明', '于秀珍']),
      issue('加强分包环节监管，重点工程工资专户每季度核查一次，结果报常委会。'),
      act('labour', 'plan', { remedy: '建立分包队伍白名单，专户流水按月抽查，县镇两级仲裁庭提速办案。' }),
      act('labour', 'report', { result: '核查在建项目28个，清退代发队伍6家，追回欠薪187万元，惠及务工人员263人。' }),
    ]),
    appraisal('殡葬服务和公益性墓地管理', 'civil', '贺国栋、卞巧云', [
      launch(14, '实地察看镇村公益性墓地19处，明察收费公示。'),
      survey(278, 233, '收费公示齐全，个别墓地超面积建设、绿化不足。'),
      vote(19, 6, 2, ['魏志刚', '汪翠萍']),
      issue('超面积墓穴限期整改，完善绿化和停车，规范管护人员报酬发放。'),
      act('civil', 'report', { result: '整改超面积墓穴31座，补植苗木1600株，墓地管理员报酬由镇财政统一打卡发放。' }),
      close(true, '复查6处墓地，整改到位，群众现场评价良好，同意办结。'),
    ]),
    appraisal('职业技能培训补贴使用', 'labour', '葛立军、季春兰', [
      launch(14, '抽查培训机构9家、补贴台账2100人次，走访结业学员。'),
      survey(233, 158, '部分培训内容与企业岗位脱节，两家机构签到造假。'),
      vote(8, 7, 12, ['周卫东', '顾美华']),
      issue('追回违规补贴，重新遴选培训机构，培训工种由企业提出。'),
      act('labour', 'report', { result: '追回违规补贴21.4万元，取消2家机构资格，新增焊工、叉车等6个工种。' }),
      close(false, '抽查学员就业率仅43%，与目标差距较大，需再次整改并安排测评。'),
    ]),
    appraisal('城乡规划编制和许可管理', 'land', '丁海峰、唐晓梅', [
      launch(40, '审查镇级国土空间规划5个。'),
      act('county', 'cancel', { reason: '镇级规划尚在省厅审批，评议条件不成熟，列入下年度计划。' }),
    ]),
    appraisal('公共法律服务大厅运行', 'justice', '魏志刚', [
      act('county', 'cancel', { reason: '与法律援助进村工作评议合并开展，不再单列。' }),
    ]),
  ]
}
