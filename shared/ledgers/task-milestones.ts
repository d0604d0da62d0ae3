import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { say } from '../say.ts'
import { milestonePapers } from './papers/office.ts'

/** 任务节点: one milestone of a task on the timetable (时间表). */
export const taskMilestones = defineLedger({
  key: 'task-milestones',
  label: say('任务节点', 'Milestones'),
  system: 16,
  level: 'county',
  part: true,
  spoken: { measure: '个' },
  fields: {
    milestone: { kind: 'text', label: say('节点', 'Milestone'), required: true, max: 300 },
    goal: { kind: 'text', label: say('目标', 'Goal'), max: 300 },
    by: { kind: 'date', label: say('期限', 'Due'), required: true },
    person: { kind: 'person', of: 'county', label: say('责任人', 'Person responsible') },
    done: { kind: 'text', label: say('完成情况', 'What was done'), max: 2000 },
    files: attachments,
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    open: { label: say('待完成', 'To be completed'), phase: 'open' },
    reached: { label: say('已完成', 'Completed'), phase: 'done' },
    dropped: { label: say('已取消', 'Dropped'), phase: 'void' },
  },
  initial: 'open',
  begins: say('布置', 'set'),
  born: { opens: ['reach'] },
  attachments: 'files',
  transitions: {
    reach: {
      label: say('完成节点', 'Complete the milestone'),
      says: say('登记{this}已经完成。', 'Enters {this} as reached.'),
      from: ['open'],
      to: 'reached',
      by: ['county', '@person'],
      asks: ['done'],
      discharges: ['reach'],
    },
    drop: {
      label: say('取消节点', 'Drop the milestone'),
      says: say('取消{this}，不再要求完成。', 'Cancels {this}; it need not be done.'),
      from: ['open'],
      to: 'dropped',
      by: ['county'],
      asks: ['reason'],
      confirm: true,
    },
    // One step for both, until each was told by what happened.
    follow: { label: say('随任务取消或验收', 'Cancelled or accepted with the task'), from: [], by: ['county'] },
    calledOff: {
      label: say('任务已经取消', 'The task was cancelled'),
      from: ['open'],
      to: 'dropped',
      by: ['system'],
      when: [{ parent: ['cancelled'] }],
    },
    over: {
      label: say('任务已经验收', 'The task was accepted'),
      from: ['open'],
      to: 'dropped',
      by: ['system'],
      when: [{ parent: ['checked'] }],
    },
  },
  duties: {
    reach: {
      label: say('完成节点', 'Complete the milestone'),
      basis: say('按任务时间表', 'by the timetable of the task'),
      holder: ['@person', 'county'],
      due: { on: '@by' },
      during: ['open'],
    },
  },
  may: {
    create: [],
    read: ['county', '@person'],
    edit: [{ who: ['county'], in: ['open'], fields: ['milestone', 'by', 'person'] }],
  },
  list: {
    columns: ['milestone', 'goal', 'by', 'person', 'state', 'dueOn'],
    filters: ['state', 'year'],
    search: ['milestone', 'goal'],
  },
  papers: milestonePapers,
})
