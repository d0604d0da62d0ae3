import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { ownMatter } from '../definition/returns.ts'
import { say } from '../say.ts'
import { invitationReplies, meetingKinds } from './invitation-replies.ts'
import { meetingPapers } from './papers/office.ts'
import { yearPapers } from './papers/years.ts'

/** What whoever is invited is told of the meeting. */
const invited = {
  meeting: '@name',
  kind: '@kind',
  meetingOn: '@day',
  place: '@place',
  seats: '@seats',
  agenda: '@programme',
} as const

const attended = (names: '@came' | '@leave', type: 'congress' | 'leave') => ({
  ledger: 'performance-entries',
  for: names,
  when: [{ field: 'kind' as const, is: 'township' }],
  unlessThere: true as const,
  fill: {
    auto: { put: true },
    deputy: 'each',
    type: { put: type },
    date: '@day' as const,
    meeting: '@name' as const,
    what: { words: type === 'leave' ? '请假未出席{@name}' : '出席{@name}' },
  },
})

/**
 * 会议: of the standing committee, of its chairpersons, of the congress, of a township's congress. What is on its agenda names it as its meeting and takes its
 * day from here. 地方组织法 (2022): a congress meets with two thirds of its deputies, a committee decides with more than half of its members (art 51).
 */
export const meetings = defineLedger({
  key: 'meetings',
  label: say('会议', 'Meetings'),
  system: 18,
  place: 1,
  level: 'both',
  spoken: { measure: '次', self: '这次会议' },
  year: '@day',
  meets: { day: '@day', in: ['held', 'minuted'] },
  number: { format: '会议{year}-{seq:3}', per: ['year'] },
  bounds: [{ field: 'present', atMost: '@expected' }],
  fields: {
    name: {
      kind: 'text',
      label: say('会议名称', 'Meeting'),
      required: true,
      max: 200,
      help: say(
        '写明届次，例如：县十八届人大常委会第三十次会议，某镇十九届人大第五次会议。',
        'With its number, for example: Thirtieth meeting of the standing committee, fifth session of a township’s congress.',
      ),
    },
    kind: {
      kind: 'choice',
      label: say('会议类别', 'Kind of meeting'),
      required: true,
      options: meetingKinds,
      townships: ['township', 'other'],
    },
    day: { kind: 'date', label: say('会议日期', 'Day'), required: true, comes: say('召开{this}', '{this} is held') },
    lastDay: {
      kind: 'date',
      label: say('闭会日期', 'Last day'),
      help: say('开一天的不填。', 'Empty when it takes one day.'),
    },
    place: { kind: 'text', label: say('地点', 'Place'), max: 100 },
    programme: {
      kind: 'text',
      label: say('会议议程', 'Programme'),
      max: 5000,
      help: say('印在通知上的议程。', 'As it stands in the notice.'),
    },
    agenda: {
      kind: 'records',
      label: say('上会事项', 'Items on the agenda'),
      seenBy: ['county', 'owner'],
      help: say(
        '按先后排列，任何台账的事项都可以列入；逐件点开办理。',
        'In their order; items of any ledger. Each is opened and taken further from here.',
      ),
    },
    ahead: {
      kind: 'number',
      label: say('提前通知天数', 'Days of notice'),
      min: 0,
      max: 60,
      default: 7,
      unit: say('天', 'days'),
    },
    expected: { kind: 'number', label: say('应到人数', 'Expected'), min: 1, max: 1000 },
    towns: { kind: 'offices', of: 'township', label: say('列席乡镇', 'Townships sitting in') },
    units: { kind: 'offices', of: 'unit', label: say('列席单位', 'Units sitting in') },
    seats: { kind: 'number', label: say('每单位列席人数', 'Seats for each'), min: 1, max: 400, default: 2 },
    present: { kind: 'number', label: say('实到人数', 'Present'), min: 1, max: 1000 },
    attendance: {
      kind: 'computed',
      label: say('出席率', 'Attendance'),
      value: { as: 'rate', of: 'present', over: 'expected' },
    },
    came: { kind: 'names', label: say('出席人员', 'Who was present') },
    leave: { kind: 'names', label: say('请假人员', 'On leave') },
    minutes: { kind: 'text', label: say('会议纪要', 'Minutes'), max: 20000 },
    files: attachments,
    voteOn: { kind: 'text', only: 'event', label: say('票决名称', 'Name of the vote'), max: 200 },
    voteSeats: { kind: 'number', only: 'event', label: say('应选数', 'To be chosen'), min: 1, max: 200 },
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    planned: { label: say('拟定', 'Planned'), phase: 'draft' },
    notified: { label: say('已通知', 'Notified'), phase: 'open' },
    postponed: { label: say('延期待定', 'Postponed'), phase: 'open' },
    held: { label: say('已召开', 'Held'), phase: 'open' },
    minuted: { label: say('已印发纪要', 'Minutes out'), phase: 'done' },
    cancelled: { label: say('已取消', 'Cancelled'), phase: 'void' },
  },
  initial: 'planned',
  begins: say('安排', 'arranged'),
  born: { opens: ['notify'] },
  attachments: 'files',
  transitions: {
    notify: {
      label: say('发出会议通知', 'Send the notice'),
      says: say('把{this}的通知发给参加的人。', 'Sends the notice of {this}.'),
      from: ['planned'],
      to: 'notified',
      by: ['owner'],
      asks: ['expected?', 'programme?', 'towns?', 'units?', 'place?'],
      numbers: true,
      discharges: ['notify'],
      opens: ['hold'],
      creates: [
        {
          ledger: 'invitation-replies',
          for: '@towns',
          township: 'each',
          fill: invited,
        },
        {
          ledger: 'invitation-replies',
          for: '@units',
          township: 'county',
          fill: { ...invited, unit: 'each' },
        },
      ],
    },
    reschedule: {
      label: say('改期', 'Move to another day'),
      says: say('把{this}改到{@day}召开。', 'Moves {this} to {@day}.'),
      from: ['notified', 'postponed'],
      to: 'notified',
      by: ['owner'],
      asks: ['day', 'lastDay?', 'place?', 'reason'],
      discharges: ['settle'],
      opens: [{ duty: 'hold', when: [{ duty: 'hold', open: false }] }],
    },
    postpone: {
      label: say('延期（日期待定）', 'Postpone without a day'),
      says: say('{this}延期召开，日期另行通知。', 'Postpones {this}; its day is told later.'),
      from: ['notified'],
      to: 'postponed',
      by: ['owner'],
      asks: ['reason'],
      sets: { day: { put: null }, lastDay: { put: null } },
      opens: ['settle'],
      confirm: true,
    },
    hold: {
      label: say('登记召开', 'Enter that it was held'),
      says: say('登记{this}已经召开。', 'Enters that {this} was held.'),
      from: ['notified'],
      to: 'held',
      by: ['owner'],
      asks: ['expected', 'present', 'came?', 'leave?'],
      when: [
        {
          field: 'attendance',
          above: 0.5,
          why: say('到会人数没有过半数，不能召开。', 'Not more than half are present: it cannot be held.'),
        },
        {
          field: 'attendance',
          atMost: 1,
          why: say('实到人数多于应到人数，请核对。', 'More are present than expected; please check.'),
        },
        {
          any: [
            { field: 'kind', not: ['congress', 'township'] },
            { field: 'attendance', atLeast: 0.66666 },
          ],
          why: say(
            '人民代表大会会议到会代表没有达到三分之二，不能召开。',
            'Fewer than two thirds of the deputies are present: the congress cannot be held.',
          ),
        },
      ],
      discharges: ['hold'],
      opens: ['minute'],
      // Who attended the congress of a township, and who was on leave, enters among what each of them did.
      creates: [attended('@came', 'congress'), attended('@leave', 'leave')],
    },
    minute: {
      label: say('印发会议纪要', 'Send out the minutes'),
      says: say('印发{this}的纪要。', 'Issues the minutes of {this}.'),
      from: ['held'],
      to: 'minuted',
      by: ['owner'],
      asks: ['minutes'],
      discharges: ['minute'],
    },
    callVote: {
      label: say('安排项目票决', 'Call a vote over projects'),
      says: say(
        '在{this}上安排一次票决，候选项目随后列入。',
        'Puts a vote on the agenda of {this}; projects are put to it next.',
      ),
      from: ['planned', 'notified'],
      by: ['owner'],
      asks: ['voteOn', 'voteSeats'],
      // Projects are chosen by deputies: by the congress of the county or of a township (民生实事项目人大代表票决制).
      when: [
        {
          field: 'kind',
          is: ['congress', 'township'],
          why: say('项目票决在人民代表大会会议上进行。', 'Projects are voted on by a congress.'),
        },
      ],
      creates: [{ ledger: 'project-votes', fill: { name: '@voteOn', seats: '@voteSeats', meetingOn: '@day' } }],
    },
    cancel: {
      label: say('取消会议', 'Cancel the meeting'),
      says: say('取消{this}，不再召开。', 'Cancels {this}.'),
      from: ['planned', 'notified', 'postponed'],
      to: 'cancelled',
      by: ['owner'],
      asks: ['reason'],
      confirm: true,
    },
  },
  duties: {
    notify: {
      label: say('发出会议通知', 'Send the notice'),
      basis: say(
        '会议举行七日前通知；各类会议的天数由本县设定',
        'seven days ahead; set by the county for each kind of meeting',
      ),
      holder: ['owner'],
      stays: ownMatter,
      due: { days: '@ahead', before: '@day' },
      during: ['planned'],
    },
    hold: {
      label: say('召开会议', 'Hold the meeting'),
      basis: say('按会议通知的日期', 'on the day announced'),
      holder: ['owner'],
      stays: ownMatter,
      due: { first: [{ on: '@lastDay' }, { on: '@day' }], follows: true },
      during: ['notified'],
    },
    settle: {
      label: say('另定会议日期', 'Set another day'),
      basis: say('本县设定：延期后一个月内', 'set by the county: within one month'),
      holder: ['owner'],
      stays: ownMatter,
      due: { months: 1 },
      during: ['postponed'],
    },
    minute: {
      label: say('印发会议纪要', 'Send out the minutes'),
      basis: say('本县设定：会后十个工作日内', 'set by the county: ten working days after the meeting'),
      holder: ['owner'],
      stays: ownMatter,
      due: { workdays: 10 },
      during: ['held'],
    },
  },
  may: {
    create: ['county', 'anyTownship'],
    read: [
      'county',
      'owner',
      { who: ['@towns', '@units'], in: ['notified', 'postponed', 'held', 'minuted', 'cancelled'] },
    ],
    edit: [
      {
        who: ['owner'],
        in: ['planned'],
        fields: [
          'name',
          'kind',
          'day',
          'lastDay',
          'place',
          'programme',
          'agenda',
          'ahead',
          'expected',
          'towns',
          'units',
          'seats',
        ],
      },
      { who: ['owner'], in: ['notified', 'postponed'], fields: ['place', 'programme', 'agenda', 'expected', 'seats'] },
      { who: ['owner'], in: ['held'], fields: ['agenda', 'came', 'leave'] },
    ],
  },
  list: {
    columns: ['number', 'name', 'kind', 'day', 'place', 'expected', 'present', 'state', 'dueOn'],
    filters: ['kind', 'township', 'state', 'year'],
    search: ['name', 'programme', 'minutes'],
  },
  report: { duty: 'minute', by: ['kind', 'township'], counts: ['kind'] },
  papers: {
    ...meetingPapers({ children: invitationReplies.key, in: Object.keys(invitationReplies.states), count: 'none' }),
    ...yearPapers,
  },
})
