import { defineLedger } from '../definition/define.ts'
import { say } from '../say.ts'

/** 履职记录: one thing that a deputy did, worth points by the rule set of its year; what is entered by hand is checked twice, what another ledger has proved counts at once; shown each quarter, open to objection. 代表法 (2025) art 58. */
export const performanceEntries = defineLedger({
  key: 'performance-entries',
  label: say('履职记录', 'Performance entries'),
  system: 10,
  place: 2,
  level: 'both',
  year: '@date',
  number: { format: '履职{year}-{seq:5}', per: ['year'] },
  fields: {
    what: { kind: 'text', label: say('内容', 'What was done'), required: true, max: 500 },
    deputy: { kind: 'deputies', max: 1, label: say('代表', 'Deputy'), required: true },
    type: { kind: 'choice', label: say('履职类型', 'Type'), required: true, options: {
      congress: say('出席代表大会', 'Congress session'), leave: say('会议请假', 'Absent with leave'), absence: say('会议无故缺席', 'Absent without leave'), sitIn: say('列席会议', 'Sat in on a meeting'), group: say('小组活动', 'Group activity'), inspection: say('视察调研检查评议', 'Inspection, study or appraisal'),
      suggestion: say('提出建议', 'Suggestion'), key: say('重点或优秀建议', 'Key or excellent suggestion'), solved: say('建议办成', 'Suggestion solved'), feedback: say('按时反馈测评', 'Feedback on time'), reception: say('接待选民', 'Reception'), diary: say('民情日记', 'Diary'), training: say('参加培训', 'Training'),
      voters: say('向选民述职', 'Report to voters'), award: say('表彰', 'Award'),
    } },
    date: { kind: 'date', label: say('日期', 'Date'), required: true },
    rules: { kind: 'choice', label: say('积分规则', 'Rule set'), default: 'r2026', help: say('按履职那一年的规则计分；新的一年加一套规则，已经计的分不变。', 'Points follow the rules of the year of the activity. Add a set for each new year; points already counted stay.'), options: { r2025: say('2025 年规则', 'Rules of 2025'), r2026: say('2026 年规则', 'Rules of 2026') } },
    times: { kind: 'number', label: say('次数', 'How many times'), min: 1, max: 20, default: 1, help: say('请假、缺席按半天计。', 'Absences are counted by the half day.') },
    points: { kind: 'computed', label: say('积分', 'Points'), value: { as: 'table', of: 'type', under: 'rules', times: 'times', table: {
      r2025: { congress: 20, leave: -1, absence: -5, sitIn: 3, group: 3, inspection: 3, suggestion: 3, key: 3, solved: 2, feedback: 1, reception: 2, diary: 1, training: 2, voters: 5, award: 5 },
      r2026: { congress: 20, leave: -1, absence: -5, sitIn: 3, group: 4, inspection: 3, suggestion: 3, key: 3, solved: 2, feedback: 1, reception: 2, diary: 1, training: 2, voters: 6, award: 5 },
    } } },
    auto: { kind: 'yesno', label: say('自动记录', 'Entered automatically'), help: say('由建议、活动、培训、日记、列席等台账自动写入。', 'Entered by the ledgers of suggestions, activities, training, diaries and meetings.') },
    evidence: { kind: 'files', label: say('佐证材料', 'Evidence'), max: 10 },
    shownUntil: { kind: 'date', label: say('公示至', 'Published until'), help: say('至少留五个工作日申诉。', 'Leave at least five working days for objections.') },
    objection: { kind: 'text', label: say('申诉', 'Objection'), max: 1000 },
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
    upheld: { kind: 'yesno', only: 'event', label: say('申诉成立', 'Upheld') },
    note: { kind: 'text', only: 'event', label: say('说明', 'Note') },
  },
  states: {
    draft: { label: say('草稿', 'Draft'), phase: 'draft' }, submitted: { label: say('已申报', 'Submitted'), phase: 'open' }, checked: { label: say('已初审', 'Checked'), phase: 'open' }, counted: { label: say('已计分', 'Counted'), phase: 'done' },
    shown: { label: say('公示中', 'Published'), phase: 'done' }, contested: { label: say('申诉中', 'Contested'), phase: 'open' }, final: { label: say('已定', 'Final'), phase: 'done' }, struck: { label: say('不予计分', 'Not counted'), phase: 'void' },
  },
  initial: 'draft',
  transitions: {
    submit: { label: say('申报', 'Submit'), from: ['draft'], to: 'submitted', by: ['creator', 'owner', '@deputy'], opens: ['check'] },
    enter: { label: say('自动计分', 'Count automatically'), from: ['draft'], to: 'counted', by: ['system'], when: [{ field: 'auto', is: true }], numbers: true },
    check: { label: say('初审', 'First check'), from: ['submitted'], to: 'checked', by: ['owner'], asks: ['note?'], numbers: true, discharges: ['check'], opens: ['confirm'] },
    sendBack: { label: say('退回', 'Send back'), from: ['submitted', 'checked'], to: 'draft', by: ['owner', 'county'], asks: ['reason'], sets: { auto: { put: null } } },
    confirm: { label: say('复核计分', 'Confirm and count'), from: ['checked'], to: 'counted', by: ['county'], asks: ['note?'], discharges: ['confirm'] },
    show: { label: say('公示', 'Publish'), from: ['counted'], to: 'shown', by: ['county'], asks: ['shownUntil'], sets: { objection: { put: null } }, opens: ['object'] },
    object: { label: say('申诉', 'Object'), from: ['shown'], to: 'contested', by: ['@deputy'], asks: ['objection'], discharges: ['object'], opens: ['decide'] },
    decide: { label: say('答复申诉', 'Decide the objection'), from: ['contested'], to: 'final', by: ['county'], asks: ['upheld', 'note', 'type?', 'times?'], discharges: ['decide'], branches: [{ when: [{ field: 'upheld', is: true }], to: 'counted' }] },
    settle: { label: say('公示期满', 'End the publication'), from: ['shown'], to: 'final', by: ['county', 'system'], when: [{ field: 'shownUntil', past: true }], discharges: ['object'] },
    strike: { label: say('不予计分', 'Do not count'), from: ['draft', 'submitted', 'checked', 'contested'], to: 'struck', by: ['county'], asks: ['reason'], confirm: true },
  },
  duties: {
    check: { label: say('初审', 'First check'), basis: say('本县设定：申报后十个工作日内初审', 'set by the county: ten working days after submission'), holder: ['owner'], due: { workdays: 10 }, during: ['submitted'] },
    confirm: { label: say('复核计分', 'Confirm and count'), basis: say('本县设定：每季度首月十日前复核', 'set by the county: by the tenth day of each quarter'), holder: ['county'], due: { quarterly: 10 }, during: ['checked'] },
    object: { label: say('申诉（有异议时）', 'Object, if need be'), basis: say('本县设定：公示期内可以申诉，至少五个工作日', 'set by the county: until the end of the publication, at least five working days'), holder: ['@deputy'], due: { on: '@shownUntil' }, during: ['shown'], reminders: 'none' },
    decide: { label: say('答复申诉', 'Decide the objection'), basis: say('本县设定：收到申诉后五个工作日内', 'set by the county: five working days after the objection'), holder: ['county'], due: { workdays: 5 }, during: ['contested'] },
  },
  may: { create: ['county', 'anyTownship', 'anyDeputy'], read: ['county', 'owner', '@deputy', 'creator'], edit: [{ who: ['owner', 'creator', '@deputy'], in: ['draft'], fields: ['deputy', 'type', 'date', 'what', 'times', 'evidence'] }, { who: ['owner'], in: ['submitted'], fields: ['type', 'date', 'what', 'times', 'evidence'] }, { who: ['county'], in: ['submitted', 'checked', 'contested'], fields: ['type', 'rules', 'times'] }] },
  list: { columns: ['number', 'deputy', 'township', 'type', 'date', 'what', 'points', 'state'], filters: ['township', 'type', 'rules', 'state', 'year'], search: ['deputy', 'what'] },
  // No duty: what other ledgers write is never checked, and its points count all the same.
  report: { by: ['township', 'deputy', 'type'], counts: ['type'], sums: ['points', 'times'] },
  import: { lands: [{ when: [], in: 'counted' }] },
})
