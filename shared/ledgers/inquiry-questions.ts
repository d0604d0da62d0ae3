import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { say } from '../say.ts'
import { questionPapers } from './papers/opinions.ts'

/** 询问问题: one question of an inquiry, the unit that answers it and what it said. */
export const inquiryQuestions = defineLedger({
  key: 'inquiry-questions',
  label: say('询问问题', 'Inquiry questions'),
  system: 3,
  level: 'county',
  part: true,
  spoken: { measure: '个' },
  fields: {
    question: { kind: 'text', label: say('问题', 'Question'), required: true, max: 1000 },
    asker: { kind: 'text', label: say('询问人', 'Asker'), max: 60 },
    unit: { kind: 'office', of: 'unit', label: say('应询单位', 'Unit'), required: true },
    meetingOn: { kind: 'date', from: 'parent.meetingOn', label: say('询问日期', 'Day of the inquiry') },
    answerer: { kind: 'text', label: say('应询人', 'Answerer'), max: 60 },
    reply: { kind: 'text', label: say('答复', 'Answer'), max: 5000 },
    followUp: { kind: 'text', label: say('追问', 'Follow-up question'), max: 2000 },
    files: attachments,
  },
  states: {
    open: { label: say('待答', 'Open'), phase: 'open' },
    named: { label: say('已定应询人', 'Answerer named'), phase: 'open' },
    answered: { label: say('已答', 'Answered'), phase: 'done' },
    dropped: { label: say('未提出', 'Not put'), phase: 'void' },
  },
  initial: 'open',
  begins: say('提出', 'asked'),
  born: { opens: ['name', 'answer'] },
  attachments: 'files',
  transitions: {
    name: {
      label: say('确定应询人', 'Name the answerer'),
      says: say('确定{this}的应询人。', 'Names who answers {this}.'),
      from: ['open'],
      to: 'named',
      by: ['@unit'],
      asks: ['answerer'],
      discharges: ['name'],
    },
    answer: {
      label: say('记录答复', 'Record the answer'),
      says: say('记录{this}的应询人和答复内容。', 'Writes down who answered {this}, and what.'),
      from: ['open', 'named'],
      to: 'answered',
      by: ['county'],
      asks: ['answerer', 'reply', 'followUp?'],
      discharges: ['name', 'answer'],
    },
    follow: {
      label: say('询问已经结束，没有记录答复', 'The inquiry ended without an answer on record'),
      from: ['open', 'named'],
      to: 'dropped',
      by: ['system'],
      when: [{ parent: ['closed', 'nextRound', 'dropped'] }],
    },
  },
  returns: { work: say('应询', 'answer') },
  duties: {
    name: {
      label: say('确定应询人', 'Name the answerer'),
      basis: say(
        '监督法第四十九条：负责人到会应询；本县设定询问前三个工作日报名单',
        'Supervision Law art 49: the head answers in person; named three working days before, set by the county',
      ),
      holder: ['@unit'],
      due: { first: [{ workdays: 3, before: '@meetingOn' }, { workdays: 5 }], follows: true },
      during: ['open'],
    },
    answer: {
      label: say('记录现场答复', 'Record the answer'),
      basis: say(
        '监督法第四十九条：当场答复；本县设定会后三个工作日内记入',
        'Supervision Law art 49: answered on the spot; entered within three working days, set by the county',
      ),
      holder: ['county'],
      due: { first: [{ workdays: 3, after: '@meetingOn' }, { months: 1 }], follows: true },
      during: ['open', 'named'],
    },
  },
  may: { create: [], read: ['county', '@unit'], edit: [] },
  list: {
    columns: ['question', 'asker', 'unit', 'answerer', 'state', 'dueOn'],
    filters: ['unit', 'state', 'year'],
    search: ['question', 'asker', 'reply'],
  },
  report: {
    duty: 'name',
    by: ['unit'],
    rates: {
      answered: {
        label: say('现场答复率', 'Answered'),
        of: [{ field: 'reply', filled: true }],
        over: [{ field: 'question', filled: true }],
      },
    },
  },
  papers: questionPapers,
})
