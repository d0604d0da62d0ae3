import type { Paper } from '../../definition/paper.ts'
import { say } from '../../say.ts'
import { ballotPaper, listPaper } from './forms.ts'

/** 执法检查 (监督法 2024 arts 31 to 36), county and townships together. */
export const inspectionPapers: Record<string, Paper> = {
  plan: {
    label: say('执法检查方案', 'Plan of the inspection'),
    for: ['@units', '@townships', '@organ'],
    sheet: 'official',
    from: 'county',
    on: '{took.mobilise}',
    register: '人大办',
    blocks: [
      { as: 'number', text: '人大办〔{year}〕{no}号' },
      { as: 'heading', text: ['关于检查《{@law}》贯彻实施情况的方案'] },
      { as: 'addressee', text: '各有关单位，各乡镇人大：' },
      { as: 'text', say: ['根据年度监督工作计划，{congress}将组织检查《{@law}》的贯彻实施情况。现制定方案如下。'] },
      { as: 'text', level: 1, say: ['检查重点'] },
      { as: 'text', say: ['重点检查下列条款的落实情况：{@articles?}。'] },
      { as: 'text', level: 1, say: ['检查组'] },
      {
        as: 'text',
        say: ['检查组由{@leader?}任组长，', '成员为{@group}，', '由{@desk}负责具体工作。'],
      },
      { as: 'text', level: 1, say: ['时间安排'] },
      { as: 'text', say: ['{@units}先行自查，', '检查自{@startOn}开始，', '各乡镇于{@sheetsBy}前报送检查记录表。'] },
      { as: 'text', level: 1, say: ['工作要求'] },
      {
        as: 'text',
        say: ['坚持问题导向，深入一线了解真实情况；没有发现问题的实行零报告；检查中发现的问题列出清单，逐项整改。'],
      },
      { as: 'attached', names: ['执法检查记录表'] },
      { as: 'seal', text: '{county}' },
      { as: 'copies', to: '各有关单位，各乡镇人大' },
    ],
  },
  report: {
    label: say('执法检查报告', 'Report of the inspection'),
    for: ['@units', '@organ', 'county'],
    sheet: 'official',
    from: 'county',
    on: '{took.report}',
    in: ['reported', 'rectifying', 'answered', 'closed'],
    blocks: [
      { as: 'heading', text: ['关于检查《{@law}》贯彻实施情况的报告'] },
      { as: 'addressee', text: '{congress}：' },
      { as: 'text', say: ['{@report}'] },
      { as: 'text', level: 1, say: ['乡镇检查情况'] },
      { as: 'children', ledger: 'inspection-sheets', columns: ['township', 'sites', 'places', 'found', 'state'] },
      { as: 'text', say: ['特此报告。'] },
      { as: 'seal', text: '执法检查组' },
    ],
  },
  register: listPaper(
    '执法检查台账',
    'Register of inspections',
    ['number', 'law', 'startOn', 'organ', 'meetingOn', 'state', 'dueOn'],
    { measure: '项' },
  ),
}

export const sheetPapers: Record<string, Paper> = {
  sheet: {
    label: say('检查记录表', 'Record of the inspection'),
    for: ['township', 'county'],
    sheet: 'plain',
    blocks: [
      { as: 'qr' },
      { as: 'heading', text: ['执法检查记录表'] },
      {
        as: 'facts',
        rows: [
          [{ label: '乡镇', text: '{township}' }, '@sheetBy'],
          ['@law'],
          ['@articles'],
          ['@organ'],
          ['@sites', '@none'],
          ['@places'],
        ],
      },
      { as: 'items', of: 'findings', columns: ['problem', 'article', 'severity', 'unit'] },
      { as: 'space', label: '其他需要说明的情况', lines: 5 },
      { as: 'signs', labels: ['检查人员', '乡镇人大', '填表人'] },
    ],
  },
  register: listPaper(
    '乡镇检查情况汇总表',
    'Summary of the sheets',
    ['township', 'law', 'sites', 'places', 'none', 'found', 'state'],
    { measure: '份' },
  ),
}

export const findingPapers: Record<string, Paper> = {
  notice: {
    label: say('问题整改通知单', 'Notice to put right'),
    for: ['@unit', '@organ'],
    sheet: 'plain',
    blocks: [
      { as: 'qr' },
      { as: 'heading', text: ['执法检查问题整改通知单'] },
      {
        as: 'facts',
        rows: [
          ['@law'],
          ['@article', '@severity'],
          [{ label: '乡镇', text: '{township}' }, '@unit'],
          ['@problem'],
          [{ label: '整改期限', text: '{due.fix}' }],
        ],
      },
      {
        as: 'text',
        say: ['请{@unit}对照法律条款制定整改措施，于{due.fix}前整改到位并报告结果。'],
        when: [{ duty: 'fix', open: true }],
      },
      { as: 'facts', rows: [['@measures'], ['@fixedOn', { label: '办理状态', text: '{state}' }]] },
      { as: 'signs', labels: ['交办人', '责任单位', '核查人'] },
    ],
  },
  register: listPaper(
    '执法检查问题整改台账',
    'Register of findings',
    ['township', 'problem', 'article', 'severity', 'unit', 'due.fix', 'fixedOn', 'state'],
    { measure: '个' },
  ),
}

