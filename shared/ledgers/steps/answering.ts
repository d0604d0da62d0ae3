import { whoRaisedIt } from '../../definition/returns.ts'
import { results, satisfaction } from '../../definition/verdicts.ts'
import { say } from '../../say.ts'

// What is alike wherever somebody answers deputies: what an answer says, how it is judged and handled again, and how that is counted.

/** Who brought it: the first one leads. */
export const deputies = {
  kind: 'deputies' as const,
  label: say('领衔代表', 'Lead deputy'),
  rest: say('附议代表', 'Co-signers'),
  max: 100,
}

/** What an answer says, and how those who asked judge it. */
export const answerFields = {
  repliedOn: { kind: 'date' as const, past: true as const, label: say('答复日期', 'Replied on') },
  reply: { kind: 'text' as const, label: say('答复内容', 'Reply'), max: 10000 },
  result: { kind: 'choice' as const, label: say('结果', 'Result'), headings: ['办理结果'], options: results },
  satisfaction: { kind: 'choice' as const, label: say('满意度', 'Satisfaction'), options: satisfaction },
  rounds: { kind: 'number' as const, label: say('重新办理次数', 'Times handled again') },
}

/** What an answer promises for later. */
export const promises = {
  kind: 'items' as const,
  label: say('承诺事项', 'Commitments'),
  columns: {
    promise: { kind: 'text' as const, label: say('承诺内容', 'Promise'), required: true as const, max: 500 },
    by: { kind: 'date' as const, label: say('期限', 'Due by') },
  },
}

/** Each promise of an answer becomes a commitment of the unit in that field, known by the number of what was answered. */
export const promised = (unit: string, origin: string) => ({
  ledger: 'commitments',
  for: '@promises',
  fill: { promise: 'each.promise', promisedFor: 'each.by', unit, deputies: '@deputies', origin },
})

/** Who asked judges the answer; dissatisfied, it is handled again, by the duty of that key. */
export const judging = <D extends string>(again: D) => ({
  label: say('反馈', 'Give feedback'),
  says: say(
    '反馈对{this}答复的意见：满意、基本满意的予以办结，不满意的重新办理。',
    'Says what one thinks of the answer to {this}: satisfied closes it, dissatisfied brings it back.',
  ),
  from: ['answered' as const],
  to: 'closed' as const,
  asks: ['satisfaction' as const, 'note?' as const],
  discharges: ['feedback' as const],
  branches: [
    {
      when: [{ field: 'satisfaction', is: 'dissatisfied' }],
      says: say(
        '对{this}的答复不满意，要求重新办理。',
        'Is dissatisfied with the answer to {this}, which is handled again.',
      ),
      to: 'handling' as const,
      sets: { rounds: { add: 1 } },
      opens: [again],
    },
  ],
})

/** After two dissatisfied answers the county closes it, having brought both sides together. */
export const settling = {
  label: say('协调评估办结', 'Close after coordination'),
  says: say(
    '{this}重新办理后代表仍不满意，经协调评估予以办结。',
    'Closes {this} after both sides were brought together.',
  ),
  from: ['handling' as const],
  to: 'closed' as const,
  by: ['county'],
  asks: ['finding' as const],
  when: [
    {
      field: 'rounds',
      atLeast: 2,
      why: say(
        '重新办理两次代表仍不满意的，才能协调评估办结。',
        'Possible once it was handled again twice and the deputies are still dissatisfied.',
      ),
    },
  ],
  discharges: ['rehandle' as const],
  confirm: true as const,
}

/** Five working days to sign for it or to hand it back. */
export const acceptDuty = (holder: string) => ({
  label: say('签收或退办', 'Accept or decline'),
  basis: say(
    '本县设定：交办后五个工作日内签收或退办（参照青岛建议条例2021）',
    'set by the county: five working days to accept or decline (after Qingdao rules 2021)',
  ),
  holder: [holder],
  due: { workdays: 5 },
  reminders: 'short' as const,
})

/** Three months to answer, six at the latest. */
export const replyDuty = (holder: string) => ({
  label: say('答复代表', 'Answer the deputy'),
  basis: say(
    '代表法第五十一条：交办之日起三个月内答复，最迟六个月',
    'Deputies Law art 51: three months from assignment, six at the latest',
  ),
  holder: [holder],
  due: { months: 3 },
  cap: { months: 6 },
})

/** A month to handle it again. */
export const rehandleDuty = (holder: string) => ({
  label: say('重新办理', 'Handle again'),
  basis: say(
    '本县设定：代表不满意的，一个月内重新办理（参照山东建议条例2017）',
    'set by the county: one month when the deputy is dissatisfied (after Shandong rules 2017)',
  ),
  holder: [holder],
  due: { months: 1 },
  cap: { months: 6 },
  during: ['handling' as const],
})

/** Ten working days to judge the answer. */
export const feedbackDuty = {
  label: say('反馈满意度', 'Give feedback'),
  basis: say(
    '本县设定：收到答复后十个工作日内反馈（参照河南建议办法2017）',
    'set by the county: ten working days after the answer (after Henan rules 2017)',
  ),
  holder: ['township'],
  stays: whoRaisedIt,
  due: { workdays: 10 },
  during: ['answered' as const],
  reminders: 'short' as const,
}

/** 办成率. */
export const accomplished = {
  label: say('办成率', 'Accomplished'),
  of: [{ field: 'result', is: 'A' }],
  over: [{ field: 'repliedOn', filled: true }],
}

/** 满意率, and with 基本满意 as well: two rates. */
export const satisfiedRates = {
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
}
