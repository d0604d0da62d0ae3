import { deputiesOf } from '../deputies.ts'
import { act, type Days, on, type Play } from './play.ts'

/** 代表建议 beside those of the register: handled separately, with commitments, on the key list, extended, carried over, tested. */
export const suggestionsDivided = ({ work }: Days): Play[] => {
  const after = fates(work)
  return drafts
    .trim()
    .split('\n')
    .map((line): Play => {
      const [who = '', title, body] = line.split(' | ')
      const [key = '', township = '', category, kind = 'suggestion'] = who.split(' ')
      // A bill has ten signatories, deputies of the county all of them; every fourth is one of the township, and of some another story tells.
      const county = deputiesOf(township).filter((_, seat) => seat > 5 && seat % 4 !== 3 && seat !== 20)
      const signed = county.slice(0, kind === 'bill' ? 10 : 2)
      return {
        ledger: 'suggestions',
        by: township,
        township,
        data: { title, body, category, kind, deputies: signed.map(({ zh }) => zh) },
        acts: [act(township, 'submit'), ...(after[key] ?? [])],
      }
    })
}

/** What the county, the units and the townships have done with each. */
function fates(work: Days['work']): Record<string, Play['acts']> {
  const register = act('county', 'register')
  const divided = (...separate: string[]) => [register, act('county', 'divide', { separate })]
  const share = (nth: number, by: string, take: string, given: Record<string, unknown>) =>
    on({ ledger: 'divided-suggestions', nth }, by, take, given)
  /** The shares differ only in their units, so the county enters the paper answers of the units. */
  const answerShare = (nth: number, result: string, reply: string) => share(nth, 'county', 'answer', { reply, result })
  const rateShare = (nth: number, township: string, satisfaction: string, note: string) =>
    share(nth, township, 'feedback', { satisfaction, note })
  const handling = (lead: string) => [register, act('county', 'assign', { lead }), act(lead, 'accept')]
  const answered = (lead: string, result: string, reply: string, promises: [string, number][] = []) => [
    ...handling(lead),
    act(lead, 'answer', {
      reply,
      result,
      ...(promises.length ? { promises: promises.map(([promise, n]) => ({ promise, by: work(n) })) } : {}),
    }),
  ]
  const rate = (township: string, satisfaction: string, note: string) => act(township, 'feedback', { satisfaction, note })
  const promise = (about: string, by: string, take: string, given: Record<string, unknown>) =>
    on({ ledger: 'commitments', about }, by, take, given)
  return {
    stalls: [
      ...divided('urban', 'ecology'),
      share(0, 'county', 'decline', { reason: '油烟净化的监管职责已经划转，请改由承接职责的单位办理。' }),
    ],
    ditches: [...divided('agriculture', 'water'), answerShare(0, 'B', '本单位负责的部分已列入明年管护计划，安排资金后统一实施。')],
    campus: [
      ...divided('education', 'market'),
      answerShare(0, 'A', '已联合镇村排查，职责内的问题全部整改，建立每月巡查制度。'),
      answerShare(1, 'A', '已开展集中整治，发放告知书六十余份，后续纳入日常监管。'),
      rateShare(0, 'tanggou', 'satisfied', '现场查看，问题已经解决。'),
    ],
    elders: [
      ...divided('insurance', 'health'),
      answerShare(0, 'A', '已在镇村两级设置代办点，当场办理，平均用时不到10分钟。'),
      rateShare(0, 'bailu', 'satisfied', '群众反映办理方便。'),
      answerShare(1, 'B', '已列入年度计划，分两批落实，首批年底前到位。'),
      rateShare(1, 'bailu', 'basically', '认可计划，希望加快。'),
    ],
    film: [
      ...divided('agriculture', 'ecology'),
      answerShare(0, 'D', '已有省级回收试点，本单位意见留作下一步工作参考。'),
      act('county', 'cancel', { reason: '与县政府已批准的回收体系建设方案重复，商领衔代表同意，不再单独办理。' }),
    ],
    harbour: [
      ...divided('development', 'commerce'),
      answerShare(0, 'C', '受专项资金限制，暂不具备实施条件，将继续向上争取。'),
      rateShare(0, 'duigougang', 'dissatisfied', '没有说明争取的渠道和时限，要求重新办理。'),
    ],
    mushrooms: [
      ...answered('power', 'B', '已完成现场勘查，分四项推进，承诺事项附后，请代表监督。', [
        ['孟兴庄村新增四百千伏安配变两台', 24],
        ['六湖村低压线路改造3.6公里', 45],
        ['开展菌农用电安全培训四期', 15],
        ['为菌农办理峰谷电价登记', 70],
      ]),
      promise('配变', 'power', 'deliver', { evidence: '两台配变已投运，台区电压合格率100%，附投运单。' }),
      promise('配变', 'mengxingzhuang', 'verify', { kept: true, finding: '代表到场核查，高峰时段未再跳闸。' }),
      promise('低压', 'power', 'deliver', { evidence: '线路改造完成100%，正在整理竣工资料。' }),
      promise('培训', 'county', 'drop', { reason: '镇里已统一组织培训，不再重复举办。' }),
    ],
    puddles: [
      ...answered('housing', 'B', '已完成方案设计，分两步实施，承诺如下。', [
        ['更换进水箅子60个', 9],
        ['改造雨水主管道500米', 120],
      ]),
      rate('zhangdian', 'basically', '方案可行，关键看进度。'),
      promise('箅子', 'housing', 'deliver', { evidence: '已更换41个。' }),
      promise('箅子', 'county', 'verify', { kept: false, finding: '还差19个没有更换，退回继续办理。' }),
    ],
    bus: [
      ...handling('transport'),
      act('county', 'plate', { supervisor: '周正阳' }),
      act('transport', 'reportPlate', { progress: 40, note: '已测算线路三条、车辆六台，正在办理运营许可。' }),
      act('county', 'midCheck', { finding: '到现场试乘一条线路，站点设置合理，车辆尚未到位。', progress: 45 }),
    ],
    street: [
      ...handling('culture'),
      act('county', 'plate', { supervisor: '李文华' }),
      act('culture', 'reportPlate', { progress: 85, note: '消防管网施工完成，老旧线路入地九成。' }),
      act('culture', 'answer', { reply: '消防给水和线路入地已完工，保护规划通过评审，正在报批。', result: 'A' }),
      rate('xinji', 'satisfied', '督办有力，街上面貌明显变化。'),
      act('county', 'strikeOff', { finding: '现场核查三项任务全部完成，同意销号。' }),
    ],
    seedlings: [
      ...handling('agriculture'),
      act('agriculture', 'meet', { note: '到田楼镇与领衔代表面商，一起看了两处备选场地。' }),
      act('agriculture', 'askExtension', { reason: '选址涉及土地利用调整，预计还需40个工作日。' }),
    ],
    reading: [
      ...handling('culture'),
      act('culture', 'askExtension', { reason: '房屋权属核对尚未完成。' }),
      act('county', 'refuseExtension', { reason: '权属核对不影响答复方案，请按期答复代表。' }),
    ],
    turned: [
      act('county', 'turnBill', { reason: '不属于本级人民代表大会职权范围内的议案事项，转作建议办理。' }),
      ...handling('agriculture'),
    ],
    ...Object.fromEntries(
      (['waiting', 'studied', 'scheduled', 'carried', 'lost', 'softened', 'dropped'] as const).map((key) => [key, billWay(key, register)]),
    ),
    towpath: [
      ...handling('water'),
      act('lijiji', 'withdraw', { reason: '领衔代表书面提出：水务局已在现场答应随河道整治一并修复，撤回这件建议。' }),
    ],
    depot: [
      ...answered('housing', 'C', '县城用地紧张，三年内没有新建计划，建议先利用现有站场。', [['临时候车点加装照明', 20]]),
      rate('duigougang', 'dissatisfied', '没有考虑港口工人夜班需要。'),
      act('housing', 'answer', {
        reply: '已增设夜班临时停靠点一处，新建站场仍不具备条件。',
        result: 'C',
        mode: 'face',
        promises: [{ promise: '临时候车点加装照明', by: work(40) }],
      }),
      rate('duigougang', 'dissatisfied', '停靠点没有雨棚，要求建站。'),
      act('county', 'settle', {
        finding: '代表工委会同住建局、交通局和三位代表现场评估：近期增设雨棚和照明，建站列入下一轮规划，代表表示理解。',
      }),
    ],
    corridor: [...handling('land'), act('county', 'carryOver', { reason: '用地规划调整尚待批复，年内难以答复，转入跨年督办。' })],
    doctors: [
      ...answered('labour', 'A', '已会同有关部门调整补助标准，自本年起按月发放到人。'),
      rate('sankou', 'satisfied', '村医反映补助已经到账。'),
      act('county', 'test'),
    ],
  }
}

