import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { eachItsOwn } from '../definition/returns.ts'
import { say } from '../say.ts'
import { enrolmentPapers } from './papers/activities.ts'

/** 培训报名: the deputies that one township sends, within its quota, and who came; each who came gets an entry in his file. */
export const trainingEnrolments = defineLedger({
  key: 'training-enrolments',
  label: say('培训报名', 'Training enrolments'),
  system: 12,
  level: 'township',
  part: true,
  spoken: { measure: '份' },
  bounds: [{ field: 'came', atMost: '@enrolled' }],
  fields: {
    course: { kind: 'text', label: say('培训班', 'Course'), required: true, max: 200 },
    startOn: { kind: 'date', label: say('开班日期', 'Start date'), required: true },
    quota: { kind: 'number', label: say('名额', 'Quota'), min: 1 },
    hours: { kind: 'number', label: say('学时', 'Hours'), min: 1 },
    enrolled: { kind: 'deputies', label: say('报名代表', 'Enrolled'), max: 200 },
    came: { kind: 'deputies', label: say('参训代表', 'Attended'), max: 200 },
    places: { kind: 'computed', label: say('报名人数', 'Number enrolled'), value: { as: 'count', of: 'enrolled' } },
    present: { kind: 'computed', label: say('参训人数', 'Number attending'), value: { as: 'count', of: 'came' } },
    attendance: {
      kind: 'computed',
      label: say('到课率', 'Attendance'),
      value: { as: 'rate', of: 'present', over: 'places' },
    },
    files: attachments,
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    open: { label: say('待报名', 'Awaiting names'), phase: 'open' },
    enrolled: { label: say('已报名', 'Enrolled'), phase: 'open' },
    attended: { label: say('已参训', 'Attended'), phase: 'done' },
    none: { label: say('未参加', 'Nobody sent'), phase: 'void' },
  },
  initial: 'open',
  begins: say('布置', 'sent out'),
  born: { opens: ['enrol'] },
  attachments: 'files',
  transitions: {
    enrol: {
      label: say('报名', 'Enrol'),
      says: say('把参加{this}的名单报给县人大办。', 'Hands in who takes part in {this}.'),
      from: ['open', 'enrolled'],
      to: 'enrolled',
      by: ['township'],
      asks: ['enrolled'],
      when: [
        { parent: ['open'] },
        {
          any: [
            { field: 'quota', filled: false },
            { field: 'places', atMost: '@quota' },
          ],
        },
      ],
      discharges: ['enrol'],
      opens: [{ duty: 'attend', when: [{ duty: 'attend', open: false }] }],
    },
    attend: {
      label: say('登记到课', 'Enter attendance'),
      says: say('登记{this}的到课人员。', 'Enters who came to {this}.'),
      from: ['enrolled'],
      to: 'attended',
      by: ['township', 'county'],
      notBefore: '@startOn',
      asks: ['came'],
      discharges: ['attend'],
      creates: [
        {
          ledger: 'performance-entries',
          for: '@came',
          fill: {
            auto: { put: true },
            deputy: 'each',
            type: { put: 'training' },
            date: '@startOn',
            what: { words: '参加{@course}' },
          },
        },
      ],
    },
    decline: {
      label: say('不参加', 'Send nobody'),
      says: say('告知县人大办不参加{this}。', 'Tells the county office that nobody goes to {this}.'),
      from: ['open', 'enrolled'],
      to: 'none',
      by: ['township'],
      asks: ['reason'],
    },
    // One step for both, until each was told by what happened.
    follow: { label: say('随培训取消或归档', 'Cancelled or archived with the course'), from: [], by: ['county'] },
    calledOff: {
      label: say('培训已经取消', 'The course was cancelled'),
      from: ['open', 'enrolled'],
      to: 'none',
      by: ['system'],
      when: [{ parent: ['cancelled'] }],
    },
    over: {
      label: say('培训已经归档', 'The course was archived'),
      from: ['open', 'enrolled'],
      to: 'none',
      by: ['system'],
      when: [{ parent: ['archived'] }],
    },
  },
  duties: {
    enrol: {
      label: say('报送名单', 'Send the names'),
      basis: say('本县设定：开班前十日报送名单', 'set by the county: ten days before the course'),
      holder: ['township'],
      stays: eachItsOwn,
      due: { days: 10, before: '@startOn' },
      during: ['open'],
    },
    attend: {
      label: say('登记到课', 'Enter attendance'),
      basis: say('本县设定：开班后五个工作日内', 'set by the county: five working days after the start'),
      holder: ['township'],
      stays: eachItsOwn,
      due: { workdays: 5, after: '@startOn' },
      during: ['enrolled'],
    },
  },
  may: { create: [], read: ['county', 'township'], edit: [] },
  list: {
    columns: ['course', 'township', 'startOn', 'quota', 'places', 'attendance', 'state', 'dueOn'],
    filters: ['township', 'state', 'year'],
    search: ['course', 'enrolled'],
  },
  report: {
    duty: 'enrol',
    by: ['township'],
    sums: ['places', 'present'],
    rates: {
      sent: {
        label: say('派员率', 'Townships that sent deputies'),
        of: [{ field: 'places', above: 0 }],
        over: [{ field: 'course', filled: true }],
      },
    },
  },
  papers: enrolmentPapers,
})
