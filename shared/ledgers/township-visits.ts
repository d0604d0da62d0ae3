import { defineLedger } from '../define.ts'
import { say } from '../say.ts'

/** 挂钩联系: a member of the chairpersons’ meeting visits the township he is hooked up with, at least once a quarter; what he finds is passed on. */
export const townshipVisits = defineLedger({
  key: 'township-visits',
  label: say('挂钩联系', 'Township visits'),
  system: 17,
  place: 2,
  level: 'township',
  year: '@date',
  number: { format: '联系{year}-{seq:3}', per: ['year'] },
  fields: {
    purpose: { kind: 'text', label: say('联系内容', 'Purpose'), required: true, max: 200 },
    leader: { kind: 'text', label: say('挂钩领导', 'Hooked-up leader'), required: true, max: 60 },
    date: { kind: 'date', label: say('联系日期', 'Day'), required: true },
    place: { kind: 'text', label: say('地点', 'Place'), max: 100 },
    found: { kind: 'text', label: say('了解到的情况', 'What was found'), max: 5000 },
    problems: { kind: 'items', label: say('需要解决的问题', 'Problems'), columns: { problem: { kind: 'text', label: say('问题', 'Problem'), required: true, max: 200 } } },
    result: { kind: 'text', label: say('落实情况', 'What became of it'), max: 5000 },
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: { planned: { label: say('计划', 'Planned'), phase: 'open' }, visited: { label: say('已联系', 'Visited'), phase: 'open' }, routed: { label: say('问题办理中', 'Problems routed'), phase: 'open' }, closed: { label: say('已办结', 'Closed'), phase: 'done' }, cancelled: { label: say('已取消', 'Cancelled'), phase: 'void' } },
  initial: 'planned',
  born: { numbers: true, opens: ['visit'] },
  transitions: {
    visit: { label: say('登记联系情况', 'Enter the visit'), from: ['planned'], to: 'visited', by: ['county'], asks: ['found', 'problems?'], discharges: ['visit'], opens: ['settle'] },
    reschedule: { label: say('改期', 'Reschedule'), from: ['planned'], by: ['county'], asks: ['date', 'reason'] },
    route: { label: say('交办问题', 'Route the problems'), from: ['visited'], to: 'routed', by: ['county'], when: [{ field: 'problems', filled: true }], discharges: ['settle'], creates: [{ ledger: 'public-opinions', for: '@problems', fill: { matter: 'each.problem', place: '@place', source: { put: 'other' } } }] },
    settle: { label: say('无问题办结', 'Close'), from: ['visited'], to: 'closed', by: ['county', 'township'], asks: ['result?'], discharges: ['settle'] },
    close: { label: say('问题办结', 'All answered'), from: ['routed'], to: 'closed', by: ['county', 'system'], asks: ['result?'], when: [{ children: 'public-opinions', in: 'closed' }] },
    conclude: { label: say('带缺办结', 'Close with some open'), from: ['routed'], to: 'closed', by: ['county'], asks: ['reason'], confirm: true },
    cancel: { label: say('取消', 'Cancel'), from: ['planned'], to: 'cancelled', by: ['county'], asks: ['reason'], confirm: true },
  },
  duties: {
    visit: { label: say('到乡镇联系', 'Visit the township'), basis: say('每季度至少联系一次', 'at least once a quarter'), holder: ['county'], due: { on: '@date' }, during: ['planned'] },
    settle: { label: say('交办或办结', 'Route or close'), basis: say('联系后五个工作日内', 'five working days after the visit'), holder: ['county'], due: { workdays: 5 }, during: ['visited'] },
  },
  may: { create: ['county'], read: ['county', 'township'], edit: [{ who: ['county'], in: ['planned'], fields: ['purpose', 'leader', 'place'] }] },
  list: { columns: ['number', 'purpose', 'township', 'leader', 'date', 'state', 'dueOn'], filters: ['township', 'state', 'year'], search: ['purpose', 'leader'] },
  report: { duty: 'visit', by: ['township'] },
  import: { lands: [{ when: [{ field: 'found', filled: true }], in: 'closed' }, { when: [], in: 'planned' }] },
})
