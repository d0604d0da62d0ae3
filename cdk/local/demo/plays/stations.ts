import { deputiesOf } from '../deputies.ts'
import { officeName, townships } from '../offices.ts'
import { act, type Days, on, type Play } from './play.ts'

/** 代表之家、联络站: where deputies receive voters, their rosters and receptions. */
export const stations = ({ days }: Days): Play[] => {
  const names = (township: string, count: number, from = 0) =>
    deputiesOf(township)
      .slice(from, from + count)
      .map(({ zh }) => zh)
  const station = (township: string, kind: string, name: string, area: number, head: string, acts: Play['acts'] = []): Play => ({
    ledger: 'stations',
    by: township,
    township,
    data: {
      name,
      kind,
      address: `${officeName(township)}${kind === 'village' ? name.slice(0, -3) : ''}党群服务中心`,
      area,
      openedOn: days(-area * 6),
      head,
      hours: '每月5日、15日、25日 9:00—11:30',
      deputies: names(township, kind === 'home' ? 6 : 3),
    },
    acts,
  })
  // A home is open on three days of each month; its roster names the next of them.
  const opened = Array.from({ length: 60 }, (_, at) => days(at + 1)).filter((day) => /-(05|15|25)$/.test(day))
  const roster = (township: string, topics: string[]) =>
    act(township, 'publish', {
      roster: topics.map((topic, at) => ({ on: opened[at], deputy: names(township, 1, at)[0], topic })),
    })
  const receive = (township: string, n: number, ...matters: [string, string][]) =>
    act(township, 'receive', {
      heldOn: days(n),
      receivers: names(township, 2),
      ...(matters.length ? { matters: matters.map(([matter, visitor], at) => ({ matter, visitor, phone: `0518-8000${5210 + at}` })) } : {}),
    })
  const rate = (stars: string, reason: string) => act('county', 'rate', { stars, reason })
  const away = [...names('xinan', 2, 2), ...names('lijiji', 2, 2)]
  /** What every township has: a home, and a studio of the committee's members; those not told of below are at work as usual. */
  const usual = (kind: string, named: (name: string) => string, told: string[]) =>
    townships
      .filter(({ id }) => !told.includes(id))
      .map(({ id }, at) =>
        station(id, kind, named(officeName(id)), 70 + ((at * 17) % 60), kind === 'home' ? '镇人大秘书' : '工作室联络员', [
          receive(id, -4 - at * 2),
          roster(id, ['惠民政策咨询', '村级事务']),
        ]),
      )
  const outside = (name: string, address: string, n: number, acts: Play['acts']): Play => ({
    ledger: 'stations',
    by: 'county',
    data: {
      name,
      kind: 'remote',
      address,
      area: 90,
      openedOn: days(n),
      head: '商会秘书长',
      hours: '每月第二个周日全天',
      deputies: away,
    },
    acts,
  })
  const opinion = (about: string) => ({ ledger: 'public-opinions', about })
  return [
    station('xinan', 'home', '新安镇人大代表之家', 160, '镇人大秘书', [
      rate('five', '值班规范，接待登记完整，反映的问题件件有回音。'),
      receive('xinan', -18, ['人民路菜市场门口占道经营，早高峰学生通行不便', '李女士'], ['小园社区路灯夜间不亮', '赵先生']),
      on(opinion('路灯'), 'xinan', 'answer', { reply: '当场联系供电所，次日更换了六盏灯头。' }),
      roster('xinan', ['物业管理', '就业服务', '学区划分']),
    ]),
    station('duigougang', 'village', '刘集村联络站', 60, '村党总支书记', [
      receive('duigougang', -11, ['灌河大堤便道坑洼，渔货运输车辆颠簸难行', '陈先生']),
      on(opinion('大堤'), 'duigougang', 'keep', { category: 'roads', note: '由镇农业农村局现场核实。' }),
    ]),
    station('tianlou', 'village', '大兴村联络站', 45, '村委会主任', [receive('tianlou', -33)]),
    station('beichenji', 'home', '北陈集镇人大代表之家', 120, '镇人大副主席', [
      rate('three', '制度健全，接待台账需要完善。'),
      roster('beichenji', ['水稻保险理赔', '村级道路管护']),
    ]),
    station('zhangdian', 'studio', '常委会委员张店工作室', 80, '工作室联络员', [
      receive('zhangdian', -6, ['龙兴村浅水藕种植户希望组织病虫害技术指导', '孙先生']),
    ]),
    station('sankou', 'village', '窑河村联络站', 52, '村党支部副书记', [
      receive('sankou', -48),
      receive('sankou', -15),
      act('sankou', 'pause', { reason: '村部危房翻建，预计两个月后恢复开放，期间到三合村联络站接待。' }),
    ]),
    station('mengxingzhuang', 'home', '孟兴庄镇人大代表之家', 110, '镇人大秘书', [rate('four', '问题办结率高，代表述职全覆盖。')]),
    station('tanggou', 'village', '汤沟镇园区联络站', 75, '园区党委委员', [
      receive('tanggou', -9, ['园区公交末班车过早，晚班工人回家困难', '周女士']),
      on(opinion('公交'), 'tanggou', 'escalate', { category: 'roads', note: '涉及县公交线路调整，镇里难以解决。' }),
      on(opinion('公交'), 'county', 'assign', { unit: 'transport' }),
      roster('tanggou', ['园区用工', '酒糟异味治理']),
    ]),
    station('bailu', 'village', '嵇桥村联络站', 48, '村党总支委员', [
      act('bailu', 'pause', { reason: '站点内部维修，更换桌椅和宣传栏。' }),
      act('bailu', 'reopen'),
      receive('bailu', -3),
    ]),
    station('xinji', 'village', '碾房村联络站', 36, '村会计', [
      act('xinji', 'close', { reason: '行政村合并，并入莞渎村联络站，台账和档案一并移交。' }),
    ]),
    station('lijiji', 'home', '李集镇人大代表之家', 130, '镇人大主席', [
      receive('lijiji', -22),
      roster('lijiji', ['秸秆离田', '农村客运']),
    ]),
    outside('灌南驻苏州务工人员代表联络站', '昆山市花桥镇商务大厦二楼', -610, [
      act('county', 'receive', {
        heldOn: days(-27),
        receivers: away.slice(0, 2),
        matters: [{ matter: '在外务工人员希望春节前加开返乡包车', visitor: '吴先生', phone: '0518-80005230' }],
      }),
    ]),
    outside('灌南驻常州务工人员代表联络站', '常州市武进区灌南商会一楼', -540, [
      act('county', 'receive', { heldOn: days(-12), receivers: away.slice(2) }),
    ]),
    outside('灌南驻杭州务工人员代表联络站', '杭州市萧山区灌南商会三楼', -420, [
      act('county', 'receive', { heldOn: days(-19), receivers: away.slice(1, 3) }),
    ]),
    ...usual('home', (name) => `${name}人大代表之家`, ['xinan', 'beichenji', 'mengxingzhuang', 'lijiji']),
    ...usual('studio', (name) => `常委会委员${name}工作室`, ['zhangdian']),
  ]
}
