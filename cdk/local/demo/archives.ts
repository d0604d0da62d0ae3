import { deputiesOf } from './deputies.ts'
import { officeName, townships } from './offices.ts'
import { deputies as played } from './plays/deputies.ts'
import { daysFrom } from './plays/play.ts'
import { villages } from './villages.ts'
import { addDays, workdayUpTo } from './workdays.ts'

/** A register of an earlier year as the county keeps it: a ledger, and its rows under their headings. */
export type Archive = { ledger: string; name: string; csv: string }

/** What the county had before: old diaries, the rules in force, and the livelihood projects of last year, each brought in as one register. */
export function archives(today: string): Archive[] {
  const ago = (days: number) => workdayUpTo(addDays(today, -days))
  return [
    archive('diaries', '民情日记', ['乡镇', '代表', '走访日期', '走访地点', '走访内容', '走访人数', '回访情况'], diaries(ago)),
    archive('rules', '制度汇编', ['制度名称', '编目', '正文', '通过机关', '文号', '通过日期', '施行日期'], rules(ago)),
    archive(
      'livelihood-projects',
      '民生实事项目',
      [
        '乡镇',
        '项目名称',
        '类别',
        '建设内容',
        '建设地点',
        '实施乡镇',
        '提出人',
        '总投资',
        '累计支付资金',
        '计划完成',
        '形象进度',
        '验收情况',
      ],
      projects(ago),
    ),
  ]
}

/** The files of all deputies of whom no play tells: there before the plays begin, since what a deputy did is entered for whom a file names. */
export function roll(today: string): Archive {
  const told = new Set(played(daysFrom(today)).map(({ township, data }) => `${township} ${data.name}`))
  const rows = townships.flatMap(({ id, name }) =>
    deputiesOf(id).flatMap(({ zh }, seat) => {
      const group = `${name.zh}第${['一', '二', '三'][seat % 3]}代表小组`
      return told.has(`${id} ${zh}`) ? [] : [[name.zh, zh, seat % 4 === 3 ? '乡镇' : '县', `${name.zh}代表团`, group, '2022-01-12']]
    }),
  )
  return archive('deputies', '代表名册', ['乡镇', '姓名', '代表级别', '代表团', '代表小组', '当选日期'], rows)
}

type Ago = (days: number) => string

const seen = [
  '走访脱贫户，了解产业奖补到账和孩子上学情况，群众表示满意。',
  '到田头查看沟渠清淤，和种植户算了灌溉用电的账。',
  '参加村里议事会，商量村口广场照明和健身器材维护。',
  '看望高龄老人，询问助餐和家庭医生签约服务。',
]

function diaries(ago: Ago): string[][] {
  return townships.flatMap(({ id, name }, at) =>
    [0, 1, 2, 3].map((nth) => {
      const place = villages[id]?.[nth + 3] ?? ''
      const told = nth % 2 === 0 ? '已当面回访，群众认可。' : ''
      return [
        name.zh,
        deputiesOf(id)[nth + 5]?.zh ?? '',
        ago(70 + at * 3 + nth * 40),
        place,
        `${place}：${seen[(at + nth) % 4]}`,
        `${6 + nth}`,
        told,
      ]
    }),
  )
}

const adopted = [
  ['常委会组成人员守则', '议事'],
  ['常委会会议表决办法', '议事'],
  ['代表议案处理办法', '议事'],
  ['常委会会议请假制度', '会议'],
  ['主任会议议题收集办法', '会议'],
  ['公民旁听常委会会议办法', '会议'],
  ['任前法律知识考试办法', '选举与宣誓'],
  ['代表资格审查工作规则', '选举与宣誓'],
  ['补选代表工作规程', '选举与宣誓'],
  ['预算审查监督办法', '报告与评议'],
  ['计划执行监督办法', '报告与评议'],
  ['审计查出问题整改监督办法', '报告与评议'],
  ['国有资产管理监督办法', '报告与评议'],
  ['任命人员述职评议办法', '报告与评议'],
  ['代表小组活动制度', '其他'],
  ['代表履职积分管理办法', '其他'],
  ['代表培训工作规划', '其他'],
]

/** 办法, 制度, 规则: what the rule calls itself; and what it is about. */
const kindOf = (title: string) => /(办法|制度|规则|规程|守则|规划)$/.exec(title)?.[0] ?? '制度'
const about = (title: string) => `${title.slice(0, -kindOf(title).length)}工作`.replace(/工作工作$/, '工作')

function rules(ago: Ago): string[][] {
  return adopted.map(([title = '', part = ''], at) => {
    const on = ago(150 + at * 45)
    return [
      `灌南县人大${title}`,
      part,
      `第一条 为规范${about(title)}，根据有关法律法规，结合本县实际，制定本${kindOf(title)}。\n第二条 县人大常委会及其工作机构、乡镇人大适用本${kindOf(title)}。\n第三条 具体工作由县人大常委会有关委室承担，每年向主任会议报告执行情况。`,
      '县人大常委会会议',
      `灌人发〔${on.slice(0, 4)}〕${40 + at}号`,
      on,
      on,
    ]
  })
}

const works = [
  ['道路硬化', '道路交通', '硬化村组道路，配套路灯和排水边沟。'],
  ['沟塘清淤', '水利', '清淤沟塘，修复护坡和涵闸。'],
  ['卫生室改造', '卫生健康', '改造村卫生室，配备康复设备。'],
  ['助餐点建设', '养老助残', '新建助餐点一处，配齐厨房设备。'],
  ['污水管网', '环境整治', '铺设污水管网，接入镇级处理厂。'],
  ['文体广场', '文化体育', '新建文体广场，安装健身器材。'],
  ['农桥改造', '道路交通', '拆除重建农桥，提高荷载等级。'],
]

/** Seven of each township's own list, all accepted by their end. */
function projects(ago: Ago): string[][] {
  return townships.flatMap(({ id, name }, at) =>
    works.map(([what = '', category = '', content = ''], nth) => {
      const place = villages[id]?.[nth + 1] ?? officeName(id)
      const total = 60 + ((at * 7 + nth) % 9) * 25
      return [
        name.zh,
        `${place}${what}`,
        category,
        content,
        place,
        name.zh,
        '镇人大代表小组',
        `${total}`,
        `${total - 4}`,
        ago(230 + nth * 9),
        '100',
        '验收合格，已交付使用。',
      ]
    }),
  )
}

function archive(ledger: string, name: string, headings: string[], rows: string[][]): Archive {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  return { ledger, name: `${name}.csv`, csv: `\ufeff${[headings, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n` }
}
