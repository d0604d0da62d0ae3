import { deputiesOf } from '../deputies.ts'
import { officeName } from '../offices.ts'
import { congress, termOn } from '../sittings.ts'
import { act, type Days, on, type Play, the, votes } from './play.ts'

type Stage = 'pool' | 'screened' | 'nominated' | 'voted' | 'under'
type Row = {
  name: string
  owner: string
  unit: string
  total: number
  stage: Stage
  rank: number
  finish: number
  target: string
  data: object
}

/** 民生实事项目: what the people proposed, what the deputies chose by vote, and how far each has come; those of a township belong to it. */
export const livelihoodProjects = ({ work }: Days): Play[] => {
  const after = fates(work)
  return rows().flatMap((row): Play[] => {
    const acts = after[row.name] ?? []
    if (!votedOn(row)) return [{ ...entered(row), acts: [...upTo(row, work), ...acts] }]
    const { name, owner, unit, finish, target } = row
    const watchers = deputiesOf(owner === 'county' ? 'xinan' : owner).slice(0, 3)
    const plan = { [unit === owner ? 'town' : 'unit']: unit, finishOn: work(finish), target, watchers: watchers.map(({ zh }) => zh) }
    if (row.stage !== 'under') return []
    const goesOn = { about: name, after: 2 }
    return [{ ledger, by: owner, data: {}, goesOn, acts: [act(owner, 'plan', plan), ...acts] }]
  })
}

/** The congresses of county and townships and their votes, each over its list: who stands, and one count at its end. */
export const votesOverProjects = ({ days, work }: Days): Play[] =>
  [...Map.groupBy(rows().filter(votedOn), ({ owner }) => owner)].flatMap(([owner, list]) => {
    const { all, seats, place, kind, name, votesOf } = owner === 'county' ? ofCounty(days(0)) : ofTownship(officeName(owner), days(0))
    const [day, present] = [work(-45), all - 17]
    const election = `${name}民生实事项目票决`
    const meeting: Play = {
      ledger: 'meetings',
      ...by(owner),
      data: { name, kind, day, place },
      at: work(-80),
      acts: [
        { ...act(owner, 'callVote', { voteOn: election, voteSeats: seats }), at: work(-75) },
        { ...act(owner, 'notify', { expected: all }), at: work(-60) },
        { ...act(owner, 'hold', { expected: all, present }), at: day },
      ],
    }
    const count = on({ ledger: 'project-votes', about: election, named: true }, owner, 'count', {
      poll: {
        ...{ all, present, issued: present, collected: present, valid: present - 1 },
        rows: list.map((row) => ({ id: the(ledger, row.name), for: votesOf(row.rank) })),
      },
      tellers: ['周建平', '孙玉梅'],
    })
    const stand = { ...act(owner, 'stand', { election: [the('project-votes', election)] }), at: work(-55) }
    const standing = list.map((row, nth): Play => {
      const screened = upTo({ ...row, stage: 'screened' }, work).map((each) => ({ ...each, at: work(-70) }))
      const last = nth === list.length - 1 ? [{ ...count, at: day }] : []
      return { ...entered(row), at: work(-74), acts: [...screened, stand, ...last] }
    })
    return [meeting, ...standing]
  })

/** Ten of eleven are chosen in the county, one of two in a township: nobody marks more than that. */
const ofCounty = (today: string) => ({
  ...{ all: 268, seats: 10, place: '县人民会堂', kind: 'congress', name: `${termOn(today)}人民代表大会临时会议` },
  votesOf: (rank: number) => (rank > 10 ? 78 : 246 - rank * 2),
})
const ofTownship = (town: string, today: string) => ({
  ...{ all: 62, seats: 1, place: '镇政府三楼会议室', kind: 'township', name: `${town}${congress(today).slice(1)}` },
  votesOf: (rank: number) => (rank > 1 ? 8 : 34),
})

const ledger = 'livelihood-projects'
const votedOn = ({ stage }: Row): boolean => stage === 'voted' || stage === 'under'
const by = (owner: string) => ({ by: owner, ...(owner === 'county' ? {} : { township: owner }) })

const entered = ({ name, owner, total, data }: Row): Omit<Play, 'acts'> => ({
  ledger,
  ...by(owner),
  data: { name, ...data, total, proposer: owner === 'county' ? '县政府' : '镇人大代表小组' },
})

function rows(): Row[] {
  return projects
    .trim()
    .split('\n')
    .map((line): Row => {
      const [figures = '', name = '', content, place, target = ''] = line.split(' | ')
      const [owner = '', category, unit = '', benefit, total, stage, rank, finish] = figures.split(' ')
      const data = { category, content, place, benefit: Number(benefit) }
      return { name, owner, unit, total: Number(total), stage: stage as Stage, rank: Number(rank), finish: Number(finish), target, data }
    })
}

