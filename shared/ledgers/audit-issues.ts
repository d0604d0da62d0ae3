import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { say } from '../say.ts'
import { auditPapers } from './papers/matters.ts'

/** What an audit finds fault with. */
export const issueKinds = {
  budget: say('预算执行', 'Budget execution'),
  project: say('工程项目', 'Projects'),
  people: say('民生资金', 'Welfare money'),
  assets: say('资产管理', 'Assets'),
  other: say('其他', 'Other'),
}

/** 审计整改: what the audit found, with its money, until it is put right. 监督法 (2024) art 27: rectification reported within six months, whatever else waits. */
export const auditIssues = defineLedger({
  key: 'audit-issues',
  label: say('审计整改', 'Audit issues'),
  system: 8,
  place: 3,
  level: 'county',
  spoken: { measure: '个' },
  number: { format: '审计{year}-{seq:3}', per: ['year'] },
  bounds: [{ field: 'corrected', atMost: '@amount' }],
  fields: {
    issue: { kind: 'text', label: say('审计查出问题', 'Issue'), required: true, max: 1000 },
    unit: { kind: 'office', of: 'unit', label: say('责任单位', 'Unit'), required: true },
    auditor: { kind: 'office', of: 'unit', label: say('审计机关', 'Auditor') },
    kind: { kind: 'choice', label: say('问题类型', 'Kind'), options: issueKinds },
    amount: { kind: 'number', label: say('问题金额', 'Amount'), min: 0, unit: say('万元', '10,000 yuan') },
    corrected: { kind: 'number', label: say('已纠正金额', 'Corrected'), min: 0, unit: say('万元', '10,000 yuan') },
    rate: {
      kind: 'computed',
      label: say('金额整改率', 'Share corrected'),
      value: { as: 'rate', of: 'corrected', over: 'amount' },
    },
    measures: { kind: 'text', label: say('整改情况', 'What was done'), max: 5000 },
    closedOn: { kind: 'date', past: true, label: say('销号日期', 'Struck off on') },
    until: { kind: 'date', label: say('延期至', 'Extended to') },
    files: attachments,
    done: { kind: 'yesno', only: 'event', label: say('整改到位', 'Put right') },
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
    note: { kind: 'text', only: 'event', label: say('说明', 'Note') },
  },
  states: {
    open: { label: say('整改中', 'Open'), phase: 'open' },
    suspended: { label: say('中止（诉讼或调查）', 'Suspended'), phase: 'paused' },
    reported: { label: say('待核查', 'To be checked'), phase: 'open' },
    closed: { label: say('已整改', 'Put right'), phase: 'done' },
    transferred: { label: say('已移送', 'Referred'), phase: 'done' },
  },
  initial: 'open',
  begins: say('移交了审计查出的问题“{title}”', 'handed over what the audit found, “{title}”'),
  born: { numbers: true, opens: ['rectify', 'statutory'] },
  attachments: 'files',
  transitions: {
    askExtension: {
      label: say('申请延期', 'Ask for an extension'),
      says: say('请县人大办同意{this}延期整改。', 'Asks the county office for more time for {this}.'),
      from: ['open'],
      by: ['@unit'],
      asks: ['until', 'reason'],
      opens: ['decideExtension'],
    },
    extend: {
      label: say('同意延期', 'Grant the extension'),
      says: say('同意把{this}的整改期限延到{@until}。', 'Agrees to extend {this} to {@until}.'),
      from: ['open'],
      by: ['county'],
      asks: ['until', 'note?'],
      discharges: ['decideExtension'],
      moves: [{ duty: 'rectify', to: '@until' }],
    },
    refuse: {
      label: say('不同意延期', 'Refuse the extension'),
      says: say('不同意{this}延期，原来的期限不变。', 'Refuses to extend {this}; its day stays.'),
      from: ['open'],
      by: ['county'],
      asks: ['note'],
      when: [{ duty: 'decideExtension', open: true }],
      sets: { until: { put: null } },
      discharges: ['decideExtension'],
    },
    suspend: {
      label: say('中止整改', 'Suspend'),
      says: say(
        '因诉讼或者调查中止{this}的整改，暂停计算期限。',
        'Suspends {this} for a lawsuit or an inquiry; its deadlines stop.',
      ),
      from: ['open'],
      to: 'suspended',
      by: ['county'],
      asks: ['reason'],
    },
    resume: {
      label: say('恢复整改', 'Resume'),
      says: say('恢复{this}的整改，继续计算期限。', 'Resumes {this}; its deadlines run on.'),
      from: ['suspended'],
      to: 'open',
      by: ['county'],
      asks: ['note?'],
    },
    report: {
      label: say('报告整改', 'Report what was done'),
      says: say('把{this}的整改情况报给县人大办核查。', 'Reports how {this} was put right, to be checked.'),
      from: ['open'],
      to: 'reported',
      by: ['@unit'],
      asks: ['measures', 'corrected?'],
      discharges: ['rectify'],
      opens: ['verify'],
    },
    verify: {
      label: say('核查整改', 'Check what was done'),
      says: say(
        '核查{this}：到位就销号，不到位就退回继续整改。',
        'Checks {this}: put right closes it, else it goes on.',
      ),
      from: ['reported'],
      to: 'closed',
      by: ['county', '@auditor'],
      asks: ['done', 'note?'],
      when: [{ notBy: 'report' }],
      sets: { closedOn: { stamp: 'today' } },
      discharges: ['verify'],
      branches: [
        {
          when: [{ field: 'done', is: false }],
          to: 'open',
          sets: { until: { put: null }, closedOn: { put: null } },
          opens: ['rectify'],
        },
      ],
    },
    tell: {
      label: say('向常委会报告', 'Report to the standing committee'),
      says: say('就{this}的整改情况向常委会报告。', 'Reports on {this} to the standing committee.'),
      from: ['open', 'suspended', 'reported'],
      by: ['county'],
      asks: ['note'],
      when: [{ duty: 'statutory', open: true }],
      discharges: ['statutory'],
    },
    transfer: {
      label: say('移送处理', 'Refer to another authority'),
      says: say('把{this}移送有关机关处理，予以办结。', 'Transfers {this} to another organ and closes it.'),
      from: ['open', 'suspended', 'reported'],
      to: 'transferred',
      by: ['county'],
      asks: ['reason'],
      discharges: ['statutory'],
      confirm: true,
    },
  },
  returns: {},
  duties: {
    rectify: {
      label: say('整改并报告', 'Put it right and report'),
      basis: say(
        '监督法第二十七条；本县设定：收到问题清单后六十日内，经同意可延至六个月',
        'Supervision Law art 27; set by the county: sixty days from the list, six months at the latest',
      ),
      holder: ['@unit'],
      due: { days: 60 },
      cap: { months: 6 },
      during: ['open', 'suspended'],
      heldBy: ['decideExtension'],
    },
    decideExtension: {
      label: say('答复延期申请', 'Decide on the extension'),
      basis: say(
        '本县设定：五个工作日内答复，期间不催办',
        'set by the county: decided within five working days; no urging meanwhile',
      ),
      holder: ['county'],
      due: { workdays: 5 },
      during: ['open', 'suspended'],
    },
    verify: {
      label: say('核查整改', 'Check what was done'),
      basis: say(
        '本县设定：收到整改报告后十个工作日内核查；代报的人不能自己核查',
        'set by the county: checked within ten working days of the report, not by the person who entered it',
      ),
      holder: ['county'],
      due: { workdays: 10 },
      during: ['reported'],
    },
    statutory: {
      label: say('向常委会报告整改情况', 'Report to the standing committee'),
      basis: say(
        '监督法第二十七条：六个月内报告审计整改情况，中止也不停',
        'Supervision Law art 27: reported within six months, even while suspended',
      ),
      holder: ['county'],
      due: { months: 6 },
      during: ['open', 'suspended', 'reported'],
      runsWhilePaused: true,
      reminders: 'long',
    },
  },
  may: {
    create: ['county'],
    read: ['county', '@unit', '@auditor'],
    edit: [{ who: ['county'], in: ['open', 'suspended', 'reported'], fields: ['issue', 'auditor', 'kind', 'amount'] }],
  },
  list: {
    columns: ['number', 'issue', 'unit', 'amount', 'corrected', 'rate', 'state', 'dueOn'],
    filters: ['unit', 'kind', 'state', 'year'],
    search: ['issue', 'measures'],
  },
  report: {
    duty: 'rectify',
    by: ['unit', 'kind'],
    counts: ['kind'],
    sums: ['amount', 'corrected'],
    rates: {
      closed: {
        label: say('销号率', 'Struck off'),
        of: [{ field: 'closedOn', filled: true }],
        over: [{ field: 'issue', filled: true }],
      },
    },
  },
  import: {
    lands: [
      {
        when: [
          {
            any: [
              { field: 'closedOn', filled: true },
              { field: 'rate', atLeast: 1 },
            ],
          },
        ],
        in: 'closed',
      },
      { when: [], in: 'open' },
    ],
  },
  papers: auditPapers,
})
