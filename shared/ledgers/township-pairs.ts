import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { say } from '../say.ts'
import { pairPapers } from './papers/office.ts'

/** 挂钩安排: which member of the chairpersons’ meeting is hooked up with which township, for as long as it stands; a quarter without a visit shows as overdue. */
export const townshipPairs = defineLedger({
  key: 'township-pairs',
  label: say('挂钩安排', 'Contact leaders'),
  system: 17,
  place: 3,
  level: 'township',
  spoken: { measure: '项' },
  number: { format: '挂钩{year}-{seq:2}', per: ['year'] },
  fields: {
    leader: { kind: 'text', label: say('挂钩领导', 'Contact leader'), required: true, max: 60 },
    visitedOn: { kind: 'date', past: true, label: say('最近联系日期', 'Last visit') },
    purpose: { kind: 'text', only: 'event', label: say('联系内容', 'Purpose'), max: 200 },
    found: { kind: 'text', only: 'event', label: say('了解到的情况', 'Findings'), max: 5000 },
    problems: {
      kind: 'items',
      only: 'event',
      label: say('需要解决的问题', 'Problems'),
      columns: { problem: { kind: 'text', label: say('问题', 'Problem'), required: true, max: 200 } },
    },
    visits: { kind: 'number', label: say('联系次数', 'Visits'), default: 0 },
    files: attachments,
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    active: { label: say('挂钩中', 'In force'), phase: 'open', lasts: true },
    ended: { label: say('已结束', 'Ended'), phase: 'done' },
  },
  initial: 'active',
  begins: say('建立', 'set up'),
  born: { numbers: true, opens: ['visit'] },
  attachments: 'files',
  transitions: {
    visit: {
      label: say('登记联系', 'Enter a visit'),
      says: say('登记{this}的一次挂钩联系。', 'Enters a visit under {this}.'),
      from: ['active'],
      by: ['county'],
      asks: ['visitedOn', 'purpose', 'found', 'problems?'],
      once: ['visitedOn', 'purpose'],
      sets: { visits: { add: 1 } },
      discharges: ['visit'],
      opens: ['visit'],
      creates: [
        {
          ledger: 'township-visits',
          fill: {
            arranged: { put: true },
            purpose: '@purpose',
            leader: '@leader',
            date: '@visitedOn',
            found: '@found',
            problems: '@problems',
          },
        },
      ],
    },
    change: {
      label: say('调整挂钩领导', 'Change the leader'),
      says: say('把{this}的挂钩领导调整为{@leader}。', 'Makes {@leader} the contact leader of {this}.'),
      from: ['active'],
      by: ['county'],
      asks: ['leader', 'reason'],
    },
    end: {
      label: say('结束挂钩', 'End it'),
      says: say('结束{this}的挂钩联系。', 'Ends {this}.'),
      from: ['active'],
      to: 'ended',
      by: ['county'],
      asks: ['reason'],
      confirm: true,
    },
  },
  duties: {
    visit: {
      label: say('到乡镇联系', 'Visit the township'),
      basis: say(
        '本县设定：每季度至少联系一次，下季度首日前登记',
        'set by the county: at least once a quarter, entered by the first day of the next',
      ),
      holder: ['county'],
      due: { quarterly: 1 },
      during: ['active'],
      reminders: 'long',
    },
  },
  may: {
    create: ['county'],
    read: ['county', 'township'],
    edit: [{ who: ['county'], in: ['active'], fields: ['files'] }],
  },
  list: {
    columns: ['number', 'township', 'leader', 'visitedOn', 'visits', 'state', 'dueOn'],
    filters: ['township', 'state'],
    search: ['leader'],
  },
  report: { duty: 'visit', by: ['township', 'leader'], sums: ['visits'] },
  papers: pairPapers,
})
