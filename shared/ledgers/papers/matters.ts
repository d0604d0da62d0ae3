import type { Paper } from '../../definition/paper.ts'
import { say } from '../../say.ts'
import { ballotPaper, listPaper } from './forms.ts'

/** 讨论决定重大事项 (地方组织法 2022 art 50): the year's list, and what was resolved. */
export const matterPapers: Record<string, Paper> = {
  yearly: listPaper(
    '讨论决定重大事项年度清单',
    'List of the year',
    ['number', 'matter', 'basket', 'proposer', 'meetingOn', 'desk', 'state'],
    {
      for: ['anyUnit'],
      measure: '项',
    },
  ),
  ballot: ballotPaper(
    '决议决定表决票',
    'Ballot',
    { of: 'ballot', rows: ['关于{@matter}的决议'] },
    { in: ['reviewed'] },
  ),
  resolution: {
    label: say('决议决定', 'Resolution'),
    for: ['@proposer', 'public'],
    sheet: 'official',
    from: 'county',
    on: '{@decidedOn}',
    in: ['executing', 'fulfilled'],
    register: '人大常',
    blocks: [
      { as: 'masthead', text: '{congress}' },
      { as: 'number', text: '人大常〔{year}〕{no}号' },
      { as: 'heading', text: ['关于{@matter}的决议'] },
      { as: 'text', say: ['（{@decidedOn}{congress}会议通过）'] },
      { as: 'text', say: ['会议听取和审议了{@proposer}提请审议《{@matter}》的议案，经表决，决定如下：'] },
      { as: 'text', say: ['{@decision?}'] },
      { as: 'text', level: 1, say: [{ text: '执行任务', when: [{ field: 'tasks', filled: true }] }] },
      { as: 'items', of: 'tasks', columns: ['what', 'unit', 'by'] },
      { as: 'seal', text: '{congress}' },
    ],
  },
  execution: {
    label: say('决议执行情况表', 'Execution of the resolution'),
    for: ['@proposer', 'county'],
    sheet: 'wide',
    in: ['executing', 'fulfilled'],
    blocks: [
      { as: 'heading', text: ['《{@matter}》执行情况表'] },
      {
        as: 'children',
        ledger: 'decision-duties',
        columns: ['task', 'unit', 'promisedFor', 'executed', 'doneOn', 'state'],
      },
      { as: 'duties' },
    ],
  },
}

export const decisionDutyPapers: Record<string, Paper> = {
  slip: {
    label: say('决议执行任务单', 'Task of a resolution'),
    for: ['@unit'],
    sheet: 'plain',
    blocks: [
      { as: 'qr' },
      { as: 'heading', text: ['决议执行任务单'] },
      {
        as: 'facts',
        rows: [
          ['@decision'],
          ['@task'],
          ['@unit', '@promisedFor'],
          ['@executed'],
          ['@doneOn', { label: '办理状态', text: '{state}' }],
        ],
      },
      {
        as: 'text',
        say: ['请{@unit}按照决议要求抓好落实，于{due.execute}前报告执行情况。'],
        when: [{ duty: 'execute', open: true }],
      },
      { as: 'signs', labels: ['交办人', '责任单位', '核查人'] },
    ],
  },
  register: listPaper(
    '决议决定执行台账',
    'Register of tasks',
    ['task', 'unit', 'promisedFor', 'executed', 'doneOn', 'carriedOver', 'state'],
    { measure: '项' },
  ),
}

