import { defineLedger } from '../define.ts'
import { say } from '../say.ts'

/** 执法检查问题: one finding, with the article it breaks, how grave it is, and the unit that puts it right. Fixed / found is the rate of rectification. */
export const inspectionFindings = defineLedger({
  key: 'inspection-findings',
  label: say('检查发现问题', 'Findings'),
  system: 5,
  level: 'township',
  part: true,
  fields: {
    problem: { kind: 'text', label: say('问题', 'Problem'), required: true, max: 1000 },
    law: { kind: 'text', label: say('法律', 'Law'), max: 200 },
    article: { kind: 'text', label: say('涉及条款', 'Article'), max: 60 },
    severity: { kind: 'choice', label: say('程度', 'Severity'), options: { slight: say('一般', 'Slight'), serious: say('较重', 'Serious'), grave: say('严重', 'Grave') } },
    unit: { kind: 'office', of: 'unit', label: say('责任单位', 'Unit'), required: true },
    measures: { kind: 'text', label: say('整改情况', 'What was done'), max: 5000 },
    done: { kind: 'yesno', only: 'event', label: say('已整改到位', 'Put right') },
    finding: { kind: 'text', only: 'event', label: say('核查情况', 'Finding') },
  },
  states: { open: { label: say('整改中', 'Open'), phase: 'open' }, answered: { label: say('待核查', 'To be checked'), phase: 'open' }, closed: { label: say('已整改', 'Fixed'), phase: 'done' } },
  initial: 'open',
  born: { opens: [{ duty: 'fix', when: [{ field: 'severity', not: 'grave' }] }, { duty: 'fixAtOnce', when: [{ field: 'severity', is: 'grave' }] }] },
  transitions: {
    fix: { label: say('报告整改', 'Report'), from: ['open'], to: 'answered', by: ['@unit'], asks: ['measures'], discharges: ['fix', 'fixAtOnce'], opens: ['check'] },
    check: { label: say('核查', 'Check'), from: ['answered'], to: 'closed', by: ['township', 'county'], asks: ['done', 'finding?'], discharges: ['check'], branches: [{ when: [{ field: 'done', is: false }], to: 'open', opens: ['fix'] }] },
  },
  duties: {
    fix: { label: say('整改', 'Put right'), basis: say('检查发现的问题三个月内整改', 'three months for what was found'), holder: ['@unit'], due: { months: 3 }, during: ['open'] },
    fixAtOnce: { label: say('立即整改', 'Put right at once'), basis: say('严重问题十五个工作日内整改', 'fifteen working days for what is grave'), holder: ['@unit'], due: { workdays: 15 }, during: ['open'] },
    check: { label: say('现场核查', 'Check on site'), basis: say('收到整改报告后十个工作日内', 'ten working days after the report'), holder: ['township'], due: { workdays: 10 }, during: ['answered'] },
  },
  may: { create: [], read: ['county', 'township', '@unit'], edit: [] },
  list: { columns: ['problem', 'township', 'severity', 'unit', 'state', 'dueOn'], filters: ['township', 'unit', 'severity', 'state', 'year'], search: ['problem', 'law'] },
  report: { duty: 'fix', by: ['township', 'unit', 'severity'], counts: ['severity'] },
})