/** The steps of what is not voted on yet: screened, nominated for the next congress. */
function upTo({ stage, owner, unit, total }: Row, work: Days['work']): Play['acts'] {
  if (stage === 'pool') return []
  const screened = act(owner, 'screen', unit === owner ? { total } : { total, unit })
  return stage === 'screened' ? [screened] : [screened, act(owner, 'nominate', { congressOn: work(38) })]
}

/** What happened after that, by the name of the project. */
function fates(work: Days['work']): Record<string, Play['acts']> {
  const report = (unit: string, progress: number, planned: number, paid: number, problem?: string) =>
    act(unit, 'report', { progress, planned, paid, ...(problem ? { problem } : {}) })
  const finish = (unit: string, paid: number, acceptance: string) => act(unit, 'finish', { acceptance, paid })
  const test = (owner: string, satisfied: number, basically: number, dissatisfied: number) =>
    act(owner, 'test', { verdict: votes(owner === 'county' ? 268 : 62, { satisfied, basically, dissatisfied }) })
  const ask = (unit: string, change: string, reason: string) => act(unit, 'askChange', { change, reason })
  return {
    农村公路提档升级: [report('transport', 84, 82, 4100)],
    城区义务教育学校扩建: [
      report('education', 61, 85, 8200, '砂石价格上涨，室外工程招标两次流标。'),
      act('county', 'supervise', { finding: '代表现场督查，要求倒排工期，按周公布进度。' }),
    ],
    乡镇卫生院标准化改造: [report('health', 96, 95, 3300), finish('health', 3720, '四所卫生院通过验收，设备调试完毕，门诊已恢复。')],
    困难老人居家适老化改造: [finish('civil', 655, '实际完成1126户，抽查合格率99%。'), test('county', 190, 38, 9)],
    老旧小区改造: [report('housing', 72, 78, 4600, '两个小区停车位方案尚未达成一致。')],
    农村供水管网更新: [finish('water', 4510, '管网全部更换，水压监测合格。'), test('county', 40, 55, 130)],
    农田机井通电: [
      finish('power', 870, '二百一十眼机井全部通电。'),
      test('county', 60, 40, 140),
      act('power', 'redo', { remedy: '逐井复查，更换故障计量箱三十七只，并公布报修电话。' }),
    ],
    河道生态治理: [report('ecology', 48, 52, 2400), ask('ecology', '2.3公里硬质护岸改为生态石笼', '现场地质条件与勘测不符。')],
    城市书房和健身步道: [
      ask('culture', '一座书房选址由二中北侧改到人民公园', '原址管线迁改费用过高。'),
      act('county', 'decide', { agreed: true, finishOn: work(60), reason: '常委会会议同意变更选址，工期相应顺延十日。' }),
    ],
    智慧养老服务平台: [act('county', 'remove', { reason: '与省级平台功能重复，不再列入候选。' })],
    武障河村环村路: [finish('transport', 236, '道路和路灯验收合格，养护责任已明确。'), test('xinan', 41, 9, 3)],
    窑河村排涝站: [report('water', 55, 50, 130)],
    六湖村道路硬化: [
      report('mengxingzhuang', 33, 80, 60, '拆迁清障滞后，路基尚未完成。'),
      act('mengxingzhuang', 'carryOver', { finishOn: work(130), reason: '拆迁协商未完成，转入明年一季度继续实施。' }),
    ],
    嵇桥村日间照料中心: [
      ask('civil', '停止新建', '省里同期安排的养老项目已覆盖该村。'),
      act('bailu', 'stop', { reason: '经镇人民代表大会决定，避免重复建设，资金用于百禄村助餐点。' }),
    ],
    集镇农贸市场搬迁: [act('beichenji', 'remove', { reason: '用地性质与规划不符，论证未通过。' })],
    张店社区文化礼堂: [report('zhangdian', 90, 88, 101), finish('zhangdian', 112, '礼堂主体和消防通过验收，音响设备另行采购。')],
    六塘村危桥改造: [report('transport', 70, 90, 150, '一座桥桩基遇流沙层，补充勘探用时18天。')],
  }
}

