import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { say } from '../say.ts'
import { invitationPapers } from './papers/office.ts'
import { movesWithIt } from './steps/meeting.ts'

/**
 * 列席邀请: a meeting to which every township sends its chair and deputies; each township answers on its own sheet. A new day
 * needs new answers: what is moved is called off, and drawn up again for that day.
 */
export const meetingInvitations = defineLedger({
  key: 'meeting-invitations',
  label: say('列席邀请', 'Meeting invitations'),
  system: 17,
  place: 3,
  level: 'county',
  spoken: { measure: '份' },
  year: '@meetingOn',
  number: { format: '列席{year}-{seq:2}', per: ['year'] },
  fields: {
    meeting: { kind: 'text', label: say('会议名称', 'Meeting'), required: true, max: 200 },
    called: {
      kind: 'records',
      of: 'meetings',
      max: 1,
      label: say('会议登记', 'Meeting on the ledger'),
      help: movesWithIt,
    },
    meetingOn: {
      kind: 'date',
      from: '@called.day',
      label: say('会议日期', 'Date'),
      required: true,
      comes: say('召开{this}', '{this} is held'),
    },
    place: { kind: 'text', label: say('地点', 'Place'), max: 100 },
    agenda: { kind: 'text', label: say('议程', 'Agenda'), max: 5000 },
    seats: { kind: 'number', label: say('每乡镇列席人数', 'Seats per township'), min: 1, max: 20, default: 2 },
    movedTo: { kind: 'date', label: say('改期至', 'Postponed to') },
    minutes: { kind: 'text', label: say('会议纪要', 'Minutes'), max: 20000 },
    files: { kind: 'files', label: say('会议材料', 'Meeting papers'), max: 20 },
    papers: attachments,
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    planned: { label: say('拟定', 'Planned'), phase: 'draft' },
    invited: { label: say('已邀请', 'Invited'), phase: 'open' },
    held: { label: say('已召开', 'Held'), phase: 'open' },
    closed: { label: say('已归档', 'Archived'), phase: 'done' },
    cancelled: { label: say('已取消', 'Cancelled'), phase: 'void' },
  },
  initial: 'planned',
  begins: say('安排', 'arranged'),
  born: { opens: ['invite'] },
  attachments: 'papers',
  transitions: {
    invite: {
      label: say('发出邀请', 'Send the invitations'),
      says: say('把{this}的邀请发给列席的单位和乡镇。', 'Sends the invitations to {this}.'),
      from: ['planned'],
      to: 'invited',
      by: ['county'],
      numbers: true,
      discharges: ['invite'],
      opens: ['hold'],
      creates: [
        {
          ledger: 'invitation-replies',
          for: 'townships',
          fill: { meeting: '@meeting', meetingOn: '@meetingOn', place: '@place', seats: '@seats', agenda: '@agenda' },
        },
      ],
    },
    postpone: {
      label: say('改期重新邀请', 'Postpone and invite again'),
      says: say('{this}改到{@movedTo}召开，重新发出邀请。', 'Moves {this} to {@movedTo}; new invitations go out.'),
      from: ['invited'],
      to: 'cancelled',
      by: ['county'],
      asks: ['movedTo', 'reason'],
      confirm: true,
      creates: [
        {
          ledger: 'meeting-invitations',
          fill: { meeting: '@meeting', meetingOn: '@movedTo', place: '@place', agenda: '@agenda', seats: '@seats' },
        },
      ],
    },
    hold: {
      label: say('登记召开', 'Confirm it was held'),
      says: say('登记{this}已经召开。', 'Enters that {this} was held.'),
      from: ['invited'],
      to: 'held',
      by: ['county'],
      discharges: ['hold'],
      opens: ['archive'],
    },
    archive: {
      label: say('整理归档', 'Archive'),
      says: say('整理{this}的材料并归档。', 'Archives the papers of {this}.'),
      from: ['held'],
      to: 'closed',
      by: ['county'],
      asks: ['minutes?'],
      discharges: ['archive'],
    },
    cancel: {
      label: say('取消会议', 'Cancel the meeting'),
      says: say('取消{this}，不再召开。', 'Cancels {this}.'),
      from: ['planned', 'invited'],
      to: 'cancelled',
      by: ['county'],
      asks: ['reason'],
      confirm: true,
    },
  },
  duties: {
    invite: {
      label: say('发出邀请', 'Send the invitations'),
      basis: say('本县设定：会前七日发出', 'set by the county: seven days before the meeting'),
      holder: ['county'],
      due: { days: 7, before: '@meetingOn' },
      during: ['planned'],
    },
    hold: {
      label: say('召开会议', 'Hold the meeting'),
      basis: say('按邀请通知的日期', 'on the day announced'),
      holder: ['county'],
      due: { on: '@meetingOn' },
      during: ['invited'],
    },
    archive: {
      label: say('整理归档', 'Archive'),
      basis: say('本县设定：会后十个工作日内', 'set by the county: ten working days after the meeting'),
      holder: ['county'],
      due: { workdays: 10 },
      during: ['held'],
    },
  },
  may: {
    create: ['county'],
    read: ['county', { who: ['anyTownship'], in: ['invited', 'held', 'closed', 'cancelled'] }],
    edit: [
      {
        who: ['county'],
        in: ['planned'],
        fields: ['called', 'meeting', 'meetingOn', 'place', 'agenda', 'seats', 'files'],
      },
      { who: ['county'], in: ['invited'], fields: ['place', 'agenda', 'files'] },
    ],
  },
  list: {
    columns: ['number', 'meeting', 'meetingOn', 'place', 'seats', 'state', 'dueOn'],
    filters: ['state', 'year'],
    search: ['meeting', 'agenda'],
  },
  report: { duty: 'archive' },
  papers: invitationPapers,
})
