import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { ownMatter } from '../definition/returns.ts'
import { tellers } from '../definition/verdicts.ts'
import { say } from '../say.ts'
import { projectVotePapers } from './papers/votes.ts'

/**
 * 票决: one vote of the deputies over a list of projects. More candidates than seats; chosen by more than half of all deputies and then by votes; a tie at the
 * last seat goes to a run-off (Shaanxi 2025; votes after 选举法). The result decides each project.
 */
export const projectVotes = defineLedger({
  key: 'project-votes',
  label: say('项目票决', 'Votes over projects'),
  system: 15,
  level: 'both',
  part: true,
  spoken: { measure: '次' },
  year: '@meetingOn',
  fields: {
    name: { kind: 'text', label: say('票决名称', 'Vote'), required: true, max: 200 },
    meetingOn: { kind: 'date', from: 'parent.day', label: say('会议日期', 'Meeting day') },
    seats: { kind: 'number', label: say('应选数', 'To be chosen'), required: true, min: 1, max: 200 },
    poll: { kind: 'poll', candidates: 'livelihood-projects', seats: '@seats', label: say('票数', 'Votes') },
    standing: { kind: 'computed', label: say('票决进展', 'Where it stands'), value: { as: 'poll', of: 'poll' } },
    tellers,
    files: attachments,
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    open: { label: say('待票决', 'To be voted'), phase: 'open' },
    runoff: { label: say('再次投票', 'Run-off'), phase: 'open', pile: say('待再次投票', 'To be voted on again') },
    settled: { label: say('已选定', 'Decided'), phase: 'done' },
    cancelled: { label: say('已取消', 'Cancelled'), phase: 'void' },
  },
  initial: 'open',
  begins: say('安排', 'arranged'),
  born: { opens: ['count'] },
  attachments: 'files',
  transitions: {
    count: {
      label: say('登记票数', 'Enter the votes'),
      says: say(
        '录入{this}里每个项目的得票，够数的选定。',
        'Enters the votes for each project of {this}; those with enough are chosen.',
      ),
      from: ['open', 'runoff'],
      to: 'settled',
      by: ['owner'],
      asks: ['poll', 'tellers'],
      when: [{ parent: ['held', 'minuted'] }],
      inPerson: true,
      discharges: ['count', 'again'],
      branches: [{ when: [{ field: 'standing', is: 'runoff' }], to: 'runoff', opens: ['again'] }],
    },
    cancel: {
      label: say('取消票决', 'Cancel the vote'),
      says: say('取消{this}，不再票决。', 'Cancels {this}; nothing is voted on.'),
      from: ['open', 'runoff'],
      to: 'cancelled',
      by: ['owner'],
      asks: ['reason'],
      confirm: true,
    },
  },
  duties: {
    count: {
      label: say('组织票决', 'Hold the vote'),
      basis: say(
        '本县设定：代表大会会议期间票决（参照陕西2025）',
        'set by the county: while the congress meets (after Shaanxi 2025)',
      ),
      holder: ['owner'],
      stays: ownMatter,
      due: { on: 'parent.day' },
      during: ['open'],
    },
    again: {
      label: say('对得票相同的再次投票', 'Vote again on those that tied'),
      basis: say('得票相同不能确定的，再次投票', 'who tied at the last place is voted on again'),
      holder: ['owner'],
      stays: ownMatter,
      due: { workdays: 1 },
      during: ['runoff'],
    },
  },
  may: {
    create: [],
    read: ['county', 'owner', 'anyDeputy'],
    edit: [{ who: ['owner'], in: ['open'], fields: ['name', 'seats'] }],
  },
  list: {
    columns: ['name', 'township', 'meetingOn', 'seats', 'standing', 'state', 'dueOn'],
    filters: ['standing', 'township', 'state', 'year'],
  },
  papers: projectVotePapers,
})
