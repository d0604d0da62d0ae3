import type { Paper } from '../../definition/paper.ts'
import { say } from '../../say.ts'
import { ballotPaper, listPaper, tallyPaper } from './forms.ts'

/** 满意度测评: ballot, tally and result. */
export const testPapers: Record<string, Paper> = {
  ballot: ballotPaper('满意度测评票', 'Ballot', { of: 'ballot', rows: ['{@subject}'] }, { in: ['draft', 'open'] }),
  tally: tallyPaper('{@subject}', 'ballot', { in: ['open', 'counted'] }),
  result: {
    label: say('测评结果报告', 'Report of the result'),
    for: ['@unit', 'county'],
    sheet: 'official',
    from: 'county',
    on: '{@announcedOn}',
    in: ['announced', 'failed', 'retested'],
    register: '人大办',
    blocks: [
      { as: 'number', text: '人大办〔{year}〕{no}号' },
      { as: 'heading', text: ['关于{@subject}满意度测评结果的报告'] },
      { as: 'text', say: ['{@meetingOn}，会议对{@subject}进行了满意度测评。', '被测评单位为{@unit}。'] },
      { as: 'text', say: ['测评情况：{@ballot}。'] },
      { as: 'text', say: ['测评结果为{@outcome}，', '满意率为{@share}，', '已于{@announcedOn}宣布。'] },
      {
        as: 'text',
        say: [
          {
            text: '请{@unit}限期整改，于{due.redo}前书面报告整改情况，由常委会再次测评。',
            when: [{ duty: 'redo', open: true }],
          },
        ],
      },
      { as: 'seal', text: '{county}' },
    ],
  },
  register: listPaper(
    '满意度测评台账',
    'Register of votes',
    ['number', 'subject', 'unit', 'meetingOn', 'share', 'outcome', 'announcedOn', 'state'],
    { measure: '项' },
  ),
}

/** 民生实事项目票决: the list on which deputies vote, the tally and the announcement. */
export const projectVotePapers: Record<string, Paper> = {
  ballot: {
    label: say('票决票', 'Ballot'),
    for: ['owner'],
    sheet: 'plain',
    blocks: [
      { as: 'heading', text: ['{@name}票决票'] },
      { as: 'text', say: ['本次应选{@seats}项，赞成的项目不得超过应选数。'] },
      { as: 'ticks', of: 'poll', children: 'livelihood-projects' },
      { as: 'text', level: 3, say: ['同意的在“赞成”栏打“√”，不同意的在“反对”栏打“√”，弃权的在“弃权”栏打“√”。'] },
      { as: 'text', level: 3, say: ['赞成的项目等于或者少于应选数的有效，多于应选数的整张作废。'] },
    ],
  },
  result: {
    label: say('票决结果公告', 'Announcement of the result'),
    for: ['public'],
    sheet: 'official',
    from: 'owner',
    on: '{took.count}',
    in: ['settled'],
    blocks: [
      { as: 'heading', text: ['关于{@name}票决结果的公告'] },
      {
        as: 'text',
        say: [
          '{@meetingOn}，代表大会会议以无记名投票方式票决了民生实事项目，',
          '应选{@seats}项。',
          '现将票决结果公告如下。',
        ],
      },
      { as: 'children', ledger: 'livelihood-projects', columns: ['name', 'place', 'unit', 'total', 'polled'] },
      { as: 'text', say: ['监票人、计票人：{@tellers}。'] },
      { as: 'seal' },
    ],
  },
}

/** 民生实事项目: from the monthly report to acceptance. */
export const projectPapers: Record<string, Paper> = {
  monthly: {
    label: say('项目进度月报', 'Monthly report'),
    for: ['owner', '@unit', '@town'],
    sheet: 'plain',
    in: ['implementing', 'changing', 'finished'],
    blocks: [
      { as: 'qr' },
      { as: 'heading', text: ['民生实事项目进度月报'] },
      {
        as: 'facts',
        rows: [
          [
            { label: '编号', text: '{number}' },
            { label: '报告日期', text: '{today}' },
          ],
          ['@name'],
          ['@unit', '@town'],
          ['@total', '@thisYear'],
          ['@startOn', '@finishOn'],
          ['@progress', '@planned'],
          ['@paid', '@paidShare'],
          [{ label: '存在问题', text: '{@problem}' }],
        ],
      },
      { as: 'space', label: '下一步安排', lines: 5 },
      { as: 'signs', labels: ['责任单位', '分管领导', '填报人'] },
    ],
  },
  acceptance: {
    label: say('验收单', 'Acceptance'),
    for: ['owner', '@unit', '@town'],
    sheet: 'plain',
    in: ['finished', 'accepted'],
    blocks: [
      { as: 'heading', text: ['民生实事项目验收单'] },
      {
        as: 'facts',
        rows: [
          [{ label: '编号', text: '{number}' }, '@category'],
          ['@name'],
          ['@content'],
          ['@place', '@benefit'],
          ['@unit', '@town'],
          ['@total', '@paid'],
          ['@acceptance'],
          ['@remedy'],
        ],
      },
      { as: 'space', label: '验收组意见', lines: 6 },
      { as: 'signs', labels: ['验收组组长', '督查代表', '责任单位'] },
    ],
  },
  ballot: ballotPaper(
    '民生实事项目满意度测评票',
    'Satisfaction ballot',
    { of: 'verdict', rows: ['{@name}'] },
    { for: ['owner'], in: ['finished'] },
  ),
  results: {
    label: say('项目公告', 'Announcement of projects'),
    for: ['public'],
    of: 'list',
    sheet: 'official',
    from: 'owner',
    in: ['selected', 'implementing', 'changing', 'finished', 'accepted', 'stopped'],
    blocks: [
      { as: 'heading', text: ['民生实事项目公告'] },
      { as: 'text', say: ['经代表票决，确定{year}年度民生实事项目共{count}项，现予公告，请社会各界监督。'] },
      { as: 'records', columns: ['name', 'content', 'unit', 'finishOn'] },
      { as: 'seal' },
    ],
  },
  register: listPaper(
    '民生实事项目台账',
    'Register of projects',
    ['number', 'name', 'category', 'unit', 'total', 'paid', 'progress', 'finishOn', 'outcome', 'state'],
    { measure: '个' },
  ),
}
