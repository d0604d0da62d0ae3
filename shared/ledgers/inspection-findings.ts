import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { ownMatter } from '../definition/returns.ts'
import { say } from '../say.ts'
import { findingPapers } from './papers/inspections.ts'

/** How grave a finding is. */
export const severities = {
  slight: say('一般', 'Slight'),
  serious: say('较重', 'Serious'),
  grave: say('严重', 'Grave'),
}

/** 执法检查问题: one finding, with the article it breaks, how grave it is, and the unit that puts it right. Fixed / found is the rate of rectification. */
export const inspectionFindings = defineLedger({
  key: 'inspection-findings',
  label: say('检查发现问题', 'Findings'),
  system: 5,
  level: 'township',
  part: true,
  spoken: { measure: '个' },
  fields: {
    problem: { kind: 'text', label: say('问题', 'Problem'), required: true, max: 1000 },
    law: { kind: 'text', label: say('法律', 'Law'), max: 200 },
    article: { kind: 'text', label: say('涉及条款', 'Article'), max: 60 },
    severity: { kind: 'choice', label: say('程度', 'Severity'), options: severities },
    unit: { kind: 'office', of: 'unit', label: say('责任单位', 'Unit'), required: true },
    organ: { kind: 'office', of: 'unit', label: say('主管部门', 'Department in charge') },
    measures: { kind: 'text', label: say('整改情况', 'What was done'), max: 5000 },
    fixedOn: { kind: 'date', past: true, label: say('整改到位日期', 'Put right on') },
    files: attachments,
    done: { kind: 'yesno', only: 'event', label: say('已整改到位', 'Put right') },
    note: { kind: 'text', only: 'event', label: say('处置情况', 'What was done at once') },
    finding: { kind: 'text', only: 'event', label: say('核查情况', 'Finding') },
  },
  states: {
    open: { label: say('整改中', 'Open'), phase: 'open' },
    answered: { label: say('待核查', 'To be checked'), phase: 'open' },
    closed: { label: say('已整改', 'Put right'), phase: 'done' },
  },
  initial: 'open',
  begins: say('交办了《{@law}》执法检查发现的问题“{title}”', 'assigned “{title}”, found in the inspection of {@law}'),
  born: { opens: ['fix', { duty: 'act', when: [{ field: 'severity', is: 'grave' }] }] },
  attachments: 'files',
  transitions: {
    act: {
      label: say('报告先行处置', 'Report what was done at once'),
      says: say('报告{this}的先行处置措施。', 'Reports what was done at once about {this}.'),
      from: ['open'],
      by: ['@unit'],
      asks: ['note'],
      when: [{ duty: 'act', open: true }],
      discharges: ['act'],
    },
    fix: {
      label: say('报告整改', 'Report what was done'),
      says: say('把{this}的整改情况报给{next}核查。', 'Reports how {this} was put right, to be checked by {next}.'),
      from: ['open'],
      to: 'answered',
      by: ['@unit'],
      asks: ['measures'],
      discharges: ['fix', 'act'],
      opens: ['check'],
    },
    check: {
      label: say('现场核查', 'Check on site'),
      says: say('到现场看过{this}，登记整改是否到位。', 'Enters what a visit showed of {this}.'),
      from: ['answered'],
      to: 'closed',
      by: ['township', 'county'],
      asks: ['done', 'finding?'],
      sets: { fixedOn: { stamp: 'today' } },
      discharges: ['check'],
      branches: [
        { when: [{ field: 'done', is: false }], to: 'open', sets: { fixedOn: { put: null } }, opens: ['fix'] },
      ],
    },
  },
  returns: {},
  duties: {
    fix: {
      label: say('整改并报告', 'Put it right and report'),
      basis: say(
        '本县设定：三个月内整改并报告（参照河南监督法办法2015第四十四条）',
        'set by the county: three months to put it right (after Henan supervision rules 2015 art 44)',
      ),
      holder: ['@unit'],
      due: { months: 3 },
      during: ['open'],
    },
    act: {
      label: say('先行处置', 'Act at once'),
      basis: say(
        '本县设定：严重问题十五个工作日内先行处置',
        'set by the county: fifteen working days for what is grave',
      ),
      holder: ['@unit'],
      due: { workdays: 15 },
      during: ['open'],
    },
    check: {
      label: say('现场核查', 'Check on site'),
      basis: say(
        '本县设定：收到整改报告后十个工作日内核查',
        'set by the county: checked within ten working days of the report',
      ),
      holder: ['township'],
      stays: ownMatter,
      due: { workdays: 10 },
      during: ['answered'],
    },
  },
  may: { create: [], read: ['county', 'township', '@unit', '@organ'], edit: [] },
  list: {
    columns: ['problem', 'township', 'severity', 'unit', 'state', 'dueOn'],
    filters: ['township', 'unit', 'severity', 'state', 'year'],
    search: ['problem', 'law', 'measures'],
  },
  report: {
    duty: 'fix',
    by: ['township', 'unit', 'severity'],
    counts: ['severity'],
    rates: {
      fixed: {
        label: say('整改率', 'Put right'),
        of: [{ field: 'fixedOn', filled: true }],
        over: [{ field: 'problem', filled: true }],
      },
    },
  },
  papers: findingPapers,
})
