import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { eachItsOwn } from '../definition/returns.ts'
import { say } from '../say.ts'
import { roundSheetPapers } from './papers/parts.ts'

/** 填报表: what one office says in a round, about one item or about itself. Nothing to say is an answer too (零报告); what was found stands on the item. */
export const roundSheets = defineLedger({
  key: 'round-sheets',
  label: say('填报表', 'Sheets of a round'),
  system: 18,
  level: 'both',
  part: true,
  spoken: { measure: '份' },
  year: '@until',
  tells: 'finding',
  fields: {
    // What it is about names it: an office that has ten of a round must tell them apart.
    title: { kind: 'text', label: say('事项', 'Item'), required: true, max: 200 },
    round: { kind: 'text', label: say('工作链', 'Round'), required: true, max: 200, headings: ['环节'] },
    subject: { kind: 'records', max: 1, label: say('对应事项', 'The item') },
    asks: { kind: 'text', label: say('填报要求', 'What is asked'), max: 3000 },
    unit: { kind: 'office', of: 'unit', label: say('填报单位', 'Unit') },
    who: {
      kind: 'choice',
      label: say('由谁填报', 'Who fills it in'),
      required: true,
      options: { unit: say('承办单位', 'The unit'), owner: say('乡镇', 'The township') },
    },
    until: { kind: 'date', from: 'parent.until', label: say('填报期限', 'To be in by') },
    progress: { kind: 'number', label: say('完成进度', 'Progress'), min: 0, max: 100, unit: say('%', '%') },
    finding: { kind: 'text', label: say('进展和问题', 'What was found'), max: 5000 },
    next: { kind: 'text', label: say('下步打算', 'What comes next'), max: 2000 },
    filedOn: { kind: 'date', label: say('填报日期', 'Filed on') },
    nil: { kind: 'yesno', label: say('零报告', 'Nothing to report') },
    files: attachments,
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    open: { label: say('待填报', 'To be filled in'), phase: 'open' },
    filed: { label: say('已填报', 'Filled in'), phase: 'done' },
    dropped: { label: say('不再填报', 'No longer asked'), phase: 'void' },
  },
  initial: 'open',
  begins: say('下发', 'sent out'),
  born: {
    opens: [
      { duty: 'fileUnit', when: [{ field: 'who', is: 'unit' }] },
      {
        duty: 'fileOwner',
        when: [
          {
            any: [
              { field: 'who', is: 'owner' },
              { field: 'unit', filled: false },
            ],
          },
        ],
      },
    ],
  },
  attachments: 'files',
  returns: { work: say('填报', 'fill it in') },
  transitions: {
    file: {
      label: say('填报', 'Fill in'),
      says: say('把{this}填好，报给县人大办汇总。', 'Hands in {this}.'),
      from: ['open'],
      to: 'filed',
      by: ['holder'],
      asks: ['finding', 'progress?', 'next?'],
      sets: { filedOn: { stamp: 'today' } },
      discharges: ['fileUnit', 'fileOwner'],
    },
    fileNil: {
      label: say('作零报告', 'Report nothing'),
      says: say('{this}没有要报的，作零报告。', 'Reports nothing for {this}.'),
      from: ['open'],
      to: 'filed',
      by: ['holder'],
      sets: { filedOn: { stamp: 'today' }, nil: { put: true } },
      discharges: ['fileUnit', 'fileOwner'],
      confirm: true,
    },
    sendBack: {
      label: say('退回重填', 'Send back'),
      says: say('把{this}退回重填。', 'Sends {this} back to be filled in again.'),
      from: ['filed'],
      to: 'open',
      by: ['county'],
      asks: ['reason'],
      when: [{ parent: ['running'] }],
      sets: { filedOn: { put: null }, nil: { put: null } },
      opens: [
        { duty: 'fileUnit', when: [{ field: 'who', is: 'unit' }] },
        {
          duty: 'fileOwner',
          when: [
            {
              any: [
                { field: 'who', is: 'owner' },
                { field: 'unit', filled: false },
              ],
            },
          ],
        },
      ],
    },
    drop: {
      label: say('不再要求填报', 'Ask no longer'),
      says: say('不再要求填报{this}。', 'Asks no longer for {this}.'),
      from: ['open'],
      to: 'dropped',
      by: ['county'],
      asks: ['reason'],
      confirm: true,
    },
    // One step for both, until each was told by what happened.
    follow: { label: say('环节结束', 'The round is over'), from: [], by: ['county'] },
    calledOff: {
      label: say('环节已经取消', 'The round was cancelled'),
      from: ['open'],
      to: 'dropped',
      by: ['system'],
      when: [{ parent: ['cancelled'] }],
    },
    over: {
      label: say('环节已经汇总', 'The round was summed up'),
      from: ['open'],
      to: 'dropped',
      by: ['system'],
      when: [{ parent: ['closed'] }],
    },
  },
  duties: {
    fileUnit: {
      label: say('填报', 'Fill in the sheet'),
      basis: say('按本轮工作的填报期限', 'by the day of the round'),
      holder: ['@unit'],
      due: { on: 'parent.until' },
      during: ['open'],
      reminders: 'short',
    },
    fileOwner: {
      label: say('填报', 'Fill in the sheet'),
      basis: say('按本轮工作的填报期限', 'by the day of the round'),
      holder: ['owner'],
      stays: eachItsOwn,
      due: { on: 'parent.until' },
      during: ['open'],
      reminders: 'short',
    },
  },
  may: { create: [], read: ['county', 'owner', '@unit'], edit: [] },
  list: {
    columns: ['round', 'title', 'unit', 'township', 'progress', 'state', 'dueOn'],
    filters: ['unit', 'township', 'who', 'state', 'year'],
    search: ['round', 'title', 'finding'],
  },
  report: {
    by: ['unit', 'township'],
    counts: ['who'],
    rates: {
      returned: {
        label: say('回收率', 'Returned'),
        of: [{ field: 'filedOn', filled: true }],
        over: [{ field: 'round', filled: true }],
      },
    },
  },
  papers: roundSheetPapers,
})
