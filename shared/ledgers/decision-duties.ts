import { defineLedger } from '../define.ts'
import { say } from '../say.ts'

/** 决议执行任务: what a decision obliges a unit to do. It outlives the term in which it was decided (一届接着一届抓). */
export const decisionDuties = defineLedger({
  key: 'decision-duties',
  label: say('决议执行任务', 'Execution duties'),
  system: 7,
  level: 'county',
  part: true,
  fields: {
    task: { kind: 'text', label: say('任务', 'Duty'), required: true, max: 500 },
    decision: { kind: 'text', label: say('决议决定', 'Decision'), max: 200 },
    unit: { kind: 'office', of: 'unit', label: say('责任单位', 'Unit'), required: true },
    promisedFor: { kind: 'date', label: say('期限', 'By') },
    executed: { kind: 'text', label: say('执行情况', 'Execution report'), max: 10000 },
    carriedOver: { kind: 'number', label: say('跨届次数', 'Terms carried over'), default: 0 },
    done: { kind: 'yesno', only: 'event', label: say('已落实', 'Fulfilled') },
    note: { kind: 'text', only: 'event', label: say('说明', 'Note') },
  },
  states: { open: { label: say('执行中', 'Executing'), phase: 'open' }, reported: { label: say('已报告', 'Reported'), phase: 'open' }, closed: { label: say('已落实', 'Fulfilled'), phase: 'done' } },
  initial: 'open',
  born: { opens: ['execute'] },
  transitions: {
    report: { label: say('报告执行情况', 'Report'), from: ['open'], to: 'reported', by: ['@unit'], asks: ['executed'], discharges: ['execute'], opens: ['judge'] },
    judge: { label: say('核查', 'Check'), from: ['reported'], to: 'closed', by: ['county'], asks: ['done', 'note?'], discharges: ['judge'], branches: [{ when: [{ field: 'done', is: false }], to: 'open', sets: { promisedFor: { put: null } }, opens: ['execute'] }] },
    carryOver: { label: say('转下届继续', 'Carry over to the next term'), from: ['open'], by: ['county'], asks: ['promisedFor', 'note'], sets: { carriedOver: { add: 1 } }, moves: [{ duty: 'execute', to: '@promisedFor' }] },
  },
  duties: {
    execute: { label: say('执行并报告', 'Execute and report'), basis: say('按决议写明的日期；没有写明的，每年11月30日', 'on the day decided, else by 30 November'), holder: ['@unit'], due: { first: [{ on: '@promisedFor' }, { yearly: '11-30' }] }, during: ['open'], reminders: 'long' },
    judge: { label: say('核查执行情况', 'Check'), basis: say('收到报告后一个月内', 'one month after the report'), holder: ['county'], due: { months: 1 }, during: ['reported'] },
  },
  may: { create: [], read: ['county', '@unit'], edit: [] },
  list: { columns: ['task', 'decision', 'unit', 'promisedFor', 'carriedOver', 'state', 'dueOn'], filters: ['unit', 'state', 'year'], search: ['task', 'decision'] },
  report: { duty: 'execute', by: ['unit'] },
})
