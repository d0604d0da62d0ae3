import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { say } from '../say.ts'
import { alertPapers } from './papers/matters.ts'

/** The rules that watch the books, and how loudly they speak. */
export const alertRules = {
  slow: say('支出进度慢', 'Slow spending'),
  over: say('超预算', 'Over budget'),
  late: say('年底突击花钱', 'Year-end rush'),
  noBudget: say('无预算支出', 'Spending without budget'),
  transfer: say('转移支付下达迟缓', 'Transfers late'),
  debt: say('债务风险', 'Debt risk'),
  other: say('其他', 'Other'),
}
export const alertGrades = { yellow: say('提示', 'Notice'), red: say('重点', 'Serious') }

/** 预算联网监督预警: a signal from the books, explained by the department, judged by the committee, cleared or put right. Flow after Taicang 2020. */
export const budgetAlerts = defineLedger({
  key: 'budget-alerts',
  label: say('预算预警', 'Budget alerts'),
  system: 8,
  place: 2,
  level: 'county',
  spoken: { measure: '条' },
  number: { format: '预警{year}-{seq:3}', per: ['year'] },
  bounds: [{ field: 'corrected', atMost: '@amount' }],
  fields: {
    signal: { kind: 'text', label: say('预警信号', 'Signal'), required: true, max: 500 },
    unit: { kind: 'office', of: 'unit', label: say('涉及部门', 'Department'), required: true },
    rule: { kind: 'choice', label: say('预警规则', 'Rule'), options: alertRules },
    grade: { kind: 'choice', label: say('级别', 'Level'), default: 'yellow', options: alertGrades },
    amount: { kind: 'number', label: say('涉及金额', 'Amount'), min: 0, unit: say('万元', '10,000 yuan') },
    explanation: { kind: 'text', label: say('部门说明', 'Explanation'), max: 5000 },
    verdict: {
      kind: 'choice',
      label: say('认定', 'Verdict'),
      options: {
        false: say('不属实', 'False alarm'),
        accepted: say('说明合理', 'Explained'),
        confirmed: say('属实', 'Confirmed'),
      },
    },
    measures: { kind: 'text', label: say('整改情况', 'What was done'), max: 5000 },
    corrected: { kind: 'number', label: say('纠正金额', 'Corrected'), min: 0, unit: say('万元', '10,000 yuan') },
    correctedOn: { kind: 'date', past: true, label: say('整改到位日期', 'Put right on') },
    files: attachments,
    done: { kind: 'yesno', only: 'event', label: say('整改到位', 'Put right') },
    note: { kind: 'text', only: 'event', label: say('说明', 'Note') },
  },
  states: {
    raised: { label: say('待说明', 'Raised'), phase: 'open' },
    explained: { label: say('待认定', 'Explained'), phase: 'open' },
    cleared: { label: say('已解除', 'Cleared'), phase: 'done' },
    rectifying: { label: say('整改中', 'Being put right'), phase: 'open' },
    reported: { label: say('待核查', 'To be checked'), phase: 'open' },
    corrected: { label: say('已纠正', 'Corrected'), phase: 'done' },
  },
  initial: 'raised',
  begins: say('发出', 'raised'),
  born: { numbers: true, opens: ['explain'] },
  attachments: 'files',
  transitions: {
    explain: {
      label: say('说明情况', 'Explain'),
      says: say('就{this}说明情况，交县人大办认定。', 'Explains {this}, for the county office to judge.'),
      from: ['raised'],
      to: 'explained',
      by: ['@unit'],
      asks: ['explanation'],
      discharges: ['explain'],
      opens: ['judge'],
    },
    judge: {
      label: say('认定预警', 'Judge the alert'),
      says: say(
        '认定{this}：属实的要求整改，不属实的解除预警。',
        'Judges {this}: confirmed, it is put right; else the alert is lifted.',
      ),
      from: ['explained'],
      to: 'cleared',
      by: ['county'],
      asks: ['verdict', 'note?'],
      discharges: ['judge'],
      branches: [
        {
          when: [{ field: 'verdict', is: 'confirmed' }],
          says: say('认定{this}属实，要求整改。', 'Confirms {this}, to be put right.'),
          to: 'rectifying',
          opens: ['rectify'],
        },
      ],
    },
    rectify: {
      label: say('报告整改', 'Report what was done'),
      says: say('把{this}的整改情况报给县人大办核查。', 'Reports how {this} was put right, to be checked.'),
      from: ['rectifying'],
      to: 'reported',
      by: ['@unit'],
      asks: ['measures', 'corrected?'],
      discharges: ['rectify'],
      opens: ['verify'],
    },
    verify: {
      label: say('核查整改', 'Check what was done'),
      says: say('核查{this}：到位就办结，不到位就继续整改。', 'Checks {this}: put right closes it, else it goes on.'),
      from: ['reported'],
      to: 'corrected',
      by: ['county'],
      asks: ['done', 'note?'],
      sets: { correctedOn: { stamp: 'today' } },
      discharges: ['verify'],
      branches: [
        {
          when: [{ field: 'done', is: false }],
          to: 'rectifying',
          sets: { correctedOn: { put: null } },
          opens: ['rectify'],
        },
      ],
    },
  },
  returns: {},
  duties: {
    explain: {
      label: say('说明情况', 'Explain the alert'),
      basis: say(
        '本县设定：收到预警后十个工作日内说明',
        'set by the county: explained within ten working days of the alert',
      ),
      holder: ['@unit'],
      due: { workdays: 10 },
      during: ['raised'],
    },
    judge: {
      label: say('认定预警', 'Judge the alert'),
      basis: say(
        '本县设定：收到说明后十个工作日内认定',
        'set by the county: judged within ten working days of the explanation',
      ),
      holder: ['county'],
      due: { workdays: 10 },
      during: ['explained'],
    },
    rectify: {
      label: say('整改并报告', 'Put it right and report'),
      basis: say(
        '本县设定：认定属实的，两个月内整改（参照河南监督法办法2015第三十条）',
        'set by the county: put right within two months once confirmed (after Henan supervision rules 2015 art 30)',
      ),
      holder: ['@unit'],
      due: { months: 2 },
      during: ['rectifying'],
    },
    verify: {
      label: say('核查整改', 'Check what was done'),
      basis: say(
        '本县设定：收到整改报告后十个工作日内核查',
        'set by the county: checked within ten working days of the report',
      ),
      holder: ['county'],
      due: { workdays: 10 },
      during: ['reported'],
    },
  },
  may: {
    create: ['county'],
    read: ['county', '@unit'],
    edit: [{ who: ['county'], in: ['raised', 'explained'], fields: ['signal', 'rule', 'grade', 'amount'] }],
  },
  list: {
    columns: ['number', 'signal', 'unit', 'rule', 'amount', 'verdict', 'state', 'dueOn'],
    filters: ['unit', 'rule', 'grade', 'verdict', 'state', 'year'],
    search: ['signal', 'explanation'],
  },
  report: {
    duty: 'explain',
    by: ['unit', 'rule'],
    counts: ['verdict', 'rule'],
    sums: ['amount', 'corrected'],
    rates: {
      confirmed: {
        label: say('属实率', 'Confirmed'),
        of: [{ field: 'verdict', is: 'confirmed' }],
        over: [{ field: 'verdict', filled: true }],
      },
      corrected: {
        label: say('整改率', 'Put right'),
        of: [{ field: 'correctedOn', filled: true }],
        over: [{ field: 'verdict', is: 'confirmed' }],
      },
    },
  },
  import: {
    lands: [
      { when: [{ field: 'verdict', is: ['false', 'accepted'] }], in: 'cleared' },
      { when: [{ field: 'correctedOn', filled: true }], in: 'corrected' },
      { when: [{ field: 'verdict', is: 'confirmed' }], in: 'rectifying' },
      { when: [], in: 'raised' },
    ],
  },
  papers: alertPapers,
})
