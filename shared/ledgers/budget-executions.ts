import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { say } from '../say.ts'
import { executionPapers } from './papers/matters.ts'

const yuan = say('万元', '10,000 yuan')
const months = Object.fromEntries(
  ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'].map((month) => [
    `m${month}`,
    say(`${month} 月`, `Month ${month}`),
  ]),
)
const elapsed = Object.fromEntries(Object.keys(months).map((month, at) => [month, (at + 1) / 12]))

const alert = (rule: string, grade: 'yellow' | 'red', words: string, amount: string) => ({
  ledger: 'budget-alerts',
  fill: { signal: { put: words }, unit: '@unit', rule: { put: rule }, grade: { put: grade }, amount },
})

/**
 * 预算执行月报: what each department has spent by the end of a month, imported from the books. Rules that the county sets hold it against the time that has passed
 * and raise alerts; nobody looks for signals by hand. Flow after Taicang 2020.
 */
export const budgetExecutions = defineLedger({
  key: 'budget-executions',
  label: say('预算执行月报', 'Monthly execution'),
  system: 8,
  place: 3,
  level: 'county',
  spoken: { measure: '份' },
  once: ['unit', 'fiscal', 'month'],
  number: { format: '月报{year}-{seq:4}', per: ['year'] },
  fields: {
    unit: { kind: 'office', of: 'unit', label: say('部门', 'Department'), required: true },
    fiscal: { kind: 'number', label: say('预算年度', 'Budget year'), required: true, min: 2000, max: 2100 },
    month: { kind: 'choice', label: say('截至月份', 'Until the end of'), required: true, options: months },
    budget: { kind: 'number', label: say('全年预算', 'Budget of the year'), required: true, min: 0, unit: yuan },
    paid: { kind: 'number', label: say('累计支出', 'Spent so far'), required: true, min: 0, unit: yuan },
    unplanned: { kind: 'number', label: say('无预算支出', 'Spent without budget'), min: 0, unit: yuan, default: 0 },
    held: { kind: 'number', label: say('逾期未下达转移支付', 'Transfers overdue'), min: 0, unit: yuan, default: 0 },
    share: {
      kind: 'computed',
      label: say('支出进度', 'Share spent'),
      value: { as: 'rate', of: 'paid', over: 'budget' },
    },
    passed: {
      kind: 'computed',
      label: say('时间进度', 'Share of the year'),
      value: { as: 'table', of: 'month', table: elapsed },
    },
    pace: {
      kind: 'computed',
      label: say('支出与时间之比', 'Spending against time'),
      value: { as: 'rate', of: 'share', over: 'passed' },
    },
    files: attachments,
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    entered: { label: say('待比对', 'To be compared'), phase: 'open' },
    compared: { label: say('已比对', 'Compared'), phase: 'done' },
    dropped: { label: say('作废', 'Dropped'), phase: 'void' },
  },
  initial: 'entered',
  born: { numbers: true, opens: ['compare'] },
  attachments: 'files',
  transitions: {
    compare: {
      label: say('按规则比对', 'Compare by the rules'),
      says: say(
        '按规则比对{this}，发现异常的生成预警。',
        'Compares {this} with the rules; what stands out becomes an alert.',
      ),
      from: ['entered'],
      to: 'compared',
      by: ['county'],
      discharges: ['compare'],
      creates: [
        { ...alert('slow', 'yellow', '支出进度明显低于时间进度', '@paid'), when: [{ field: 'pace', below: 0.7 }] },
        { ...alert('over', 'red', '累计支出超过全年预算', '@paid'), when: [{ field: 'share', above: 1 }] },
        { ...alert('noBudget', 'red', '有无预算支出', '@unplanned'), when: [{ field: 'unplanned', above: 0 }] },
        { ...alert('transfer', 'yellow', '转移支付逾期未下达', '@held'), when: [{ field: 'held', above: 0 }] },
      ],
    },
    drop: {
      label: say('作废', 'Drop'),
      says: say('作废{this}，不再比对。', 'Drops {this}; it is not compared.'),
      from: ['entered'],
      to: 'dropped',
      by: ['county'],
      asks: ['reason'],
      confirm: true,
    },
  },
  duties: {
    compare: {
      label: say('按规则比对', 'Compare by the rules'),
      basis: say('本县设定：月报到后五个工作日内', 'set by the county: five working days after the figures came'),
      holder: ['county:finance'],
      due: { workdays: 5 },
      during: ['entered'],
    },
  },
  may: {
    create: ['county'],
    read: ['county', '@unit'],
    edit: [{ who: ['county'], in: ['entered'], fields: ['budget', 'paid', 'unplanned', 'held', 'files'] }],
  },
  list: {
    columns: ['number', 'unit', 'fiscal', 'month', 'budget', 'paid', 'share', 'pace', 'state', 'dueOn'],
    filters: ['unit', 'month', 'state'],
    search: [],
  },
  report: { duty: 'compare', by: ['unit', 'month'], sums: ['budget', 'paid', 'unplanned', 'held'] },
  papers: executionPapers,
})
