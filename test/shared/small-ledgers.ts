import { defineLedger } from '../../shared/definition/define.ts'

const label = (zh: string, en: string) => ({ zh, en })
const basis = label('试验规则', 'test rule')
const everyone = ['county', 'anyTownship', 'anyUnit']

/** A vote with a frozen rule, four eyes and a grade: ballots, computed values, `inPerson`, `notBy`, `confirm`. */
export const votes = defineLedger({
  key: 'votes',
  label: label('表决', 'Votes'),
  system: 4,
  level: 'county',
  year: '@meetingOn',
  number: { format: '{term}-{session}-{seq:2}', per: ['session'] },
  fields: {
    subject: { kind: 'text', label: label('事由', 'Subject'), required: true },
    meetingOn: { kind: 'date', label: label('会议日期', 'Meeting'), required: true },
    base: {
      kind: 'choice',
      label: label('分母', 'Base'),
      options: { all: label('全体', 'All'), present: label('实到', 'Present') },
      default: 'all',
    },
    ballot: {
      kind: 'ballot',
      label: label('票数', 'Ballot'),
      options: {
        satisfied: label('满意', 'Satisfied'),
        basically: label('基本满意', 'Basically'),
        dissatisfied: label('不满意', 'Dissatisfied'),
      },
      grades: ['satisfied', 'basically'],
      otherwise: 'dissatisfied',
      of: '@base',
      over: [1, 2],
    },
    tellers: { kind: 'names', label: label('监票人', 'Tellers'), min: 2 },
    outcome: { kind: 'computed', label: label('结果', 'Outcome'), value: { as: 'ballot', of: 'ballot' } },
    share: { kind: 'computed', label: label('满意率', 'Share'), value: { as: 'share', of: 'ballot', option: 'satisfied' } },
  },
  states: {
    draft: { label: label('草稿', 'Draft'), phase: 'draft' },
    counted: { label: label('已计票', 'Counted'), phase: 'open' },
    passed: { label: label('通过', 'Passed'), phase: 'done' },
    again: { label: label('重办', 'Again'), phase: 'open' },
  },
  initial: 'draft',
  born: { opens: ['count'], numbers: true },
  transitions: {
    count: {
      label: label('计票', 'Count'),
      from: ['draft', 'again'],
      to: 'counted',
      by: ['county'],
      asks: ['ballot', 'tellers'],
      inPerson: true,
      discharges: ['count'],
    },
    announce: {
      label: label('宣布', 'Announce'),
      from: ['counted'],
      to: 'again',
      by: ['county'],
      when: [{ notBy: 'count' }],
      confirm: true,
      opens: ['count'],
      branches: [{ when: [{ field: 'outcome', is: ['satisfied', 'basically'] }], to: 'passed' }],
    },
  },
  duties: {
    count: { label: label('计票', 'Count'), basis, holder: ['county'], due: { days: 3, before: '@meetingOn' }, during: ['draft', 'again'] },
  },
  may: { create: ['county'], read: ['county', 'public'], edit: [{ who: ['county'], in: ['draft'] }] },
  list: { columns: ['number', 'subject', 'outcome'] },
})

/** An exam with one make-up: counters, branches judged after `sets`, pause, statutory clock, monthly series, earliest of several days. */
export const exams = defineLedger({
  key: 'exams',
  label: label('考试', 'Exams'),
  system: 9,
  level: 'both',
  number: { format: '{year}{seq:3}', per: ['year', '@kind'] },
  fields: {
    name: { kind: 'text', label: label('姓名', 'Name'), required: true },
    kind: { kind: 'choice', label: label('类别', 'Kind'), options: { first: label('初任', 'First'), renewed: label('连任', 'Renewed') } },
    examOn: { kind: 'date', label: label('考试日期', 'Exam day'), none: true },
    days: { kind: 'number', label: label('天数', 'Days'), min: 0, max: 60, default: 10 },
    score: { kind: 'number', label: label('分数', 'Score'), min: 0, max: 100 },
    exams: { kind: 'number', label: label('次数', 'Exams'), default: 0 },
    grade: {
      kind: 'computed',
      label: label('等次', 'Grade'),
      value: {
        as: 'grade',
        of: 'score',
        steps: [
          { from: 90, is: 'excellent' },
          { from: 60, is: 'pass' },
          { from: 0, is: 'fail' },
        ],
      },
    },
    reportOf: { kind: 'offices', of: 'unit', label: label('报告单位', 'Reporters') },
  },
  states: {
    open: { label: label('待考', 'Open'), phase: 'open' },
    held: { label: label('暂停', 'Held'), phase: 'paused' },
    passed: { label: label('合格', 'Passed'), phase: 'done' },
    barred: { label: label('不合格', 'Barred'), phase: 'void' },
  },
  initial: 'open',
  born: { opens: ['exam', 'file', 'watch'] },
  transitions: {
    exam: {
      label: label('考试', 'Exam'),
      from: ['open'],
      by: ['county'],
      asks: ['score'],
      sets: { exams: { add: 1 } },
      discharges: ['exam', 'file', 'watch'],
      opens: ['exam', 'file', 'watch'],
      branches: [
        { when: [{ field: 'grade', is: ['pass', 'excellent'] }], to: 'passed' },
        { when: [{ field: 'exams', atLeast: 2 }], to: 'barred' },
      ],
    },
    hold: { label: label('暂停', 'Hold'), from: ['open'], to: 'held', by: ['owner'] },
    resume: { label: label('恢复', 'Resume'), from: ['held'], to: 'open', by: ['owner'] },
    plan: { label: label('定日期', 'Plan'), from: ['open'], by: ['county'], asks: ['examOn'] },
    name: { label: label('定单位', 'Name reporters'), from: ['open'], by: ['county'], asks: ['reportOf'], opens: ['report'] },
    report: { label: label('月报', 'Report'), from: ['open'], by: ['holder'], discharges: ['report'], opens: ['report'] },
  },
  duties: {
    exam: { label: label('考试', 'Exam'), basis, holder: ['county'], due: { days: '@days' } },
    file: {
      label: label('备案', 'File'),
      basis,
      holder: ['owner'],
      stays: basis,
      due: { earliest: [{ on: '@examOn' }, { yearly: '11-30' }] },
      runsWhilePaused: true,
    },
    watch: {
      label: label('督查', 'Watch'),
      basis,
      holder: ['county'],
      due: { first: [{ workdays: 3, after: '@examOn' }, { quarterly: 10 }] },
    },
    report: { label: label('月报', 'Monthly report'), basis, holder: ['@reportOf'], stays: basis, due: { monthly: 5 } },
  },
  may: {
    create: everyone,
    read: ['county', 'owner', 'holder', 'creator'],
    edit: [{ who: ['owner'], in: ['open'], fields: ['kind', 'days'] }],
  },
  list: { columns: ['name', 'grade'] },
})

