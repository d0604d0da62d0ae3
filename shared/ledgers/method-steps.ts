import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { eachItsOwn } from '../definition/returns.ts'
import { say } from '../say.ts'
import { stepPapers } from './papers/parts.ts'

const unowned = {
  any: [
    { field: 'who', is: 'owner' },
    { field: 'unit', filled: false },
  ],
}

/** 工作法步骤: one step of a work method, as an item that took the method owes it. Where the item's own step is the same thing, that one closes it. */
export const methodSteps = defineLedger({
  key: 'method-steps',
  label: say('工作法步骤', 'Steps of a method'),
  system: 18,
  level: 'both',
  part: true,
  spoken: { measure: '个' },
  fields: {
    step: { kind: 'text', label: say('步骤', 'Step'), required: true, max: 100 },
    topic: { kind: 'text', label: say('事项', 'Item'), max: 200 },
    who: {
      kind: 'choice',
      label: say('办理主体', 'Who'),
      headings: ['由谁'],
      required: true,
      options: {
        unit: say('承办单位', 'The unit'),
        owner: say('所属人大', 'The congress office'),
        county: say('县人大办', 'The county office'),
      },
    },
    unit: { kind: 'office', of: 'unit', label: say('承办单位', 'Unit') },
    days: { kind: 'number', label: say('天数', 'Days'), required: true, min: 1, max: 720 },
    paper: { kind: 'text', label: say('文书', 'Paper'), max: 100 },
    closes: { kind: 'text', label: say('同步完成的步骤', 'Done with'), headings: ['随哪一步完成'], max: 40 },
    record: { kind: 'text', label: say('完成情况', 'What was done'), max: 5000 },
    files: attachments,
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    open: { label: say('待完成', 'Open'), phase: 'open' },
    done: { label: say('已完成', 'Done'), phase: 'done' },
    dropped: { label: say('不再需要', 'No longer needed'), phase: 'void' },
  },
  initial: 'open',
  begins: say('布置', 'set'),
  born: {
    opens: [
      { duty: 'stepUnit', when: [{ field: 'who', is: 'unit' }] },
      { duty: 'stepOwner', when: [{ field: 'who', not: 'county' }, unowned] },
      { duty: 'stepCounty', when: [{ field: 'who', is: 'county' }] },
    ],
  },
  attachments: 'files',
  returns: {},
  transitions: {
    finish: {
      label: say('登记完成', 'Record it as done'),
      says: say('登记{this}已经完成。', 'Enters that {this} is done.'),
      from: ['open'],
      to: 'done',
      by: ['holder'],
      asks: ['record'],
      discharges: ['stepUnit', 'stepOwner', 'stepCounty'],
    },
    closed: {
      label: say('事项已经办到这一步', 'The item itself came this far'),
      from: ['open'],
      to: 'done',
      by: ['system'],
      when: [{ parentTook: '@closes' }],
      discharges: ['stepUnit', 'stepOwner', 'stepCounty'],
    },
    drop: {
      label: say('不再需要', 'No longer needed'),
      says: say('不再要求完成{this}。', 'Asks no longer that {this} be done.'),
      from: ['open'],
      to: 'dropped',
      by: ['county'],
      asks: ['reason'],
      confirm: true,
    },
  },
  duties: {
    stepUnit: {
      label: say('完成工作法步骤', 'Complete the step'),
      basis: say('本县工作法：天数由所选工作法设定', 'the county’s work method, as many days as it sets'),
      holder: ['@unit'],
      due: { days: '@days' },
      during: ['open'],
    },
    stepOwner: {
      label: say('完成工作法步骤', 'Complete the step'),
      basis: say('本县工作法：天数由所选工作法设定', 'the county’s work method, as many days as it sets'),
      holder: ['owner'],
      stays: eachItsOwn,
      due: { days: '@days' },
      during: ['open'],
    },
    stepCounty: {
      label: say('完成工作法步骤', 'Complete the step'),
      basis: say('本县工作法：天数由所选工作法设定', 'the county’s work method, as many days as it sets'),
      holder: ['county'],
      due: { days: '@days' },
      during: ['open'],
    },
  },
  may: { create: [], read: ['county', 'owner', '@unit', 'parent'], edit: [] },
  list: {
    columns: ['topic', 'step', 'who', 'unit', 'township', 'state', 'dueOn'],
    filters: ['who', 'unit', 'township', 'state', 'year'],
    search: ['step', 'topic'],
  },
  report: { by: ['unit', 'township'] },
  papers: stepPapers,
})

/** What taking a method asks and does, from wherever an item may: the method's steps become duties of the item, of the unit that the field `unit` names where one is. */
export const takingMethod = (topic: string, unit?: string) => ({
  label: say('采用工作法', 'Take a work method'),
  says: say(
    '对{this}采用所选的工作法，按其步骤逐一列出要办的事项。',
    'Takes the work method chosen for {this}: each of its steps becomes an item.',
  ),
  asks: ['method' as const],
  when: [
    {
      named: 'method',
      in: ['inUse'],
      why: say('所选工作法没有启用，请另选。', 'The method is not in use; choose another.'),
    },
  ],
  creates: [
    {
      ledger: 'method-steps',
      for: '@method.steps',
      fill: {
        step: 'each.step',
        topic,
        who: 'each.who',
        ...(unit ? { unit } : {}),
        days: 'each.days',
        paper: 'each.paper',
        closes: 'each.closes',
      },
    },
  ],
})
