import type { Block, Paper } from '../../definition/paper.ts'
import { say } from '../../say.ts'
import { ballotPaper, listPaper } from './forms.ts'
import { deputyYears } from './years.ts'

const desk = ['county:personnel']

/** What is decided, by how: what the motion asks for, the ballot puts to the vote and the announcement tells; and how the motion is headed. */
const decisions = [
  ['decide', '决定任命{@name}为{@post}', '决定任命{@name}职务'],
  ['appoint', '任命{@name}为{@post}', '任命{@name}职务'],
  ['acting', '决定由{@name}代理{@post}职务', '决定{@name}代理职务'],
  ['remove', '免去{@name}的{@post}职务', '免去{@name}职务'],
  ['resign', '接受{@name}辞去{@post}职务的请求', '接受{@name}辞去职务请求'],
  ['dismiss', '撤销{@name}的{@post}职务', '撤销{@name}职务'],
  // What a county has added to these.
  ['', '{@kind}：{@name}（{@post}）', '审议{@name}任免职务'],
] as const
const known: string[] = decisions.flatMap(([kind]) => kind || [])
const of = (kind: string) => [kind === '' ? { field: 'kind', not: known } : { field: 'kind', is: kind }]
const toPost = [{ field: 'kind', not: ['remove', 'resign', 'dismiss'] }]
/** At which meeting, by its name where it is known. */
const atMeeting = (rest: string) => [
  { text: `{@meetingOn}，{@meeting}${rest}`, when: [{ field: 'meeting', filled: true }] },
  { text: `{@meetingOn}，{congress}会议${rest}`, when: [{ field: 'meeting', filled: false }] },
]

/** 人事任免 (地方组织法 2022 art 50): what the committee works with stays with it; the certificate and the announcement are public. */
export const appointmentPapers: Record<string, Paper> = {
  motion: {
    label: say('任免议案', 'Motion'),
    for: ['county'],
    sheet: 'official',
    in: ['nominated', 'received', 'qualified', 'makeup', 'examPassed', 'ready', 'onAgenda', 'held', 'voting'],
    blocks: [
      ...decisions.map(
        ([kind, , title]): Block => ({ as: 'heading', text: [`关于提请${title}的议案`], when: of(kind) }),
      ),
      { as: 'addressee', text: '{congress}：' },
      {
        as: 'text',
        say: [
          '根据《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》的有关规定，现提请',
          ...decisions.map(([kind, act]) => ({ text: `${act}。`, when: of(kind) })),
        ],
      },
      { as: 'text', say: ['请予审议。'] },
      { as: 'seal', text: '{@nominator}' },
    ],
  },
  review: {
    label: say('任前审查表', 'Review before appointment'),
    for: desk,
    sheet: 'plain',
    when: toPost,
    blocks: [
      { as: 'heading', text: ['拟任人员任前审查表'] },
      {
        as: 'facts',
        rows: [
          ['@name', '@sex'],
          ['@birth', '@education'],
          ['@party', '@kind'],
          ['@present'],
          ['@post'],
          ['@nominator', '@meetingOn'],
          ['@review'],
          ['@examOn', '@score'],
          ['@inspection'],
          ['@talk'],
          ['@commitment'],
        ],
      },
      { as: 'signs', labels: ['审查人', '委室负责人', '分管领导'] },
    ],
  },
  scores: listPaper(
    '任前法律知识考试成绩单',
    'Results of the examination',
    ['name', 'post', 'examOn', 'score', 'grade', 'exams'],
    { for: desk, when: [{ field: 'score', filled: true }], measure: '人' },
  ),
  speech: {
    label: say('供职发言表', 'Speech of the candidate'),
    for: ['county'],
    sheet: 'plain',
    in: ['onAgenda', 'voting', 'notPassed', 'appointed', 'announced', 'inOffice'],
    when: toPost,
    blocks: [
      { as: 'heading', text: ['拟任人员供职发言表'] },
      { as: 'facts', rows: [['@name', '@meetingOn'], ['@post'], ['@speech'], ['@commitment']] },
      { as: 'space', label: '发言要点', lines: 12 },
      { as: 'signs', labels: ['发言人', '主持人'] },
    ],
  },
  ballot: ballotPaper(
    '人事任免表决票',
    'Ballot',
    decisions.map(([kind, act]) => ({ of: 'ballot', rows: [act], when: of(kind) })),
    { in: ['onAgenda', 'voting'] },
  ),
  certificate: {
    label: say('任命书', 'Certificate'),
    for: ['public'],
    sheet: 'official',
    from: 'county',
    on: '{@appointedOn}',
    in: ['appointed', 'announced', 'inOffice'],
    when: toPost,
    blocks: [
      { as: 'heading', text: ['任　命　书'] },
      { as: 'number', text: '编号：{@certificate?}' },
      { as: 'text', say: ['{@name}同志：'] },
      {
        as: 'text',
        say: [
          ...atMeeting(''),
          { text: '决定由你代理{@post}职务。', when: of('acting') },
          { text: '决定任命你为{@post}。', when: of('decide') },
          { text: '任命你为{@post}。', when: of('appoint') },
          { text: '{@kind}：{@post}。', when: of('') },
        ],
      },
      { as: 'seal', text: '{committee}' },
    ],
  },
  announcement: {
    label: say('任免公告', 'Announcement'),
    for: ['public'],
    sheet: 'official',
    from: 'county',
    on: '{@announceOn}',
    in: ['appointed', 'announced', 'inOffice', 'left'],
    register: '人大常公告',
    blocks: [
      { as: 'heading', text: ['{committee}公告'] },
      { as: 'number', text: '〔{year}〕第{no}号' },
      {
        as: 'text',
        say: [...atMeeting('表决通过，'), ...decisions.map(([kind, act]) => ({ text: `${act}。`, when: of(kind) }))],
      },
      { as: 'text', say: ['现予公告。'] },
      { as: 'seal', text: '{committee}' },
    ],
  },
  oath: listPaper('宪法宣誓名单', 'Those who take the oath', ['name', 'post', 'appointedOn', 'swornOn'], {
    in: ['appointed', 'announced', 'inOffice'],
    when: toPost,
    measure: '人',
  }),
}