/** An inspection that creates a sheet for each township and findings for each row, and waits for the sheets. */
export const inspections = defineLedger({
  key: 'inspections',
  label: label('检查', 'Inspections'),
  system: 5,
  level: 'county',
  fields: {
    law: { kind: 'text', label: label('法律', 'Law'), required: true },
    points: {
      kind: 'items',
      label: label('问题', 'Points'),
      columns: {
        what: { kind: 'text', label: label('问题', 'What'), required: true },
        unit: { kind: 'office', of: 'unit', label: label('单位', 'Unit'), required: true },
        dueOn: { kind: 'date', label: label('期限', 'Due') },
      },
    },
  },
  states: {
    planned: { label: label('计划', 'Planned'), phase: 'open' },
    inspecting: { label: label('检查中', 'Inspecting'), phase: 'open' },
    collected: { label: label('已汇总', 'Collected'), phase: 'open' },
    closed: { label: label('办结', 'Closed'), phase: 'done' },
  },
  initial: 'planned',
  transitions: {
    inspect: {
      label: label('下发', 'Inspect'),
      from: ['planned'],
      to: 'inspecting',
      by: ['county'],
      creates: [{ ledger: 'sheets', for: 'townships', fill: { law: '@law' } }],
      opens: ['collect'],
    },
    collect: {
      label: label('汇总', 'Collect'),
      from: ['inspecting'],
      to: 'collected',
      by: ['county', 'system'],
      when: [{ children: 'sheets', in: 'closed' }],
      discharges: ['collect'],
    },
    hand: {
      label: label('交办', 'Hand over'),
      from: ['collected'],
      to: 'closed',
      by: ['county'],
      asks: ['points?'],
      creates: [
        { ledger: 'findings', for: '@points', township: 'county', fill: { what: 'each.what', unit: 'each.unit', due: 'each.dueOn' } },
      ],
    },
  },
  duties: { collect: { label: label('汇总', 'Collect'), basis, holder: ['county'], due: { months: 1 } } },
  may: { create: ['county'], read: ['county', 'holder'], edit: [] },
  list: { columns: ['law'] },
})

export const sheets = defineLedger({
  key: 'sheets',
  label: label('检查表', 'Sheets'),
  system: 5,
  level: 'township',
  part: true,
  fields: {
    law: { kind: 'text', label: label('法律', 'Law'), required: true },
    none: { kind: 'yesno', label: label('零报告', 'Nothing found') },
    found: { kind: 'number', label: label('问题数', 'Found'), min: 0 },
    phone: { kind: 'text', label: label('电话', 'Phone'), seenBy: ['township'] },
  },
  states: { open: { label: label('待报', 'Open'), phase: 'open' }, sent: { label: label('已报', 'Sent'), phase: 'done' } },
  initial: 'open',
  born: { opens: ['send'] },
  transitions: {
    send: {
      label: label('上报', 'Send'),
      from: ['open'],
      to: 'sent',
      by: ['township'],
      asks: ['none?', 'found?', 'phone?'],
      discharges: ['send'],
      when: [
        {
          any: [
            { field: 'none', is: true },
            { field: 'found', above: 0 },
          ],
        },
      ],
    },
  },
  duties: { send: { label: label('上报', 'Send'), basis, holder: ['township'], stays: basis, due: { workdays: 10 } } },
  may: { create: [], read: ['parent', 'township'], edit: [] },
  list: { columns: ['law'] },
})

export const findings = defineLedger({
  key: 'findings',
  label: label('整改', 'Findings'),
  system: 5,
  level: 'county',
  part: true,
  fields: {
    what: { kind: 'text', label: label('问题', 'What'), required: true },
    unit: { kind: 'office', of: 'unit', label: label('单位', 'Unit'), required: true },
    due: { kind: 'date', label: label('期限', 'Due') },
  },
  states: { open: { label: label('整改中', 'Open'), phase: 'open' }, fixed: { label: label('已整改', 'Fixed'), phase: 'done' } },
  initial: 'open',
  born: { opens: ['fix'] },
  transitions: { fix: { label: label('整改', 'Fix'), from: ['open'], to: 'fixed', by: ['@unit'], discharges: ['fix'] } },
  duties: { fix: { label: label('整改', 'Fix'), basis, holder: ['@unit'], stays: basis, due: { first: [{ on: '@due' }, { months: 2 }] } } },
  may: { create: [], read: ['parent', '@unit'], edit: [] },
  list: { columns: ['what', 'unit'] },
})

export const smallLedgers = [votes, exams, inspections, sheets, findings]