/** 预算审查监督 (预算法 2018 arts 22, 44; 监督法 2024 art 27). */
export const budgetPapers: Record<string, Paper> = {
  opinion: {
    label: say('初步审查意见', 'Opinion of the first review'),
    for: ['@unit'],
    sheet: 'official',
    from: 'county',
    on: '{took.review}',
    in: ['reviewed', 'answered', 'executing', 'closed', 'rejected'],
    register: '人大财',
    blocks: [
      { as: 'number', text: '人大财〔{year}〕{no}号' },
      { as: 'heading', text: ['关于{@title}的初步审查意见'] },
      { as: 'addressee', text: '{@unit}：' },
      { as: 'text', say: ['你单位送来的{@title}收悉。', '经初步审查，提出如下意见：'] },
      { as: 'text', say: ['{@review?}'] },
      { as: 'text', say: ['请认真研究，于{due.answer}前反馈处理情况。'] },
      { as: 'seal', text: '{county}' },
    ],
  },
  ballot: ballotPaper(
    '预算决议表决票',
    'Ballot',
    { of: 'ballot', rows: ['关于{@title}的决议'] },
    { in: ['reviewed', 'answered'] },
  ),
  issues: {
    label: say('审计查出问题整改清单', 'List of audit issues'),
    for: ['@unit'],
    sheet: 'wide',
    when: [{ field: 'issues', filled: true }],
    blocks: [
      { as: 'heading', text: ['审计查出问题整改清单'] },
      { as: 'items', of: 'issues' },
      { as: 'signs', labels: ['移交人', '接收单位'] },
    ],
  },
  register: listPaper(
    '预算审查监督台账',
    'Register of reviews',
    ['number', 'title', 'kind', 'unit', 'meetingOn', 'amount', 'execution', 'outcome', 'state'],
    { measure: '项' },
  ),
}

export const executionPapers: Record<string, Paper> = {
  table: listPaper(
    '部门预算支出进度表',
    'Progress of spending',
    ['unit', 'fiscal', 'month', 'budget', 'paid', 'share', 'pace', 'state'],
    { in: ['entered', 'compared'], measure: '份' },
  ),
}

export const alertPapers: Record<string, Paper> = {
  slip: {
    label: say('预警处置单', 'Slip of an alert'),
    for: ['@unit'],
    sheet: 'plain',
    blocks: [
      { as: 'qr' },
      { as: 'heading', text: ['预算联网监督预警处置单'] },
      {
        as: 'facts',
        rows: [
          [{ label: '编号', text: '{number}' }, '@grade'],
          ['@signal'],
          ['@unit', '@rule'],
          ['@amount', { label: '说明期限', text: '{due.explain}' }],
          ['@explanation'],
          ['@verdict', { label: '办理状态', text: '{state}' }],
          ['@measures'],
          ['@corrected', '@correctedOn'],
        ],
      },
      {
        as: 'text',
        say: [
          { text: '请{@unit}核实情况，于{due.explain}前作出书面说明。', when: [{ duty: 'explain', open: true }] },
          { text: '请{@unit}于{due.rectify}前整改到位并报告结果。', when: [{ duty: 'rectify', open: true }] },
        ],
      },
      { as: 'signs', labels: ['财经委员会', '涉及部门', '经办人'] },
    ],
  },
  register: listPaper('预算预警处置台账', 'Register of alerts', [
    'number',
    'signal',
    'unit',
    'rule',
    'grade',
    'amount',
    'verdict',
    'corrected',
    'state',
  ]),
}

export const auditPapers: Record<string, Paper> = {
  notice: {
    label: say('审计整改督办单', 'Notice to put right'),
    for: ['@unit'],
    sheet: 'plain',
    blocks: [
      { as: 'qr' },
      { as: 'heading', text: ['审计查出问题整改督办单'] },
      {
        as: 'facts',
        rows: [
          [{ label: '编号', text: '{number}' }, '@kind'],
          ['@issue'],
          ['@unit', '@auditor'],
          ['@amount', '@corrected'],
          ['@rate', { label: '整改期限', text: '{due.rectify}' }],
          ['@measures'],
        ],
      },
      {
        as: 'text',
        say: ['请{@unit}落实整改主体责任，于{due.rectify}前报告整改情况。'],
        when: [{ duty: 'rectify', open: true }],
      },
      { as: 'signs', labels: ['交办人', '责任单位', '核查人'] },
    ],
  },
  register: listPaper(
    '审计查出问题整改清单',
    'Register of audit issues',
    ['number', 'issue', 'kind', 'unit', 'amount', 'corrected', 'rate', 'due.rectify', 'closedOn', 'state'],
    { measure: '个' },
  ),
}