/** 述职评议: what is told to whom reported. */
export const reportPapers: Record<string, Paper> = {
  notice: {
    label: say('述职通知', 'Notice to report'),
    for: ['@organ'],
    sheet: 'official',
    from: 'county',
    on: '{took.notify}',
    register: '人大办函',
    blocks: [
      { as: 'number', text: '人大办函〔{year}〕{no}号' },
      { as: 'heading', text: ['关于开展述职评议的通知'] },
      { as: 'addressee', text: '{@organ}：' },
      { as: 'text', say: ['经研究，确定你单位{@name?}（{@post}）向{congress}述职并接受评议。'] },
      { as: 'text', say: ['请于{due.statement}前提交书面述职报告。', '评议会定于{@meetingOn}召开。'] },
      { as: 'seal', text: '{county}' },
    ],
  },
  ballot: ballotPaper(
    '述职评议测评票',
    'Ballot',
    { of: 'ballot', rows: ['{@name?}（{@post}）'] },
    { in: ['filed', 'notified'] },
  ),
  opinion: {
    label: say('评议意见反馈', 'Appraisal opinion'),
    for: ['@organ'],
    sheet: 'official',
    from: 'county',
    on: '{took.send}',
    in: ['appraised', 'rectifying', 'rectified', 'closed'],
    register: '人大评',
    blocks: [
      { as: 'number', text: '人大评〔{year}〕{no}号' },
      { as: 'heading', text: ['关于反馈述职评议意见的函'] },
      { as: 'addressee', text: '{@organ}：' },
      {
        as: 'text',
        say: ['{@meetingOn}，常委会会议听取了{@name?}（{@post}）的述职报告，并进行了评议。', '测评结果为{@outcome}。'],
      },
      { as: 'text', say: ['{@opinion}'] },
      { as: 'text', say: ['请对照评议意见，于{due.plan}前报送整改方案；', '于{due.rectify}前报告整改结果。'] },
      { as: 'seal', text: '{county}' },
    ],
  },
  register: listPaper(
    '述职评议台账',
    'Register of appraisals',
    ['number', 'name', 'post', 'organ', 'meetingOn', 'outcome', 'state', 'dueOn'],
    { measure: '人' },
  ),
}

