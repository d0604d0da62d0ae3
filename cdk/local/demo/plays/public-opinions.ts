import { deputiesOf } from '../deputies.ts'
import { act, type Days, type Play } from './play.ts'

/** 社情民意: what people brought to stations and deputies, in every stage of being dealt with. */
export const publicOpinions = ({ days }: Days): Play[] => {
  const opinion = (
    township: string,
    n: number,
    [source, category, place, visitor]: [string, string, string, string],
    matter: string,
    acts: Play['acts'] = [],
  ): Play => ({
    ledger: 'public-opinions',
    by: township,
    township,
    data: {
      matter,
      source,
      category,
      place,
      receivedOn: days(n),
      deputy: [deputiesOf(township)[n % 2 === 0 ? 0 : 1]?.zh],
      visitor,
      phone: `0518-8000${5100 - n}`,
    },
    acts,
  })
  const toUnit = (township: string, unit: string, note: string) => [act(township, 'escalate', { note }), act('county', 'assign', { unit })]
  const tell = (by: string, rating: string, note: string) => act(by, 'tell', { rating, note })
  return [
    opinion('bailu', -5, ['visit', 'living', '百禄村', '周老师'], '镇区没有公共浴室，老人冬天洗澡难，希望列入明年民生实事。', [
      act('bailu', 'propose', { project: '百禄镇区公共浴室', note: '多名群众反映，列入民生实事征集。' }),
    ]),
    opinion('xinan', -1, ['code', 'building', '镇西社区', '扫码群众'], '老小区楼道堆放电动车充电，存在火灾隐患，希望增设集中充电棚。'),
    opinion('tanggou', -1, ['visit', 'living', '汤沟村', '李大爷'], '高龄补贴两个月没有到账，不知道到哪里查询。'),
    opinion('duigougang', -9, ['visit', 'water', '八队村', '王女士'], '村后排水沟被建筑垃圾堵住，雨后院子进水。', [
      act('duigougang', 'keep', { note: '由村镇建设办核查清理。' }),
    ]),
    opinion('lijiji', -26, ['visit', 'farming', '六塘村', '徐先生'], '高标准农田配套的泵站电费没人承担，抗旱时不敢开机。', [
      act('lijiji', 'keep', { note: '镇农业农村局会同村委会商定分担办法。' }),
    ]),
    opinion('tianlou', -4, ['online', 'roads', '田楼村', '网上群众'], '204国道田楼段红绿灯配时过短，老人过街来不及。', [
      act('tianlou', 'escalate', { note: '国道信号灯属县公安交警部门管理。' }),
    ]),
    opinion('sankou', -16, ['visit', 'education', '三合村', '何女士'], '三合小学放学后没有延时看护，双职工家庭接送困难。', [
      ...toUnit('sankou', 'education', '镇中心校反映师资不足，需县教育局统筹。'),
    ]),
    opinion('xinji', -44, ['diary', 'water', '莞渎村', '陈先生'], '灌溉渠入口闸门锈死，夏种时水引不进来。', [
      ...toUnit('xinji', 'water', '闸门为县管设施，请县水务局维修。'),
      act('water', 'reply', { reply: '已更换闸门启闭机和止水橡皮，现场试运行正常，交村里日常管护。' }),
    ]),
    opinion('zhangdian', -30, ['activity', 'building', '张店社区', '社区居民'], '农贸市场周边雨污混流，夏天气味大。', [
      act('zhangdian', 'keep', { note: '镇城管中队和村镇建设办联合处置。' }),
      act('zhangdian', 'handle', { reply: '清淤管道320米，封堵混接口4处，加装防臭井盖11个。' }),
    ]),
    opinion('bailu', -52, ['visit', 'roads', '嵇桥村', '高先生'], '嵇桥桥面护栏缺损8米，夜间骑车危险。', [
      ...toUnit('bailu', 'transport', '县道桥梁，请县交通运输局修复。'),
      act('transport', 'reply', { reply: '已恢复护栏并加装反光标志，完成桥面坑槽修补。' }),
      tell('bailu', 'satisfied', '电话回访，反映人对速度表示满意。'),
    ]),
    opinion('mengxingzhuang', -39, ['visit', 'living', '六湖村', '沈奶奶'], '村卫生室每周只开三天，慢性病人取药不方便。', [
      act('mengxingzhuang', 'keep', { note: '与镇卫生院协调排班。' }),
      act('mengxingzhuang', 'handle', { reply: '卫生院增派一名全科医生，卫生室改为每周开诊六天。' }),
      tell('mengxingzhuang', 'basically', '希望周日也能安排值班。'),
    ]),
    opinion('beichenji', -58, ['visit', 'water', '尹荡村', '周先生'], '自来水早晚高峰压力不足，三楼以上用不上水。', [
      ...toUnit('beichenji', 'water', '供水管网由县水务局管理。'),
      act('water', 'reply', { reply: '已调整加压泵站运行时段。' }),
      tell('beichenji', 'dissatisfied', '早高峰仍然没有水，要求更换主管道。'),
    ]),
    opinion('xinan', -7, ['visit', 'other', '人民社区', '退休职工'], '咨询灵活就业人员医保缴费截止日期和银行代扣办法。', [
      act('xinan', 'answer', { reply: '当场说明缴费截止日期、代扣签约方式和社区代办点位置。' }),
    ]),
    opinion('tanggou', -21, ['diary', 'farming', '金星村', '种粮大户'], '粮食烘干能力不足，秋收集中时湿粮排队两三天', [
      act('tanggou', 'raise', { deputy: [deputiesOf('tanggou')[1]?.zh] }),
    ]),
    opinion('sankou', -13, ['online', 'other', '三口社区', '网上群众'], '要求调解与邻居的宅基地边界纠纷，并重新判决。', [
      act('sankou', 'refuse', { reason: '该纠纷已由法院受理，不属于代表联络站受理范围，已告知通过诉讼解决。' }),
    ]),
    opinion('xinji', -3, ['code', 'water', '街东村', '扫码群众'], '集镇垃圾中转站渗滤液外溢，附近居民不敢开窗。', [
      act('xinji', 'keep', { note: '已通知保洁公司当天冲洗，并查找渗漏点。' }),
      act('xinji', 'escalate', { note: '中转站改造须县城管局立项。' }),
      act('county', 'handBack', { reason: '站点产权属镇政府，由镇先行修复，县城管局给予技术指导。' }),
    ]),
  ]
}
