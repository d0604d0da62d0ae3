import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { inCharge } from '../definition/desks.ts'
import { say } from '../say.ts'
import { stagePapers } from './papers/opinions.ts'

/** The step of the opinion with which a stage is done, if any. */
export const stageEnds = {
  issue: say('印发交办', 'The opinion handed out'),
  inspect: say('登记中期督查', 'The check at mid-term'),
  plan: say('报送整改方案', 'The plan filed'),
  report: say('报送处理情况', 'The report sent'),
  test: say('满意度测评', 'The vote'),
}

/** “321”步骤: one stage of an opinion's supervision. How many there are, what they are called and how long they take is the county's own setting. */
export const opinionStages = defineLedger({
  key: 'opinion-stages',
  label: say('督办步骤', 'Opinion stages'),
  system: 2,
  level: 'county',
  part: true,
  spoken: { measure: '个' },
  fields: {
    step: { kind: 'text', label: say('步骤', 'Step'), required: true, max: 100 },
    topic: { kind: 'text', label: say('议题', 'Topic'), max: 200 },
    who: {
      kind: 'choice',
      label: say('办理主体', 'Who'),
      headings: ['由谁'],
      required: true,
      options: { committee: say('委室', 'Committee'), organ: say('报告机关', 'Reporting organ') },
    },
    desk: inCharge,
    organ: { kind: 'office', of: 'unit', label: say('报告机关', 'Reporting organ'), required: true },
    days: { kind: 'number', label: say('天数', 'Days'), required: true, min: 1, max: 720 },
    ends: {
      kind: 'choice',
      label: say('同步完成的步骤', 'Completed with'),
      headings: ['随哪一步完成'],
      options: stageEnds,
    },
    record: { kind: 'text', label: say('完成情况', 'What was done'), max: 5000 },
    files: attachments,
  },
  states: {
    open: { label: say('待完成', 'Open'), phase: 'open' },
    done: { label: say('已完成', 'Done'), phase: 'done' },
    dropped: { label: say('随件结束', 'Ended with the opinion'), phase: 'void' },
  },
  initial: 'open',
  begins: say('布置', 'set'),
  // What the same office owes by a step of the opinion itself is owed there, for one day.
  born: {
    opens: [
      {
        duty: 'step',
        when: [
          { field: 'who', is: 'committee' },
          { field: 'ends', not: 'test' },
        ],
      },
      {
        duty: 'organStep',
        when: [
          { field: 'who', is: 'organ' },
          { field: 'ends', not: ['plan', 'report'] },
        ],
      },
    ],
  },
  attachments: 'files',
  transitions: {
    finish: {
      label: say('登记完成', 'Record it as done'),
      says: say('登记{this}已经完成。', 'Enters that {this} is done.'),
      from: ['open'],
      to: 'done',
      by: ['holder', 'county'],
      asks: ['record'],
      discharges: ['step', 'organStep'],
    },
    issued: {
      label: say('审议意见已经印发交办', 'The opinion was handed out'),
      from: ['open'],
      to: 'done',
      by: ['system'],
      when: [
        { field: 'ends', is: 'issue' },
        { parent: ['issued', 'rectifying', 'commenting', 'reported', 'passed', 'failed', 'closed'] },
      ],
      discharges: ['step', 'organStep'],
    },
    inspected: {
      label: say('已经中期督查', 'The check at mid-term is done'),
      from: ['open'],
      to: 'done',
      by: ['system'],
      when: [{ field: 'ends', is: 'inspect' }, { parentTook: '@ends' }],
      discharges: ['step', 'organStep'],
    },
    planned: {
      label: say('整改方案已经报送', 'The plan has come in'),
      from: ['open'],
      to: 'done',
      by: ['system'],
      when: [
        { field: 'ends', is: 'plan' },
        { parent: ['rectifying', 'commenting', 'reported', 'passed', 'failed', 'closed'] },
      ],
      discharges: ['step', 'organStep'],
    },
    reported: {
      label: say('研究处理情况已经报告', 'The report has come in'),
      from: ['open'],
      to: 'done',
      by: ['system'],
      when: [{ field: 'ends', is: 'report' }, { parent: ['commenting', 'reported', 'passed', 'failed', 'closed'] }],
      discharges: ['step', 'organStep'],
    },
    tested: {
      label: say('已经满意度测评', 'The vote was taken'),
      from: ['open'],
      to: 'done',
      by: ['system'],
      when: [{ field: 'ends', is: 'test' }, { parent: ['passed', 'failed', 'closed'] }],
      discharges: ['step', 'organStep'],
    },
    follow: {
      label: say('审议意见的办理已经结束', 'The opinion has ended'),
      from: ['open'],
      to: 'dropped',
      by: ['system'],
      when: [{ parent: ['closed'] }],
    },
  },
  returns: {},
  duties: {
    step: {
      label: say('完成督办步骤', 'Complete the committee’s stage'),
      basis: say('县人大“321”督办办法：天数为本件设定', 'the county’s “321” rule: as many days as set'),
      holder: ['county:@desk'],
      due: { days: '@days' },
    },
    organStep: {
      label: say('完成报告步骤', 'Complete the organ’s stage'),
      basis: say('县人大“321”督办办法：天数为本件设定', 'the county’s “321” rule: as many days as set'),
      holder: ['@organ'],
      due: { days: '@days' },
    },
  },
  may: { create: [], read: ['county', '@organ'], edit: [] },
  list: {
    columns: ['topic', 'step', 'who', 'organ', 'state', 'dueOn'],
    filters: ['organ', 'who', 'state', 'year'],
    search: ['step', 'topic'],
  },
  report: { by: ['organ', 'step'] },
  papers: stagePapers,
})
