import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { say } from '../say.ts'
import { themePapers } from './papers/activities.ts'

/** 主题活动 (强县富民我行动 and the like): a theme of the year with its topics; each topic is a group's, which owes an activity from the day it is launched. */
export const themes = defineLedger({
  key: 'themes',
  label: say('主题活动', 'Themed campaigns'),
  system: 11,
  level: 'county',
  spoken: { measure: '次' },
  year: '@startOn',
  number: { format: '主题{year}-{seq:2}', per: ['year'] },
  bounds: [{ field: 'endOn', atLeast: '@startOn' }],
  fields: {
    theme: { kind: 'text', label: say('活动主题', 'Theme'), required: true, max: 100 },
    startOn: {
      kind: 'date',
      label: say('启动日期', 'Starts'),
      required: true,
      comes: say('启动“{this}”主题活动', '{this} begins'),
    },
    endOn: {
      kind: 'date',
      label: say('总结日期', 'Summed up by'),
      required: true,
      comes: say('总结“{this}”主题活动', '{this} is summed up'),
    },
    plan: { kind: 'text', label: say('活动方案', 'Plan'), max: 10000 },
    topics: {
      kind: 'items',
      label: say('课题分工', 'Topics'),
      help: say(
        '一行一个课题；启动后，每个代表小组各得到一项活动，有通知、开展和报送记录的期限。',
        'One line for each topic. When it is launched, each group gets an activity of its own, with days to announce, hold and report it.',
      ),
      columns: {
        topic: { kind: 'text', label: say('课题', 'Topic'), required: true, max: 200 },
        township: { kind: 'office', of: 'township', label: say('乡镇', 'Township'), required: true },
        group: { kind: 'text', label: say('代表小组', 'Deputies’ group'), required: true, max: 60 },
        by: { kind: 'date', label: say('活动日期', 'Day of the activity'), required: true },
      },
    },
    count: { kind: 'computed', label: say('课题数', 'Number of topics'), value: { as: 'count', of: 'topics' } },
    summary: { kind: 'text', label: say('活动总结', 'Summary'), max: 10000 },
    files: attachments,
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    planned: { label: say('计划', 'Planned'), phase: 'draft' },
    running: { label: say('开展中', 'Under way'), phase: 'open' },
    closed: { label: say('已总结', 'Summed up'), phase: 'done' },
    cancelled: { label: say('已取消', 'Cancelled'), phase: 'void' },
  },
  initial: 'planned',
  begins: say('安排', 'arranged'),
  born: { opens: ['launch'] },
  attachments: 'files',
  transitions: {
    launch: {
      label: say('启动', 'Launch'),
      says: say('启动{this}，由各乡镇开展活动。', 'Launches {this}; the townships act on it.'),
      from: ['planned'],
      to: 'running',
      by: ['county'],
      asks: ['topics', 'plan?'],
      numbers: true,
      discharges: ['launch'],
      opens: ['sumUp'],
      creates: [
        {
          ledger: 'group-activities',
          for: '@topics',
          township: 'each.township',
          fill: { topic: 'each.topic', group: 'each.group', date: 'each.by', theme: '@theme', kind: { put: 'theme' } },
        },
      ],
    },
    conclude: {
      label: say('先行总结（部分未开展）', 'Sum up with some not held'),
      says: say('先行总结{this}，部分活动还没有开展。', 'Sums up {this} though some of it is not done.'),
      from: ['running'],
      to: 'closed',
      by: ['county'],
      asks: ['summary', 'reason'],
      discharges: ['sumUp'],
      confirm: true,
    },
    sumUp: {
      label: say('总结', 'Sum up'),
      says: say('总结{this}，予以办结。', 'Sums up {this} and closes it.'),
      from: ['running'],
      to: 'closed',
      by: ['county'],
      asks: ['summary'],
      when: [{ children: 'group-activities', in: 'closed' }],
      discharges: ['sumUp'],
    },
    cancel: {
      label: say('取消', 'Cancel'),
      says: say('取消{this}，不再开展。', 'Cancels {this}.'),
      from: ['planned', 'running'],
      to: 'cancelled',
      by: ['county'],
      asks: ['reason'],
      confirm: true,
    },
  },
  duties: {
    launch: {
      label: say('启动主题活动', 'Launch it'),
      basis: say('按计划的启动日期', 'on the day planned'),
      holder: ['county'],
      due: { on: '@startOn' },
      during: ['planned'],
    },
    sumUp: {
      label: say('总结主题活动', 'Sum it up'),
      basis: say('按方案的总结日期', 'on the day of the plan'),
      holder: ['county'],
      due: { on: '@endOn' },
      during: ['running'],
    },
  },
  may: {
    create: ['county'],
    read: ['county', { who: ['anyTownship', 'anyDeputy'], in: ['running', 'closed', 'cancelled'] }],
    edit: [{ who: ['county'], in: ['planned'], fields: ['theme', 'startOn', 'endOn', 'plan', 'topics', 'files'] }],
  },
  list: {
    columns: ['number', 'theme', 'startOn', 'endOn', 'count', 'state', 'dueOn'],
    filters: ['state', 'year'],
    search: ['theme', 'summary'],
  },
  report: { duty: 'sumUp', sums: ['count'] },
  papers: themePapers,
})
