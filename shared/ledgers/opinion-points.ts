import { defineLedger } from '../define.ts'
import { say } from '../say.ts'

/** 审议意见问题清单: one point of an opinion, with its unit, its day and its result. Points done / points is the rectification rate (整改完成率). */
export const opinionPoints = defineLedger({
  key: 'opinion-points',
  label: say('问题清单', 'Opinion points'),
  system: 2,
  level: 'county',
  part: true,
  fields: {
    problem: { kind: 'text', label: say('问题', 'Problem'), required: true, max: 1000 },
    demand: { kind: 'text', label: say('意见建议', 'Demand'), max: 1000 },
    unit: { kind: 'office', of: 'unit', label: say('责任单位', 'Unit'), required: true },
    promisedFor: { kind: 'date', label: say('整改期限', 'Due') },
    measures: { kind: 'text', label: say('整改措施和结果', 'What was done'), max: 5000 },
    done: { kind: 'yesno', only: 'event', label: say('已整改到位', 'Put right') },
    finding: { kind: 'text', only: 'event', label: say('核查情况', 'Finding') },
  },
  states: { open: { label: say('整改中', 'Open'), phase: 'open' }, answered: { label: say('待核查', 'To be checked'), phase: 'open' }, closed: { label: say('已销号', 'Struck off'), phase: 'done' } },
  initial: 'open',
  born: { opens: ['rectify'] },
  transitions: {
    rectify: { label: say('报告整改', 'Report'), from: ['open'], to: 'answered', by: ['@unit'], asks: ['measures'], discharges: ['rectify'], opens: ['check'] },
    check: { label: say('核查销号', 'Check'), from: ['answered'], to: 'closed', by: ['county'], asks: ['done', 'finding?'], discharges: ['check'], branches: [{ when: [{ field: 'done', is: false }], to: 'open', sets: { promisedFor: { put: null } }, opens: ['rectify'] }] },
  },
  duties: {
    rectify: { label: say('整改', 'Rectify'), basis: say('按清单期限；未写明的两个月', 'the day of the list, else two months'), holder: ['@unit'], due: { first: [{ on: '@promisedFor' }, { months: 2 }] }, during: ['open'], reminders: 'long' },
    check: { label: say('核查销号', 'Check'), basis: say('收到整改报告后十个工作日内核查', 'ten working days after the report'), holder: ['county'], due: { workdays: 10 }, during: ['answered'] },
  },
  may: { create: [], read: ['county', '@unit'], edit: [] },
  list: { columns: ['problem', 'unit', 'promisedFor', 'state', 'dueOn'], filters: ['unit', 'state', 'year'], search: ['problem', 'demand'] },
  report: { duty: 'rectify', by: ['unit'] },
})
