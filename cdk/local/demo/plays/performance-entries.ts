import { deputies, deputiesOf } from '../deputies.ts'
import { congress } from '../sittings.ts'
import { act, type Days, type Play } from './play.ts'

/** 履职记录: what deputies entered of their own, in every stage of check, showing and objection. */
export const performanceEntries = ({ days, work, last }: Days): Play[] => {
  // The congress meets every January.
  const attended = last('01-08', 30)
  const entry = (
    account: string,
    type: string,
    n: number | string,
    what: string,
    acts: Play['acts'] = [],
    times = 1,
    meeting = '',
  ): Play => {
    const deputy = deputies.find((one) => one.account === account)
    return {
      ledger: 'performance-entries',
      by: account,
      township: deputy?.township ?? '',
      data: { deputy: [deputy?.zh], type, date: typeof n === 'number' ? days(n) : n, what, times, ...(meeting ? { meeting } : {}) },
      acts,
    }
  }
  const submit = (by: string) => act(by, 'submit')
  const checked = (by: string, township: string) => [submit(by), act(township, 'check', { note: '与签到和照片核对一致。' })]
  const counted = (by: string, township: string) => [...checked(by, township), act('county', 'confirm')]
  const shown = (by: string, township: string, n: number) => [...counted(by, township), act('county', 'show', { shownUntil: work(n) })]
  const strike = (reason: string) => act('county', 'strike', { reason })
  return [
    entry('deputy1', 'reception', -2, '在镇中社区接待选民九人，登记问题四件'),
    entry('deputy4', 'inspection', -4, '参加县人大组织的化工园区安全视察', [submit('deputy4')]),
    entry('deputy6', 'training', -19, '参加网络课堂学习并提交心得', [submit('deputy6')], 2),
    entry('deputy8', 'inspection', -31, '参加水稻保险执法检查第二小组', checked('deputy8', 'beichenji')),
    entry('deputy10', 'reception', -26, '在张店社区站值班接待', counted('deputy10', 'zhangdian'), 2),
    entry('deputy11', 'voters', -28, '在窑河村向选民述职并接受评议', counted('deputy11', 'sankou')),
    entry('deputy13', 'award', -40, '获评全市优秀县人大代表', shown('deputy13', 'mengxingzhuang', 8)),
    entry('deputy15', 'congress', attended, '出席县人民代表大会会议全程', shown('deputy15', 'tanggou', 12), 1, congress(attended)),
    entry('deputy17', 'inspection', -22, '参加农村饮水安全专项调研', [
      ...shown('deputy17', 'bailu', 9),
      act('deputy17', 'object', { objection: '当日上午、下午各参加一场，应按两次计算，请核对签到表。' }),
    ]),
    entry('deputy19', 'reception', -36, '在莞渎老街接待点接待群众12人', [
      ...shown('deputy19', 'xinji', 8),
      act('deputy19', 'object', { objection: '接待次数少记一次，附登记簿照片。' }),
      act('county', 'decide', { upheld: false, note: '登记簿上的另一次为小组活动，已单独计分，维持原分。' }),
    ]),
    entry('deputy21', 'training', -47, '参加市级基层代表培训班', [
      ...shown('deputy21', 'lijiji', 10),
      act('deputy21', 'object', { objection: '培训共三天，只计了一天，请按学时重新计算。' }),
      act('county', 'decide', { upheld: true, times: 3, note: '核对结业证书，改按三天计分，下季度重新公示。' }),
    ]),
    entry('deputy3', 'award', -90, '获镇级先进个人', [submit('deputy3'), strike('镇级表彰不在积分规则范围内。')]),
    entry('deputy12', 'suggestion', -15, '与选民座谈形成建议初稿', [
      submit('deputy12'),
      act('sankou', 'sendBack', { reason: '建议提交并登记后自动记录，请勿重复申报。' }),
    ]),
    {
      ledger: 'performance-entries',
      by: 'tianlou',
      township: 'tianlou',
      data: {
        deputy: [deputiesOf('tianlou')[2]?.zh],
        type: 'absence',
        date: days(-18),
        meeting: '汤沟、田楼、孟兴庄三镇代表小组联席会议',
        what: '未请假缺席代表小组活动',
        times: 1,
      },
      acts: checked('tianlou', 'tianlou'),
    },
  ]
}
