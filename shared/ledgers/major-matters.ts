import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { inCharge } from '../definition/desks.ts'
import { decisionVote } from '../definition/verdicts.ts'
import { say } from '../say.ts'
import { matterPapers } from './papers/matters.ts'
import { itsMeeting } from './steps/meeting.ts'

/** 重大事项: what the standing committee decides, hears or files in a year. 地方组织法 (2022) art 50(4); baskets, materials and days after Zhejiang 2018 arts 4–10. */
export const majorMatters = defineLedger({
  key: 'major-matters',
  label: say('重大事项', 'Major matters'),
  system: 7,
  level: 'county',
  spoken: { measure: '项' },
  year: '@meetingOn',
  number: { format: '事项{year}-{seq:2}', per: ['year'] },
  bounds: [{ field: 'decidedOn', atLeast: '@submittedOn' }],
  fields: {
    matter: { kind: 'text', label: say('事项', 'Matter'), required: true, max: 200 },
    basket: {
      kind: 'choice',
      label: say('清单类别', 'Basket'),
      required: true,
      options: {
        decide: say('应当作出决议决定', 'Must be decided'),
        report: say('应当报告', 'Must be reported'),
        file: say('应当备案', 'Must be filed'),
      },
    },
    proposer: { kind: 'office', of: 'unit', label: say('提出机关', 'Proposer'), required: true },
    committee: { kind: 'text', retired: 'desk', label: say('责任委室', 'Committee in charge'), max: 60 },
    desk: inCharge,
    meeting: itsMeeting,
    meetingOn: {
      kind: 'date',
      from: '@meeting.day',
      label: say('拟上会日期', 'Meeting planned for'),
      required: true,
      comes: say('会议讨论{this}', 'The meeting discusses {this}'),
    },
    unplanned: { kind: 'yesno', label: say('年中增列', 'Added during the year') },
    consent: { kind: 'yesno', label: say('已报县委同意', 'Agreed by the party committee') },
    materials: {
      kind: 'items',
      label: say('材料清单', 'Materials'),
      columns: {
        what: { kind: 'text', label: say('材料', 'Material'), required: true },
        ready: { kind: 'yesno', label: say('已齐', 'Ready') },
        on: { kind: 'date', past: true, label: say('收到日期', 'Received on') },
      },
      default: [
        { what: '基本情况' },
        { what: '方案' },
        { what: '法律政策依据' },
        { what: '征求意见情况' },
        { what: '专家论证' },
        { what: '风险评估' },
        { what: '合法性审查意见' },
      ],
    },
    submittedOn: { kind: 'date', past: true, label: say('提交日期', 'Submitted on') },
    review: { kind: 'text', label: say('审查意见', 'Review'), max: 20000 },
    ballot: { ...decisionVote, label: say('表决票数', 'Votes') },
    outcome: { kind: 'computed', label: say('表决结果', 'Outcome'), value: { as: 'ballot', of: 'ballot' } },
    decision: { kind: 'text', label: say('决议决定', 'Decision'), max: 20000 },
    decidedOn: { kind: 'date', past: true, label: say('审议日期', 'Deliberated on') },
    tasks: {
      kind: 'items',
      label: say('执行任务', 'Execution tasks'),
      columns: {
        what: { kind: 'text', label: say('任务', 'Task'), required: true, max: 500 },
        unit: { kind: 'office', of: 'unit', label: say('责任单位', 'Unit'), required: true },
        by: { kind: 'date', label: say('期限', 'Due by') },
      },
    },
    successor: { kind: 'records', of: 'major-matters', max: 1, label: say('承接的决议', 'Continues the decision') },
    files: attachments,
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
    note: { kind: 'text', only: 'event', label: say('说明', 'Note') },
  },
  states: {
    candidate: { label: say('征集', 'Candidate'), phase: 'draft' },
    listed: { label: say('已列入清单', 'Listed'), phase: 'open' },
    submitted: { label: say('已提交', 'Submitted'), phase: 'open' },
    reviewed: { label: say('已审查', 'Reviewed'), phase: 'open' },
    executing: { label: say('执行中', 'In execution'), phase: 'open' },
    fulfilled: { label: say('已落实', 'Fulfilled'), phase: 'done' },
    heard: { label: say('已听取报告', 'Heard'), phase: 'done' },
    filed: { label: say('已备案', 'Filed'), phase: 'done' },
    rejected: { label: say('未通过', 'Not passed'), phase: 'done' },
    toCongress: { label: say('提请代表大会', 'To the congress'), phase: 'done' },
    dropped: { label: say('已撤下', 'Taken off'), phase: 'void' },
  },
  initial: 'candidate',
  begins: say('提出', 'proposed'),
  attachments: 'files',
  transitions: {
    list: {
      label: say('列入年度清单', 'Put on the annual list'),
      from: ['candidate'],
      to: 'listed',
      by: ['county'],
      numbers: true,
      opens: [
        'take',
        { duty: 'submitBill', when: [{ field: 'basket', is: 'decide' }] },
        { duty: 'submitReport', when: [{ field: 'basket', is: ['report', 'file'] }] },
      ],
    },
    reschedule: {
      label: say('调整上会日期', 'Move the meeting'),
      says: say('把{this}改到{@meetingOn}的会议。', 'Moves {this} to {@meetingOn}.'),
      from: ['listed', 'submitted', 'reviewed'],
      by: ['county'],
      asks: ['meeting?', 'meetingOn', 'reason'],
    },
    submit: {
      label: say('提交议案或报告', 'Submit the bill or report'),
      says: say('把{this}的议案或报告交给县人大办。', 'Hands in the bill or report of {this}.'),
      from: ['listed'],
      to: 'submitted',
      by: ['@proposer'],
      asks: ['materials?', 'note?'],
      sets: { submittedOn: { stamp: 'today' } },
      discharges: ['submitBill', 'submitReport'],
      opens: ['review'],
    },
    sendBack: {
      label: say('退回补充材料', 'Send back'),
      says: say('把{this}退回去补充材料。', 'Sends {this} back for more papers.'),
      from: ['submitted'],
      to: 'listed',
      by: ['county'],
      asks: ['reason'],
      discharges: ['review'],
      opens: [
        { duty: 'submitBill', when: [{ field: 'basket', is: 'decide' }] },
        { duty: 'submitReport', when: [{ field: 'basket', is: ['report', 'file'] }] },
      ],
    },
    review: {
      label: say('审查', 'Review'),
      from: ['submitted'],
      to: 'reviewed',
      by: ['county'],
      asks: ['review'],
      discharges: ['review'],
      branches: [
        {
          when: [{ field: 'basket', is: 'file' }],
          to: 'filed',
          sets: { decidedOn: { stamp: 'today' } },
          discharges: ['take'],
        },
      ],
    },
    hear: {
      label: say('听取报告', 'Hear the report'),
      from: ['reviewed'],
      to: 'heard',
      by: ['county'],
      asks: ['note?'],
      notBefore: '@meetingOn',
      when: [
        {
          any: [
            { field: 'meeting', filled: false },
            { named: 'meeting', in: ['held', 'minuted'] },
          ],
        },
        { field: 'basket', is: 'report' },
      ],
      sets: { decidedOn: { stamp: 'today' } },
      discharges: ['take'],
      creates: [
        {
          ledger: 'deliberation-opinions',
          fill: {
            topic: '@matter',
            heardAt: '@meeting',
            meetingOn: '@meetingOn',
            organ: '@proposer',
            committee: '@committee',
            desk: '@desk',
          },
        },
      ],
    },
    decide: {
      label: say('审议表决', 'Deliberate and vote'),
      from: ['reviewed'],
      to: 'rejected',
      by: ['county'],
      asks: ['ballot', 'decision?', 'tasks?'],
      notBefore: '@meetingOn',
      when: [
        {
          any: [
            { field: 'meeting', filled: false },
            { named: 'meeting', in: ['held', 'minuted'] },
          ],
        },
        { field: 'basket', is: 'decide' },
      ],
      inPerson: true,
      sets: { decidedOn: { stamp: 'today' } },
      discharges: ['take'],
      branches: [
        {
          when: [{ field: 'outcome', is: 'for' }],
          to: 'executing',
          opens: ['check'],
          creates: [
            {
              ledger: 'decision-duties',
              for: '@tasks',
              fill: { task: 'each.what', unit: 'each.unit', promisedFor: 'each.by', decision: '@matter' },
            },
          ],
        },
      ],
    },
    refer: {
      label: say('提请代表大会', 'Refer to the congress'),
      from: ['reviewed'],
      to: 'toCongress',
      by: ['county'],
      asks: ['reason'],
      discharges: ['take'],
    },
    check: {
      label: say('监督检查', 'Check the execution'),
      from: ['executing'],
      by: ['county'],
      asks: ['note'],
      discharges: ['check'],
      opens: ['check'],
    },
    fulfil: {
      label: say('确认全部落实', 'Confirm that all is done'),
      from: ['executing'],
      to: 'fulfilled',
      by: ['county', 'system'],
      when: [{ children: 'decision-duties', in: 'closed' }],
    },
    conclude: {
      label: say('认定落实', 'Close as fulfilled'),
      from: ['executing'],
      to: 'fulfilled',
      by: ['county'],
      asks: ['note'],
      confirm: true,
    },
    drop: {
      label: say('撤下清单', 'Take it off the list'),
      from: ['candidate', 'listed', 'submitted', 'reviewed'],
      to: 'dropped',
      by: ['county'],
      asks: ['reason'],
      confirm: true,
    },
  },
  returns: {},
  duties: {
    submitBill: {
      label: say('提交议案', 'Submit the bill'),
      basis: say(
        '本县设定：会议举行三十日前提出议案（参照浙江重大事项规定2018第十条）',
        'set by the county: thirty days before the meeting (after Zhejiang rules 2018 art 10)',
      ),
      holder: ['@proposer'],
      due: { days: 30, before: '@meetingOn' },
      during: ['listed'],
      reminders: 'long',
    },
    submitReport: {
      label: say('提交报告', 'Submit the report'),
      basis: say(
        '本县设定：会议举行二十日前提交报告（参照浙江重大事项规定2018第十条）',
        'set by the county: twenty days before the meeting (after Zhejiang rules 2018 art 10)',
      ),
      holder: ['@proposer'],
      due: { days: 20, before: '@meetingOn' },
      during: ['listed'],
      reminders: 'long',
    },
    review: {
      label: say('审查', 'Review'),
      basis: say(
        '监督法第十五条会前十日送常委会；本县设定此前完成审查',
        'Supervision Law art 15: to the committee ten days before the meeting; the review by then, set by the county',
      ),
      holder: ['county:@desk'],
      due: { days: 10, before: '@meetingOn' },
      during: ['submitted'],
    },
    take: {
      label: say('提请审议', 'Put it to the meeting'),
      basis: say(
        '本县设定：按年度清单的日期，最迟收到议案后三个月（参照浙江重大事项规定2018第十条）',
        'set by the county: on the day of the annual list, at the latest three months after the bill (after Zhejiang rules 2018 art 10)',
      ),
      holder: ['county:@desk'],
      due: { earliest: [{ on: '@meetingOn' }, { months: 3, after: '@submittedOn' }] },
      during: ['listed', 'submitted', 'reviewed'],
    },
    check: {
      label: say('检查执行情况', 'Check the execution'),
      basis: say(
        '本县设定：每年11月30日前检查一次，一届接着一届',
        'set by the county: every year by 30 November, term after term',
      ),
      holder: ['county:@desk'],
      due: { yearly: '11-30', least: 60 },
      during: ['executing'],
    },
  },
  may: {
    create: ['county'],
    read: [
      'county',
      {
        who: ['@proposer'],
        in: ['listed', 'submitted', 'reviewed', 'executing', 'fulfilled', 'heard', 'filed', 'rejected', 'toCongress'],
      },
      { who: ['anyTownship'], in: ['executing', 'fulfilled', 'heard'] },
    ],
    edit: [
      {
        who: ['county'],
        in: ['candidate'],
        fields: [
          'matter',
          'basket',
          'proposer',
          'desk',
          'meeting',
          'meetingOn',
          'materials',
          'consent',
          'unplanned',
          'successor',
        ],
      },
      { who: ['county', '@proposer'], in: ['listed', 'submitted'], fields: ['materials'] },
      { who: ['county'], in: ['listed', 'submitted', 'reviewed'], fields: ['desk', 'consent', 'materials'] },
    ],
  },
  list: {
    columns: ['number', 'matter', 'basket', 'proposer', 'meetingOn', 'outcome', 'state', 'dueOn'],
    filters: ['basket', 'proposer', 'outcome', 'unplanned', 'state', 'year'],
    search: ['matter', 'decision'],
  },
  report: {
    duty: 'take',
    by: ['basket', 'proposer', 'desk'],
    counts: ['basket', 'outcome'],
    rates: {
      unplanned: {
        label: say('年中增列率', 'Added during the year'),
        of: [{ field: 'unplanned', is: true }],
        over: [{ field: 'matter', filled: true }],
      },
      done: {
        label: say('清单完成率', 'List completed'),
        of: [{ field: 'decidedOn', filled: true }],
        over: [{ field: 'matter', filled: true }],
      },
    },
  },
  import: {
    lands: [
      { when: [{ field: 'decision', filled: true }], in: 'executing' },
      { when: [], in: 'candidate' },
    ],
  },
  papers: matterPapers,
})
