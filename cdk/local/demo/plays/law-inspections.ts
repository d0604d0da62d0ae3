import { townships } from '../offices.ts'
import { deskOf } from './committees.ts'
import { type Act, act, type Days, on, type Play } from './play.ts'
import { sat, spread } from './sitting.ts'

type Finding = { problem: string; article: string; severity: string; unit: string }
type Sheets = Record<string, [sites: number, ...Finding[]]>

const ledger = 'inspection-sheets'
const found = (problem: string, article: string, severity: 'slight' | 'serious' | 'grave', unit: string): Finding => {
  return { problem, article, severity, unit }
}
/** A township with nothing found says so. */
const send = (township: string, sites: number, findings: Finding[] = []) =>
  on({ ledger, township }, township, 'send', findings.length > 0 ? { sites, findings } : { sites, none: true, places: '镇区和两个村' })
/** Those named send what they found, all other townships that they found nothing. */
const allSend = (sheets: Sheets) =>
  townships.map(({ id }, at) => {
    const [sites, ...findings] = sheets[id] ?? [3 + (at % 4)]
    return send(id, sites, findings)
  })
/** Only those named have sent theirs so far; the county goes on with what is there. */
const someSend = (reason: string, sheets: Sheets) => [
  ...Object.entries(sheets).map(([id, [sites, ...findings]]) => send(id, sites, findings)),
  act('county', 'collectSome', { reason }),
]
const finding = (township: string, about: string) => ({ ledger: 'inspection-findings', about, within: { ledger, township } })
const fix = (township: string, about: string, unit: string, measures: string) => on(finding(township, about), unit, 'fix', { measures })
const check = (township: string, about: string, by: string, done: boolean, words: string) =>
  on(finding(township, about), by, 'check', { done, finding: words })
const self = (unit: string, selfReport: string) => act(unit, 'selfReport', { selfReport })
const report = (text: string) => act('county', 'report', { report: text })
/** The organ reports once: on the opinion that went out with the inspection. */
const answer = (unit: string, handled: string) => {
  const opinion = { ledger: 'deliberation-opinions' }
  return [
    on(opinion, 'county', 'submit', { points: [{ problem: '检查报告列出的问题', demand: '逐项整改并报告结果', unit }] }),
    on(opinion, 'county', 'issue'),
    on(opinion, unit, 'plan', { plan: '逐项明确责任人和时限，三个月内整改到位。' }),
    on(opinion, unit, 'answer', { handled }),
  ]
}
const titleOf = (law: string) => `关于检查《${law.replace('中华人民共和国', '')}》实施情况的报告`
const recheck = (solved: boolean, words: string) => act('county', 'recheck', { solved, finding: words })

