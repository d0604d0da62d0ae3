import { deputiesOf } from '../deputies.ts'
import { officeName, townships } from '../offices.ts'
import { congress } from '../sittings.ts'
import { communities, villages } from '../villages.ts'
import { act, type Days, type Play } from './play.ts'

const works = [
  '党总支书记',
  '村民委员会主任',
  '卫生室医生',
  '小学教师',
  '种植大户',
  '农机合作社理事长',
  '企业负责人',
  '网格员',
  '水产养殖户',
  '文化站站长',
]
const schooling = ['大专', '本科', '高中', '大专', '中专', '本科', '大专', '高中', '大专', '研究生']
const parties = ['中共党员', '中共党员', '群众', '中共党员', '民建会员', '群众', '中共党员', '农工党党员']
const women = /[萍娟燕梅芳洁秀静红英兰雪敏]/

/** 代表档案: the files of some deputies of every township, with what has become of them. */
export const deputies = ({ days }: Days): Play[] => {
  const [session, before] = [congress(days(0)), congress(days(0), -1)]
  const reported = (township: string, n: number, place: string) =>
    act(township, 'report', { reportedOn: days(n), note: `在${place}向选民述职，听取评议后当场作了表态。` })
  const missed = (township: string, meeting: string, excused = false) => act(township, 'absence', { meeting, excused })
  const end = (cause: string, reason: string) => act('county', 'end', { cause, reason })

  /** What became of a deputy, by his township and place on the roll; the others are at work. */
  const stories: Record<string, Play['acts']> = {
    'xinan 0': [
      reported('xinan', -34, '镇中社区代表之家'),
      act('county', 'evaluate', { level: 'good', note: '全年积分92分，领衔建议4件，办成3件。' }),
    ],
    'xinan 2': [reported('xinan', -9, '硕项村联络站')],
    'xinan 20': [act('county', 'suspend', { reason: '涉嫌违法被立案调查，经常委会会议许可采取强制措施，依法暂时停止执行代表职务。' })],
    'duigougang 0': [reported('duigougang', -51, '兴港社区会议室')],
    'duigougang 20': [
      act('duigougang', 'endHere', { cause: 'moved', reason: '迁出本镇，由镇人大代表资格审查委员会报告，镇人民代表大会公告资格终止。' }),
    ],
    'tianlou 1': [
      reported('tianlou', -20, '三兴社区'),
      act('county', 'evaluate', { level: 'poor', note: '全年积分41分，没有参加小组活动。' }),
    ],
    'tianlou 2': [missed('tianlou', session)],
    'beichenji 0': [missed('beichenji', session, true), reported('beichenji', -66, '陈集社区联络站')],
    'beichenji 20': [missed('beichenji', before), act('beichenji', 'warn', { note: '镇人大主席当面谈话，本人承诺按时参加会议。' })],
    'zhangdian 20': [missed('zhangdian', before), missed('zhangdian', session)],
    'zhangdian 1': [reported('zhangdian', -15, '张店社区')],
    'sankou 0': [reported('sankou', -28, '窑河村文化广场')],
    'sankou 20': [end('resigned', '本人因身体原因书面提出辞职，县人大常委会会议决定接受。')],
    'mengxingzhuang 1': [reported('mengxingzhuang', -42, '孟兴庄村联络站')],
    'mengxingzhuang 2': [
      missed('mengxingzhuang', before),
      missed('mengxingzhuang', session),
      act('county', 'excuse', { reason: '第二次缺席系住院手术，补交了医院证明和请假条，予以补准。' }),
    ],
    'tanggou 0': [reported('tanggou', -12, '汤沟镇园区站')],
    'tanggou 20': [missed('tanggou', before), missed('tanggou', session), end('absent', '未经批准两次不出席代表大会会议，资格依法终止。')],
    'bailu 0': [reported('bailu', -37, '嵇桥村联络站')],
    'bailu 2': [
      act('county', 'suspend', { reason: '因案被采取强制措施，依法暂时停止执行代表职务。' }),
      act('county', 'reinstate', { reason: '司法机关已撤销案件，恢复执行代表职务。' }),
    ],
    'xinji 1': [reported('xinji', -5, '莞渎村党群服务中心')],
    'xinji 20': [end('died', '因病去世，代表资格自然终止，名册作相应调整。')],
    'lijiji 0': [
      reported('lijiji', -24, '六塘村联络站'),
      act('county', 'move', { toTownship: 'xinji', reason: '工作调动，编入新集镇代表团。' }),
    ],
  }

  return townships.flatMap(({ id: township }, place) =>
    deputiesOf(township)
      .flatMap(({ zh }, seat) => (seat < 3 || stories[`${township} ${seat}`] ? [{ zh, seat }] : []))
      .map(({ zh, seat }, line): Play => {
        const at = place * 4 + line
        const homes = [...(villages[township] ?? []), ...(communities[township] ?? [])]
        const home = homes[(at * 3) % homes.length] ?? ''
        return {
          ledger: 'deputies',
          by: township,
          township,
          data: {
            name: [zh],
            tier: tierOf(stories[`${township} ${seat}`] ?? [], at),
            sex: women.test(zh) ? 'female' : 'male',
            birth: `${1963 + ((at * 7) % 30)}年${1 + ((at * 5) % 12)}月`,
            nation: at % 17 === 0 ? '回族' : '汉族',
            party: parties[at % parties.length],
            education: schooling[at % schooling.length],
            workplace: `${officeName(township)}${home}${works[at % works.length]}`,
            constituency: `第${1 + place * 12 + line}选区`,
            delegation: `${officeName(township)}代表团`,
            group: `${officeName(township)}第${line < 2 ? '一' : '二'}代表小组`,
            card: `灌人代字${String(180001 + at)}`,
            phone: `0518-8000${String(4100 + at)}`,
            member: at % 14 === 0,
            electedOn: '2022-01-12',
          },
          acts: stories[`${township} ${seat}`] ?? [],
        }
      }),
  )
}

/**
 * Whoever signs the county's suggestions is a deputy of the county, or of more; a township ends the mandate of its own only, and those above the county answer
 * to the congress that elected them, not to voters.
 */
function tierOf(acts: Play['acts'], at: number): string {
  if (acts.some(({ take }) => take === 'endHere')) return 'township'
  if (acts.some(({ take }) => take === 'report')) return 'county'
  return ['county', 'county', 'county', 'county', 'city', 'county', 'province', 'county', 'county', 'city'][at % 10] ?? 'county'
}
