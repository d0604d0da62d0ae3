import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { ownMatter } from '../definition/returns.ts'
import { say } from '../say.ts'
import { townSuggestionPapers } from './papers/parts.ts'
import {
  accomplished,
  answerFields,
  deputies,
  feedbackDuty,
  judging,
  replyDuty,
  satisfiedRates,
} from './steps/answering.ts'

/** A bill of a township's deputies has five signatories at least (地方组织法 2022 art 22). */
const signedByEnough = {
  any: [
    { field: 'kind', not: 'bill' },
    { field: 'deputies', atLeast: 5 },
  ],
}

/**
 * 乡镇代表建议: what deputies bring to their township's own congress, which hands it to its own government and sends up what needs the county. 代表法 (2025)
 * arts 24, 51.
 */
export const townSuggestions = defineLedger({
  key: 'town-suggestions',
  label: say('乡镇代表建议', 'Suggestions to township congresses'),
  system: 1,
  place: 2,
  level: 'township',
  spoken: { title: true },
  number: { format: '镇建{year}-{seq:4}', per: ['year', 'township'] },
  fields: {
    title: { kind: 'text', label: say('标题', 'Title'), required: true, max: 200 },
    body: { kind: 'text', label: say('内容', 'Text'), required: true, max: 5000, headings: ['正文'] },
    kind: {
      kind: 'choice',
      label: say('类型', 'Kind'),
      options: { suggestion: say('建议', 'Suggestion'), bill: say('议案', 'Bill') },
      default: 'suggestion',
    },
    deputies: {
      ...deputies,
      headings: ['Deputies'],
      help: say(
        '第一位是领衔代表，须是本乡镇人大代表；议案须有五人以上联名。县人大代表请用“代表建议”提出。',
        'The first one leads, a deputy of this township; a bill needs five. Deputies of the county use “Suggestions”.',
      ),
    },
    handledBy: { kind: 'text', label: say('承办单位', 'Handled by'), max: 60 },
    handedOn: { kind: 'date', past: true, label: say('交办日期', 'Handed over on') },
    ...answerFields,
    files: attachments,
    note: { kind: 'text', only: 'event', label: say('说明', 'Note') },
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    draft: { label: say('草稿', 'Draft'), phase: 'draft' },
    submitted: { label: say('已提交', 'Submitted'), phase: 'open' },
    handling: { label: say('乡镇办理', 'With the township'), phase: 'open' },
    answered: { label: say('已答复', 'Answered'), phase: 'open' },
    closed: { label: say('已办结', 'Closed'), phase: 'done' },
    sentUp: { label: say('已转送县人大', 'Sent up to the county'), phase: 'done' },
    cancelled: { label: say('已撤回', 'Withdrawn'), phase: 'void' },
  },
  initial: 'draft',
  begins: say('提出', 'brought'),
  attachments: 'files',
  transitions: {
    submit: {
      label: say('提交', 'Submit'),
      says: say('把{this}交给乡镇人大登记交办。', 'Hands {this} in to the township congress.'),
      from: ['draft'],
      to: 'submitted',
      by: ['township', '@deputies', 'creator', 'county'],
      when: [signedByEnough],
      opens: ['takeUp'],
    },
    sendBack: {
      label: say('退回修改', 'Send back'),
      says: say(
        '把{this}退回提出的一方修改，理由对方看得到。',
        'Sends {this} back to be worked over; the reason is shown there.',
      ),
      from: ['submitted'],
      to: 'draft',
      by: ['township'],
      asks: ['reason'],
      discharges: ['takeUp'],
    },
    takeUp: {
      label: say('登记交办', 'Register and hand over'),
      says: say('登记{this}，由乡镇办理。', 'Takes {this} up.'),
      from: ['submitted'],
      to: 'handling',
      by: ['township'],
      asks: ['handledBy'],
      when: [signedByEnough],
      sets: { handedOn: { stamp: 'today' } },
      numbers: true,
      discharges: ['takeUp'],
      opens: ['reply'],
    },
    answer: {
      label: say('登记答复', 'Enter the answer'),
      says: say('登记已经把{this}的答复给了代表。', 'Enters the reply to {this}.'),
      from: ['handling'],
      to: 'answered',
      by: ['township'],
      asks: ['reply', 'result'],
      sets: { repliedOn: { stamp: 'today' } },
      discharges: ['reply'],
      opens: ['feedback'],
    },
    feedback: { ...judging('reply'), by: ['township', '@deputies', 'creator'] },
    sendUp: {
      label: say('转送县人大', 'Send up to the county'),
      says: say('{this}要县里办，转送县人大。', 'Sends {this} up to the county.'),
      from: ['handling'],
      to: 'sentUp',
      by: ['township'],
      asks: ['reason'],
      discharges: ['reply'],
      creates: [
        {
          ledger: 'suggestions',
          fill: { source: { put: 'township' }, title: '@title', body: '@body', deputies: '@deputies' },
        },
      ],
    },
    withdraw: {
      label: say('撤回建议', 'Withdraw'),
      says: say(
        '撤回{this}，乡镇不再办理；代为撤回的，须经领衔代表同意。',
        'Withdraws {this}; on a deputy’s behalf with the consent of whoever leads.',
      ),
      from: ['submitted', 'handling'],
      to: 'cancelled',
      by: ['township', '@deputies', 'creator'],
      asks: ['reason'],
      confirm: true,
    },
  },
  duties: {
    takeUp: {
      label: say('登记交办', 'Register and hand over'),
      basis: say('本县设定：提出后十个工作日内', 'set by the county: within ten working days'),
      holder: ['township'],
      stays: ownMatter,
      due: { workdays: 10 },
      // What was a draft before they were handed in is owed still.
      during: ['draft', 'submitted'],
    },
    reply: {
      ...replyDuty('township'),
      label: say('督促镇政府答复', 'Have the township government answer'),
      basis: say(
        '代表法第五十一条：三个月内答复，最迟六个月',
        'Deputies Law art 51: three months to answer, six at the latest',
      ),
      stays: ownMatter,
      during: ['handling'],
    },
    feedback: feedbackDuty,
  },
  may: {
    create: ['county', 'anyTownship', 'anyDeputy'],
    read: ['county', 'township', '@deputies', 'creator'],
    edit: [
      {
        who: ['township', '@deputies', 'creator'],
        in: ['draft', 'submitted'],
        fields: ['title', 'body', 'kind', 'deputies', 'files'],
      },
      // A slip of the pen, put right by the office that registered it.
      { who: ['township'], in: ['handling', 'answered', 'closed'], fields: ['title', 'body', 'deputies', 'files'] },
    ],
  },
  hears: ['creator', '@deputies'],
  list: {
    columns: ['number', 'title', 'township', 'deputies', 'handledBy', 'satisfaction', 'state', 'dueOn'],
    filters: ['township', 'state', 'year', 'result', 'satisfaction'],
    search: ['title', 'body', 'deputies'],
  },
  report: {
    duty: 'reply',
    by: ['township'],
    counts: ['satisfaction', 'result'],
    rates: { accomplished, ...satisfiedRates },
  },
  papers: townSuggestionPapers,
})
