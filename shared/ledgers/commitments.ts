import { defineLedger } from '../definition/define.ts'
import { ownMatter } from '../definition/returns.ts'
import { say } from '../say.ts'
import { commitmentPapers } from './papers/parts.ts'

/**
 * 承诺事项: what a unit has promised, by when, and the proof that it was done. Part of suggestions and inquiries. Chongqing rules 2017 art 24: reported on every
 * year until kept.
 */
export const commitments = defineLedger({
  key: 'commitments',
  label: say('承诺事项', 'Commitments'),
  system: 1,
  part: true,
  spoken: { measure: '项' },
  fields: {
    promise: { kind: 'text', label: say('承诺内容', 'Promise'), required: true, max: 500 },
    unit: { kind: 'office', of: 'unit', label: say('承诺单位', 'Unit'), required: true },
    deputies: {
      kind: 'deputies',
      label: say('领衔代表', 'Lead deputy'),
      rest: say('附议代表', 'Co-signers'),
      max: 100,
    },
    promisedFor: { kind: 'date', label: say('承诺期限', 'Promised for') },
    origin: { kind: 'text', label: say('来源编号', 'From no.'), max: 80 },
    evidence: { kind: 'text', label: say('兑现情况', 'What was done'), max: 5000 },
    proof: { kind: 'files', label: say('佐证材料', 'Proof'), max: 20 },
    keptOn: { kind: 'date', past: true, label: say('兑现日期', 'Kept on') },
    rounds: { kind: 'number', label: say('退回次数', 'Times sent back'), default: 0 },
    kept: { kind: 'yesno', only: 'event', label: say('已兑现', 'Kept') },
    finding: { kind: 'text', only: 'event', label: say('核查情况', 'Finding') },
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    open: { label: say('待兑现', 'Open'), phase: 'open' },
    delivered: { label: say('待核查', 'To be checked'), phase: 'open' },
    kept: { label: say('已兑现', 'Kept'), phase: 'done' },
    dropped: { label: say('不再要求', 'No longer required'), phase: 'void' },
    replaced: { label: say('已由新承诺取代', 'Replaced by a later promise'), phase: 'void' },
  },
  initial: 'open',
  born: { opens: ['keep'] },
  attachments: 'proof',
  transitions: {
    deliver: {
      label: say('报告兑现', 'Report it done'),
      says: say('报告{this}已经兑现，请{next}核查。', 'Reports {this} kept, to be checked by {next}.'),
      from: ['open'],
      to: 'delivered',
      by: ['@unit'],
      asks: ['evidence', 'proof?'],
      discharges: ['keep'],
      opens: ['verify'],
    },
    verify: {
      label: say('核查兑现', 'Check the promise'),
      says: say('核查{this}是否真的兑现。', 'Checks whether {this} has been kept.'),
      from: ['delivered'],
      to: 'kept',
      by: ['county', 'township'],
      asks: ['kept', 'finding?'],
      sets: { keptOn: { stamp: 'today' } },
      discharges: ['verify'],
      branches: [
        {
          when: [{ field: 'kept', is: false }],
          to: 'open',
          sets: { keptOn: { put: null }, rounds: { add: 1 } },
          opens: ['keep'],
        },
      ],
    },
    postpone: {
      label: say('同意延期', 'Postpone'),
      says: say('同意把{this}延到{@promisedFor}前兑现。', 'Agrees to extend {this} to {@promisedFor}.'),
      from: ['open'],
      by: ['county', 'township'],
      asks: ['promisedFor', 'reason'],
      moves: [{ duty: 'keep', to: '@promisedFor' }],
    },
    drop: {
      label: say('不再要求', 'No longer required'),
      says: say('不再要求兑现{this}。', 'Asks no longer that {this} be kept.'),
      from: ['open', 'delivered'],
      to: 'dropped',
      by: ['county'],
      asks: ['reason'],
      confirm: true,
    },
    // Promised again, perhaps for another day: one promise is owed once, and counts once.
    replace: {
      label: say('已由新的承诺取代', 'A later promise replaced it'),
      from: ['open', 'delivered'],
      to: 'replaced',
      by: ['system'],
      when: [{ newer: ['promise', 'unit'] }],
    },
  },
  returns: {},
  duties: {
    keep: {
      label: say('兑现承诺', 'Keep the promise'),
      basis: say(
        '按承诺的日期；没有写明的，本县设定当年11月30日前（参照重庆建议条例2017第二十四条四季度报告）',
        'on the day promised, else by 30 November, set by the county (after Chongqing rules 2017 art 24: fourth quarter)',
      ),
      holder: ['@unit'],
      due: { first: [{ on: '@promisedFor' }, { yearly: '11-30', least: 14 }] },
      during: ['open'],
      reminders: 'long',
    },
    verify: {
      label: say('核查兑现', 'Check the promise'),
      basis: say(
        '本县设定：收到兑现报告后十个工作日内核查',
        'set by the county: checked within ten working days of the report',
      ),
      holder: ['owner'],
      stays: ownMatter,
      due: { workdays: 10 },
      during: ['delivered'],
    },
  },
  may: { create: [], read: ['county', 'township', '@deputies', '@unit'], edit: [] },
  hears: ['@deputies'],
  list: {
    columns: ['origin', 'promise', 'township', 'unit', 'promisedFor', 'state', 'dueOn'],
    filters: ['township', 'unit', 'state', 'year'],
    search: ['promise', 'evidence'],
  },
  report: {
    duty: 'keep',
    by: ['unit', 'township'],
    rates: {
      kept: {
        label: say('承诺兑现率', 'Promises kept'),
        of: [{ field: 'keptOn', filled: true }],
        over: [{ field: 'promise', filled: true }],
        due: true,
      },
    },
  },
  papers: commitmentPapers,
})
