import type { Paper } from '../../definition/paper.ts'
import { say } from '../../say.ts'
import { listPaper } from './forms.ts'

/** 代表活动: notice, attendance, record. */
export const activityPapers: Record<string, Paper> = {
  notice: {
    label: say('活动通知', 'Notice'),
    for: ['@invited', 'township'],
    sheet: 'official',
    from: 'township',
    on: '{took.notify}',
    in: ['planned', 'notified'],
    blocks: [
      { as: 'heading', text: ['关于开展{@topic}活动的通知'] },
      { as: 'addressee', text: '{@invited?}代表：' },
      { as: 'text', say: ['经研究，定于{@date}开展{@topic}活动。现将有关事项通知如下。'] },
      { as: 'text', level: 1, say: ['时间地点'] },
      { as: 'text', say: ['{@date}，地点{@place?}。'] },
      { as: 'text', level: 1, say: ['活动内容'] },
      { as: 'text', say: ['由{@group}组织，', '活动形式为{@kind}，', '请提前了解有关情况。'] },
      { as: 'text', level: 1, say: ['有关要求'] },
      { as: 'text', say: ['请妥善安排工作，按时参加；因故不能参加的，请提前请假。'] },
      { as: 'seal' },
    ],
  },
  attendance: {
    label: say('活动签到表', 'Attendance'),
    for: ['@invited', 'township'],
    sheet: 'plain',
    blocks: [
      { as: 'heading', text: ['{@topic}活动签到表'] },
      { as: 'facts', rows: [['@date', '@place']] },
      { as: 'roll', of: 'invited', boxes: ['签到', '联系电话', '备注'] },
    ],
  },
  record: {
    label: say('活动记录', 'Record of the activity'),
    for: ['@came', 'township', 'county'],
    sheet: 'plain',
    in: ['held', 'recorded', 'routed', 'closed'],
    blocks: [
      { as: 'heading', text: ['代表小组活动记录'] },
      {
        as: 'facts',
        rows: [
          ['@topic'],
          ['@group', '@kind'],
          ['@date', '@place'],
          ['@came'],
          ['@excused'],
          ['@expected', '@present'],
          ['@record'],
        ],
      },
      { as: 'items', of: 'problems' },
      { as: 'signs', labels: ['小组组长', '记录人'] },
    ],
  },
  register: listPaper(
    '代表小组活动台账',
    'Register of activities',
    ['number', 'topic', 'group', 'township', 'date', 'attendance', 'state'],
    { measure: '次' },
  ),
}

export const themePapers: Record<string, Paper> = {
  plan: {
    label: say('主题活动方案', 'Plan of the theme'),
    for: ['anyTownship'],
    sheet: 'official',
    from: 'county',
    on: '{took.launch}',
    register: '人大办',
    blocks: [
      { as: 'number', text: '人大办〔{year}〕{no}号' },
      { as: 'heading', text: ['关于开展“{@theme}”主题活动的方案'] },
      { as: 'addressee', text: '各乡镇人大：' },
      { as: 'text', say: ['为充分发挥代表作用，决定自{@startOn}至{@endOn}开展“{@theme}”主题活动。'] },
      { as: 'text', say: ['{@plan}'] },
      { as: 'text', level: 1, say: [{ text: '课题分工', when: [{ field: 'topics', filled: true }] }] },
      { as: 'items', of: 'topics' },
      { as: 'text', say: ['请各乡镇人大按照分工组织代表小组开展活动，及时报送活动记录和发现的问题。'] },
      { as: 'seal', text: '{county}' },
    ],
  },
}

/** 代表培训: notice, hours. */
export const trainingPapers: Record<string, Paper> = {
  notice: {
    label: say('培训通知', 'Notice'),
    for: ['anyTownship'],
    sheet: 'official',
    from: 'county',
    on: '{took.open}',
    register: '人大办',
    blocks: [
      { as: 'number', text: '人大办〔{year}〕{no}号' },
      { as: 'heading', text: ['关于举办{@course}的通知'] },
      { as: 'addressee', text: '各乡镇人大：' },
      { as: 'text', say: ['为提高代表履职能力，决定举办{@course}。现将有关事项通知如下。'] },
      { as: 'text', level: 1, say: ['时间地点'] },
      { as: 'text', say: ['{@startOn}开班，', '{@endOn}结业，', '地点{@place?}。'] },
      { as: 'text', level: 1, say: ['内容和学时'] },
      { as: 'text', say: ['由{@lecturer}授课，', '采取“{@mode}”方式，', '共{@hours}学时。'] },
      { as: 'text', level: 1, say: ['名额和报名'] },
      { as: 'text', say: ['每个乡镇{@quota}名，', '请各乡镇人大按时报送参训代表名单。'] },
      { as: 'seal', text: '{county}' },
    ],
  },
  register: listPaper(
    '代表培训台账',
    'Register of trainings',
    ['number', 'course', 'startOn', 'organiser', 'hours', 'trained', 'rating', 'state'],
    { measure: '期' },
  ),
}

