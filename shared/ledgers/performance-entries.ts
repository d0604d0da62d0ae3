import { defineLedger } from '../define.ts'
import { say } from '../say.ts'

/** 履职记录: one thing that a deputy did, worth points by the rule set of its year; what is entered by hand is checked twice, what another ledger has proved counts at once; shown each quarter, open to objection. 代表法 (2025) art 58. */
export const performanceEntries = defineLedger({
  key: 'performance-entries',
  label: say('履职记录', 'Performance'),
  system: 10,
  place: 2,
  level: 'township',
  year: '@date',
  number: { format: '履职{year}-{seq:5}', per: ['year'] },
  fields: {
    what: { kind: 'text', label: say('内容', 'What'), required: true, max: 500 },
    deputy: { kind: 'deputies', max: 1, label: say('代表', 'Deputy'), required: true },
    type: { kind: 'choice', label: say('履职类型', 'Type'), required: true, options: {
      congress: say('出席代表大会', 'Congress session'), absence: say('会议缺席', 'Absence'), group: say('小组活动', 'Group activity'), inspection: say('视察调研检查评议', 'Inspection or study'), suggestion: say('提出建议', 'Suggestion'), reception: say('接待选民', 'Reception'),
      diary: say('民情日记', 'Diary'), training: say('参加培训', 'Training'), voters: say('向选民述职', 'Report to voters'), award: say('表彰', 'Award'),
    } },
    date: { kind: 'date', label: say('日期', 'Date'), required: true },
    rules: { kind: 'choice', label: say('积分规则', 'Rule set'), default: 'r2026', options: { r2025: say('2025 年规则', 'Rules of 2025'), r2026: say('2026 年规则', 'Rules of 2026') } },
    times: { kind: 'number', label: say('次数（半天）', 'Times'), min: 1, max: 20, default: 1 },
    points: { kind: 'computed', label: say('积分', 'Points'), value: { as: 'table', of: 'type', under: 'rules', times: 'times', table: {
      r2025: { congress: 10, absence: -5, group: 3, inspection: 3, suggestion: 3, reception: 2, diary: 1, training: 2, voters: 5, award: 5 },
      r2026: { congress: 10, absence: -5, group: 4, inspection: 3, suggestion: 3, reception: 2, diary: 1, training: 2, voters: 6, award: 5 },
    } } },
    auto: { kind: 'yesno', label: say('自动记录', 'Written by itself'), help: say('由活动、培训、日记等台账自动写入。', 'Written by activities, training, diaries and so on.') },
    evidence: { kind: 'files', label: say('佐证材料', 'Evidence'), max: 10 },
    shownUntil: { kind: 'date', label: say('公示至', 'Shown until') },
    objection: { kind: 'text', label: say('申诉', 'Objection'), max: 1000 },
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
    upheld: { kind: 'yesno', only: 'event', label: say('申诉成立', 'Upheld') },
    note: { kind: 'text', only: 'event', label: say('说明', 'Note') },
  },
  states: {
    draft: { label: say('草稿', 'Draft'), phase: 'draft' }, submitted: { label: say('已申报', 'Submitted'), phase: 'open' }, checked: { label: say('已初审', 'Checked'), phase: 'open' }, counted: { label: say('已计分', 'Counted'), phase: 'done' },
    shown: { label: say('公示中', 'Shown'), phase: 'done' }, contested: { label: say('申诉中', 'Contested'), phase: 'open' }, final: { label: say('已定', 'Final'), phase: 'done' }, struck: { label: say('不计', 'Struck'), phase: 'void' },
  },
  initial: 'draft',
  transitions: {
    submit: { label: say('申报', 'Submit'), from: ['draft'], to: 'submitted', by: ['creator', 'township', '@deputy'], opens: ['check'] },
    enter: { label: say('自动计分', 'Counted by itself'), from: ['draft'], to: 'counted', by: ['system'], when: [{ field: 'auto', is: true }], numbers: true },
    check: { label: say('初审', 'Check'), from: ['submitted'], to: 'checked', by: ['township'], asks: ['note?'], numbers: true, discharges: ['check'], opens: ['confirm'] },
    sendBack: { label: say('退回', 'Send back'), from: ['submitted', 'checked'], to: 'draft', by: ['township', 'county'], asks: ['reason'], sets: { auto: { put: null } } },
    confirm: { label: say('复核计分', 'Confirm'), from: ['checked'], to: 'counted', by: ['county'], asks: ['note?'], discharges: ['confirm'] },
    show: { label: say('公示', 'Show'), from: ['counted'], to: 'shown', by: ['county'], asks: ['shownUntil'], opens: ['object'] },
    object: { label: say('申诉', 'Object'), from: ['shown'], to: 'contested', by: ['@deputy'], asks: ['objection'], discharges: ['object'], opens: ['decide'] },
    decide: { label: say('答复申诉', 'Decide'), from: ['contested'], to: 'final', by: ['county'], asks: ['upheld', 'note'], discharges: ['decide'], branches: [{ when: [{ field: 'upheld', is: true }], to: 'draft', sets: { auto: { put: null } } }] },
    settle: { label: say('公示期满', 'Time is over'), from: ['shown'], to: 'final', by: ['county', 'system'], when: [{ field: 'shownUntil', past: true }], discharges: ['object'] },
    strike: { label: say('不予计分', 'Strike'), from: ['draft', 'submitted', 'checked', 'contested'], to: 'struck', by: ['county'], asks: ['reason'], confirm: true },
  },
  duties: {
    check: { label: say('初审', 'Check'), basis: say('申报后十个工作日内', 'ten working days after submission'), holder: ['township'], due: { workdays: 10 }, during: ['submitted'] },
    confirm: { label: say('复核计分', 'Confirm'), basis: say('每季度后十日前复核', 'by the tenth after each quarter'), holder: ['county'], due: { quarterly: 10 }, during: ['checked'] },
    object: { label: say('有异议可申诉', 'Object, if at all'), basis: say('公示期内可以申诉，至少五个工作日', 'until the end of the showing, at least five working days'), holder: ['@deputy'], due: { on: '@shownUntil' }, during: ['shown'], reminders: 'none' },
    decide: { label: say('答复申诉', 'Decide the objection'), basis: say('收到申诉后五个工作日内', 'five working days after the objection'), holder: ['county'], due: { workdays: 5 }, during: ['contested'] },
  },
  may: { create: ['county', 'anyTownship', 'anyDeputy'], read: ['county', 'township', '@deputy', 'creator'], edit: [{ who: ['township', 'creator', '@deputy'], in: ['draft'], fields: ['deputy', 'type', 'date', 'what', 'times', 'evidence'] }, { who: ['township'], in: ['submitted'], fields: ['type', 'date', 'what', 'times', 'evidence'] }, { who: ['county'], in: ['submitted', 'checked', 'contested'], fields: ['type', 'rules', 'times'] }] },
  list: { columns: ['number', 'deputy', 'township', 'type', 'date', 'what', 'points', 'state'], filters: ['township', 'type', 'state', 'year'], search: ['deputy', 'what'], sort: '-createdAt' },
  report: { duty: 'check', by: ['township', 'type'], counts: ['type'], sums: ['points', 'times'] },
  import: { lands: [{ when: [], in: 'counted' }] },
})
