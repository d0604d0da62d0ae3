import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { eachItsOwn } from '../definition/returns.ts'
import { say } from '../say.ts'
import { replyPapers } from './papers/office.ts'

/** What kind of meeting it is. */
export const meetingKinds = {
  committee: say('常委会会议', 'Standing committee'),
  chairs: say('主任会议', 'Chairpersons’ meeting'),
  congress: say('县人民代表大会会议', 'County congress'),
  township: say('乡镇人民代表大会会议', 'Township congress'),
  other: say('其他会议', 'Other'),
}

/** Who comes is told before the meeting; afterwards who came is entered. */
const ahead = {
  parent: ['invited', 'notified', 'postponed'],
  why: say(
    '会议已经召开或者取消，不能再报送列席人员或者请假。',
    'The meeting was held or cancelled: nobody can be named or excused any more.',
  ),
}

/** 列席回执: who comes from one township or one unit, or why nobody does; what they said goes into the minutes, and into the deputies’ files. */
export const invitationReplies = defineLedger({
  key: 'invitation-replies',
  label: say('列席回执', 'Replies to invitations'),
  system: 17,
  level: 'both',
  part: true,
  spoken: { measure: '份' },
  year: '@meetingOn',
  fields: {
    meeting: { kind: 'text', label: say('会议名称', 'Meeting'), required: true, max: 200 },
    meetingOn: {
      kind: 'date',
      from: ['parent.day', 'parent.meetingOn'],
      label: say('会议日期', 'Date'),
      required: true,
    },
    kind: { kind: 'choice', label: say('会议类别', 'Kind of meeting'), options: meetingKinds },
    place: { kind: 'text', from: 'parent.place', label: say('地点', 'Place'), max: 100 },
    agenda: { kind: 'text', label: say('议程', 'Agenda'), max: 5000 },
    unit: { kind: 'office', of: 'unit', label: say('列席单位', 'Unit'), headings: ['列席部门'] },
    seats: { kind: 'number', label: say('列席名额', 'Seats'), min: 1, default: 2 },
    coming: { kind: 'names', label: say('列席人员', 'Attending'), min: 1 },
    attending: { kind: 'computed', label: say('列席人数', 'Number attending'), value: { as: 'count', of: 'coming' } },
    came: { kind: 'deputies', label: say('到会代表', 'Deputies who attended'), max: 400 },
    remarks: { kind: 'text', label: say('发言要点', 'Remarks'), max: 5000 },
    files: attachments,
    reason: { kind: 'text', only: 'event', label: say('请假理由', 'Reason for leave') },
  },
  states: {
    invited: { label: say('待回执', 'Invited'), phase: 'open' },
    confirmed: { label: say('已确认', 'Confirmed'), phase: 'open' },
    recorded: { label: say('已列席', 'Attended'), phase: 'done' },
    leave: { label: say('请假', 'On leave'), phase: 'done' },
    dropped: { label: say('未列席', 'Did not attend'), phase: 'void' },
  },
  initial: 'invited',
  begins: say('通知列席{title}（{@meetingOn}，{@place}）', 'invites to {title} ({@meetingOn}, {@place})'),
  born: { opens: ['answer'] },
  attachments: 'files',
  transitions: {
    confirm: {
      label: say('报送列席人员', 'Send the names'),
      says: say('向县人大办报送参加{this}的人员。', 'Says who comes to {this}.'),
      from: ['invited', 'confirmed', 'leave'],
      to: 'confirmed',
      by: ['township', '@unit'],
      asks: ['coming'],
      when: [ahead, { field: 'attending', atMost: '@seats' }],
      discharges: ['answer'],
      opens: [{ duty: 'record', when: [{ duty: 'record', open: false }] }],
    },
    excuse: {
      label: say('请假不参加', 'Ask for leave'),
      says: say('说明不能参加{this}的原因。', 'Says why nobody comes to {this}.'),
      from: ['invited', 'confirmed'],
      to: 'leave',
      by: ['township', '@unit'],
      asks: ['reason'],
      when: [ahead],
      discharges: ['answer'],
      confirm: true,
    },
    record: {
      label: say('登记列席情况', 'Enter attendance'),
      says: say('登记{this}的到会人员。', 'Enters who came to {this}.'),
      // Who did not answer in time enters at once who came.
      from: ['invited', 'confirmed'],
      to: 'recorded',
      by: ['county', 'township', '@unit'],
      asks: ['came?', 'remarks?'],
      discharges: ['record', 'answer'],
      creates: [
        {
          ledger: 'performance-entries',
          for: '@came',
          when: [{ field: 'kind', not: 'congress' }],
          fill: {
            auto: { put: true },
            deputy: 'each',
            type: { put: 'sitIn' },
            date: '@meetingOn',
            what: { words: '列席{@meeting}' },
          },
        },
        // A delegation does not sit in on its own congress: it attends.
        {
          ledger: 'performance-entries',
          for: '@came',
          when: [{ field: 'kind', is: 'congress' }],
          unlessThere: true,
          fill: {
            auto: { put: true },
            deputy: 'each',
            type: { put: 'congress' },
            date: '@meetingOn',
            meeting: '@meeting',
            what: { words: '出席{@meeting}' },
          },
        },
      ],
    },
    // One step for both, until each was told by what happened.
    follow: { label: say('会议取消或归档', 'The meeting was cancelled or archived'), from: [], by: ['county'] },
    calledOff: {
      label: say('会议已经取消', 'The meeting was cancelled'),
      from: ['invited', 'confirmed'],
      to: 'dropped',
      by: ['system'],
      when: [{ parent: ['cancelled'] }],
    },
    over: {
      label: say('会议已经归档', 'The meeting was archived'),
      from: ['invited', 'confirmed'],
      to: 'dropped',
      by: ['system'],
      when: [{ parent: ['closed', 'minuted'] }],
    },
  },
  duties: {
    answer: {
      label: say('报送回执', 'Answer'),
      basis: say('本县设定：会议三日前回执', 'set by the county: three days before the meeting'),
      holder: ['township', '@unit'],
      stays: eachItsOwn,
      due: { days: 3, before: '@meetingOn' },
      during: ['invited'],
    },
    record: {
      label: say('登记列席情况', 'Enter attendance'),
      basis: say('本县设定：会后五个工作日内', 'set by the county: five working days after the meeting'),
      holder: ['township', '@unit'],
      stays: eachItsOwn,
      due: { workdays: 5, after: '@meetingOn' },
      during: ['confirmed'],
    },
  },
  may: { create: [], read: ['county', 'township', '@unit'], edit: [] },
  list: {
    columns: ['meeting', 'township', 'unit', 'meetingOn', 'coming', 'came', 'state', 'dueOn'],
    filters: ['township', 'unit', 'state', 'year'],
    search: ['meeting', 'remarks'],
  },
  report: { duty: 'answer', by: ['township', 'unit'], sums: ['attending'] },
  papers: replyPapers,
})
