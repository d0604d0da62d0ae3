import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { ownMatter } from '../definition/returns.ts'
import { say } from '../say.ts'
import { diaryPapers } from './papers/activities.ts'

/** 民情日记: a deputy’s note of a visit among the people; its problems are drawn out and routed, and the writer hears what became of them. */
export const diaries = defineLedger({
  key: 'diaries',
  label: say('民情日记', 'Diaries'),
  system: 14,
  level: 'township',
  spoken: { measure: '篇' },
  year: '@date',
  number: { format: '日记{year}-{seq:5}', per: ['year'] },
  fields: {
    // First, so that it names the entry: what is written of people must not stand in the subject of a mail.
    place: { kind: 'text', label: say('走访地点', 'Place'), required: true, max: 100 },
    content: {
      kind: 'text',
      label: say('走访内容', 'Account of the visit'),
      required: true,
      max: 5000,
      help: say(
        '写村、写事、写问题；走访的群众只记人数，不写姓名电话。',
        'Write of places, matters and problems; of the people met give only the number.',
      ),
    },
    deputy: { kind: 'deputies', max: 1, label: say('代表', 'Deputy'), required: true },
    date: { kind: 'date', past: true, label: say('走访日期', 'Day of the visit'), required: true },
    met: { kind: 'number', label: say('走访人数', 'People met'), min: 0, max: 999 },
    problems: {
      kind: 'items',
      label: say('反映的问题', 'Problems'),
      columns: { problem: { kind: 'text', label: say('问题', 'Problem'), required: true, max: 200 } },
    },
    found: { kind: 'computed', label: say('问题数', 'Problems found'), value: { as: 'count', of: 'problems' } },
    photos: { kind: 'files', label: say('照片', 'Photographs'), max: 10 },
    told: { kind: 'text', label: say('回访情况', 'Feedback given to residents'), max: 2000 },
    files: attachments,
    proposal: { kind: 'text', only: 'event', label: say('建议标题', 'Title of the suggestion'), max: 200 },
    comment: { kind: 'text', only: 'event', label: say('审阅意见', 'Comment') },
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    draft: { label: say('草稿', 'Draft'), phase: 'draft' },
    submitted: { label: say('待审阅', 'Awaiting review'), phase: 'open' },
    read: { label: say('已阅', 'Reviewed'), phase: 'open' },
    routed: { label: say('问题办理中', 'Problems routed'), phase: 'open' },
    closed: { label: say('已办结', 'Closed'), phase: 'done' },
    noProblem: { label: say('无需办理', 'Nothing to route'), phase: 'done' },
  },
  initial: 'draft',
  attachments: 'files',
  transitions: {
    submit: {
      label: say('提交日记', 'Submit'),
      says: say('把{this}交给乡镇人大审阅。', 'Hands {this} to the township congress to be read.'),
      from: ['draft'],
      to: 'submitted',
      by: ['creator', 'township', '@deputy'],
      numbers: true,
      opens: ['read'],
    },
    read: {
      label: say('审阅', 'Review'),
      says: say('审阅{this}，接下来梳理其中的问题。', 'Marks {this} as read; its problems are drawn out next.'),
      from: ['submitted'],
      to: 'read',
      by: ['township'],
      asks: ['comment?'],
      discharges: ['read'],
      opens: ['route'],
      creates: [
        {
          ledger: 'performance-entries',
          fill: {
            auto: { put: true },
            deputy: '@deputy',
            type: { put: 'diary' },
            date: '@date',
            what: { words: '走访{@place}' },
          },
        },
      ],
    },
    sendBack: {
      label: say('退回修改', 'Send back'),
      says: say(
        '把{this}退回代表修改，理由对方看得到。',
        'Sends {this} back to the deputy; the reason is shown there.',
      ),
      from: ['submitted'],
      to: 'draft',
      by: ['township'],
      asks: ['reason'],
    },
    route: {
      label: say('梳理问题并交办', 'Route the problems'),
      says: say('把{this}里的问题逐条交办。', 'Hands on the problems in {this}, one by one.'),
      from: ['read'],
      to: 'routed',
      by: ['township'],
      asks: ['problems'],
      discharges: ['route'],
      opens: ['oversee'],
      creates: [
        {
          ledger: 'public-opinions',
          for: '@problems',
          fill: {
            matter: 'each.problem',
            deputy: '@deputy',
            place: '@place',
            receivedOn: '@date',
            source: { put: 'diary' },
          },
        },
      ],
    },
    nothing: {
      label: say('直接办结', 'Close directly'),
      says: say('{this}没有要办的问题，直接办结。', 'Closes {this}: it names no problem.'),
      from: ['read'],
      to: 'noProblem',
      by: ['township'],
      asks: ['comment?'],
      discharges: ['route'],
    },
    close: {
      label: say('办结问题', 'Close as answered'),
      says: say('{this}里的问题已经办好，办结。', 'Closes {this}: its problems are dealt with.'),
      from: ['routed'],
      to: 'closed',
      by: ['township', 'system'],
      asks: ['told?'],
      when: [{ children: 'public-opinions', in: 'closed' }],
      discharges: ['oversee'],
    },
    conclude: {
      label: say('先行办结（部分未复）', 'Close with some unanswered'),
      says: say(
        '先行办结{this}，所列问题还有没答复的。',
        'Closes {this} though some of its problems are not answered.',
      ),
      from: ['routed'],
      to: 'closed',
      by: ['township'],
      asks: ['reason'],
      confirm: true,
      discharges: ['oversee'],
    },
    suggest: {
      label: say('据此起草代表建议', 'Draft a suggestion from it'),
      says: say('用{this}的内容起草一件代表建议。', 'Drafts a suggestion out of {this}.'),
      from: ['submitted', 'read', 'routed', 'closed', 'noProblem'],
      by: ['@deputy', 'creator'],
      asks: ['proposal'],
      creates: [
        {
          ledger: 'suggestions',
          fill: {
            source: { put: 'deputy' },
            title: '@proposal',
            body: { texts: ['@content', '@problems'] },
            deputies: '@deputy',
          },
        },
      ],
    },
    tell: {
      label: say('登记回访', 'Enter the feedback given'),
      says: say('登记{this}已经回访群众。', 'Enters that people were told about {this}.'),
      from: ['routed', 'closed'],
      by: ['township', '@deputy'],
      asks: ['told'],
    },
  },
  duties: {
    read: {
      label: say('审阅日记', 'Review the diary'),
      basis: say('本县设定：提交后五个工作日内审阅', 'set by the county: five working days after submission'),
      holder: ['township'],
      stays: ownMatter,
      due: { workdays: 5 },
      during: ['submitted'],
    },
    route: {
      label: say('梳理交办问题', 'Draw out and route the problems'),
      basis: say('本县设定：审阅后五个工作日内', 'set by the county: five working days after reading'),
      holder: ['township'],
      stays: ownMatter,
      due: { workdays: 5 },
      during: ['read'],
    },
    oversee: {
      label: say('督促问题办结', 'See the problems through'),
      basis: say('本县设定：交办后三个月内办结', 'set by the county: within three months of handing them over'),
      holder: ['township'],
      stays: ownMatter,
      due: { months: 3 },
      during: ['routed'],
    },
  },
  may: {
    create: ['anyTownship', 'anyDeputy', 'county'],
    read: ['county', 'township', 'creator', '@deputy'],
    edit: [
      {
        who: ['creator', 'township', '@deputy'],
        in: ['draft'],
        fields: ['content', 'deputy', 'date', 'place', 'met', 'problems', 'photos'],
      },
    ],
  },
  hears: ['creator', '@deputy'],
  list: {
    columns: ['number', 'place', 'content', 'deputy', 'township', 'date', 'found', 'state', 'dueOn'],
    filters: ['township', 'state', 'year'],
    search: ['content', 'place', 'deputy'],
  },
  report: {
    duty: 'read',
    by: ['township', 'deputy'],
    sums: ['found', 'met'],
    rates: {
      problems: {
        label: say('问题转化率', 'Entries with problems'),
        of: [{ field: 'found', above: 0 }],
        over: [{ field: 'content', filled: true }],
      },
    },
  },
  import: {
    lands: [
      { when: [{ field: 'told', filled: true }], in: 'closed' },
      { when: [], in: 'noProblem' },
    ],
  },
  papers: diaryPapers,
})
