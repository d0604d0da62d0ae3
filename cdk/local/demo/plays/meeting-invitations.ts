import { deputiesOf } from '../deputies.ts'
import { townships } from '../offices.ts'
import { standing } from '../sittings.ts'
import { met } from './meetings.ts'
import { act, type Days, on, type Play } from './play.ts'

/** 列席邀请: meetings to which the townships send their chairs and deputies, and what each township answered. */
export const meetingInvitations = ({ days, work }: Days): Play[] => {
  const meeting = (name: string, n: number, agenda: string, acts: Play['acts'] = [], seats = 2): Play => ({
    ledger: 'meeting-invitations',
    by: 'county',
    data: { meeting: name, meetingOn: work(n), place: '县行政中心三楼会议室', agenda, seats },
    acts,
  })
  const invite = act('county', 'invite')
  const reply = (township: string, take: string, given: Record<string, unknown>) =>
    on({ ledger: 'invitation-replies', township }, township, take, given)
  const guests = (township: string, from = 0) =>
    deputiesOf(township)
      .slice(from, from + 2)
      .map(({ zh }) => zh)
  const confirm = (township: string, from = 0) => reply(township, 'confirm', { coming: guests(township, from) })
  const record = (township: string, remarks: string, from = 0) =>
    reply(township, 'record', { came: guests(township, from).slice(0, 1), remarks })
  const excuse = (township: string, reason: string) => reply(township, 'excuse', { reason })
  return [
    meeting('县人大代表工作座谈会', met.next, '通报常委会全年工作；听取代表对民生实事项目和预算执行的意见。', [
      invite,
      confirm('xinan'),
      confirm('sankou', 1),
      confirm('bailu'),
      excuse('duigougang', '当日镇里召开党代会，主席和代表都须参会。'),
    ]),
    meeting('优化营商环境专题询问会', -3, '县发改委、行政审批局、市场监管局应询；代表现场提问。', [
      invite,
      ...townships.filter(({ id }) => id !== 'xinji').map(({ id }) => confirm(id)),
      act('county', 'hold'),
      record('tanggou', '建议园区设立帮办窗口，企业开办材料再减两项。'),
      record('lijiji', '小微企业续贷审批时间偏长，希望部门公开办理时限。'),
    ]),
    meeting(standing(days(0), -1), met.before, '听取审议农村污水治理情况报告；审议审计查出问题整改报告。', [
      invite,
      confirm('xinan', 1),
      confirm('zhangdian'),
      confirm('mengxingzhuang'),
      excuse('tianlou', '秋收禁烧包片，人员无法抽出。'),
      ...['duigougang', 'beichenji', 'sankou', 'tanggou', 'bailu', 'lijiji'].map((township) => confirm(township, 2)),
      act('county', 'hold'),
      record('xinan', '城郊结合部污水直排问题要与管网改造一并解决。', 1),
      record('zhangdian', '小圈村处理站停运半年，请明确运行经费由谁承担。'),
      record('mengxingzhuang', '建议把设施管护费列入财政预算，并公布责任人。'),
      ...['duigougang', 'beichenji', 'sankou', 'tanggou', 'bailu', 'lijiji'].map((township) => reply(township, 'record', {})),
      act('county', 'archive', { minutes: '会议听取并审议了两个报告，列席代表5人发言，意见已整理成11条交县政府研究处理。' }),
    ]),
    meeting('全县乡镇人大工作推进会', 26, '通报年度工作；部署下年度民生实事项目票决；经验交流。', [], 3),
    meeting('水污染防治法执法检查动员会', 12, '部署执法检查方案，分组和分工，学习有关法律条文。', [
      invite,
      confirm('xinji'),
      act('county', 'cancel', { reason: '与市人大统一安排的检查合并，另行通知。' }),
    ]),
    meeting('代表建议重点督办协调会', 15, '听取承办单位汇报重点建议办理进展，领衔代表逐件表态。', [
      invite,
      confirm('beichenji'),
      confirm('tanggou'),
    ]),
    meeting(
      '人大信息员业务座谈会',
      9,
      '交流信息报送情况，征求年鉴编写意见。',
      [act('county', 'cancel', { reason: '改为书面征求意见，不再开会。' })],
      1,
    ),
  ]
}
