import type { Paper } from '../../definition/paper.ts'
import { say } from '../../say.ts'
import { listPaper } from './forms.ts'

/** Papers of what belongs to something else: shares, promises, steps, sheets. */
export const billPapers: Record<string, Paper> = {
  report: {
    label: say('议案审议结果报告', 'Report on a bill'),
    for: ['@deputies', 'county'],
    sheet: 'official',
    from: 'county',
    on: '{took.report}',
    after: ['report', 'vote'],
    blocks: [
      { as: 'heading', text: ['关于《{@title}》议案审议结果的报告'] },
      { as: 'addressee', text: '大会主席团：' },
      {
        as: 'text',
        say: ['{@deputies}等代表联名提出的', '《{@title}》议案（第{@origin}号），', '已经审议。现将审议结果报告如下。'],
      },
      { as: 'text', say: ['{@report?}'] },
      { as: 'text', say: ['大会表决结果：{@result}。'] },
      { as: 'text', say: ['请审议。'], when: [{ field: 'result', filled: false }] },
      { as: 'text', say: ['特此报告。'], when: [{ field: 'result', filled: true }] },
      { as: 'seal', text: '{@committee?}' },
    ],
  },
}

export const commitmentPapers: Record<string, Paper> = {
  slip: {
    label: say('承诺事项督办单', 'Slip of a promise'),
    for: ['@unit', 'owner'],
    sheet: 'plain',
    blocks: [
      { as: 'qr' },
      { as: 'heading', text: ['承诺事项督办单'] },
      {
        as: 'facts',
        rows: [
          ['@promise'],
          ['@unit', '@promisedFor'],
          ['@deputies'],
          ['@origin', { label: '办理状态', text: '{state}' }],
          ['@evidence'],
          ['@keptOn'],
        ],
      },
      {
        as: 'text',
        say: ['请{@unit}按照承诺的时间兑现，于{due.keep}前报告兑现情况并附佐证材料。'],
        when: [{ duty: 'keep', open: true }],
      },
      { as: 'signs', labels: ['交办人', '承诺单位', '核查人'] },
    ],
  },
  register: listPaper(
    '承诺事项清单',
    'List of promises',
    ['promise', 'unit', 'deputies', 'promisedFor', 'keptOn', 'rounds', 'state'],
    { measure: '项' },
  ),
}

export const sharePapers: Record<string, Paper> = {
  handover: {
    label: say('分办交办单', 'Handover slip of a share'),
    for: ['@unit'],
    sheet: 'plain',
    blocks: [
      { as: 'qr' },
      { as: 'heading', text: ['代表建议分办交办单'] },
      {
        as: 'facts',
        rows: [
          [
            { label: '建议编号', text: '{@origin}' },
            { label: '所在乡镇', text: '{township}' },
          ],
          ['@title'],
          ['@deputies'],
          ['@unit', { label: '答复期限', text: '{due.reply}' }],
          ['@body'],
        ],
      },
      { as: 'text', say: ['请{@unit}就本单位职责范围内的事项分别办理，', '于{due.reply}前书面答复代表。'] },
      { as: 'signs', labels: ['交办人', '签收人', '联系人及电话'] },
    ],
  },
  register: listPaper('分办件台账', 'Register of shares', [
    'title',
    'unit',
    'deputies',
    'due.reply.rehandle',
    'repliedOn',
    'result',
    'satisfaction',
    'state',
  ]),
}

export const townSuggestionPapers: Record<string, Paper> = {
  handover: {
    label: say('乡镇代表建议交办单', 'Handover slip'),
    for: ['township'],
    sheet: 'plain',
    blocks: [
      { as: 'qr' },
      { as: 'heading', text: ['乡镇人大代表建议交办单'] },
      {
        as: 'facts',
        rows: [
          [{ label: '编号', text: '{number}' }, '@kind'],
          ['@title'],
          ['@deputies'],
          ['@handledBy'],
          ['@handedOn', { label: '答复期限', text: '{due.reply}' }],
          ['@body'],
          ['@reply'],
        ],
      },
      { as: 'signs', labels: ['交办人', '承办单位', '领衔代表'] },
    ],
  },
  register: listPaper('乡镇代表建议台账', 'Register', [
    'number',
    'title',
    'deputies',
    'township',
    'handledBy',
    'handedOn',
    'repliedOn',
    'result',
    'satisfaction',
    'state',
  ]),
}

export const stepPapers: Record<string, Paper> = {
  register: listPaper(
    '工作法步骤进度表',
    'Steps of a method',
    ['topic', 'step', 'who', 'unit', 'dueOn', 'paper', 'record', 'state'],
    { measure: '项' },
  ),
}

export const methodPapers: Record<string, Paper> = {
  method: {
    label: say('工作法', 'Method'),
    for: ['county'],
    sheet: 'plain',
    blocks: [
      { as: 'heading', text: ['{@name}'] },
      { as: 'text', say: ['用于{@purpose}。'] },
      { as: 'items', of: 'steps', columns: ['step', 'who', 'days', 'paper'] },
    ],
  },
}

export const roundSheetPapers: Record<string, Paper> = {
  sheet: {
    label: say('填报表', 'Sheet to fill in'),
    for: ['owner', '@unit'],
    sheet: 'plain',
    blocks: [
      { as: 'qr' },
      { as: 'heading', text: ['{@round}填报表'] },
      {
        as: 'facts',
        rows: [['@title'], ['@asks'], ['@unit', '@until'], ['@progress', '@filedOn'], ['@finding'], ['@next']],
      },
      { as: 'signs', labels: ['填报单位', '负责人', '填报人'] },
    ],
  },
  register: listPaper(
    '填报情况汇总表',
    'Summary of the sheets',
    ['round', 'title', 'township', 'unit', 'until', 'progress', 'finding', 'next', 'state'],
    { measure: '份' },
  ),
}

export const roundPapers: Record<string, Paper> = {
  notice: {
    label: say('工作部署通知', 'Notice'),
    for: ['@units', '@towns'],
    sheet: 'official',
    from: 'county',
    on: '{took.start}',
    register: '人大办',
    blocks: [
      { as: 'number', text: '人大办〔{year}〕{no}号' },
      { as: 'heading', text: ['关于做好{@name}工作的通知'] },
      { as: 'addressee', text: '各承办单位，各乡镇人大：' },
      { as: 'text', say: ['现就{@name}工作通知如下。'] },
      { as: 'text', level: 1, say: ['填报内容'] },
      { as: 'text', say: ['{@asks}'] },
      { as: 'text', level: 1, say: ['时间要求'] },
      { as: 'text', say: ['请于{@until}前完成填报；没有需要填报事项的，实行零报告。'] },
      { as: 'seal', text: '{county}' },
    ],
  },
  summary: {
    label: say('情况汇总', 'Summary'),
    for: ['county'],
    sheet: 'wide',
    in: ['running', 'closed'],
    blocks: [
      { as: 'heading', text: ['{@name}情况汇总'] },
      { as: 'text', say: ['{@summary}'] },
      {
        as: 'children',
        ledger: 'round-sheets',
        columns: ['title', 'township', 'unit', 'progress', 'finding', 'next', 'state'],
      },
    ],
  },
}
