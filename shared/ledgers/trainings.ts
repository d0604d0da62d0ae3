import { defineLedger } from '../definition/define.ts'
import { say } from '../say.ts'

/** 代表培训 (请进来、走出去): a course with a quota for each township. 代表法 (2025) art 47. */
export const trainings = defineLedger({
  key: 'trainings',
  label: say('代表培训', 'Training'),
  system: 12,
  level: 'county',
  year: '@startOn',
  number: { format: '培训{year}-{seq:2}', per: ['year'] },
  fields: {
    course: { kind: 'text', label: say('培训班', 'Course'), required: true, max: 200 },
    startOn: { kind: 'date', label: say('开班日期', 'Start date'), required: true },
    endOn: { kind: 'date', label: say('结业日期', 'End date') },
    organiser: { kind: 'choice', label: say('举办层级', 'Organised by'), default: 'county', options: { county: say('县', 'County'), city: say('市', 'City'), province: say('省', 'Province'), nation: say('全国', 'Nation') } },
    mode: { kind: 'choice', label: say('方式', 'Format'), default: 'inside', options: { inside: say('请进来', 'Lecturers invited'), outside: say('走出去', 'Study trip'), online: say('线上', 'Online') } },
    place: { kind: 'text', label: say('地点', 'Place'), max: 100 },
    lecturer: { kind: 'text', label: say('授课人', 'Lecturer'), max: 100 },
    quota: { kind: 'number', label: say('每乡镇名额', 'Quota per township'), min: 1, max: 200, default: 10 },
    hours: { kind: 'number', label: say('学时', 'Hours'), min: 1, max: 400 },
    cost: { kind: 'number', label: say('经费', 'Cost'), min: 0, unit: say('元', 'yuan') },
    trained: { kind: 'number', label: say('参训人数', 'Number trained'), min: 0, max: 10000 },
    rating: { kind: 'number', label: say('学员评分', 'Participants’ rating'), min: 0, max: 100 },
    movedTo: { kind: 'date', label: say('改期至', 'Postponed to') },
    summary: { kind: 'text', label: say('总结', 'Summary'), max: 10000 },
    files: { kind: 'files', label: say('课件', 'Course material'), max: 20 },
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    planned: { label: say('计划', 'Planned'), phase: 'draft' }, open: { label: say('报名中', 'Enrolment open'), phase: 'open' }, full: { label: say('报名结束', 'Enrolment closed'), phase: 'open' }, held: { label: say('已开班', 'Held'), phase: 'open' }, archived: { label: say('已归档', 'Archived'), phase: 'done' }, cancelled: { label: say('已取消', 'Cancelled'), phase: 'void' },
  },
  initial: 'planned',
  transitions: {
    open: { label: say('开放报名', 'Open enrolment'), from: ['planned'], to: 'open', by: ['county'], asks: ['quota', 'hours'], numbers: true, opens: ['close'], creates: [{ ledger: 'training-enrolments', for: 'townships', fill: { course: '@course', startOn: '@startOn', quota: '@quota', hours: '@hours' } }] },
    close: { label: say('结束报名', 'Close enrolment'), from: ['open'], to: 'full', by: ['county'], discharges: ['close'], opens: ['hold'] },
    hold: { label: say('登记开班', 'Confirm it was held'), from: ['full'], to: 'held', by: ['county'], asks: ['endOn', 'trained?'], discharges: ['hold'], opens: ['archive'] },
    archive: { label: say('评价归档', 'Evaluate and archive'), from: ['held'], to: 'archived', by: ['county'], asks: ['summary', 'trained', 'rating?', 'cost?', 'files?'], discharges: ['archive'] },
    postpone: { label: say('改期重新报名', 'Postpone and reopen enrolment'), from: ['open', 'full'], to: 'cancelled', by: ['county'], asks: ['movedTo', 'reason'], confirm: true,
      creates: [{ ledger: 'trainings', fill: { course: '@course', startOn: '@movedTo', organiser: '@organiser', mode: '@mode', place: '@place', lecturer: '@lecturer', quota: '@quota', hours: '@hours' } }] },
    cancel: { label: say('取消这期', 'Cancel the course'), from: ['planned', 'open', 'full'], to: 'cancelled', by: ['county'], asks: ['reason'], confirm: true },
  },
  duties: {
    close: { label: say('核对报名人数', 'Check the enrolment'), basis: say('本县设定：开班前十日', 'set by the county: ten days before the course'), holder: ['county'], due: { days: 10, before: '@startOn' }, during: ['open'] },
    hold: { label: say('开班', 'Hold the course'), basis: say('按培训计划（代表法第四十七条）', 'on the day planned (Deputies Law art 47)'), holder: ['county'], due: { on: '@startOn' }, during: ['full'] },
    archive: { label: say('评价归档', 'Evaluate and archive'), basis: say('本县设定：结业后十个工作日内', 'set by the county: ten working days after the end'), holder: ['county'], due: { workdays: 10, after: '@endOn' }, during: ['held'] },
  },
  may: { create: ['county'], read: ['county', { who: ['anyTownship'], in: ['open', 'full', 'held', 'archived', 'cancelled'] }], edit: [{ who: ['county'], in: ['planned'], fields: ['course', 'startOn', 'endOn', 'organiser', 'mode', 'place', 'lecturer', 'quota', 'hours', 'cost', 'files'] }, { who: ['county'], in: ['open', 'full'], fields: ['endOn', 'place', 'lecturer', 'files'] }] },
  list: { columns: ['number', 'course', 'startOn', 'mode', 'place', 'hours', 'trained', 'state', 'dueOn'], filters: ['organiser', 'mode', 'state', 'year'], search: ['course', 'lecturer', 'place'] },
  report: { duty: 'archive', by: ['organiser', 'mode'], counts: ['mode'], sums: ['trained', 'hours', 'cost'] },
  import: { lands: [{ when: [{ field: 'summary', filled: true }], in: 'archived' }, { when: [], in: 'planned' }] },
})
