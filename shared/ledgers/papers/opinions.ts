import type { Paper } from '../../definition/paper.ts'
import { say } from '../../say.ts'
import { ballotPaper, listPaper, tallyPaper } from './forms.ts'

/** 审议意见 (监督法 2024 arts 17, 29): the opinion itself, its way to the organ and back, and what the meeting makes of it. */
export const opinionPapers: Record<string, Paper> = {
  opinion: {
    label: say('审议意见', 'Deliberation opinion'),
    for: ['@organ'],
    sheet: 'official',
    from: 'county',
    on: '{@issuedOn}',
    register: '人大审',
    blocks: [
      { as: 'masthead', text: '{congress}文件' },
      { as: 'number', text: '人大审〔{year}〕{no}号' },
      { as: 'heading', text: ['关于{@topic}的审议意见'] },
      { as: 'addressee', text: '{organ.organ}：' },
      {
        as: 'text',
        say: [
          { text: '{@meetingOn}，{@meeting}听取和审议了{@topic}，', when: [{ field: 'meeting', filled: true }] },
          { text: '{@meetingOn}，常委会会议听取和审议了{@topic}，', when: [{ field: 'meeting', filled: false }] },
          '提出了审议意见。现将审议意见印发给你们，请认真研究处理。',
        ],
      },
      { as: 'text', say: ['{@text}'] },
      {
        as: 'text',
        say: [
          {
            text: '请对照所附问题清单，逐条明确整改措施、责任单位和完成时限，于{due.plan?}前报送整改方案。',
            when: [{ field: 'points', filled: true }],
          },
          '请于{due.report?}前将研究处理情况送交常委会有关工作机构征求意见后，向常委会提出书面报告。',
        ],
      },
      { as: 'attached', names: ['{@topic}审议意见问题清单'], when: [{ field: 'points', filled: true }] },
      { as: 'seal', text: '{congress}' },
      { as: 'annex', text: '{@topic}审议意见问题清单', when: [{ field: 'points', filled: true }] },
      { as: 'items', of: 'points', columns: ['problem', 'demand', 'unit', 'due'] },
      { as: 'copies', to: '{under.organ}' },
    ],
  },
  handover: {
    label: say('交办函', 'Letter of handover'),
    for: ['@organ'],
    sheet: 'official',
    from: 'county',
    on: '{took.issue}',
    in: ['issued', 'rectifying'],
    register: '人大办函',
    blocks: [
      { as: 'number', text: '人大办函〔{year}〕{no}号' },
      { as: 'heading', text: ['关于交办{@topic}审议意见的函'] },
      { as: 'addressee', text: '{@organ}：' },
      { as: 'text', say: ['常委会关于{@topic}的审议意见已经印发，', '现交由你单位研究处理。'] },
      {
        as: 'text',
        say: [
          '请逐条列出整改措施、责任单位和完成时限，于{due.plan}前报送整改方案，',
          '于{due.report}前报告研究处理情况。',
        ],
      },
      { as: 'text', say: ['联系委室：{@desk}。'] },
      { as: 'attached', names: ['{@topic}审议意见问题清单'], when: [{ field: 'points', filled: true }] },
      { as: 'seal', text: '{county}' },
    ],
  },
  points: {
    label: say('问题清单', 'List of points'),
    for: ['@organ'],
    sheet: 'wide',
    when: [{ field: 'points', filled: true }],
    blocks: [
      { as: 'heading', text: ['{@topic}审议意见问题清单'] },
      // Once it is issued each point is an item of its own, and its table tells how far it is.
      {
        as: 'items',
        of: 'points',
        columns: ['problem', 'demand', 'unit', 'due'],
        when: [{ field: 'issuedOn', filled: false }],
      },
      {
        as: 'children',
        ledger: 'opinion-points',
        columns: ['problem', 'demand', 'unit', 'promisedFor', 'measures', 'state'],
        when: [{ field: 'issuedOn', filled: true }],
      },
      { as: 'signs', labels: ['交办委室', '承办单位'] },
    ],
  },
  report: {
    label: say('研究处理情况报告', 'Report on handling'),
    for: ['county', '@organ'],
    sheet: 'official',
    from: '@organ',
    on: '{took.answer}',
    in: ['commenting', 'reported', 'passed', 'failed', 'closed'],
    blocks: [
      { as: 'heading', text: ['关于{@topic}审议意见研究处理情况的报告'] },
      { as: 'addressee', text: '{congress}：' },
      { as: 'text', say: ['收到常委会关于{@topic}的审议意见后，我们逐条研究，抓好整改。现将研究处理情况报告如下。'] },
      { as: 'text', say: ['{@handled}'] },
      { as: 'text', level: 1, say: [{ text: '逐项整改情况', when: [{ field: 'points', filled: true }] }] },
      { as: 'children', ledger: 'opinion-points', columns: ['problem', 'unit', 'measures', 'state'] },
      { as: 'text', say: ['特此报告。'] },
      { as: 'seal', text: '{@organ}' },
    ],
  },
  vote: ballotPaper(
    '审议意见办理满意度测评表',
    'Satisfaction ballot',
    { of: 'ballot', rows: ['{@topic}审议意见研究处理情况'] },
    {
      in: ['reported'],
    },
  ),
  tally: tallyPaper('{@topic}审议意见研究处理情况', 'ballot', { in: ['reported'] }),
  register: listPaper('审议意见销号台账', 'Register of opinions', [
    'number',
    'topic',
    'organ',
    'meetingOn',
    'issuedOn',
    'due.report',
    'state',
    'outcome',
  ]),
}

