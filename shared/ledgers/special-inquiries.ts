import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { inCharge } from '../definition/desks.ts'
import { satisfactionVote, tellers } from '../definition/verdicts.ts'
import { say } from '../say.ts'
import { takingMethod } from './method-steps.ts'
import { inquiryPapers } from './papers/opinions.ts'
import { itsMeeting, meetingFirst } from './steps/meeting.ts'

/**
 * 专题询问: heads of departments answer before the standing committee, and what they promised is watched until kept. 监督法 (2024) arts 47–50; a failed check opens
 * the next round (链式监督).
 */
export const specialInquiries = defineLedger({
  key: 'special-inquiries',
  label: say('专题询问', 'Special inquiries'),
  system: 3,
  level: 'county',
  spoken: { measure: '次' },
  number: { format: '询问{year}-{seq:2}', per: ['year'] },
  bounds: [{ field: 'testedOn', atLeast: '@heldOn' }],
  fields: {
    topic: { kind: 'text', label: say('询问主题', 'Topic'), required: true, max: 200 },
    answerers: { kind: 'offices', of: 'unit', min: 1, label: say('应询单位', 'Answering units'), required: true },
    committee: { kind: 'text', retired: 'desk', label: say('责任委室', 'Committee in charge'), max: 60 },
    desk: inCharge,
    why: { kind: 'text', label: say('选题理由', 'Why this topic'), max: 2000 },
    previous: { kind: 'records', of: 'special-inquiries', max: 1, label: say('上一轮询问', 'Previous round') },
    meeting: itsMeeting,
    meetingOn: { kind: 'date', from: '@meeting.day', label: say('询问日期', 'Day of the inquiry') },
    study: { kind: 'text', label: say('调研报告', 'Study report'), max: 20000 },
    questions: {
      kind: 'items',
      label: say('问题清单', 'Questions'),
      min: 1,
      help: say(
        '询问之前还可以追加：加一行即可，已发出的不用动。',
        'More can be added until the inquiry: add a row and leave the others.',
      ),
      columns: {
        question: { kind: 'text', label: say('问题', 'Question'), required: true, max: 1000 },
        asker: { kind: 'text', label: say('询问人', 'Asker'), max: 60 },
        unit: { kind: 'office', of: 'unit', label: say('应询单位', 'Unit'), required: true },
      },
    },
    host: { kind: 'text', label: say('主持人', 'Chaired by'), max: 60 },
    minutes: { kind: 'text', label: say('询问实录', 'Minutes'), max: 20000 },
    promises: {
      kind: 'items',
      label: say('现场承诺', 'Promises on the spot'),
      columns: {
        promise: { kind: 'text', label: say('承诺内容', 'Promise'), required: true, max: 500 },
        unit: { kind: 'office', of: 'unit', label: say('单位', 'Unit'), required: true },
        by: { kind: 'date', label: say('期限', 'Due by') },
      },
    },
    ballot: { ...satisfactionVote, label: say('测评票数', 'Votes') },
    tellers,
    outcome: { kind: 'computed', label: say('测评结果', 'Outcome'), value: { as: 'ballot', of: 'ballot' } },
    testedOn: { kind: 'date', past: true, label: say('测评日期', 'Voted on') },
    heldOn: { kind: 'date', past: true, label: say('实际询问日期', 'Held on') },
    issues: { kind: 'text', label: say('交办问题清单', 'Issues handed over'), max: 10000 },
    method: { kind: 'records', of: 'work-methods', max: 1, label: say('工作法', 'Work method') },
    files: attachments,
    rectified: { kind: 'text', only: 'event', label: say('整改情况', 'What was rectified'), max: 10000 },
    solved: { kind: 'yesno', only: 'event', label: say('整改到位', 'Put right') },
    finding: { kind: 'text', only: 'event', label: say('跟踪检查情况', 'Finding') },
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    proposed: { label: say('选题', 'Proposed'), phase: 'draft' },
    planned: { label: say('已列入计划', 'Planned'), phase: 'open' },
    prepared: { label: say('已准备', 'Prepared'), phase: 'open' },
    held: { label: say('已询问', 'Held'), phase: 'open' },
    rectifying: { label: say('整改中', 'Being put right'), phase: 'open' },
    reported: { label: say('已报告', 'Reported'), phase: 'open' },
    closed: { label: say('已办结', 'Closed'), phase: 'done' },
    nextRound: { label: say('转入下一轮询问', 'Asked again'), phase: 'done' },
    dropped: { label: say('不列入', 'Left out'), phase: 'void' },
  },
  initial: 'proposed',
  begins: say('提出', 'proposed'),
  born: { opens: ['decide'] },
  attachments: 'files',
  transitions: {
    plan: {
      label: say('列入计划', 'Put into the plan'),
      says: say('把{this}列入询问计划。', 'Puts {this} into the plan.'),
      from: ['proposed'],
      to: 'planned',
      by: ['county'],
      asks: ['meeting?', 'meetingOn'],
      numbers: true,
      discharges: ['decide'],
      opens: ['prepare'],
    },
    reschedule: {
      label: say('改期', 'Move the inquiry'),
      says: say('把{this}改到{@meetingOn}。', 'Moves {this} to {@meetingOn}.'),
      from: ['planned', 'prepared'],
      by: ['county'],
      asks: ['meeting?', 'meetingOn', 'reason'],
    },
    prepare: {
      label: say('确定方案和问题', 'Settle plan and questions'),
      says: say(
        '确定{this}的方案和问题，逐条交有关单位准备。',
        'Settles plan and questions of {this} and hands each to its unit.',
      ),
      from: ['planned', 'prepared'],
      to: 'prepared',
      by: ['county'],
      asks: ['questions', 'study?'],
      discharges: ['prepare'],
      opens: ['hold'],
      creates: [
        {
          ledger: 'inquiry-questions',
          for: '@questions',
          fill: { question: 'each.question', asker: 'each.asker', unit: 'each.unit', meetingOn: '@meetingOn' },
        },
      ],
    },
    hold: {
      label: say('现场询问', 'Hold the inquiry'),
      says: say('登记{this}的现场询问情况。', 'Enters how the inquiry {this} went.'),
      from: ['prepared'],
      to: 'held',
      by: ['county'],
      notBefore: '@meetingOn',
      asks: ['host?', 'minutes?', 'promises?'],
      sets: { heldOn: { stamp: 'today' } },
      discharges: ['hold'],
      opens: ['handOver'],
      creates: [
        {
          ledger: 'commitments',
          for: '@promises',
          fill: { promise: 'each.promise', unit: 'each.unit', promisedFor: 'each.by', origin: 'number' },
        },
      ],
    },
    test: {
      label: say('登记满意度测评', 'Vote'),
      says: say('登记{this}的满意度测评结果。', 'Enters the vote on {this}.'),
      from: ['held'],
      by: ['county'],
      asks: ['ballot', 'tellers'],
      notBefore: '@meetingOn',
      when: [
        {
          any: [
            { field: 'meeting', filled: false },
            { named: 'meeting', in: ['held', 'minuted'], why: meetingFirst },
          ],
        },
        { field: 'testedOn', filled: false },
      ],
      inPerson: true,
      sets: { testedOn: { stamp: 'today' } },
    },
    handOver: {
      label: say('交办问题', 'Hand over the issues'),
      says: say('把{this}提出的问题交有关单位整改。', 'Hands the problems of {this} to their units.'),
      from: ['held'],
      to: 'rectifying',
      by: ['county'],
      asks: ['issues'],
      discharges: ['handOver'],
      opens: ['report'],
    },
    report: {
      label: say('报告整改情况', 'Report what was rectified'),
      says: say('把{this}的整改情况报给县人大办。', 'Reports what was done after {this}.'),
      from: ['rectifying'],
      by: ['holder'],
      asks: ['rectified'],
      discharges: ['report'],
    },
    collect: {
      label: say('汇总整改报告', 'Gather the reports'),
      says: say('汇总{this}的整改报告，随后跟踪检查。', 'Collects the reports on {this}; a check comes next.'),
      from: ['rectifying'],
      to: 'reported',
      by: ['county', 'system'],
      when: [{ duty: 'report', open: false }],
      opens: ['check'],
    },
    check: {
      label: say('跟踪检查', 'Check what was rectified'),
      says: say(
        '登记{this}的跟踪检查：问题解决的予以办结，没有解决的转入下一轮询问。',
        'Enters the check of {this}: solved closes it, else it goes into the next round.',
      ),
      from: ['reported'],
      to: 'closed',
      by: ['county'],
      asks: ['solved', 'finding'],
      discharges: ['check'],
      branches: [
        {
          when: [{ field: 'solved', is: false }],
          says: say(
            '认定{this}的问题没有解决，转入下一轮询问。',
            'Finds {this} not solved: it goes into the next round.',
          ),
          to: 'nextRound',
          creates: [
            {
              ledger: 'special-inquiries',
              fill: {
                topic: '@topic',
                answerers: '@answerers',
                committee: '@committee',
                desk: '@desk',
                previous: 'id',
              },
            },
            {
              ledger: 'satisfaction-tests',
              for: '@answerers',
              fill: { subject: '@topic', about: { put: 'inquiry' }, unit: 'each' },
            },
          ],
        },
      ],
    },
    drop: {
      label: say('不列入', 'Leave it out'),
      says: say('不把{this}列入询问计划。', 'Does not take {this} into the plan.'),
      from: ['proposed', 'planned'],
      to: 'dropped',
      by: ['county'],
      asks: ['reason'],
      confirm: true,
    },
    takeMethod: { from: ['planned', 'prepared', 'held', 'rectifying'], by: ['county'], ...takingMethod('@topic') },
  },
  returns: { work: say('整改', 'put it right') },
  duties: {
    decide: {
      label: say('决定是否列入计划', 'Decide whether to plan it'),
      basis: say(
        '监督法第四十七条；本县设定一个月内提请主任会议决定',
        'Supervision Law art 47; put to the chairpersons within a month, set by the county',
      ),
      holder: ['county:@desk'],
      due: { months: 1 },
      during: ['proposed'],
    },
    prepare: {
      label: say('确定方案和问题', 'Settle plan and questions'),
      basis: say(
        '监督法第四十八条；本县设定询问前十日通知应询单位',
        'Supervision Law art 48; the units are told ten days before, set by the county',
      ),
      holder: ['county:@desk'],
      due: { days: 10, before: '@meetingOn' },
      during: ['planned'],
    },
    hold: {
      label: say('现场询问', 'Hold the inquiry'),
      basis: say('监督法第四十七条：按年度计划确定的日期', 'Supervision Law art 47: on the day of the plan'),
      holder: ['county:@desk'],
      due: { on: '@meetingOn' },
      during: ['prepared'],
      reminders: 'short',
    },
    handOver: {
      label: say('交办问题清单', 'Hand over the issues'),
      basis: say('本县设定：询问后五个工作日内交办', 'set by the county: within five working days of the inquiry'),
      holder: ['county:@desk'],
      due: { workdays: 5, after: '@heldOn' },
      during: ['held'],
    },
    report: {
      label: say('报告整改情况', 'Report what was rectified'),
      basis: say(
        '监督法第五十条：书面报告处理情况；本县设定两个月',
        'Supervision Law art 50: a written report; two months, set by the county',
      ),
      holder: ['@answerers'],
      due: { months: 2 },
      during: ['rectifying'],
    },
    check: {
      label: say('跟踪检查', 'Check what was rectified'),
      basis: say(
        '监督法第五十条跟踪监督；本县设定收到报告后一个月内',
        'Supervision Law art 50; one month after the reports, set by the county',
      ),
      holder: ['county:@desk'],
      due: { months: 1 },
      during: ['reported'],
    },
  },
  may: {
    create: ['county'],
    read: [
      'county',
      { who: ['@answerers'], in: ['prepared', 'held', 'rectifying', 'reported', 'closed', 'nextRound'] },
      { who: ['anyTownship'], in: ['closed', 'nextRound'] },
    ],
    edit: [
      { who: ['county'], in: ['proposed', 'planned'], fields: ['topic', 'answerers', 'desk', 'why', 'previous'] },
      { who: ['county'], in: ['prepared', 'held', 'rectifying', 'reported'], fields: ['desk'] },
    ],
  },
  list: {
    columns: ['number', 'topic', 'meetingOn', 'answerers', 'outcome', 'state', 'dueOn'],
    filters: ['state', 'year', 'outcome'],
    search: ['topic', 'issues'],
  },
  report: {
    duty: 'report',
    by: ['answerers', 'desk'],
    counts: ['outcome'],
    rates: {
      satisfied: {
        label: say('满意率', 'Satisfied'),
        of: [{ field: 'outcome', is: 'satisfied' }],
        over: [{ field: 'outcome', filled: true }],
      },
    },
  },
  import: {
    lands: [
      { when: [{ field: 'issues', filled: true }], in: 'closed' },
      { when: [], in: 'proposed' },
    ],
  },
  papers: inquiryPapers,
})
