import type { Condition } from '../../definition/condition.ts'
import type { Paper } from '../../definition/paper.ts'
import { say } from '../../say.ts'
import { listPaper } from './forms.ts'

const unInvited: Condition[] = [
  { field: 'towns', filled: false },
  { field: 'units', filled: false },
]

/** 会议: from the notice to the minutes. `unasked`: nobody was asked by a reply of his own, in which the names would stand. */
export const meetingPapers = (unasked: Condition): Record<string, Paper> => ({
  notice: {
    label: say('会议通知', 'Notice'),
    for: ['@towns', '@units', 'owner'],
    sheet: 'official',
    from: 'owner',
    on: '{took.notify}',
    in: ['planned', 'notified'],
    register: '人大办',
    blocks: [
      { as: 'number', text: '人大办〔{year}〕{no}号' },
      { as: 'heading', text: ['关于召开{@name}的通知'] },
      { as: 'addressee', text: '{@towns}：', when: [{ field: 'units', filled: false }] },
      { as: 'addressee', text: '{@units}：', when: [{ field: 'towns', filled: false }] },
      { as: 'addressee', text: '{@towns}、{@units}：' },
      { as: 'addressee', text: '各有关单位：', when: unInvited },
      { as: 'text', say: ['经研究，决定召开{@name}。现将有关事项通知如下。'] },
      { as: 'text', level: 1, say: ['时间地点'] },
      { as: 'text', say: ['时间：{@day?}', '至{@lastDay}', '。', '地点：{@place?}。'] },
      { as: 'text', level: 1, say: ['会议议程'] },
      { as: 'text', say: ['{@programme?}'] },
      {
        as: 'text',
        level: 1,
        say: [
          {
            text: '列席人员',
            when: [
              {
                any: [
                  { field: 'towns', filled: true },
                  { field: 'units', filled: true },
                ],
              },
            ],
          },
        ],
      },
      {
        as: 'text',
        say: [
          {
            text: '请{@towns}、{@units}派员列席会议，',
            when: [
              { field: 'towns', filled: true },
              { field: 'units', filled: true },
            ],
          },
          { text: '请{@towns}派员列席会议，', when: [{ field: 'units', filled: false }] },
          { text: '请{@units}派员列席会议，', when: [{ field: 'towns', filled: false }] },
          '每个单位{@seats}人。',
        ],
        when: [
          {
            any: [
              { field: 'towns', filled: true },
              { field: 'units', filled: true },
            ],
          },
        ],
      },
      { as: 'text', level: 1, say: ['会议要求'] },
      { as: 'text', say: ['请按时参加会议；因故不能出席的，须在会前书面请假。'] },
      { as: 'seal' },
    ],
  },
  agenda: {
    label: say('会议议程', 'Agenda'),
    for: ['owner'],
    sheet: 'official',
    blocks: [
      { as: 'heading', text: ['{@name}议程'] },
      { as: 'text', say: ['（{@day}）'] },
      { as: 'text', say: ['{@programme?}'] },
      { as: 'text', level: 1, say: [{ text: '上会事项', when: [{ field: 'agenda', filled: true }] }] },
      { as: 'text', say: ['{@agenda}'] },
    ],
  },
  attendance: {
    label: say('会议签到表', 'Attendance'),
    for: ['owner'],
    sheet: 'plain',
    blocks: [
      { as: 'heading', text: ['{@name}签到表'] },
      { as: 'facts', rows: [['@day', '@place']] },
      { as: 'roll', of: 'came', boxes: ['签到', '备注'] },
    ],
  },
  visitors: {
    label: say('列席人员名单', 'Those who sit in'),
    for: ['owner'],
    sheet: 'plain',
    when: [
      {
        any: [
          { field: 'towns', filled: true },
          { field: 'units', filled: true },
        ],
      },
    ],
    blocks: [
      { as: 'heading', text: ['{@name}列席人员名单'] },
      { as: 'children', ledger: 'invitation-replies', columns: ['township', 'unit', 'coming', 'state'] },
      {
        as: 'roll',
        of: 'towns',
        boxes: ['姓名', '职务', '联系电话'],
        when: [{ field: 'towns', filled: true }, unasked],
      },
      {
        as: 'roll',
        of: 'units',
        boxes: ['姓名', '职务', '联系电话'],
        when: [{ field: 'units', filled: true }, unasked],
      },
    ],
  },
  minutes: {
    label: say('会议纪要', 'Minutes'),
    for: ['owner', '@towns', '@units'],
    sheet: 'official',
    from: 'owner',
    on: '{took.minute}',
    in: ['held', 'minuted'],
    register: '会议纪要',
    blocks: [
      { as: 'masthead', text: '会议纪要' },
      { as: 'number', text: '〔{year}〕第{no}期' },
      { as: 'heading', text: ['{@name}纪要'] },
      {
        as: 'text',
        say: ['{@name}于{@day}举行，', '应到{@expected}人，', '实到{@present}人。', '现将会议情况纪要如下。'],
      },
      { as: 'text', say: ['{@minutes?}'] },
      { as: 'text', say: ['出席：{@came}。'] },
      { as: 'text', say: ['请假：{@leave}。'] },
      { as: 'copies', to: '{@towns}' },
    ],
  },
  gazette: {
    label: say('会议公报', 'Gazette'),
    for: ['public'],
    sheet: 'official',
    from: 'owner',
    in: ['held', 'minuted'],
    blocks: [
      { as: 'heading', text: ['{@name}公报'] },
      {
        as: 'text',
        say: ['{@name}于{@day}举行。', '会议应到{@expected}人，', '实到{@present}人，', '出席人数符合法定要求。'],
      },
      { as: 'text', say: ['会议完成了下列议程：'] },
      { as: 'text', say: ['{@programme?}'] },
      { as: 'seal' },
    ],
  },
})