export const enrolmentPapers: Record<string, Paper> = {
  attendance: {
    label: say('培训签到表', 'Attendance'),
    for: ['township', 'county'],
    sheet: 'plain',
    blocks: [
      { as: 'heading', text: ['{@course}签到表'] },
      { as: 'facts', rows: [[{ label: '乡镇', text: '{township}' }, '@startOn']] },
      { as: 'roll', of: 'enrolled', boxes: ['签到', '联系电话', '备注'] },
    ],
  },
  hours: listPaper(
    '代表培训学时登记表',
    'Hours of training',
    ['township', 'course', 'startOn', 'came', 'present', 'hours', 'attendance'],
    { in: ['attended'], measure: '条' },
  ),
}

/** 代表之家（站）: who receives when, and what was raised. */
export const stationPapers: Record<string, Paper> = {
  roster: {
    label: say('代表接待值班表', 'Roster'),
    for: ['public'],
    sheet: 'plain',
    blocks: [
      { as: 'heading', text: ['{@name}代表接待选民值班表'] },
      { as: 'facts', rows: [['@address'], ['@hours', '@head']] },
      { as: 'items', of: 'roster' },
      { as: 'text', say: ['欢迎选民届时前来反映情况、提出意见建议。'] },
    ],
  },
  reception: {
    label: say('接待选民登记表', 'Record of a reception'),
    for: ['owner'],
    sheet: 'plain',
    in: ['active'],
    blocks: [
      { as: 'qr' },
      { as: 'heading', text: ['代表接待选民登记表'] },
      {
        as: 'facts',
        rows: [['@name'], [{ label: '接待日期' }, { label: '接待代表' }], [{ label: '来访人' }, { label: '联系电话' }]],
      },
      { as: 'space', label: '反映的问题和诉求', lines: 8 },
      { as: 'space', label: '代表答复和处理意见', lines: 6 },
      { as: 'signs', labels: ['来访人', '接待代表', '登记人'] },
    ],
  },
  register: listPaper(
    '代表之家（站）台账',
    'Register of stations',
    ['number', 'name', 'kind', 'township', 'head', 'receptions', 'stars', 'state'],
    { measure: '个' },
  ),
}

export const publicOpinionPapers: Record<string, Paper> = {
  handover: {
    label: say('社情民意交办单', 'Handover slip'),
    for: ['@unit', 'owner'],
    sheet: 'plain',
    blocks: [
      { as: 'qr' },
      { as: 'heading', text: ['社情民意交办单'] },
      {
        as: 'facts',
        rows: [
          [{ label: '编号', text: '{number}' }, '@category'],
          [{ label: '所在乡镇', text: '{township}' }, '@receivedOn'],
          ['@deputy'],
          ['@matter'],
          ['@unit', { label: '办理期限', text: '{due.reply}' }],
          ['@reply'],
        ],
      },
      { as: 'signs', labels: ['交办人', '承办单位', '联系人及电话'] },
    ],
  },
  register: listPaper('社情民意台账', 'Register of what residents raised', [
    'number',
    'matter',
    'category',
    'township',
    'receivedOn',
    'unit',
    'rating',
    'closedOn',
    'state',
  ]),
}

export const diaryPapers: Record<string, Paper> = {
  diary: {
    label: say('民情日记', 'Diary'),
    for: ['township', '@deputy'],
    sheet: 'plain',
    blocks: [
      { as: 'heading', text: ['民情日记'] },
      { as: 'facts', rows: [['@deputy', '@date'], ['@place', '@met'], ['@content']] },
      { as: 'items', of: 'problems' },
      { as: 'facts', rows: [[{ label: '审阅意见', text: '{@comment}' }], ['@told']] },
      { as: 'signs', labels: ['代表签名', '乡镇人大'] },
    ],
  },
  register: listPaper(
    '民情日记台账',
    'Register of diaries',
    ['number', 'deputy', 'township', 'date', 'place', 'met', 'found', 'state'],
    { measure: '篇' },
  ),
}
