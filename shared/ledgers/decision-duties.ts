import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { say } from '../say.ts'
import { decisionDutyPapers } from './papers/matters.ts'

/** 决议执行任务: what a decision obliges a unit to do. It outlives the term in which it was decided (一届接着一届抓). */
export const decisionDuties = defineLedger({
  key: 'decision-duties',
  label: say('决议执行任务', 'Execution tasks'),
  system: 7,
  level: 'county',
  part: true,
  spoken: { measure: '项' },
  fields: {
    task: { kind: 'text', label: say('任务', 'Task'), required: true, max: 500 },
    decision: { kind: 'text', label: say('决议决定', 'Decision'), max: 200 },
    unit: { kind: 'office', of: 'unit', label: say('责任单位', 'Unit'), required: true },
    promisedFor: { kind: 'date', label: say('期限', 'Due by') },
    doneOn: { kind: 'date', past: true, label: say('落实日期', 'Fulfilled on') },
    executed: { kind: 'text', label: say('执行情况', 'Execution report'), max: 10000 },
    carriedOver: { kind: 'number', label: say('跨届次数', 'Terms carried over'), default: 0 },
    files: attachments,
    done: { kind: 'yesno', only: 'event', label: say('已落实', 'Fulfilled') },
    note: { kind: 'text', only: 'event', label: say('说明', 'Note') },
  },
  states: {
    open: { label: say('执行中', 'In execution'), phase: 'open' },
    reported: { label: say('待核查', 'To be checked'), phase: 'open' },
    closed: { label: say('已落实', 'Fulfilled'), phase: 'done' },
    ended: { label: say('随决议结束', 'Ended with the decision'), phase: 'void' },
  },
  initial: 'open',
  begins: say('下达', 'set'),
  born: { opens: ['execute'] },
  attachments: 'files',
  transitions: {
    report: {
      label: say('报告执行情况', 'Report on the execution'),
      says: say('把{this}的执行情况报给县人大办核查。', 'Reports how {this} is carried out, to be checked.'),
      from: ['open'],
      to: 'reported',
      by: ['@unit'],
      asks: ['executed'],
      discharges: ['execute'],
      opens: ['judge'],
    },
    judge: {
      label: say('核查执行情况', 'Check the execution'),
      says: say('核查{this}的执行情况。', 'Checks how {this} was carried out.'),
      from: ['reported'],
      to: 'closed',
      by: ['county'],
      asks: ['done', 'note?'],
      sets: { doneOn: { stamp: 'today' } },
      discharges: ['judge'],
      branches: [
        {
          when: [{ field: 'done', is: false }],
          to: 'open',
          sets: { promisedFor: { put: null }, doneOn: { put: null } },
          opens: ['execute'],
        },
      ],
    },
    carryOver: {
      label: say('转下届继续', 'Carry over to the next term'),
      says: say(
        '把{this}转下届继续执行，延到{@promisedFor}前完成。',
        'Carries {this} over to the next term, to be done by {@promisedFor}.',
      ),
      from: ['open'],
      by: ['county'],
      asks: ['promisedFor', 'note'],
      sets: { carriedOver: { add: 1 } },
      moves: [{ duty: 'execute', to: '@promisedFor' }],
    },
    follow: {
      label: say('决议决定已经落实', 'The decision was carried out'),
      from: ['open', 'reported'],
      to: 'ended',
      by: ['system'],
      when: [{ parent: ['fulfilled'] }],
    },
  },
  returns: {},
  duties: {
    execute: {
      label: say('执行并报告', 'Execute and report'),
      basis: say(
        '按决议写明的日期；没有写明的，本县设定每年11月30日前',
        'on the day of the decision, else by 30 November, set by the county',
      ),
      holder: ['@unit'],
      due: { first: [{ on: '@promisedFor' }, { yearly: '11-30', least: 14 }] },
      during: ['open'],
      reminders: 'long',
    },
    judge: {
      label: say('核查执行情况', 'Check the execution'),
      basis: say('本县设定：收到报告后一个月内核查', 'set by the county: one month after the report'),
      holder: ['county'],
      due: { months: 1 },
      during: ['reported'],
    },
  },
  may: { create: [], read: ['county', '@unit'], edit: [] },
  list: {
    columns: ['task', 'decision', 'unit', 'promisedFor', 'carriedOver', 'state', 'dueOn'],
    filters: ['unit', 'state', 'year'],
    search: ['task', 'decision', 'executed'],
  },
  report: {
    duty: 'execute',
    by: ['unit'],
    rates: {
      done: {
        label: say('任务落实率', 'Tasks fulfilled'),
        of: [{ field: 'doneOn', filled: true }],
        over: [{ field: 'task', filled: true }],
        due: true,
      },
    },
  },
  papers: decisionDutyPapers,
})