/** Owner, category, unit, beneficiaries, investment, stage, rank, days left; name; content; place; target. */
const projects = `
county roads transport 86000 5600 under 1 34 | 农村公路提档升级 | 改造农村公路42公里，建设桥梁6座，完善标志标线和生命防护工程。 | 各镇 | 十二月底全部通车
county education education 7200 14800 under 2 6 | 城区义务教育学校扩建 | 新增小学学位1800个、初中学位600个，配套塑胶运动场。 | 县城北区 | 主体封顶并完成内外装修
county health health 152000 3900 under 3 20 | 乡镇卫生院标准化改造 | 改造四所卫生院门诊和病房，配备彩超、数字化摄片机。 | 张店、百禄等镇 | 年底前投入使用
county old civil 2300 660 under 4 15 | 困难老人居家适老化改造 | 为1100户失能、高龄困难老人家庭安装扶手、防滑地面和呼叫器。 | 全县 | 年底前完成改造
county housing housing 9800 7100 under 5 40 | 老旧小区改造 | 改造老旧小区14个，更新雨污管网、屋面和消防设施。 | 新安镇 | 14个小区完工
county water water 64000 4800 under 6 25 | 农村供水管网更新 | 更换老化主管道68公里，改造加压泵站9座。 | 北陈集、田楼等镇 | 解决高峰时段水压不足
county water power 31000 900 under 7 30 | 农田机井通电 | 为二百一十眼灌溉机井架设线路、安装智能计量箱。 | 孟兴庄、百禄等镇 | 春灌前全部通电
county environment ecology 120000 6200 under 8 65 | 河道生态治理 | 疏浚骨干河道5条，建设生态护岸16公里。 | 盐河、六塘河 | 完成疏浚和护岸
county culture culture 210000 1900 under 9 50 | 城市书房和健身步道 | 新建城市书房4座、健身步道11公里。 | 县城 | 全部免费开放
county roads urban 160000 5200 voted 10 0 | 城区公共停车泊位 | 新建公共停车场6处，泊位1200个。 | 县城
county other civil 780000 15600 voted 11 0 | 公益性公墓扩建 | 征地80亩，建设节地生态墓区和悼念广场。 | 县城西郊
county education education 1350 5400 nominated 0 0 | 公办幼儿园增量 | 新建公办幼儿园3所，增加学位1080个。 | 县城东区、李集镇
county health health 90000 2700 screened 0 0 | 县中医院门诊楼改造 | 改造门诊楼8000平方米，设置治未病中心。 | 县中医院
county other civil 43000 800 pool 0 0 | 智慧养老服务平台 | 整合助餐、助医、助急服务，建设县级调度中心。 | 全县
county environment urban 52000 720 pool 0 0 | 农村公厕提升 | 改造农村公厕120座，配备保洁员。 | 各镇
xinan roads transport 2600 240 under 1 12 | 武障河村环村路 | 硬化环村路3.2公里，安装路灯46盏。 | 武障河村 | 秋收前通车
sankou water water 3900 310 under 1 28 | 窑河村排涝站 | 新建排涝站一座，疏浚圩沟7.5公里。 | 窑河村 | 明年汛前投入运行
mengxingzhuang roads mengxingzhuang 2900 280 under 1 8 | 六湖村道路硬化 | 硬化道路5公里，铺设排水边沟。 | 六湖村 | 年底前通车
tanggou culture culture 12000 420 voted 1 0 | 汤沟酒文化广场 | 建设广场8000平方米、公厕一座、停车位90个。 | 汤沟村
bailu old civil 430 190 under 1 22 | 嵇桥村日间照料中心 | 新建日间照料中心一处，床位20张，配备助餐厨房。 | 嵇桥村 | 年底投入运营
xinji environment housing 1800 330 nominated 0 0 | 莞渎老街污水管网 | 铺设污水管网2.6公里，接入镇级处理厂。 | 莞渎村
duigougang water water 2100 160 screened 0 0 | 四圩村涵闸更新 | 更换涵闸9座，修复护坡400米。 | 四圩村
tianlou health health 3100 78 pool 0 0 | 头图村卫生室改建 | 改建村卫生室200平方米，增设康复室。 | 头图村
beichenji other market 15000 900 pool 0 0 | 集镇农贸市场搬迁 | 迁建农贸市场6000平方米，设自产自销区。 | 陈集社区
zhangdian culture zhangdian 4200 130 under 1 30 | 张店社区文化礼堂 | 改造旧礼堂700平方米，设书屋和戏台。 | 张店社区 | 春节前启用
xinan culture culture 2600 90 voted 2 0 | 武障河村文化广场 | 改建文化广场一处，添置健身器材。 | 武障河村
sankou roads transport 3900 60 voted 2 0 | 窑河村道路亮化 | 安装太阳能路灯100盏。 | 窑河村
mengxingzhuang roads transport 2900 75 voted 2 0 | 六湖村便民桥 | 新建便民桥两座。 | 六湖村
tanggou environment housing 12000 45 voted 2 0 | 汤沟集镇公厕 | 新建水冲式公厕三座。 | 汤沟村
bailu roads transport 430 55 voted 2 0 | 嵇桥村停车场 | 新建生态停车场一处，泊位60个。 | 嵇桥村
zhangdian environment housing 4200 88 voted 2 0 | 张店社区垃圾中转站 | 新建垃圾中转站一座。 | 张店社区
lijiji health health 3700 70 voted 2 0 | 六塘村卫生室 | 改建村卫生室160平方米。 | 六塘村
lijiji roads transport 3700 260 under 1 3 | 六塘村危桥改造 | 拆除重建农桥三座，荷载等级提高一级。 | 六塘村 | 三座桥年底通车
`