export const pointPapers: Record<string, Paper> = {
  slip: {
    label: say('整改销号单', 'Slip of a point'),
    for: ['@unit', '@organ'],
    sheet: 'plain',
    blocks: [
      { as: 'qr' },
      { as: 'heading', text: ['审议意见问题整改销号单'] },
      {
        as: 'facts',
        rows: [
          ['@topic'],
          ['@problem'],
          ['@demand'],
          ['@unit', '@promisedFor'],
          ['@measures'],
          ['@doneOn', { label: '办理状态', text: '{state}' }],
        ],
      },
      { as: 'space', label: '核查意见', lines: 5 },
      { as: 'signs', labels: ['责任单位', '核查委室', '分管领导'] },
    ],
  },
  register: listPaper(
    '审议意见问题整改台账',
    'Register of points',
    ['topic', 'problem', 'unit', 'promisedFor', 'measures', 'doneOn', 'state'],
    { measure: '个' },
  ),
}

export const stagePapers: Record<string, Paper> = {
  register: listPaper(
    '督办步骤进度表',
    'Steps of supervision',
    ['topic', 'step', 'who', 'organ', 'dueOn', 'record', 'state'],
    { measure: '项' },
  ),
}

/** 专题询问 (监督法 2024 arts 47 to 50). */
export const inquiryPapers: Record<string, Paper> = {
  plan: {
    label: say('专题询问工作方案', 'Plan of the inquiry'),
    for: ['@answerers'],
    sheet: 'official',
    from: 'county',
    on: '{took.prepare}',
    register: '人大办',
    blocks: [
      { as: 'number', text: '人大办〔{year}〕{no}号' },
      { as: 'heading', text: ['关于{@topic}专题询问的工作方案'] },
      { as: 'addressee', text: '{@answerers}：' },
      { as: 'text', say: ['根据年度监督工作计划，常委会将就{@topic}开展专题询问。现制定工作方案如下。'] },
      { as: 'text', level: 1, say: ['选题考虑'] },
      { as: 'text', say: ['{@why?}'] },
      { as: 'text', level: 1, say: ['时间和应询单位'] },
      { as: 'text', say: ['专题询问定于{@meetingOn}举行，', '应询单位为{@answerers}，', '由{@desk}具体负责。'] },
      { as: 'text', level: 1, say: ['工作要求'] },
      {
        as: 'text',
        say: [
          '应询单位主要负责人应当到会应询，实事求是回答问题；',
          '当场不能答复的，要说明原因和答复时间；',
          '作出的承诺列入清单，逐项兑现。',
        ],
      },
      { as: 'seal', text: '{county}' },
    ],
  },
  questions: {
    label: say('询问问题清单', 'List of questions'),
    for: ['@answerers'],
    sheet: 'plain',
    when: [{ field: 'questions', filled: true }],
    blocks: [
      { as: 'heading', text: ['{@topic}专题询问问题清单'] },
      { as: 'items', of: 'questions', columns: ['question', 'asker', 'unit'] },
    ],
  },
  handover: {
    label: say('询问问题交办单', 'Handover slip'),
    for: ['@answerers'],
    sheet: 'plain',
    in: ['rectifying', 'reported', 'closed', 'nextRound'],
    blocks: [
      { as: 'qr' },
      { as: 'heading', text: ['专题询问问题交办单'] },
      {
        as: 'facts',
        rows: [
          [
            { label: '编号', text: '{number}' },
            { label: '报告期限', text: '{due.report}' },
          ],
          ['@topic'],
          ['@answerers'],
          ['@meetingOn', '@outcome'],
          ['@issues'],
        ],
      },
      { as: 'items', of: 'promises', columns: ['promise', 'unit', 'by'] },
      { as: 'text', say: ['请应询单位对照问题和现场承诺逐项整改，于{due.report}前报告整改情况。'] },
      { as: 'signs', labels: ['交办委室', '签收单位', '联系人及电话'] },
    ],
  },
  vote: ballotPaper(
    '专题询问满意度测评表',
    'Satisfaction ballot',
    { of: 'ballot', rows: ['{@topic}专题询问应询情况'] },
    { in: ['held'] },
  ),
  register: listPaper(
    '专题询问台账',
    'Register of inquiries',
    ['number', 'topic', 'answerers', 'meetingOn', 'outcome', 'state', 'dueOn'],
    { measure: '项' },
  ),
}

export const questionPapers: Record<string, Paper> = {
  slip: {
    label: say('询问记录单', 'Record of a question'),
    for: ['@unit'],
    sheet: 'plain',
    blocks: [
      { as: 'heading', text: ['专题询问问题记录单'] },
      {
        as: 'facts',
        rows: [['@question'], ['@asker', '@meetingOn'], ['@unit', '@answerer'], ['@reply'], ['@followUp']],
      },
      { as: 'signs', labels: ['应询人', '记录人'] },
    ],
  },
}
