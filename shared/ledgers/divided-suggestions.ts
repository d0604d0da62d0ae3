import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { whoRaisedIt } from '../definition/returns.ts'
import { results, satisfaction } from '../definition/verdicts.ts'
import { say } from '../say.ts'

/** 分办件: the share of one unit in a suggestion that is handled separately; each unit answers for itself and is rated for itself. */
export const dividedSuggestions = defineLedger({
  key: 'divided-suggestions',
  label: say('分办件', 'Separate shares'),
  system: 1,
  level: 'township',
  part: true,
  fields: {
    title: { kind: 'text', label: say('标题', 'Title'), required: true, max: 200 },
    body: { kind: 'text', label: say('内容', 'Text'), max: 5000 },
    deputies: { kind: 'deputies', label: say('领衔代表', 'Lead deputy'), rest: say('附议代表', 'Co-signers'), max: 100 },
    origin: { kind: 'text', label: say('建议编号', 'Suggestion no.'), max: 80 },
    unit: { kind: 'office', of: 'unit', label: say('分办单位', 'Unit'), required: true },
    due: { kind: 'date', label: say('答复期限', 'Reply due') },
    reply: { kind: 'text', label: say('答复内容', 'Reply'), max: 10000 },
    result: { kind: 'choice', label: say('结果', 'Result'), options: results },
    satisfaction: { kind: 'choice', label: say('满意度', 'Satisfaction'), options: satisfaction },
    promises: {
      kind: 'items',
      label: say('承诺事项', 'Commitments'),
      columns: {
        promise: { kind: 'text', label: say('承诺内容', 'Promise'), required: true, max: 500 },
        by: { kind: 'date', label: say('期限', 'Due by') },
      },
    },
    rounds: { kind: 'number', label: say('重新办理次数', 'Times handled again') },
    repliedOn: { kind: 'date', past: true, label: say('答复日期', 'Replied on') },
    files: attachments,
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
    note: { kind: 'text', only: 'event', label: say('说明', 'Note') },
    finding: { kind: 'text', only: 'event', label: say('协调情况', 'Finding') },
  },
  states: {
    handling: { label: say('办理中', 'Handling'), phase: 'open' },
    returned: { label: say('已退办', 'Declined'), phase: 'open' },
    answered: { label: say('已答复', 'Answered'), phase: 'open' },
    closed: { label: say('已办结', 'Closed'), phase: 'done' },
    cancelled: { label: say('随主件结束', 'Ended with the whole'), phase: 'void' },
  },
  initial: 'handling',
  born: { opens: ['reply', 'accept'] },
  attachments: 'files',
  transitions: {
    accept: {
      label: say('签收', 'Accept'),
      from: ['handling'],
      by: ['@unit'],
      when: [{ duty: 'accept', open: true }],
      discharges: ['accept'],
    },
    answer: {
      label: say('答复代表', 'Answer the deputy'),
      from: ['handling'],
      to: 'answered',
      by: ['@unit'],
      asks: ['reply', 'result', 'promises?'],
      sets: { repliedOn: { stamp: 'today' } },
      discharges: ['accept', 'reply', 'rehandle'],
      opens: ['feedback'],
      creates: [
        {
          ledger: 'commitments',
          for: '@promises',
          fill: {
            promise: 'each.promise',
            promisedFor: 'each.by',
            unit: '@unit',
            deputies: '@deputies',
            origin: '@origin',
          },
        },
      ],
    },
    decline: {
      label: say('退办', 'Decline'),
      from: ['handling'],
      to: 'returned',
      by: ['@unit'],
      asks: ['reason'],
      when: [{ field: 'repliedOn', filled: false }],
      opens: ['reassign'],
    },
    extend: {
      label: say('延期', 'Extend'),
      from: ['handling'],
      by: ['county'],
      asks: ['due', 'reason'],
      moves: [
        { duty: 'reply', to: '@due' },
        { duty: 'rehandle', to: '@due' },
      ],
    },
    feedback: {
      label: say('反馈', 'Give feedback'),
      from: ['answered'],
      to: 'closed',
      by: ['township', '@deputies'],
      asks: ['satisfaction', 'note?'],
      discharges: ['feedback'],
      branches: [
        {
          when: [{ field: 'satisfaction', is: 'dissatisfied' }],
          to: 'handling',
          sets: { rounds: { add: 1 } },
          opens: ['rehandle'],
        },
      ],
    },
    settle: {
      label: say('协调评估办结', 'Close after coordination'),
      from: ['handling'],
      to: 'closed',
      by: ['county'],
      asks: ['finding'],
      when: [{ field: 'rounds', atLeast: 2 }],
      discharges: ['rehandle'],
      confirm: true,
    },
    follow: {
      label: say('随主件结束', 'Ended with the whole'),
      from: ['handling', 'returned', 'answered'],
      to: 'cancelled',
      by: ['system'],
      when: [{ parent: ['closed', 'cancelled'] }],
    },
  },
  returns: {
    also: ['returned'],
    to: 'handling',
    discharges: ['reassign'],
    opens: [
      {
        duty: 'reply',
        when: [
          { duty: 'reply', open: false },
          { duty: 'rehandle', open: false },
        ],
      },
    ],
  },
  duties: {
    accept: {
      label: say('签收或退办', 'Accept or decline'),
      basis: say(
        '交办后五个工作日内签收或退办（青岛建议条例2021）',
        'five working days to accept or decline (Qingdao rules 2021)',
      ),
      holder: ['@unit'],
      reminders: 'short',
      due: { workdays: 5 },
      during: ['handling'],
    },
    reply: {
      label: say('分别答复代表', 'Answer the deputy'),
      basis: say(
        '代表法第五十一条：交办之日起三个月内答复，最迟六个月',
        'Deputies Law art 51: three months from assignment, six at the latest',
      ),
      holder: ['@unit'],
      due: { months: 3 },
      cap: { months: 6 },
      during: ['handling'],
    },
    rehandle: {
      label: say('重新办理', 'Handle again'),
      basis: say(
        '代表不满意的，一个月内重新办理（山东建议条例2017）',
        'one month when the deputy is dissatisfied (Shandong rules 2017)',
      ),
      holder: ['@unit'],
      due: { months: 1 },
      cap: { months: 6 },
      during: ['handling'],
    },
    reassign: {
      label: say('改办', 'Reassign'),
      basis: say('本县设定：收到退办后五个工作日内改办', 'set by the county: reassigned within five working days'),
      holder: ['county'],
      due: { workdays: 5 },
      during: ['returned'],
      reminders: 'short',
    },
    feedback: {
      label: say('反馈满意度', 'Give feedback'),
      basis: say(
        '收到答复后十个工作日内反馈（河南建议办法2017）',
        'ten working days after the answer (Henan rules 2017)',
      ),
      holder: ['township'],
      stays: whoRaisedIt,
      due: { workdays: 10 },
      during: ['answered'],
    },
  },
  may: { create: [], read: ['county', 'township', '@deputies', '@unit', 'holder'], edit: [] },
  hears: ['@deputies'],
  list: {
    columns: ['origin', 'title', 'township', 'unit', 'result', 'satisfaction', 'state', 'dueOn'],
    filters: ['township', 'unit', 'state', 'year', 'result', 'satisfaction'],
    search: ['title', 'body', 'deputies'],
  },
  report: {
    duty: 'reply',
    by: ['unit', 'township'],
    counts: ['satisfaction', 'result'],
    rates: {
      accomplished: {
        label: say('办成率', 'Accomplished'),
        of: [{ field: 'result', is: 'A' }],
        over: [{ field: 'repliedOn', filled: true }],
      },
      satisfied: {
        label: say('满意率', 'Satisfied'),
        of: [{ field: 'satisfaction', is: 'satisfied' }],
        over: [{ field: 'satisfaction', filled: true }],
      },
      content: {
        label: say('满意和基本满意率', 'Satisfied or basically satisfied'),
        of: [{ field: 'satisfaction', is: ['satisfied', 'basically'] }],
        over: [{ field: 'satisfaction', filled: true }],
      },
    },
  },
})
