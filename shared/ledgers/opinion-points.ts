import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { say } from '../say.ts'
import { pointPapers } from './papers/opinions.ts'

/** 审议意见问题清单: one point of an opinion, with its unit, its day and its result. Points done / points is the rectification rate (整改完成率). */
export const opinionPoints = defineLedger({
  key: 'opinion-points',
  label: say('问题清单', 'Opinion points'),
  system: 2,
  level: 'county',
  part: true,
  spoken: { measure: '个' },
  fields: {
    problem: { kind: 'text', label: say('问题', 'Problem'), required: true, max: 1000 },
    demand: { kind: 'text', label: say('意见建议', 'What is asked'), max: 1000 },
    topic: { kind: 'text', label: say('议题', 'Topic'), max: 200 },
    unit: { kind: 'office', of: 'unit', label: say('责任单位', 'Unit'), required: true },
    organ: { kind: 'office', of: 'unit', label: say('报告机关', 'Reporting organ') },
    promisedFor: { kind: 'date', label: say('整改期限', 'Due') },
    measures: { kind: 'text', label: say('整改措施和结果', 'What was done'), max: 5000 },
    doneOn: { kind: 'date', past: true, label: say('销号日期', 'Struck off on') },
    files: attachments,
    done: { kind: 'yesno', only: 'event', label: say('已整改到位', 'Put right') },
    finding: { kind: 'text', only: 'event', label: say('核查情况', 'Finding') },
  },
  states: {
    open: { label: say('整改中', 'Open'), phase: 'open' },
    answered: { label: say('待核查', 'To be checked'), phase: 'open' },
    closed: { label: say('已销号', 'Struck off'), phase: 'done' },
  },
  initial: 'open',
  begins: say(
    '交办了《{@topic}》审议意见所列的问题“{title}”',
    'assigned “{title}”, a point of the opinion on “{@topic}”',
  ),
  born: { opens: ['rectify'] },
  attachments: 'files',
  transitions: {
    rectify: {
      label: say('报告整改', 'Report what was done'),
      says: say('把{this}的整改情况报给县人大办核查。', 'Reports how {this} was put right, to be checked.'),
      from: ['open'],
      to: 'answered',
      by: ['@unit'],
      asks: ['measures'],
      discharges: ['rectify'],
      opens: ['check'],
    },
    check: {
      label: say('核查销号', 'Check and strike off'),
      says: say(
        '核查{this}：到位就销号，不到位就退回继续整改。',
        'Checks {this}: put right strikes it off, else it goes on.',
      ),
      from: ['answered'],
      to: 'closed',
      by: ['county'],
      asks: ['done', 'finding?'],
      sets: { doneOn: { stamp: 'today' } },
      discharges: ['check'],
      branches: [
        {
          when: [{ field: 'done', is: false }],
          to: 'open',
          sets: { promisedFor: { put: null }, doneOn: { put: null } },
          opens: ['rectify'],
        },
      ],
    },
  },
  returns: {},
  duties: {
    rectify: {
      label: say('整改并报告', 'Put it right and report'),
      basis: say(
        '按问题清单的期限；没有写明的，本县设定两个月',
        'on the day of the list, else two months, set by the county',
      ),
      holder: ['@unit'],
      due: { first: [{ on: '@promisedFor' }, { months: 2 }] },
      during: ['open'],
      reminders: 'long',
    },
    check: {
      label: say('核查销号', 'Check and strike off'),
      basis: say(
        '本县设定：收到整改报告后十个工作日内核查',
        'set by the county: checked within ten working days of the report',
      ),
      holder: ['county'],
      due: { workdays: 10 },
      during: ['answered'],
    },
  },
  may: { create: [], read: ['county', '@unit', '@organ'], edit: [] },
  list: {
    columns: ['problem', 'topic', 'unit', 'promisedFor', 'state', 'dueOn'],
    filters: ['unit', 'state', 'year'],
    search: ['problem', 'demand', 'topic'],
  },
  report: {
    duty: 'rectify',
    by: ['unit', 'organ'],
    rates: {
      done: {
        label: say('整改完成率', 'Points put right'),
        of: [{ field: 'doneOn', filled: true }],
        over: [{ field: 'problem', filled: true }],
      },
    },
  },
  papers: pointPapers,
})
