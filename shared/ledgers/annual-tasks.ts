import { defineLedger } from '../define.ts'
import { say } from '../say.ts'

/** 年度目标任务: a goal, its measures, a committee and a person, with milestones (任务书、时间表、施工图). */
export const annualTasks = defineLedger({
  key: 'annual-tasks',
  label: say('年度目标任务', 'Annual tasks'),
  system: 16,
  place: 2,
  level: 'county',
  number: { format: '任务{year}-{seq:3}', per: ['year'] },
  fields: {
    goal: { kind: 'text', label: say('目标', 'Goal'), required: true, max: 300 },
    measure: { kind: 'text', label: say('措施', 'Measure'), required: true, max: 1000 },
    source: { kind: 'choice', label: say('来源', 'Source'), default: 'plan', options: { plan: say('年度计划', 'Plan'), leader: say('领导交办', 'A leader'), congress: say('代表大会报告', 'Congress report') } },
    committee: { kind: 'choice', label: say('责任委室', 'Committee'), options: { office: say('办公室', 'Office'), deputies: say('代表工委', 'Deputy affairs'), finance: say('财经工委', 'Finance'), law: say('监察法制工委', 'Law'), social: say('社会建设工委', 'Social affairs'), environment: say('环资城建工委', 'Environment'), personnel: say('人事任免工委', 'Personnel') } },
    person: { kind: 'person', of: 'county', label: say('责任人', 'Person') },
    startOn: { kind: 'date', label: say('开始日期', 'Starts') },
    finishOn: { kind: 'date', label: say('完成期限', 'To be done by'), required: true },
    weight: { kind: 'number', label: say('分值', 'Weight'), min: 0, max: 100, default: 10 },
    milestones: { kind: 'items', label: say('节点', 'Milestones'), columns: { milestone: { kind: 'text', label: say('节点', 'Milestone'), required: true, max: 300 }, by: { kind: 'date', label: say('期限', 'By'), required: true } } },
    progress: { kind: 'number', label: say('进度', 'Progress'), min: 0, max: 100, unit: say('%', '%'), default: 0 },
    evidence: { kind: 'text', label: say('完成情况', 'What was done'), max: 5000 },
    files: { kind: 'files', label: say('佐证材料', 'Evidence'), max: 20 },
    score: { kind: 'number', label: say('得分', 'Score'), min: 0, max: 100 },
    note: { kind: 'text', only: 'event', label: say('说明', 'Note') },
    passed: { kind: 'yesno', only: 'event', label: say('验收通过', 'Accepted') },
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    drafted: { label: say('拟定', 'Drafted'), phase: 'draft' }, assigned: { label: say('进行中', 'Under way'), phase: 'open' }, done: { label: say('待验收', 'To be checked'), phase: 'open' }, checked: { label: say('已完成', 'Checked'), phase: 'done' }, cancelled: { label: say('已取消', 'Cancelled'), phase: 'void' },
  },
  initial: 'drafted',
  transitions: {
    assign: { label: say('下达任务', 'Assign'), from: ['drafted'], to: 'assigned', by: ['county'], asks: ['person?', 'milestones?'], numbers: true, opens: ['finish', 'monthly', 'personal'], creates: [{ ledger: 'task-milestones', for: '@milestones', fill: { milestone: 'each.milestone', by: 'each.by', goal: '@goal', person: '@person' } }] },
    report: { label: say('报告进度', 'Report progress'), from: ['assigned'], by: ['county', '@person'], asks: ['progress', 'note?'], discharges: ['monthly', 'personal'], opens: ['monthly'] },
    change: { label: say('调整任务', 'Change'), from: ['assigned'], by: ['county'], asks: ['finishOn', 'reason'] },
    finish: { label: say('报告完成', 'Report it done'), from: ['assigned'], to: 'done', by: ['county', '@person'], asks: ['evidence', 'files?'], sets: { progress: { put: 100 } }, discharges: ['finish', 'monthly', 'personal'], opens: ['check'] },
    check: { label: say('督查验收', 'Check'), from: ['done'], to: 'checked', by: ['county'], asks: ['passed', 'score?', 'note?'], discharges: ['check'], branches: [{ when: [{ field: 'passed', is: false }], to: 'assigned', sets: { progress: { put: 80 } }, opens: ['finish', 'monthly'] }] },
    cancel: { label: say('取消任务', 'Cancel'), from: ['drafted', 'assigned'], to: 'cancelled', by: ['county'], asks: ['reason'], confirm: true },
  },
  duties: {
    finish: { label: say('按期完成', 'Finish'), basis: say('按任务书期限', 'by the day of the task sheet'), holder: ['county'], due: { on: '@finishOn' }, during: ['assigned'], reminders: 'long' },
    personal: { label: say('首次报告进度', 'First report'), basis: say('下达后十个工作日内，责任人报告打算', 'ten working days after assignment, by the person'), holder: ['@person'], due: { workdays: 10 }, during: ['assigned'] },
    monthly: { label: say('月报进度', 'Monthly report'), basis: say('每月1日报告上月进度', 'by the first of each month'), holder: ['county'], due: { monthly: 1 }, during: ['assigned'] },
    check: { label: say('督查验收', 'Check'), basis: say('报告完成后十个工作日内', 'ten working days after the report'), holder: ['county'], due: { workdays: 10 }, during: ['done'] },
  },
  may: { create: ['county'], read: ['county', '@person'], edit: [{ who: ['county'], in: ['drafted'], fields: ['goal', 'measure', 'source', 'committee', 'person', 'startOn', 'finishOn', 'weight', 'milestones', 'files'] }] },
  list: { columns: ['number', 'goal', 'committee', 'person', 'finishOn', 'progress', 'state', 'dueOn'], filters: ['committee', 'source', 'state', 'year'], search: ['goal', 'measure'] },
  report: { duty: 'finish', by: ['committee', 'source'], counts: ['source'], sums: ['weight', 'score'] },
})
