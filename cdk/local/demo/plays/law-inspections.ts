import { townships } from '../offices.ts'
import { type Act, act, type Days, on, type Play } from './play.ts'

type Finding = { problem: string; article: string; severity: 'slight' | 'serious' | 'grave'; unit: string }
type Sheets = Record<string, { sites: number; findings?: Finding[] }>

const ledger = 'inspection-sheets'
const found = (problem: string, article: string, severity: Finding['severity'], unit: string): Finding => ({
  problem,
  article,
  severity,
  unit,
})
const send = (township: string, { sites, findings }: { sites: number; findings?: Finding[] }) =>
  on({ ledger, township }, township, 'send', findings ? { sites, findings } : { sites, none: true })
/** Those named send what they found, all other townships that they found nothing. */
const allSend = (sheets: Sheets) => townships.map(({ id }, at) => send(id, sheets[id] ?? { sites: 3 + (at % 4) }))
const finding = (township: string, about: string) => ({ ledger: 'inspection-findings', about, within: { ledger, township } })
const fixed = (township: string, about: string, unit: string, measures: string) => on(finding(township, about), unit, 'fix', { measures })
const checked = (township: string, about: string, by: string, done: boolean, words: string) =>
  on(finding(township, about), by, 'check', { done, finding: words })

/** 执法检查: the county and its eleven townships inspect how one law is kept. */
export const lawInspections = ({ work }: Days): Play[] => {
  const inspection = (
    law: string,
    articles: string[],
    n: number,
    organ: string,
    units: string[],
    acts: Act[],
    leader = '李文华',
  ): Play => ({
    ledger: 'law-inspections',
    by: 'county',
    data: { law, articles, startOn: work(n), organ, units, leader, group: ['葛立军', '唐晓梅', '周卫东'] },
    acts,
  })
  const mobilise = (plan: string, n: number) => act('county', 'mobilise', { plan, sheetsBy: work(n) })
  const self = (unit: string, selfReport: string) => act(unit, 'selfReport', { selfReport })
  const inspect = act('county', 'inspect')
  const report = (text: string) => act('county', 'report', { report: text })
  const handOver = (organ: string, n: number) => act('county', 'handOver', { organ, meetingOn: work(n) })
  const waste = { xinan: { sites: 9, findings: [found('镇郊社区两处工地建筑垃圾露天堆放未覆盖', '第六十三条', 'serious', 'housing')] } }
  return [
    inspection('《中华人民共和国家庭教育促进法》', ['第十五条', '第三十九条'], 40, 'education', ['education', 'justice'], [], '王建民'),
    inspection(
      '《江苏省消防条例》',
      ['第二十六条', '第三十一条'],
      16,
      'fire',
      ['fire', 'housing', 'market'],
      [
        mobilise('重点检查沿街商铺、出租房和电动自行车集中停放点，部门先行自查，再由检查组暗访。', 24),
        self('fire', '自查重点单位64家，发现消防通道堵塞等隐患39处，已督促整改31处。'),
      ],
    ),
    inspection(
      '《中华人民共和国道路交通安全法》',
      ['第三十九条'],
      20,
      'police',
      ['police', 'transport'],
      [
        mobilise('以农村平交路口、校园周边和货车超限为重点开展检查，县镇联动。', 30),
        act('county', 'cancel', { reason: '省人大常委会将对同一部法律委托检查，并入上级检查统一安排。' }),
      ],
    ),
    inspection(
      '《中华人民共和国农产品质量安全法》',
      ['第二十一条', '第三十八条'],
      1,
      'agriculture',
      ['agriculture', 'market'],
      [
        mobilise('检查农药经营、蔬菜种植、批发市场三个环节，各乡镇至少查看三处。', 9),
        self('agriculture', '自查农药门店112家，台账不全的8家已整改。'),
        inspect,
        send('lijiji', {
          sites: 6,
          findings: [
            found('徐庄村两家农药店未建立电子台账，来源无法追溯', '第二十一条', 'serious', 'agriculture'),
            found('农贸市场快检结果公示停更二十余天', '第三十八条', 'slight', 'market'),
          ],
        }),
        send('sankou', { sites: 5 }),
        send('tanggou', { sites: 4, findings: [found('酒糟养殖户用药无记录，出栏前未检测', '第二十一条', 'slight', 'agriculture')] }),
      ],
    ),
    inspection(
      '《中华人民共和国固体废物污染环境防治法》',
      ['第二十条', '第六十三条'],
      -28,
      'ecology',
      ['ecology', 'urban', 'housing'],
      [
        mobilise('以建筑垃圾、农膜回收、危险废物暂存为重点，县乡统一时间检查。', 12),
        inspect,
        ...allSend({
          ...waste,
          xinji: { sites: 5, findings: [found('陈刘村废旧农膜在渠边焚烧', '第二十条', 'slight', 'agriculture')] },
          duigougang: { sites: 8, findings: [found('一家化工企业危废暂存间防渗层破损渗漏', '第二十条', 'grave', 'ecology')] },
        }),
        fixed('duigougang', '防渗层破损', 'ecology', '责令企业停用该暂存间，重做防渗并通过第三方检测，罚款12万元已缴纳。'),
      ],
    ),
    inspection(
      '《中华人民共和国长江保护法》涉县域水系条款',
      ['第四十一条'],
      -45,
      'water',
      ['water', 'agriculture'],
      [
        mobilise('结合灌河、盐河禁捕退捕和岸线清理开展检查。', 10),
        inspect,
        ...allSend({ bailu: { sites: 7, findings: [found('盐河南岸发现两处地笼网未清除', '第四十一条', 'slight', 'agriculture')] } }),
        report('检查组查看水域岸线41公里，禁捕秩序总体平稳，个别河段地笼网清理不彻底，执法船配备不足，建议加强夜间联合巡查。'),
      ],
    ),
    inspection(
      '《江苏省人大代表建议、批评和意见处理办法》贯彻情况',
      ['第十八条'],
      -58,
      'government',
      ['government', 'finance'],
      [
        mobilise('抽查两年内代表建议办理卷宗，走访代表80人。', 11),
        inspect,
        ...['xinan', 'tianlou', 'zhangdian', 'mengxingzhuang', 'bailu', 'xinji'].map((one) => send(one, { sites: 4 })),
        act('county', 'collectSome', { reason: '审议议题已排定，五个镇因换届工作未能按时上报，先行汇总，限期补报。' }),
      ],
    ),
    inspection(
      '《中华人民共和国噪声污染防治法》',
      ['第四十三条', '第八十二条'],
      -90,
      'urban',
      ['urban', 'police'],
      [
        mobilise('检查建筑施工夜间作业、广场舞和货车鸣笛。', 13),
        self('urban', '受理噪声投诉326件，夜间施工许可办理83份。'),
        inspect,
        ...allSend({ zhangdian: { sites: 6, findings: [found('镇区工地连夜浇筑未公示夜间施工许可', '第四十三条', 'slight', 'urban')] } }),
        fixed('zhangdian', '夜间施工许可', 'urban', '已补办许可并公告，另设噪声在线监测点。'),
        checked('zhangdian', '夜间施工许可', 'zhangdian', false, '复查当晚仍有一处超时施工，退回继续整改。'),
        report('检查肯定噪声投诉快速处置机制，提出完善夜间施工审批公开、配齐执法仪等四项建议。'),
        handOver('urban', 20),
      ],
    ),
    inspection(
      '《中华人民共和国特种设备安全法》',
      ['第三十三条', '第四十条'],
      -110,
      'market',
      ['market', 'emergency'],
      [
        mobilise('检查电梯、锅炉、压力容器和场内叉车，县检查组与各镇分头进行。', 12),
        inspect,
        ...allSend({
          mengxingzhuang: { sites: 5, findings: [found('一台酒店电梯超过检验有效期十八天', '第四十条', 'serious', 'market')] },
          beichenji: { sites: 3, findings: [found('米厂叉车操作人员无证上岗', '第三十三条', 'slight', 'market')] },
        }),
        fixed('mengxingzhuang', '超过检验有效期', 'market', '封停电梯，约谈维保公司，检验合格后恢复使用。'),
        checked('mengxingzhuang', '超过检验有效期', 'mengxingzhuang', true, '实地核对检验标志和维保记录，已整改到位。'),
        report('共检查使用单位93家，设备在册率和检验率较上年提高，维保单位走过场问题仍须治理。'),
        handOver('market', 12),
        act('market', 'answer', { result: '超期电梯清零，电梯维保单位信用分级公示，叉车持证上岗率由71%提高到98%。' }),
      ],
    ),
    inspection(
      '《中华人民共和国老年人权益保障法》',
      ['第四十四条'],
      -150,
      'civil',
      ['civil', 'health'],
      [
        mobilise('检查养老机构、社区助餐点和老年医疗服务。', 12),
        inspect,
        ...allSend({ tianlou: { sites: 5, findings: [found('田楼村助餐点停办两月，老人用餐无着', '第四十四条', 'serious', 'civil')] } }),
        fixed('tianlou', '助餐点停办', 'civil', '引入餐饮企业接手助餐点，每天供餐40份，特困老人免费。'),
        checked('tianlou', '助餐点停办', 'county', true, '随机回访12位老人，餐品和价格均满意。'),
        report('检查养老机构26家，机构运营总体规范，乡镇助餐点可持续运营机制不健全。'),
        handOver('civil', 25),
        act('civil', 'answer', { result: '出台助餐运营补贴办法，全县助餐点开办率由62%提高到91%。' }),
        act('county', 'recheck', { solved: true, finding: '抽查16个助餐点全部正常供餐，补贴按季拨付，同意办结。' }),
      ],
    ),
    inspection(
      '《江苏省水污染防治条例》',
      ['第二十七条'],
      -170,
      'ecology',
      ['ecology'],
      [
        mobilise('以乡镇污水处理厂、畜禽养殖为重点检查。', 11),
        inspect,
        ...allSend({ lijiji: { sites: 7, findings: [found('六塘村养殖场粪污外溢流入排水沟', '第二十七条', 'grave', 'ecology')] } }),
        report('检查发现污水处理厂运行不稳定、养殖粪污资源化利用不足，提出整改意见六条。'),
        handOver('ecology', 15),
        act('ecology', 'answer', { result: '六塘村养殖场已建成收集池，污水处理厂在线监测联网。' }),
        act('county', 'recheck', { solved: false, finding: '跟踪检查发现一家污水厂夜间排放氨氮仍超标，退回继续整改。' }),
      ],
    ),
  ]
}
