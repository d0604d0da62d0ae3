import { defineLedger } from '../define.ts'
import { say } from '../say.ts'

/** “321”步骤: one stage of an opinion's supervision. How many there are, what they are called and how long they take is the county's own setting. */
export const opinionStages = defineLedger({
  key: 'opinion-stages',
  label: say('督办步骤', 'Opinion stages'),
  system: 2,
  level: 'county',
  part: true,
  fields: {
    step: { kind: 'text', label: say('步骤', 'Step'), required: true, max: 100 },
    topic: { kind: 'text', label: say('议题', 'Topic'), max: 200 },
    who: { kind: 'choice', label: say('由谁', 'Who'), required: true, options: { committee: say('委室', 'Committee'), organ: say('报告机关', 'Organ') } },
    organ: { kind: 'office', of: 'unit', label: say('报告机关', 'Organ'), required: true },
    days: { kind: 'number', label: say('天数', 'Days'), required: true, min: 1, max: 720 },
    record: { kind: 'text', label: say('完成情况', 'What was done'), max: 5000 },
  },
  states: { open: { label: say('待完成', 'Open'), phase: 'open' }, done: { label: say('已完成', 'Done'), phase: 'done' }, dropped: { label: say('随件结束', 'Ended with the opinion'), phase: 'void' } },
  initial: 'open',
  born: { opens: [{ duty: 'step', when: [{ field: 'who', is: 'committee' }] }, { duty: 'organStep', when: [{ field: 'who', is: 'organ' }] }] },
  transitions: {
    finish: { label: say('完成', 'Finish'), from: ['open'], to: 'done', by: ['holder'], asks: ['record'], discharges: ['step', 'organStep'] },
    follow: { label: say('随件结束', 'End with the opinion'), from: ['open'], to: 'dropped', by: ['system'], when: [{ parent: ['closed'] }] },
  },
  duties: {
    step: { label: say('督办步骤', 'Stage of the committee'), basis: say('县人大“321”督办办法：天数为本件设定', 'the county’s “321” rule: as many days as set'), holder: ['county'], due: { days: '@days' } },
    organStep: { label: say('报告步骤', 'Stage of the organ'), basis: say('县人大“321”督办办法：天数为本件设定', 'the county’s “321” rule: as many days as set'), holder: ['@organ'], due: { days: '@days' } },
  },
  may: { create: [], read: ['county', '@organ'], edit: [] },
  list: { columns: ['step', 'topic', 'who', 'organ', 'state', 'dueOn'], filters: ['organ', 'state', 'year'] },
})
