import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { ownMatter } from '../definition/returns.ts'
import { say } from '../say.ts'
import { visitPapers } from './papers/office.ts'

/** 挂钩联系: a member of the chairpersons’ meeting visits the township he is hooked up with, at least once a quarter; what he finds is passed on. */
export const townshipVisits = defineLedger({
  key: 'township-visits',
  label: say('挂钩联系', 'Township visits'),
  system: 17,
  place: 2,
  level: 'township',
  spoken: { measure: '次' },
  year: '@date',
  number: { format: '联系{year}-{seq:3}', per: ['year'] },
  fields: {
    purpose: { kind: 'text', label: say('联系内容', 'Purpose'), required: true, max: 200 },
    leader: { kind: 'text', label: say('挂钩领导', 'Contact leader'), required: true, max: 60 },
    date: {
      kind: 'date',
      label: say('联系日期', 'Date'),
      required: true,
      comes: say('{@leader}到{township}联系：{this}', '{@leader} visits {township}: {this}'),
    },
    place: { kind: 'text', label: say('地点', 'Place'), max: 100 },
    found: { kind: 'text', label: say('了解到的情况', 'Findings'), max: 5000 },
    problems: {
      kind: 'items',
      label: say('需要解决的问题', 'Problems'),
      columns: { problem: { kind: 'text', label: say('问题', 'Problem'), required: true, max: 200 } },
    },
    photos: { kind: 'files', label: say('照片', 'Photographs'), max: 20 },
    result: { kind: 'text', label: say('落实情况', 'Follow-up'), max: 5000 },
    arranged: { kind: 'yesno', label: say('按挂钩安排登记', 'Entered with the arrangement') },
    files: attachments,
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    planned: { label: say('计划', 'Planned'), phase: 'open' },
    visited: { label: say('已联系', 'Visited'), phase: 'open' },
    routed: { label: say('问题办理中', 'Problems routed'), phase: 'open' },
    closed: { label: say('已办结', 'Closed'), phase: 'done' },
    cancelled: { label: say('已取消', 'Cancelled'), phase: 'void' },
  },
  initial: 'planned',
  begins: say('安排', 'arranged'),
  born: { numbers: true, opens: ['visit'] },
  attachments: 'files',
  transitions: {
    visit: {
      label: say('登记联系情况', 'Enter the visit'),
      says: say('登记{this}的联系情况。', 'Enters what the visit {this} showed.'),
      from: ['planned'],
      to: 'visited',
      by: ['county'],
      notBefore: '@date',
      asks: ['found', 'problems?', 'photos?'],
      discharges: ['visit'],
      opens: ['settle'],
    },
    // Entered on the standing arrangement, with what was found.
    arrive: {
      label: say('联系情况已经登记', 'What was found is entered'),
      from: ['planned'],
      to: 'visited',
      by: ['system'],
      when: [{ field: 'arranged', is: true }],
      discharges: ['visit'],
      opens: ['settle'],
    },
    reschedule: {
      label: say('改期', 'Reschedule'),
      says: say('把{this}改到{@date}。', 'Moves {this} to {@date}.'),
      from: ['planned'],
      by: ['county'],
      asks: ['date', 'reason'],
    },
    route: {
      label: say('交办问题', 'Route the problems'),
      says: say('把{this}里发现的问题交有关单位办理。', 'Hands the problems found on {this} to units.'),
      from: ['visited'],
      to: 'routed',
      by: ['county'],
      when: [{ field: 'problems', filled: true }],
      discharges: ['settle'],
      opens: ['oversee'],
      creates: [
        {
          ledger: 'public-opinions',
          for: '@problems',
          fill: { matter: 'each.problem', place: '@place', receivedOn: '@date', source: { put: 'linkage' } },
        },
      ],
    },
    settle: {
      label: say('确认联系情况', 'Confirm the contact'),
      says: say(
        '确认{this}的联系情况，没有要交办的问题，予以办结。',
        'Confirms {this} and closes it: nothing was found that has to be handled.',
      ),
      from: ['visited'],
      to: 'closed',
      // Whoever visited does not confirm it: the township does.
      by: ['township'],
      asks: ['result?'],
      discharges: ['settle'],
    },
    close: {
      label: say('办结问题', 'Close as answered'),
      says: say('{this}里的问题已经办好，办结。', 'Closes {this}: what was found is done.'),
      from: ['routed'],
      to: 'closed',
      by: ['county', 'system'],
      asks: ['result?'],
      when: [{ children: 'public-opinions', in: 'closed' }],
      discharges: ['oversee'],
    },
    conclude: {
      label: say('先行办结（部分未复）', 'Close with some unanswered'),
      says: say(
        '先行办结{this}，所列问题还有没答复的。',
        'Closes {this} though some of its problems are not answered.',
      ),
      from: ['routed'],
      to: 'closed',
      by: ['county'],
      asks: ['reason'],
      confirm: true,
      discharges: ['oversee'],
    },
    cancel: {
      label: say('取消联系', 'Cancel the visit'),
      says: say('取消{this}，不再安排。', 'Cancels {this}.'),
      from: ['planned'],
      to: 'cancelled',
      by: ['county'],
      asks: ['reason'],
      confirm: true,
    },
  },
  duties: {
    visit: {
      label: say('到乡镇联系', 'Visit the township'),
      basis: say(
        '按计划日期；本县设定每季度至少联系一次',
        'on the day planned; at least once a quarter, set by the county',
      ),
      holder: ['county'],
      due: { on: '@date' },
      during: ['planned'],
    },
    settle: {
      label: say('确认联系情况', 'Confirm the visit'),
      basis: say('本县设定：登记联系后五个工作日内', 'set by the county: five working days after the visit is entered'),
      holder: ['township'],
      stays: ownMatter,
      due: { workdays: 5 },
      during: ['visited'],
    },
    oversee: {
      label: say('督促问题办结', 'See the problems through'),
      basis: say('本县设定：交办后三个月内办结', 'set by the county: within three months of handing them over'),
      holder: ['county'],
      due: { months: 3 },
      during: ['routed'],
    },
  },
  may: {
    create: ['county'],
    read: ['county', 'township'],
    edit: [{ who: ['county'], in: ['planned'], fields: ['purpose', 'leader', 'place'] }],
  },
  list: {
    columns: ['number', 'purpose', 'township', 'leader', 'date', 'place', 'state', 'dueOn'],
    filters: ['township', 'state', 'year'],
    search: ['purpose', 'leader'],
  },
  report: {
    duty: 'visit',
    by: ['township', 'leader'],
    rates: {
      problems: {
        label: say('发现问题的联系占比', 'Visits that found problems'),
        of: [{ field: 'problems', filled: true }],
        over: [{ field: 'found', filled: true }],
      },
    },
  },
  import: {
    lands: [
      { when: [{ field: 'found', filled: true }], in: 'closed' },
      { when: [], in: 'planned' },
    ],
  },
  papers: visitPapers,
})
