import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { say } from '../say.ts'
import { billPapers } from './papers/parts.ts'

/** 议案办理: the way of a bill of deputies once it is registered: the presidium decides, a committee reports, the congress votes, or it becomes a suggestion. 代表法 (2025) art 24; 地方组织法 (2022) art 22. */
export const bills = defineLedger({
  key: 'bills',
  label: say('议案办理', 'Bills'),
  system: 1,
  level: 'township',
  part: true,
  spoken: { title: true },
  fields: {
    title: { kind: 'text', label: say('议案', 'Bill'), required: true, max: 200 },
    deputies: {
      kind: 'deputies',
      label: say('领衔代表', 'Lead deputy'),
      rest: say('联名代表', 'Signatories'),
      max: 100,
    },
    origin: { kind: 'text', label: say('编号', 'No.'), max: 80 },
    committee: { kind: 'text', label: say('专门委员会', 'Committee'), max: 60 },
    report: { kind: 'text', label: say('专委会审议报告', 'Report of the committee'), max: 10000 },
    result: {
      kind: 'choice',
      label: say('大会表决', 'Vote of the congress'),
      options: { passed: say('通过', 'Passed'), failed: say('未通过', 'Not passed') },
    },
    files: attachments,
    decision: {
      kind: 'choice',
      only: 'event',
      label: say('主席团决定', 'Decision of the presidium'),
      options: {
        agenda: say('列入会议议程', 'On the agenda'),
        committee: say('交专门委员会审议', 'To a committee'),
        suggestion: say('转为建议', 'Turned into a suggestion'),
      },
    },
    note: { kind: 'text', only: 'event', label: say('说明', 'Note') },
  },
  states: {
    presidium: { label: say('待主席团决定', 'With the presidium'), phase: 'open' },
    committee: { label: say('专委会审议', 'With a committee'), phase: 'open' },
    onAgenda: { label: say('已列入议程', 'On the agenda'), phase: 'open' },
    passed: { label: say('已通过', 'Passed'), phase: 'done' },
    failed: { label: say('未通过', 'Not passed'), phase: 'done' },
    turned: { label: say('已转为建议', 'Turned into a suggestion'), phase: 'done' },
    ended: { label: say('随主件结束', 'Ended with the whole'), phase: 'void' },
  },
  initial: 'presidium',
  begins: say('转来', 'passed on'),
  born: { opens: ['decide'] },
  attachments: 'files',
  transitions: {
    decide: {
      label: say('登记主席团决定', 'Enter the presidium’s decision'),
      says: say(
        '登记主席团对{this}的决定：列入议程，交专门委员会审议，或者转为建议。',
        'Enters what the presidium decided on {this}: the agenda, a committee, or a suggestion.',
      ),
      from: ['presidium'],
      to: 'onAgenda',
      by: ['county'],
      asks: ['decision', 'note?'],
      discharges: ['decide'],
      opens: ['vote'],
      branches: [
        {
          when: [{ field: 'decision', is: 'committee' }],
          says: say(
            '登记主席团的决定：把{this}交专门委员会审议。',
            'Enters that the presidium gives {this} to a committee.',
          ),
          to: 'committee',
          opens: ['report'],
        },
        {
          when: [{ field: 'decision', is: 'suggestion' }],
          says: say(
            '登记主席团的决定：把{this}转为代表建议。',
            'Enters that the presidium turns {this} into a suggestion.',
          ),
          to: 'turned',
        },
      ],
    },
    report: {
      label: say('登记专委会审议报告', 'Enter the committee’s report'),
      says: say(
        '登记专门委员会对{this}的审议报告，由主席团决定。',
        'Enters the committee’s report on {this}, for the presidium to decide.',
      ),
      from: ['committee'],
      to: 'presidium',
      by: ['county'],
      asks: ['committee?', 'report'],
      discharges: ['report'],
      opens: ['decide'],
    },
    vote: {
      label: say('登记大会表决', 'Enter the vote of the congress'),
      says: say('登记大会对{this}的表决结果，予以办结。', 'Enters the vote on {this} and closes it.'),
      from: ['onAgenda'],
      to: 'failed',
      by: ['county'],
      asks: ['result', 'note?'],
      inPerson: true,
      discharges: ['vote'],
      branches: [{ when: [{ field: 'result', is: 'passed' }], to: 'passed' }],
    },
    follow: {
      label: say('主件已经取消', 'The whole was cancelled'),
      from: ['presidium', 'committee', 'onAgenda'],
      to: 'ended',
      by: ['system'],
      when: [{ parent: ['cancelled'] }],
    },
  },
  duties: {
    decide: {
      label: say('提请主席团决定', 'Have the presidium decide'),
      basis: say(
        '代表议案由主席团决定是否列入议程；本县设定七日内',
        'the presidium decides whether a bill comes on the agenda; within seven days, set by the county',
      ),
      holder: ['county'],
      due: { days: 7 },
      during: ['presidium'],
    },
    report: {
      label: say('提出审议报告', 'Have the committee report'),
      basis: say(
        '专门委员会审议后向主席团报告；本县设定两个月内',
        'the committee reports to the presidium; within two months, set by the county',
      ),
      holder: ['county'],
      due: { months: 2 },
      during: ['committee'],
    },
    vote: {
      label: say('提请大会审议表决', 'Bring it to the vote'),
      basis: say(
        '列入议程的，会议期间审议表决；本县设定两个月内',
        'deliberated and voted on while the congress meets; within two months, set by the county',
      ),
      holder: ['county'],
      due: { months: 2 },
      during: ['onAgenda'],
    },
  },
  may: { create: [], read: ['county', 'township', '@deputies'], edit: [] },
  hears: ['@deputies'],
  list: {
    columns: ['origin', 'title', 'township', 'deputies', 'result', 'state', 'dueOn'],
    filters: ['township', 'result', 'state', 'year'],
    search: ['title', 'report'],
  },
  report: { duty: 'decide', by: ['township'], counts: ['result'] },
  papers: billPapers,
})
