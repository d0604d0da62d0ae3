import { attachments } from '../definition/attachments.ts'
import type { Condition } from '../definition/condition.ts'
import { defineLedger } from '../definition/define.ts'
import { desks, inCharge } from '../definition/desks.ts'
import { say } from '../say.ts'
import { workPlanPapers } from './papers/work-plans.ts'

const desk = { kind: 'choice', label: say('责任委室', 'Desk'), options: desks } as const
const unit = { kind: 'office', of: 'unit', required: true } as const
const on = (zh: string, en: string) => ({ kind: 'date', label: say(zh, en), required: true }) as const
const supervision: Condition[] = [{ field: 'kind', is: 'supervision' }]
const forDeputies: Condition[] = [{ field: 'kind', is: 'deputies' }]

/**
 * 年度监督工作计划 (监督法 2024 art 63) and 年度代表工作计划 (代表法 2025 art 43): adopted by the chairpersons' meeting and published. With its adoption each line
 * becomes an item of its own ledger; lines that are added when it is adjusted become theirs, and no line becomes two.
 */
export const workPlans = defineLedger({
  key: 'work-plans',
  label: say('年度工作计划', 'Plans of the year'),
  system: 18,
  place: 4,
  level: 'county',
  spoken: { measure: '项', title: true },
  year: '@startOn',
  once: ['kind', 'startOn'],
  number: { format: '计划{year}-{seq:2}', per: ['year'] },
  bounds: [{ field: 'endOn', atLeast: '@startOn' }],
  fields: {
    title: { kind: 'text', label: say('计划名称', 'Title'), required: true, max: 200 },
    kind: {
      kind: 'choice',
      label: say('计划类别', 'Kind of plan'),
      required: true,
      options: {
        supervision: say('年度监督工作计划', 'Supervision'),
        deputies: say('年度代表工作计划', 'Deputies’ work'),
      },
    },
    startOn: { ...on('计划起始日期', 'From'), comes: say('{this}开始执行', '{this} begins') },
    endOn: { ...on('计划截止日期', 'Until'), comes: say('{this}执行期满', '{this} ends') },
    desk: inCharge,
    aim: { kind: 'text', label: say('总体要求', 'Aim'), max: 5000 },
    reports: {
      kind: 'items',
      label: say('听取和审议专项工作报告', 'Work reports to be heard'),
      shownWhen: supervision,
      help: say('通过后，每一项进入审议意见台账。', 'Once adopted, each becomes a deliberation opinion.'),
      columns: {
        topic: { kind: 'text', label: say('议题', 'Topic'), required: true, max: 200 },
        organ: { ...unit, label: say('报告机关', 'Reporting organ') },
        on: on('会议日期', 'Meeting day'),
        desk,
      },
    },
    inspections: {
      kind: 'items',
      label: say('执法检查', 'Law inspections'),
      shownWhen: supervision,
      columns: {
        law: { kind: 'text', label: say('检查的法律法规', 'Law'), required: true, max: 200 },
        on: on('检查开始日期', 'Starts'),
        desk,
      },
    },
    inquiries: {
      kind: 'items',
      label: say('专题询问', 'Special inquiries'),
      shownWhen: supervision,
      columns: {
        topic: { kind: 'text', label: say('询问主题', 'Topic'), required: true, max: 200 },
        unit: { ...unit, label: say('应询单位', 'Unit') },
        on: on('询问日期', 'Day'),
      },
    },
    appraisals: {
      kind: 'items',
      label: say('工作评议', 'Appraisals of work'),
      shownWhen: supervision,
      columns: {
        topic: { kind: 'text', label: say('评议事项', 'Topic'), required: true, max: 200 },
        unit: { ...unit, label: say('被评议单位', 'Unit') },
        on: on('评议会日期', 'Meeting day'),
      },
    },
    tests: {
      kind: 'items',
      label: say('满意度测评', 'Satisfaction votes'),
      shownWhen: supervision,
      columns: {
        subject: { kind: 'text', label: say('测评事项', 'Subject'), required: true, max: 200 },
        unit: { ...unit, label: say('被测评单位', 'Unit') },
        on: on('会议日期', 'Meeting day'),
      },
    },
    officials: {
      kind: 'items',
      label: say('述职评议', 'Officials who report on their duties'),
      shownWhen: supervision,
      columns: {
        name: { kind: 'text', label: say('述职人', 'Official'), required: true, max: 60 },
        post: { kind: 'text', label: say('职务', 'Post'), required: true, max: 120 },
        organ: { ...unit, label: say('所在单位', 'Organisation') },
        on: on('评议会日期', 'Meeting day'),
      },
    },
    trainings: {
      kind: 'items',
      label: say('代表培训', 'Training of deputies'),
      shownWhen: forDeputies,
      columns: {
        course: { kind: 'text', label: say('培训班', 'Course'), required: true, max: 200 },
        on: on('开班日期', 'Starts'),
      },
    },
    campaigns: {
      kind: 'items',
      label: say('主题活动', 'Themed campaigns'),
      shownWhen: forDeputies,
      columns: {
        theme: { kind: 'text', label: say('活动主题', 'Theme'), required: true, max: 100 },
        on: on('启动日期', 'Starts'),
        until: on('总结日期', 'Summed up by'),
      },
    },
    activities: {
      kind: 'items',
      label: say('代表小组活动', 'Activities of deputies’ groups'),
      shownWhen: forDeputies,
      columns: {
        topic: { kind: 'text', label: say('活动主题', 'Topic'), required: true, max: 200 },
        township: { kind: 'office', of: 'township', label: say('乡镇', 'Township'), required: true },
        group: { kind: 'text', label: say('代表小组', 'Deputies’ group'), required: true, max: 60 },
        on: on('活动日期', 'Day'),
      },
    },
    measures: { kind: 'text', label: say('组织实施', 'How it is carried out'), max: 5000 },
    adoptedOn: { kind: 'date', past: true, label: say('通过日期', 'Adopted on') },
    publishedOn: { kind: 'date', past: true, label: say('公布日期', 'Published on') },
    summary: { kind: 'text', label: say('执行情况', 'How it was carried out'), max: 20000 },
    files: attachments,
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    drafting: { label: say('拟订', 'Drafting'), phase: 'draft' },
    running: { label: say('实施中', 'Under way'), phase: 'open' },
    closed: { label: say('已总结', 'Summed up'), phase: 'done' },
    cancelled: { label: say('已撤销', 'Withdrawn'), phase: 'void' },
  },
  initial: 'drafting',
  begins: say('拟订', 'drafted'),
  born: { opens: ['adopt'] },
  attachments: 'files',
  transitions: {
    adopt: {
      label: say('登记主任会议通过', 'Adopted by the chairpersons’ meeting'),
      says: say(
        '登记{this}已经主任会议通过；所列事项逐项进入各自的台账，已经进入的不再重复。调整计划时加上新的一行，再登记一次。',
        'Enters the adoption of {this}: each line becomes an item of its ledger, once. To adjust it, add a line and adopt it again.',
      ),
      from: ['drafting', 'running'],
      to: 'running',
      by: ['county'],
      asks: [
        'adoptedOn',
        'reports?',
        'inspections?',
        'inquiries?',
        'appraisals?',
        'tests?',
        'officials?',
        'trainings?',
        'campaigns?',
        'activities?',
      ],
      when: [
        {
          any: [
            { field: 'kind', not: 'supervision' },
            { field: 'reports', filled: true },
            { field: 'inspections', filled: true },
            { field: 'inquiries', filled: true },
            { field: 'appraisals', filled: true },
            { field: 'tests', filled: true },
            { field: 'officials', filled: true },
          ],
        },
        {
          any: [
            { field: 'kind', not: 'deputies' },
            { field: 'trainings', filled: true },
            { field: 'campaigns', filled: true },
            { field: 'activities', filled: true },
          ],
        },
      ],
      numbers: true,
      discharges: ['adopt'],
      opens: ['publish', { duty: 'sumUp', when: [{ duty: 'sumUp', open: false }] }],
      creates: [
        {
          ledger: 'deliberation-opinions',
          for: '@reports',
          when: supervision,
          fill: { topic: 'each.topic', organ: 'each.organ', meetingOn: 'each.on', desk: 'each.desk' },
        },
        {
          ledger: 'law-inspections',
          for: '@inspections',
          when: supervision,
          fill: { law: 'each.law', startOn: 'each.on', desk: 'each.desk' },
        },
        {
          ledger: 'special-inquiries',
          for: '@inquiries',
          when: supervision,
          fill: { topic: 'each.topic', answerers: 'each.unit', meetingOn: 'each.on' },
        },
        {
          ledger: 'work-appraisals',
          for: '@appraisals',
          when: supervision,
          fill: { topic: 'each.topic', unit: 'each.unit', meetingOn: 'each.on' },
        },
        {
          ledger: 'satisfaction-tests',
          for: '@tests',
          when: supervision,
          fill: { subject: 'each.subject', unit: 'each.unit', meetingOn: 'each.on' },
        },
        {
          ledger: 'report-appraisals',
          for: '@officials',
          when: supervision,
          fill: { name: 'each.name', post: 'each.post', organ: 'each.organ', meetingOn: 'each.on' },
        },
        {
          ledger: 'trainings',
          for: '@trainings',
          when: forDeputies,
          fill: { course: 'each.course', startOn: 'each.on' },
        },
        {
          ledger: 'themes',
          for: '@campaigns',
          when: forDeputies,
          fill: { theme: 'each.theme', startOn: 'each.on', endOn: 'each.until' },
        },
        {
          ledger: 'group-activities',
          for: '@activities',
          when: forDeputies,
          township: 'each.township',
          fill: { topic: 'each.topic', group: 'each.group', date: 'each.on' },
        },
      ],
    },
    publish: {
      label: say('登记公布', 'Enter its publication'),
      says: say('登记{this}已经向社会公布。', 'Enters that {this} has been published.'),
      from: ['running'],
      by: ['county'],
      asks: ['publishedOn'],
      discharges: ['publish'],
    },
    sumUp: {
      label: say('总结执行情况', 'Sum up'),
      says: say('总结{this}的执行情况，予以办结。', 'Sums up {this} and closes it.'),
      from: ['running'],
      to: 'closed',
      by: ['county'],
      asks: ['summary'],
      discharges: ['publish', 'sumUp'],
    },
    cancel: {
      label: say('撤销计划', 'Withdraw it'),
      says: say('撤销{this}，不再实施。', 'Withdraws {this}; it is not carried out.'),
      from: ['drafting', 'running'],
      to: 'cancelled',
      by: ['county'],
      asks: ['reason'],
      confirm: true,
    },
  },
  duties: {
    adopt: {
      label: say('提请主任会议通过', 'Bring it before the chairpersons’ meeting'),
      basis: say(
        '监督法第六十三条、代表法第四十三条；时限由本县设定：年初两个月内',
        'Supervision Law art 63, Deputies Law art 43; within the first two months, set by the county',
      ),
      holder: ['county:@desk'],
      due: { months: 2, after: '@startOn' },
      during: ['drafting'],
    },
    publish: {
      label: say('向社会公布', 'Publish it'),
      basis: say(
        '监督法第六十三条；时限由本县设定：通过后二十个工作日内',
        'Supervision Law art 63; within twenty working days, set by the county',
      ),
      holder: ['county:@desk'],
      due: { workdays: 20 },
      during: ['running'],
    },
    sumUp: {
      label: say('总结执行情况', 'Sum up how it was carried out'),
      basis: say('按计划的截止日期', 'on the last day of the plan'),
      holder: ['county:@desk'],
      due: { on: '@endOn' },
      during: ['running'],
    },
  },
  may: {
    create: ['county'],
    read: ['county', { who: ['anyTownship', 'anyUnit', 'anyDeputy'], in: ['running', 'closed'] }],
    edit: [
      {
        who: ['county'],
        in: ['drafting'],
        fields: [
          'title',
          'kind',
          'startOn',
          'endOn',
          'desk',
          'aim',
          'reports',
          'inspections',
          'inquiries',
          'appraisals',
          'tests',
          'officials',
          'trainings',
          'campaigns',
          'activities',
          'measures',
        ],
      },
    ],
  },
  list: {
    columns: ['number', 'title', 'kind', 'startOn', 'adoptedOn', 'publishedOn', 'state', 'dueOn'],
    filters: ['kind', 'state', 'year'],
    search: ['title', 'aim', 'summary'],
  },
  report: { duty: 'sumUp', by: ['kind'], counts: ['kind'] },
  papers: workPlanPapers,
})