/** 执法检查: the county and its eleven townships inspect how one law is kept. */
export const lawInspections = (seen: Days): Play[] => {
  const { work, days } = seen
  const inspect = act('county', 'inspect')
  const inspection = (law: string, articles: string, n: number, units: string, acts: (Act | Act[])[], leader = '李文华'): Play =>
    begun({
      ledger: 'law-inspections',
      by: 'county',
      data: {
        law,
        articles: articles.split('、'),
        startOn: work(n),
        organ: units.split(' ')[0],
        desk: deskOf(units.split(' ')[0] ?? ''),
        units: units.split(' '),
        leader,
        group: ['葛立军', '唐晓梅', '周卫东'],
      },
      acts: acts.flat().map((one) => (one.take === 'report' ? { ...one, given: { title: titleOf(law), ...one.given } } : one)),
    })
  /** Begun on the day of its plan, with its sheets by a day before they were gathered. */
  function begun(play: Play): Play {
    const whole = sat(seen, play)
    const told =
      whole.at === undefined && whole.acts.some(({ take }) => take === 'inspect')
        ? { ...whole, at: work(-45), acts: spread(work(-45), whole.acts, days(-1)) }
        : whole
    const startOn = told.acts.find(({ take, on }) => take === 'inspect' && !on)?.at
    const gathered = told.acts.find(({ take, on }) => (take === 'collectSome' || take === 'report') && !on)?.at
    if (startOn === undefined) return told
    const acts = told.acts.map((one) =>
      one.take === 'mobilise' && gathered ? { ...one, given: { ...one.given, sheetsBy: gathered } } : one,
    )
    return { ...told, data: { ...told.data, startOn }, acts }
  }
  const mobilise = (n: number, plan: string) => act('county', 'mobilise', { plan, sheetsBy: work(n) })
  const handOver = (organ: string) => act('county', 'handOver', { organ, meetingOn: work(0) })
  return [
    inspection('中华人民共和国家庭教育促进法', '第十五条、第三十九条', 40, 'education justice', [], '王建民'),
    inspection('中华人民共和国消防法', '第十六条、第二十八条', 16, 'fire housing market', [
      mobilise(24, '重点检查沿街商铺、出租房和电动自行车集中停放点，部门先行自查，再由检查组暗访。'),
      self('fire', '自查重点单位64家，发现消防通道堵塞等隐患39处，已督促整改31处，其余8处报请镇政府挂牌督办。'),
    ]),
    inspection('中华人民共和国未成年人保护法', '第三十五条、第五十八条', -7, 'education market culture', [
      mobilise(8, '检查校园周边200米内的商店、网吧和文具玩具销售，部门自查与镇村排查同时进行。'),
      self('culture', '自查互联网上网服务场所22家、娱乐场所17家，发现未设禁入标志3家，均已当场改正。'),
    ]),
    inspection('中华人民共和国农产品质量安全法', '第二十七条、第四十八条', 14, 'agriculture market', [
      mobilise(9, '检查农资经营、蔬菜种植、批发市场三个环节，各乡镇至少查看三处。'),
      self('agriculture', '自查农资门店112家、合作社47家，生产记录不全的8家已补齐。'),
      inspect,
      send('lijiji', 6, [
        found('徐庄村两家蔬菜合作社没有生产记录，用药情况无法追溯', '第二十七条', 'serious', 'agriculture'),
        found('农贸市场快检结果公示停更二十余天', '第四十八条', 'slight', 'market'),
      ]),
      send('sankou', 5),
      send('tanggou', 4, [found('养殖户用药没有记录，出栏前未检测', '第二十七条', 'slight', 'agriculture')]),
      on({ ledger, township: 'sankou' }, 'county', 'sendBack', { reason: '零报告只写了“镇区和两个村”，请写明查看的五处地点后重报。' }),
    ]),
    inspection('中华人民共和国固体废物污染环境防治法', '第六十三条、第六十五条、第七十九条', 14, 'ecology urban housing', [
      mobilise(12, '以建筑垃圾、农膜回收、危险废物暂存为重点，县乡统一时间检查。'),
      inspect,
      ...allSend({
        xinan: [9, found('镇郊社区两处工地建筑垃圾露天堆放未覆盖', '第六十三条', 'serious', 'housing')],
        xinji: [5, found('陈刘村废旧农膜在渠边焚烧', '第六十五条', 'slight', 'agriculture')],
        duigougang: [8, found('一家化工企业危废暂存间防渗层破损渗漏', '第七十九条', 'grave', 'ecology')],
        sankou: [4, found('窑河村一处垃圾收集点长期满溢，渗水流入沟渠', '第六十五条', 'slight', 'urban')],
      }),
      fix('duigougang', '防渗层破损', 'ecology', '责令企业停用该暂存间，重做防渗并通过第三方检测，罚款12万元已缴纳。'),
    ]),
    inspection('中华人民共和国渔业法', '第三十条', 14, 'agriculture water', [
      act('county', 'mobilise', {
        plan: '结合灌河、盐河禁渔和岸线清理开展检查，夜间巡查不少于三次；只检查有禁渔水域的三个镇。',
        sheetsBy: work(10),
        townships: ['bailu', 'duigougang', 'sankou'],
      }),
      inspect,
      send('bailu', 7, [found('盐河南岸发现两处地笼网未清除', '第三十条', 'slight', 'agriculture')]),
      send('duigougang', 5),
      send('sankou', 4),
      report('检查组查看水域岸线41公里，禁渔秩序总体平稳，个别河段地笼网清理不彻底，执法船配备不足，建议加强夜间联合巡查。'),
    ]),
    inspection('中华人民共和国安全生产法', '第二十八条、第四十一条', 14, 'emergency industry', [
      mobilise(11, '抽查规模以上企业和小微企业的教育培训、风险分级管控落实情况。'),
      inspect,
      ...['xinan', 'tianlou', 'zhangdian', 'mengxingzhuang', 'bailu', 'xinji'].map((one) => send(one, 4)),
      act('county', 'collectSome', { reason: '审议议题已经排定，还有五个镇没有上报，先行汇总，限期补报。' }),
    ]),
    inspection('中华人民共和国噪声污染防治法', '第四十三条、第八十二条', 14, 'urban police', [
      mobilise(13, '检查建筑施工夜间作业、广场舞和货车鸣笛。'),
      self('urban', '受理噪声投诉326件，办结318件，核发夜间施工证明83份。'),
      inspect,
      ...someSend('其余乡镇夜间暗访尚未结束，先汇总城区和镇区情况，后续补报。', {
        zhangdian: [6, found('镇区工地连夜浇筑未公示夜间施工证明', '第四十三条', 'slight', 'urban')],
      }),
      fix('zhangdian', '夜间施工证明', 'urban', '工地已补办夜间施工证明并张贴公告，另设噪声在线监测点。'),
      check('zhangdian', '夜间施工证明', 'zhangdian', false, '复查当晚仍有一处超时施工，退回继续整改。'),
      report('检查肯定噪声投诉快速处置机制，提出完善夜间施工公示、配齐执法仪等四项建议。'),
      handOver('urban'),
    ]),
    inspection('中华人民共和国特种设备安全法', '第十四条、第四十条', 14, 'market emergency', [
      mobilise(12, '检查电梯、锅炉、压力容器和场内叉车，县检查组与各镇分头进行。'),
      inspect,
      ...allSend({
        mengxingzhuang: [5, found('一台酒店电梯超过检验有效期18天', '第四十条', 'serious', 'market')],
        beichenji: [3, found('米厂叉车操作人员无证上岗', '第十四条', 'slight', 'market')],
      }),
      fix('mengxingzhuang', '超过检验有效期', 'market', '封停电梯，约谈维保公司，检验合格后恢复使用。'),
      check('mengxingzhuang', '超过检验有效期', 'mengxingzhuang', true, '实地核对检验标志和维保记录，已整改到位。'),
      report('共检查使用单位93家，设备检验率较上年提高，维保单位走过场的问题仍须治理。'),
      handOver('market'),
      answer('market', '超期电梯清零，电梯维保单位信用分级公示，叉车持证上岗率由71%提高到98%。'),
    ]),
    inspection('中华人民共和国老年人权益保障法', '第三十七条', 14, 'civil health', [
      mobilise(12, '检查养老机构、社区助餐点和老年医疗服务。'),
      inspect,
      ...someSend('两个镇因敬老院搬迁未能上报，不再等待，先行汇总。', {
        ...Object.fromEntries(
          ['xinan', 'duigougang', 'beichenji', 'zhangdian', 'sankou', 'tanggou', 'bailu', 'xinji'].map((id) => [id, [4]]),
        ),
        tianlou: [5, found('田楼村助餐点停办两月，老人用餐无着', '第三十七条', 'serious', 'civil')],
      }),
      fix('tianlou', '助餐点停办', 'civil', '引入餐饮企业接手助餐点，每天供餐40份，特困老人免费。'),
      check('tianlou', '助餐点停办', 'county', true, '随机回访12位老人，餐品和价格均满意。'),
      report('检查养老机构26家，机构运营总体规范，乡镇助餐点可持续运营机制不健全。'),
      handOver('civil'),
      answer('civil', '出台助餐运营补贴办法，全县助餐点开办率由62%提高到91%。'),
      recheck(true, '抽查16个助餐点全部正常供餐，补贴按季拨付，同意办结。'),
    ]),
    inspection('中华人民共和国水污染防治法', '第四十九条、第五十六条', 14, 'ecology housing', [
      mobilise(11, '以乡镇污水处理厂、畜禽养殖为重点检查。'),
      inspect,
      ...someSend('养殖污染线索须立即交办，其余乡镇记录表随后补入。', {
        lijiji: [7, found('六塘村养殖场粪污外溢流入排水沟', '第五十六条', 'grave', 'ecology')],
      }),
      on(finding('lijiji', '粪污外溢'), 'ecology', 'act', { note: '当日封堵外溢口，抽运粪污，责令养殖场停产整治。' }),
      report('检查发现污水处理厂运行不稳定、养殖粪污资源化利用不足，提出整改意见六条。'),
      handOver('ecology'),
      answer('ecology', '六塘村养殖场已建成收集池，乡镇污水处理厂在线监测全部联网。'),
      recheck(false, '跟踪检查发现一家污水处理厂夜间出水氨氮仍超标，退回继续整改。'),
    ]),
    inspection('中华人民共和国道路交通安全法', '第三十条、第四十八条', 20, 'police transport', [
      mobilise(30, '以农村平交路口、校园周边和货车超限为重点开展检查，县镇联动。'),
      act('county', 'cancel', { reason: '省人大常委会将对同一部法律委托检查，并入上级检查统一安排。' }),
    ]),
  ]
}
