import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { say } from '../say.ts'
import { roundPapers } from './papers/parts.ts'

/** What a sheet about one item carries, whether the item was found by a filter or chosen by hand. */
const sheetOf = {
  round: '@name',
  asks: '@asks',
  subject: 'each.record',
  title: 'each.title',
  unit: 'each.unit',
  who: '@who',
  until: '@until',
}

/**
 * 工作链: one round over a list, 年初交办明责任、年中督查问进度、年底测评求实效 or whatever the county invents. It takes items by a saved filter or by hand, or
 * offices; each gets a sheet with a day. What comes in stands on the item itself.
 */
export const rounds = defineLedger({
  key: 'rounds',
  label: say('工作链', 'Rounds'),
  system: 18,
  place: 2,
  level: 'county',
  spoken: { measure: '条' },
  year: '@until',
  number: { format: '轮次{year}-{seq:2}', per: ['year'] },
  fields: {
    name: { kind: 'text', label: say('名称', 'Name'), required: true, max: 200 },
    kind: {
      kind: 'choice',
      label: say('环节', 'Kind of round'),
      required: true,
      options: {
        handover: say('年初交办', 'Handover'),
        inspection: say('年中督查', 'Mid-year inspection'),
        evaluation: say('年底测评', 'Year-end evaluation'),
        other: say('其他', 'Other'),
      },
    },
    asks: { kind: 'text', label: say('填报要求', 'What is asked'), required: true, max: 3000 },
    meeting: {
      kind: 'records',
      of: 'meetings',
      max: 1,
      label: say('部署会议', 'Meeting'),
      help: say('例如交办会。', 'Such as the handover meeting.'),
    },
    among: {
      kind: 'query',
      label: say('按筛选选取', 'Items by a saved filter'),
      help: say(
        '在台账的列表里筛选好，把浏览器里的地址贴到这里。',
        'Filter the list of a ledger and paste its address from the browser here.',
      ),
    },
    chosen: { kind: 'records', label: say('逐件选取', 'Items by hand') },
    units: { kind: 'offices', of: 'unit', label: say('填报单位', 'Units') },
    towns: { kind: 'offices', of: 'township', label: say('填报乡镇', 'Townships') },
    who: {
      kind: 'choice',
      label: say('选取的事项由谁填报', 'Who fills in the sheet of an item'),
      headings: ['每件由谁填报'],
      default: 'unit',
      options: { unit: say('承办单位', 'Its unit'), owner: say('所属乡镇', 'Its township') },
    },
    until: {
      kind: 'date',
      label: say('填报期限', 'To be in by'),
      required: true,
      comes: say('“{this}”填报截止', '{this} is to be in'),
    },
    sheets: { kind: 'number', label: say('按筛选下发', 'Sheets by the filter'), min: 0 },
    byHand: { kind: 'number', label: say('逐件下发', 'Sheets by hand'), min: 0 },
    summary: { kind: 'text', label: say('汇总情况', 'Summary'), max: 20000 },
    files: attachments,
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    planned: { label: say('拟定', 'Planned'), phase: 'draft' },
    running: { label: say('进行中', 'Under way'), phase: 'open' },
    closed: { label: say('已汇总', 'Summed up'), phase: 'done' },
    cancelled: { label: say('已取消', 'Cancelled'), phase: 'void' },
  },
  initial: 'planned',
  begins: say('安排', 'arranged'),
  attachments: 'files',
  transitions: {
    start: {
      label: say('下发填报表', 'Send the sheets'),
      says: say('把{this}的填报表发给各单位。', 'Sends the sheets of {this} out.'),
      from: ['planned'],
      to: 'running',
      by: ['county'],
      when: [
        {
          any: [
            { field: 'among', filled: true },
            { field: 'chosen', filled: true },
            { field: 'units', filled: true },
            { field: 'towns', filled: true },
          ],
        },
      ],
      numbers: true,
      opens: ['sum'],
      creates: [
        {
          ledger: 'round-sheets',
          for: '@among',
          counted: '@sheets',
          township: 'each.township',
          fill: sheetOf,
        },
        {
          ledger: 'round-sheets',
          for: '@chosen',
          counted: '@byHand',
          township: 'each.township',
          fill: sheetOf,
        },
        {
          ledger: 'round-sheets',
          for: '@units',
          township: 'county',
          fill: { round: '@name', title: '@name', asks: '@asks', unit: 'each', who: { put: 'unit' }, until: '@until' },
        },
        {
          ledger: 'round-sheets',
          for: '@towns',
          township: 'each',
          fill: { round: '@name', title: '@name', asks: '@asks', who: { put: 'owner' }, until: '@until' },
        },
      ],
    },
    extend: {
      label: say('调整期限', 'Change the day'),
      says: say('把{this}的期限调整到{@until}。', 'Moves the day of {this} to {@until}.'),
      from: ['running'],
      by: ['county'],
      asks: ['until', 'reason'],
    },
    sum: {
      label: say('汇总办结', 'Sum up and close'),
      says: say('填报表都交了，汇总{this}。', 'Sums {this} up: the sheets are in.'),
      from: ['running'],
      to: 'closed',
      by: ['county'],
      asks: ['summary'],
      discharges: ['sum'],
    },
    cancel: {
      label: say('取消', 'Cancel'),
      says: say('取消{this}，不再要求填报。', 'Cancels {this}; no sheets are asked for.'),
      from: ['planned', 'running'],
      to: 'cancelled',
      by: ['county'],
      asks: ['reason'],
      confirm: true,
    },
  },
  duties: {
    sum: {
      label: say('汇总', 'Sum up'),
      basis: say('本县设定：填报期满后十个工作日内', 'set by the county: ten working days after the sheets are due'),
      holder: ['county'],
      due: { workdays: 10, after: '@until' },
      during: ['running'],
    },
  },
  may: {
    create: ['county'],
    read: ['county', { who: ['@units', '@towns'], in: ['running', 'closed'] }],
    edit: [
      {
        who: ['county'],
        in: ['planned'],
        fields: ['name', 'kind', 'asks', 'meeting', 'among', 'chosen', 'units', 'towns', 'who', 'until'],
      },
    ],
  },
  list: {
    columns: ['number', 'name', 'kind', 'until', 'sheets', 'byHand', 'state', 'dueOn'],
    filters: ['kind', 'state', 'year'],
    search: ['name', 'asks', 'summary'],
  },
  report: { duty: 'sum', by: ['kind'], counts: ['kind'] },
  papers: roundPapers,
})
