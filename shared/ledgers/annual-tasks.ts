import { defineLedger } from '../definition/define.ts'
import { desks } from '../definition/desks.ts'
import { say } from '../say.ts'
import { taskPapers } from './papers/office.ts'

/**
 * 年度目标任务: a goal, its measures, a committee and a person, with milestones (任务书、时间表、施工图). Whoever is named reports each month; where nobody is, the office does.
 */
export const annualTasks = defineLedger({
  key: 'annual-tasks',
  label: say('年度目标任务', 'Annual tasks'),
  system: 16,
  place: 2,
  level: 'county',
  spoken: { measure: '项' },
  number: { format: '任务{year}-{seq:3}', per: ['year'] },
  bounds: [{ field: 'finishOn', atLeast: '@startOn' }],
  fields: {
    goal: { kind: 'text', label: say('目标', 'Goal'), required: true, max: 300 },
    measure: { kind: 'text', label: say('措施', 'Measure'), required: true, max: 1000 },
    source: {
      kind: 'choice',
      label: say('任务来源', 'Source of the task'),
      default: 'plan',
      options: {
        plan: say('年度计划', 'Annual plan'),
        leader: say('领导交办', 'Assigned by a leader'),
        congress: say('代表大会报告', 'Report to the congress'),
      },
    },
    committee: {
      kind: 'choice',
      label: say('责任委室', 'Committee'),
      options: desks,
    },
    post: { kind: 'text', label: say('责任岗位', 'Position'), max: 60 },
    helpers: { kind: 'text', label: say('协助委室', 'Supporting committees'), max: 120 },
    person: { kind: 'person', of: 'county', label: say('责任人', 'Person responsible') },
    startOn: { kind: 'date', label: say('开始日期', 'Start date') },
    finishOn: {
      kind: 'date',
      label: say('完成期限', 'Deadline'),
      required: true,
      comes: say('年度任务“{this}”到期', '{this} is due'),
    },
    weight: { kind: 'number', label: say('分值', 'Weight (points)'), min: 0, max: 100, default: 10 },
    milestones: {
      kind: 'items',
      label: say('节点', 'Milestones'),
      columns: {
        milestone: { kind: 'text', label: say('节点', 'Milestone'), required: true, max: 300 },
        by: { kind: 'date', label: say('期限', 'Due'), required: true },
      },
    },
    progress: { kind: 'number', label: say('进度', 'Progress'), min: 0, max: 100, unit: say('%', '%'), default: 0 },
    evidence: { kind: 'text', label: say('完成情况', 'What was done'), max: 5000 },
    files: { kind: 'files', label: say('佐证材料', 'Evidence'), max: 20 },
    score: { kind: 'number', label: say('得分', 'Score'), min: 0, max: 100 },
    note: { kind: 'text', only: 'event', label: say('说明', 'Note') },
    passed: { kind: 'yesno', only: 'event', label: say('验收通过', 'Accepted') },
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    drafted: { label: say('拟定', 'Drafted'), phase: 'draft' },
    assigned: { label: say('进行中', 'Under way'), phase: 'open' },
    done: { label: say('待验收', 'Awaiting acceptance'), phase: 'open' },
    checked: { label: say('已验收', 'Accepted'), phase: 'done' },
    cancelled: { label: say('已取消', 'Cancelled'), phase: 'void' },
  },
  initial: 'drafted',
  begins: say('下达', 'set'),
  attachments: 'files',
  transitions: {
    assign: {
      label: say('下达任务', 'Assign'),
      says: say('把{this}下达给{@person}。', 'Gives {this} to {@person}.'),
      from: ['drafted'],
      to: 'assigned',
      by: ['county'],
      asks: ['person?', 'milestones?'],
      numbers: true,
      opens: [
        'finish',
        { duty: 'monthly', when: [{ field: 'person', filled: true }] },
        { duty: 'office', when: [{ field: 'person', filled: false }] },
      ],
      creates: [
        {
          ledger: 'task-milestones',
          for: '@milestones',
          fill: { milestone: 'each.milestone', by: 'each.by', goal: '@goal', person: '@person' },
        },
      ],
    },
    report: {
      label: say('报告进度', 'Report progress'),
      says: say('报告{this}这个月的进度。', 'Reports this month’s progress of {this}.'),
      from: ['assigned'],
      by: ['county', '@person'],
      asks: ['progress', 'note?', 'files?'],
      discharges: ['monthly', 'office'],
      opens: [
        { duty: 'monthly', when: [{ field: 'person', filled: true }] },
        { duty: 'office', when: [{ field: 'person', filled: false }] },
      ],
    },
    finish: {
      label: say('报告完成', 'Report completion'),
      says: say('报告{this}已经完成，请县人大办验收。', 'Reports {this} done, to be checked by the county office.'),
      from: ['assigned'],
      to: 'done',
      by: ['county', '@person'],
      asks: ['evidence', 'files?'],
      sets: { progress: { put: 100 } },
      discharges: ['finish', 'monthly', 'office'],
      opens: ['check'],
    },
    change: {
      label: say('调整期限', 'Change the deadline'),
      says: say('把{this}改到{@finishOn}前完成。', 'Moves the deadline of {this} to {@finishOn}.'),
      from: ['assigned'],
      by: ['county'],
      asks: ['finishOn', 'reason'],
    },
    recall: {
      label: say('收回重派', 'Recall for reassignment'),
      says: say('收回{this}，重新拟定后再下达。', 'Takes {this} back to be drawn up anew.'),
      from: ['assigned'],
      to: 'drafted',
      by: ['county'],
      asks: ['reason'],
    },
    check: {
      label: say('督查验收', 'Check and accept'),
      says: say(
        '验收{this}：通过就办结，不通过就退回去再做。',
        'Checks {this}: passed closes it, not passed sends it back.',
      ),
      from: ['done'],
      to: 'checked',
      by: ['county'],
      asks: ['passed', 'score?', 'note?'],
      // Whoever reported it done does not accept it.
      when: [{ notBy: 'finish' }],
      discharges: ['check'],
      branches: [
        {
          when: [{ field: 'passed', is: false }],
          to: 'assigned',
          opens: [
            'finish',
            { duty: 'monthly', when: [{ field: 'person', filled: true }] },
            { duty: 'office', when: [{ field: 'person', filled: false }] },
          ],
        },
      ],
    },
    cancel: {
      label: say('取消任务', 'Cancel the task'),
      says: say('取消{this}，不再要求完成。', 'Cancels {this}; it need not be done.'),
      from: ['drafted', 'assigned'],
      to: 'cancelled',
      by: ['county'],
      asks: ['reason'],
      confirm: true,
    },
  },
  duties: {
    finish: {
      label: say('按期完成', 'Finish in time'),
      basis: say('按任务书期限', 'by the day of the task sheet'),
      holder: ['@person', 'county:@committee'],
      due: { on: '@finishOn' },
      during: ['assigned'],
      reminders: 'long',
    },
    monthly: {
      label: say('报送月进度', 'Submit the monthly report'),
      basis: say(
        '本县设定：每月1日前由责任人报告上月进度',
        'set by the county: the person reports by the first of each month',
      ),
      holder: ['@person'],
      due: { monthly: 1 },
      during: ['assigned'],
    },
    office: {
      label: say('汇总月报进度', 'Submit the office’s monthly report'),
      basis: say(
        '本县设定：没有定责任人的，每月1日前由办公室报告',
        'set by the county: the office reports by the first of each month where no person is named',
      ),
      holder: ['county:@committee'],
      due: { monthly: 1 },
      during: ['assigned'],
    },
    check: {
      label: say('督查验收', 'Check and accept'),
      basis: say('本县设定：报告完成后十个工作日内', 'set by the county: ten working days after the report'),
      holder: ['county'],
      due: { workdays: 10 },
      during: ['done'],
    },
  },
  may: {
    create: ['county'],
    read: ['county', '@person'],
    edit: [
      {
        who: ['county'],
        in: ['drafted'],
        fields: [
          'goal',
          'measure',
          'source',
          'committee',
          'post',
          'helpers',
          'person',
          'startOn',
          'finishOn',
          'weight',
          'milestones',
          'files',
        ],
      },
    ],
  },
  list: {
    columns: ['number', 'goal', 'committee', 'person', 'finishOn', 'progress', 'state', 'dueOn'],
    filters: ['committee', 'source', 'state', 'year'],
    search: ['goal', 'measure'],
  },
  report: {
    duty: 'finish',
    by: ['committee', 'source'],
    counts: ['source'],
    sums: ['weight', 'score'],
    rates: {
      accepted: {
        label: say('验收率', 'Accepted'),
        of: [{ field: 'score', filled: true }],
        over: [{ field: 'goal', filled: true }],
      },
    },
  },
  import: {
    lands: [
      { when: [{ field: 'score', filled: true }], in: 'checked' },
      { when: [], in: 'drafted' },
    ],
  },
  papers: taskPapers,
})