/** 代表履职: the file of a deputy, points, reports to voters. */
export const deputyPapers: Record<string, Paper> = {
  file: {
    label: say('代表履职档案', 'File of a deputy'),
    for: ['county', 'township'],
    sheet: 'plain',
    blocks: [
      { as: 'heading', text: ['人大代表履职档案'] },
      {
        as: 'facts',
        rows: [
          ['@name', '@sex'],
          ['@birth', '@nation'],
          ['@party', '@education'],
          ['@tier', '@elected'],
          ['@workplace'],
          ['@constituency', '@delegation'],
          ['@group', '@card'],
          ['@electedOn', '@phone'],
          ['@level', '@reportedOn'],
        ],
      },
      ...deputyYears,
      { as: 'text', level: 1, say: ['档案变动'] },
      { as: 'timeline' },
      { as: 'duties' },
      { as: 'signs', labels: ['代表本人', '乡镇人大'] },
    ],
  },
  report: {
    label: say('向选民述职报告表', 'Report to the voters'),
    for: ['county', 'township', 'public'],
    sheet: 'plain',
    in: ['active'],
    blocks: [
      { as: 'heading', text: ['人大代表向选民述职报告表'] },
      {
        as: 'facts',
        rows: [
          ['@name', '@constituency'],
          ['@workplace'],
          [{ label: '述职日期' }, { label: '述职地点' }],
          [{ label: '到会选民人数' }, { label: '主持人' }],
        ],
      },
      { as: 'space', label: '述职报告摘要', lines: 10 },
      { as: 'space', label: '选民意见和评议结果', lines: 6 },
      { as: 'signs', labels: ['代表签名', '选民代表', '乡镇人大'] },
    ],
  },
  ended: {
    label: say('终止代表资格公告', 'Announcement that a deputy’s term has ended'),
    for: ['public'],
    sheet: 'official',
    from: ['county', 'township'],
    on: '{@endedOn}',
    in: ['ended'],
    when: [{ field: 'cause', not: 'expired' }],
    blocks: [
      { as: 'heading', text: ['关于终止{@name}代表资格的公告'] },
      {
        as: 'text',
        say: [
          '{@constituency}选举产生的',
          '人民代表大会代表{@name}，因{@cause}，依照《中华人民共和国全国人民代表大会和地方各级人民代表大会代表法》的有关规定，其代表资格终止。',
        ],
      },
      { as: 'text', say: ['特此公告。'] },
      { as: 'seal' },
    ],
  },
  register: listPaper(
    '人大代表名册',
    'Roll of deputies',
    ['number', 'name', 'township', 'tier', 'group', 'workplace', 'electedOn', 'level', 'state'],
    { measure: '名' },
  ),
}

export const entryPapers: Record<string, Paper> = {
  shown: listPaper(
    '代表履职积分公示表',
    'Points shown to the public',
    ['deputy', 'township', 'type', 'what', 'date', 'points'],
    {
      for: ['public'],
      in: ['counted', 'shown', 'final'],
      measure: '条',
    },
  ),
  entry: {
    label: say('履职记录单', 'Record of an entry'),
    for: ['owner', '@deputy'],
    sheet: 'plain',
    blocks: [
      { as: 'heading', text: ['代表履职记录单'] },
      { as: 'facts', rows: [['@deputy'], ['@type', '@date'], ['@what'], ['@meeting'], ['@times', '@points']] },
      { as: 'signs', labels: ['代表本人', '乡镇人大', '复核人'] },
    ],
  },
}