export const invitationPapers: Record<string, Paper> = {
  notice: {
    label: say('列席会议通知', 'Invitation'),
    for: ['anyTownship'],
    sheet: 'official',
    from: 'county',
    on: '{took.invite}',
    in: ['planned', 'invited'],
    register: '人大办函',
    blocks: [
      { as: 'number', text: '人大办函〔{year}〕{no}号' },
      { as: 'heading', text: ['关于列席{@meeting}的通知'] },
      { as: 'addressee', text: '各乡镇人大：' },
      {
        as: 'text',
        say: [
          '定于{@meetingOn}召开{@meeting}，',
          '地点{@place?}。',
          '请按照名额安排代表列席，',
          '每个乡镇{@seats}名。',
        ],
      },
      { as: 'text', level: 1, say: [{ text: '会议议程', when: [{ field: 'agenda', filled: true }] }] },
      { as: 'text', say: ['{@agenda}'] },
      { as: 'text', say: ['请及时报送列席人员名单；因故不能列席的，请说明理由。'] },
      { as: 'seal', text: '{county}' },
    ],
  },
}

export const replyPapers: Record<string, Paper> = {
  receipt: {
    label: say('列席回执', 'Receipt'),
    for: ['county', 'township', '@unit'],
    sheet: 'plain',
    blocks: [
      { as: 'heading', text: ['列席会议回执'] },
      { as: 'facts', rows: [['@meeting'], ['@meetingOn', '@seats'], [{ label: '乡镇', text: '{township}' }, '@unit']] },
      { as: 'roll', of: 'coming', boxes: ['职务', '联系电话'] },
      { as: 'signs', labels: ['填报单位', '填报人'] },
    ],
  },
}

/** 制度与目标. */
export const rulePapers: Record<string, Paper> = {
  text: {
    label: say('制度文本', 'Text of the rule'),
    for: ['anyTownship'],
    sheet: 'official',
    in: ['adopted', 'inForce', 'revising', 'replaced', 'repealed'],
    blocks: [
      { as: 'number', text: '{@fileNo?}' },
      { as: 'heading', text: ['{@title}'] },
      { as: 'text', say: ['（{@adoptedOn}', '{@adoptedBy}', '通过）'] },
      { as: 'text', say: ['{@text?}'] },
      { as: 'text', say: ['本制度自{@inForceOn}起施行。'] },
    ],
  },
  compendium: {
    label: say('制度汇编', 'Compendium'),
    for: ['anyTownship'],
    of: 'list',
    sheet: 'official',
    in: ['inForce', 'revising'],
    blocks: [
      { as: 'heading', text: ['{county}制度汇编'] },
      { as: 'text', say: ['本汇编收录截至{today}有效的制度{count}件，按编目排列。'] },
      { as: 'chapters', by: 'part', text: 'text' },
    ],
  },
  contents: listPaper(
    '制度汇编目录',
    'Contents of the compendium',
    ['part', 'title', 'fileNo', 'adoptedBy', 'adoptedOn', 'inForceOn', 'state'],
    {
      for: ['anyTownship'],
      in: ['inForce', 'revising'],
      measure: '项',
    },
  ),
}