/** 工作评议: plan, ballot, opinion. */
export const workAppraisalPapers: Record<string, Paper> = {
  plan: {
    label: say('评议方案', 'Plan of the appraisal'),
    for: ['@unit', 'anyTownship'],
    sheet: 'official',
    from: 'county',
    on: '{took.launch}',
    register: '人大办',
    blocks: [
      { as: 'number', text: '人大办〔{year}〕{no}号' },
      { as: 'heading', text: ['关于开展{@topic}工作评议的方案'] },
      { as: 'addressee', text: '{@unit}，各乡镇人大：' },
      { as: 'text', say: ['根据年度监督工作计划，常委会将对{@topic}开展工作评议。现制定方案如下。'] },
      { as: 'text', level: 1, say: ['评议对象和评议组'] },
      { as: 'text', say: ['评议对象为{@unit}，', '评议组成员为{@group}，', '由{@desk}负责具体工作。'] },
      { as: 'text', level: 1, say: [{ text: '评议步骤', when: [{ field: 'plan', filled: true }] }] },
      { as: 'text', say: ['{@plan}'] },
      { as: 'text', level: 1, say: ['评议会'] },
      {
        as: 'text',
        say: ['评议会定于{@meetingOn}召开，', '被评议单位作工作报告，评议组报告调查情况，会议评议后进行测评表决。'],
      },
      { as: 'seal', text: '{county}' },
    ],
  },
  questionnaire: {
    label: say('调查问卷', 'Questionnaire'),
    for: ['public'],
    sheet: 'plain',
    when: [{ field: 'questions', filled: true }],
    blocks: [
      { as: 'heading', text: ['{@topic}工作评议调查问卷'] },
      { as: 'text', say: ['为了解群众的真实感受，请您如实作答。本问卷不记名。'] },
      { as: 'items', of: 'questions' },
      { as: 'space', label: '您的意见和建议', lines: 8 },
    ],
  },
  ballot: ballotPaper('工作评议测评票', 'Ballot', { of: 'ballot', rows: ['{@topic}（{@unit}）'] }, { in: ['ready'] }),
  opinion: {
    label: say('评议意见书', 'Appraisal opinion'),
    for: ['@unit'],
    sheet: 'official',
    from: 'county',
    on: '{took.issue}',
    in: ['appraised', 'rectifying', 'reported', 'closed'],
    register: '人大评',
    blocks: [
      { as: 'number', text: '人大评〔{year}〕{no}号' },
      { as: 'heading', text: ['关于{@topic}工作的评议意见'] },
      { as: 'addressee', text: '{@unit}：' },
      {
        as: 'text',
        say: [
          '{@appraisedOn}，常委会会议对你单位{@topic}工作进行了评议，',
          '评议结果为{@outcome}。',
          '现将评议意见印发你单位。',
        ],
      },
      { as: 'text', say: ['{@opinion}'] },
      { as: 'text', say: ['请对照评议意见制定整改方案，于{due.plan}前报送；', '于{due.rectify}前报告整改结果。'] },
      { as: 'seal', text: '{county}' },
    ],
  },
  feedback: {
    label: say('评议整改情况反馈', 'What came of the appraisal'),
    for: ['@unit', 'county'],
    sheet: 'official',
    from: 'county',
    on: '{took.recheck}',
    in: ['reported', 'closed'],
    blocks: [
      { as: 'heading', text: ['关于{@topic}评议意见整改情况的反馈'] },
      { as: 'addressee', text: '{@unit}：' },
      {
        as: 'text',
        say: ['你单位关于{@topic}评议意见整改情况的报告收悉，', '现将核查意见反馈如下。'],
      },
      { as: 'text', level: 1, say: ['整改情况'] },
      { as: 'text', say: ['{@result?}'] },
      { as: 'text', level: 1, say: ['核查意见'] },
      { as: 'text', say: ['{@finding?}'] },
      { as: 'text', say: ['请继续巩固整改成果，对尚未到位的问题盯住不放，并按要求报告后续进展。'] },
      { as: 'seal', text: '{county}' },
    ],
  },
  register: listPaper(
    '工作评议台账',
    'Register of appraisals',
    ['number', 'topic', 'unit', 'meetingOn', 'surveyRate', 'outcome', 'state', 'dueOn'],
    { measure: '项' },
  ),
}