type BillFate = 'waiting' | 'studied' | 'scheduled' | 'carried' | 'lost' | 'softened' | 'dropped'

/** How far a bill has come. */
function billWay(fate: BillFate, register: Play['acts'][number]): Play['acts'] {
  const bill = (take: string, given: Record<string, unknown>) => on({ ledger: 'bills' }, 'county', take, given)
  const referred = [register, act('county', 'refer')]
  const scheduled = [...referred, bill('decide', { decision: 'agenda', note: '列入下一次县人民代表大会会议议程。' })]
  return {
    waiting: referred,
    studied: [...referred, bill('decide', { decision: 'committee', note: '交环境资源城乡建设工委审议。' })],
    scheduled,
    carried: [...scheduled, bill('vote', { result: 'passed' })],
    lost: [...scheduled, bill('vote', { result: 'failed' })],
    softened: [...referred, bill('decide', { decision: 'suggestion', note: '转为建议交县政府研究办理。' })],
    dropped: [...referred, act('county', 'cancel', { reason: '领衔代表书面撤回议案。' })],
  }[fate]
}

/** A word for it, township, category and kind; title; text. */
const drafts = `
stalls xinan environment | 关于整治盐河沿线夜间烧烤占道和油烟的建议 | 盐河风光带夜市油烟直排、占用人行道，建议市容、环保分别明确管控时段和油烟净化要求。
ditches sankou agriculture | 关于完善高标准农田灌排设施管护的建议 | 项目移交后沟渠淤塞、泵站无人值守，建议分别落实工程管护和水源调度责任。
campus tanggou education | 关于规范校外托管和校园周边食品摊点的建议 | 中小学周边无证托管和流动摊点较多，建议教育、市场监管按职责分别整治。
elders bailu social | 关于方便农村老人异地就医结算和用药的建议 | 老人随子女外出后备案手续多，慢病用药在村卫生室配不齐，建议医保、卫健分别简化和补足。
film lijiji environment | 关于集中处置废弃农膜和农药包装的建议 | 田头废弃物随手丢弃，建议由农业和生态环境部门分别建立回收点、处置链条。
harbour duigougang finance | 关于扶持渔港冷链物流企业的建议 | 水产品冷藏能力不足，建议发改、商务分别给予项目和市场支持。
mushrooms mengxingzhuang agriculture | 关于食用菌产业用电增容的建议 | 菌棚升温用电集中，台区频繁跳闸，建议加快配变增容并实行峰谷电价引导。
puddles zhangdian environment | 关于张店镇区积水点改造的建议 | 张店社区两处路口逢雨必涝，建议实施雨水管道改造并更换进水箅子。
bus beichenji education | 关于农村学生乘车安全专线的建议 | 偏远村学生上学要走4公里，建议开通公交化学生专线。
street xinji environment | 关于莞渎老街保护和消防改造的建议 | 老街木构房屋密集，电线私拉乱接，建议编制保护规划并建设消防给水。
seedlings tianlou agriculture | 关于建设水稻集中育秧中心的建议 | 插秧季育秧场地不足，建议依托合作社建设集中育秧中心。
reading xinan education | 关于增设城区公共阅读空间的建议 | 城北片区没有图书借阅点，建议利用闲置公房建设城市书房。
waiting xinan environment bill | 关于加强盐河饮用水源保护的议案 | 水源地上游货运码头较多，建议作出保护决定。
studied duigougang environment bill | 关于整治化工园区异味的议案 | 园区周边异味反映集中，建议作出整治决议。
scheduled tianlou agriculture bill | 关于推进秸秆全量利用的议案 | 秸秆离田成本高，建议作出专项决定。
carried sankou social bill | 关于加快农村养老服务发展的议案 | 农村老人占比高，建议作出发展养老服务的决定。
lost beichenji finance bill | 关于设立县级产业引导基金的议案 | 建议设立产业引导基金扶持粮食加工。
softened xinji environment bill | 关于保护莞渎老街的议案 | 老街木构房屋亟待保护，建议作出决定。
dropped lijiji agriculture bill | 关于统一农机作业补助标准的议案 | 各镇补助标准不一，建议统一。
turned bailu finance bill | 关于支持村级集体经济联合发展的议案 | 多个村集体经济薄弱，建议支持跨村联建标准厂房，统一运营分红。
corridor lijiji environment | 关于新建李集至县城生态廊道的建议 | 廊道涉及多镇用地，建议统筹规划分段实施。
towpath lijiji agriculture | 关于修复盐河李集段便道的建议 | 便道汛期被冲毁两处，群众下地绕行，建议修复并加设护坡。
depot duigougang environment | 关于在堆沟港镇新建公交首末站的建议 | 港口工人夜班下班无车可乘，建议新建公交首末站并延长末班。
doctors sankou social | 关于加强乡村医生养老待遇保障的建议 | 村医退休后收入落差大，建议提高补助标准并纳入统一保障。
`