/** 督查通报: how far the year's tasks are, committee by committee. */
const taskBulletin: Paper = {
  label: say('年度目标任务督查通报', 'Bulletin on the tasks'),
  for: ['county'],
  of: 'list',
  sheet: 'official',
  from: 'county',
  register: '人大办通报',
  blocks: [
    { as: 'masthead', text: '{county}通报' },
    { as: 'number', text: '人大办通报〔{year}〕{no}号' },
    { as: 'heading', text: ['关于{quarter}目标任务完成情况的通报'] },
    { as: 'addressee', text: '各委室：' },
    { as: 'text', say: ['截至{today}，列入督查的目标任务共{count}项。现将完成情况通报如下。'] },
    { as: 'text', level: 1, say: ['各委室完成情况'] },
    { as: 'groups', by: 'committee' },
    { as: 'text', level: 1, say: ['逐项完成情况'] },
    { as: 'records', columns: ['goal', 'committee', 'person', 'finishOn', 'progress', 'state'] },
    { as: 'text', level: 1, say: ['下一步要求'] },
    {
      as: 'text',
      say: ['超期的任务，责任委室要说明原因和完成时间；', '进度落后的，要对照施工图倒排工期，按节点报告进展。'],
    },
    { as: 'seal' },
    { as: 'copies', to: '各委室' },
  ],
}

export const taskPapers: Record<string, Paper> = {
  task: {
    label: say('目标任务书', 'Task sheet'),
    for: ['county'],
    sheet: 'plain',
    blocks: [
      { as: 'heading', text: ['年度目标任务书'] },
      {
        as: 'facts',
        rows: [
          [{ label: '编号', text: '{number}' }, '@source'],
          ['@goal'],
          ['@measure'],
          ['@committee', '@helpers'],
          ['@post', '@person'],
          ['@startOn', '@finishOn'],
          ['@weight', '@progress'],
        ],
      },
      { as: 'items', of: 'milestones' },
      { as: 'signs', labels: ['责任人', '责任委室', '分管领导'] },
    ],
  },
  schedule: listPaper(
    '年度目标任务时间表',
    'Schedule',
    ['number', 'goal', 'committee', 'person', 'startOn', 'finishOn', 'progress', 'state'],
    { measure: '项' },
  ),
  roadmap: listPaper(
    '年度目标任务施工图',
    'Work plan',
    ['goal', 'measure', 'milestones', 'committee', 'person', 'finishOn'],
    { measure: '项' },
  ),
  bulletin: taskBulletin,
}

export const milestonePapers: Record<string, Paper> = {
  register: listPaper('任务节点进度表', 'Milestones', ['goal', 'milestone', 'by', 'person', 'done', 'state'], {
    measure: '个',
  }),
}

/** 县乡联动. */
export const guidancePapers: Record<string, Paper> = {
  answer: {
    label: say('请示答复', 'Answer to a request'),
    for: ['township'],
    sheet: 'official',
    from: 'county',
    on: '{@repliedOn}',
    in: ['replied', 'closed', 'guidance'],
    register: '人大办复',
    blocks: [
      { as: 'number', text: '人大办复〔{year}〕{no}号' },
      { as: 'heading', text: ['关于{@matter}的答复'] },
      { as: 'addressee', text: '{township}人大：' },
      { as: 'text', say: ['你单位《关于{@matter}的请示》（{number}）收悉。现答复如下：'] },
      { as: 'text', say: ['{@reply?}'] },
      { as: 'text', say: ['特此答复。'] },
      { as: 'seal', text: '{county}' },
    ],
  },
  request: {
    label: say('请示', 'Request'),
    for: ['county'],
    sheet: 'official',
    from: 'township',
    on: '{took.ask}',
    blocks: [
      { as: 'heading', text: ['关于{@matter}的请示'] },
      { as: 'addressee', text: '{county}：' },
      { as: 'text', say: ['{@question}'] },
      { as: 'text', say: ['妥否，请批示。'] },
      { as: 'seal', text: '{township}人大' },
    ],
  },
}

export const visitPapers: Record<string, Paper> = {
  record: {
    label: say('走访联系记录', 'Record of a visit'),
    for: ['county', 'township'],
    sheet: 'plain',
    blocks: [
      { as: 'heading', text: ['挂钩联系走访记录'] },
      {
        as: 'facts',
        rows: [
          ['@leader', '@date'],
          [{ label: '乡镇', text: '{township}' }, '@place'],
          ['@purpose'],
          ['@found'],
          ['@result'],
        ],
      },
      { as: 'items', of: 'problems' },
      { as: 'signs', labels: ['挂钩领导', '乡镇人大', '记录人'] },
    ],
  },
  register: listPaper(
    '挂钩联系台账',
    'Register of visits',
    ['number', 'leader', 'township', 'date', 'purpose', 'result', 'state'],
    { measure: '次' },
  ),
}

export const pairPapers: Record<string, Paper> = {
  table: listPaper(
    '领导挂钩联系乡镇安排表',
    'Who keeps contact with whom',
    ['leader', 'township', 'visitedOn', 'visits', 'state'],
    { for: ['anyTownship'], measure: '项' },
  ),
}
