import { type Deputy, deputiesOf } from '../deputies.ts'
import { officeName } from '../offices.ts'
import { act, type Days, on, type Play } from './play.ts'
import { spread } from './sitting.ts'

/** 代表活动: rounds of the deputies' groups, and what was made of the problems they found. */
export const groupActivities = ({ work, days }: Days): Play[] => {
  const named = (list: Deputy[]) => list.map(({ zh }) => zh)
  const crew = (township: string) => deputiesOf(township).slice(0, 7)
  /** What has taken place was arranged a fortnight before, and told of a week before. */
  const gone = (n: number, acts: Play['acts']): Pick<Play, 'at' | 'acts'> => {
    const on = { notify: work(n - 7), hold: work(n) } as Record<string, string | undefined>
    const dated = acts.map((each) => (!each.on && on[each.take] ? { ...each, at: on[each.take] as string } : each))
    return { at: work(n - 14), acts: spread(work(n - 14), dated, days(-1)) }
  }
  const activity = (township: string, kind: string, n: number, topic: string, place: string, acts: Play['acts'] = []): Play => ({
    ledger: 'group-activities',
    by: township,
    township,
    data: {
      topic,
      kind,
      group: `${officeName(township)}第${n % 2 === 0 ? '一' : '二'}代表小组`,
      date: work(n),
      place,
      theme: kind === 'theme' ? '强县富民我行动' : undefined,
      plan: `集中察看${place}，随后座谈，形成问题清单交镇人大分类交办。`,
      invited: named(crew(township)),
    },
    ...(n < 0 ? gone(n, acts) : { acts }),
  })
  const notify = (township: string) => act(township, 'notify')
  const held = (township: string, away = 2) => [
    notify(township),
    act(township, 'hold', {
      came: named(crew(township).slice(0, 7 - away)),
      ...(away ? { excused: named(crew(township).slice(7 - away)) } : {}),
    }),
  ]
  const recorded = (township: string, record: string, ...problems: [string, string][]) => [
    ...held(township, 3),
    act(township, 'record', {
      record,
      ...(problems.length ? { problems: problems.map(([problem, place]) => ({ problem, place })) } : {}),
    }),
  ]
  const answer = (township: string, about: string, reply: string) => on({ ledger: 'public-opinions', about }, township, 'answer', { reply })
  return [
    activity('xinan', 'visit', 8, '视察城区学校周边交通秩序', '实验小学、人民社区', [notify('xinan')]),
    activity('duigougang', 'study', 14, '调研渔港经济区配套建设', '堆沟港渔港码头'),
    activity('tianlou', 'visit', -3, '视察秸秆离田和扬尘管控', '大兴村收储点', held('tianlou', 1)),
    activity('beichenji', 'theme', -9, '助力稻米加工企业纾困', '北陈集镇米业园', [
      ...recorded('beichenji', '察看两家米企，企业反映烘干能耗高、周转贷款审批慢，代表现场与银行网点对接。', [
        '米企秋收周转贷款审批时间过长',
        '北陈集镇米业园',
      ]),
    ]),
    activity('zhangdian', 'reception', -5, '代表集中接待选民日', '张店镇人大代表之家', [notify('zhangdian')]),
    activity('sankou', 'visit', -34, '察看农村生活污水处理设施', '窑河村、三合村处理站', [
      ...recorded('sankou', '两处处理站一处运行正常，一处格栅堵塞停运，代表建议落实管护责任人。', ['三合村处理站格栅堵塞停运', '三合村']),
      act('sankou', 'route'),
      answer('sankou', '格栅', '运维单位已清理格栅并更换提升泵，责任牌上墙公示。'),
    ]),
    activity('mengxingzhuang', 'learn', -18, '学习新修改的代表法', '孟兴庄镇人大会议室', [
      ...recorded('mengxingzhuang', '逐条学习代表法修改内容，结合履职谈体会，五名代表作了交流发言。'),
      act('mengxingzhuang', 'finish', { note: '学习活动没有需要交办的问题。' }),
    ]),
    activity('tanggou', 'visit', -12, '视察酒业园区安全生产', '汤沟酒业园区', [
      ...recorded(
        'tanggou',
        '抽查三家企业，酒罐区消防喷淋完好，一家企业应急通道堆放纸箱，一处路口缺少限速标志。',
        ['包装车间应急通道堆放纸箱', '汤沟酒业园区'],
        ['园区西路口缺少限速标志', '园区西路'],
      ),
      act('tanggou', 'route'),
      answer('tanggou', '应急通道', '企业当天清空通道，镇应急办复查合格。'),
    ]),
    activity('bailu', 'study', -7, '调研农村养老助餐点运行', '百禄村、嵇桥村助餐点', [
      ...recorded('bailu', '两个助餐点日均用餐63人次，运营补贴拨付不及时，送餐到户覆盖不足。'),
    ]),
    activity('xinji', 'theme', 21, '千年古镇文旅资源推介', '莞渎老街', [
      act('xinji', 'reschedule', { date: work(24), reason: '与县文旅推介会日期错开，便于邀请旅行社参加。' }),
      notify('xinji'),
    ]),
    activity('lijiji', 'visit', 6, '视察农村公路养护', '李集镇六塘村至徐庄村段', [
      act('lijiji', 'cancel', { reason: '路面施工封闭，改在完工后组织。' }),
    ]),
    activity('xinan', 'reception', -26, '老旧小区改造意见征求会', '镇西社区', [
      ...recorded('xinan', '三十余名居民到场，集中反映雨污分流和停车位两类问题，代表逐条登记。', [
        '改造小区停车位划线后仍不够用',
        '镇西社区',
      ]),
      act('xinan', 'route'),
      answer('xinan', '停车位', '利用小区东侧空地新增车位26个，夜间与单位停车场错时共享。'),
    ]),
    activity('bailu', 'visit', 2, '视察冬春水利工程现场', '百禄镇灌排站'),
  ]
}
