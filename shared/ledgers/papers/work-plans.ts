import type { Block, Paper } from '../../definition/paper.ts'
import { say } from '../../say.ts'
import { listPaper } from './forms.ts'

/** A chapter of a plan, and the table of its lines: left out while there are none. */
const chapter = (of: string, title: string, lead: string): Block[] => [
  { as: 'text', level: 1, say: [title], when: [{ field: of, filled: true }] },
  { as: 'text', say: [lead], when: [{ field: of, filled: true }] },
  { as: 'items', of },
]

const closing: Block[] = [
  { as: 'text', level: 1, say: ['组织实施'] },
  {
    as: 'text',
    say: [
      '责任委室要逐项制定实施方案，明确时间和分工；有关单位要积极配合，按要求报送材料。',
      '计划需要调整的，由主任会议决定。',
    ],
  },
  { as: 'text', say: ['{@measures}'] },
]

const plan = (zh: string, en: string, kind: string, law: string, chapters: Block[]): Paper => ({
  label: say(zh, en),
  for: ['anyTownship', 'anyUnit'],
  sheet: 'official',
  from: 'county',
  on: '{@adoptedOn}',
  when: [{ field: 'kind', is: kind }],
  in: ['drafting', 'running', 'closed'],
  register: '人大常办',
  blocks: [
    { as: 'masthead', text: '{county}文件' },
    { as: 'number', text: '人大常办〔{year}〕{no}号' },
    { as: 'heading', text: ['{@title}'] },
    { as: 'text', say: ['（{@adoptedOn}主任会议通过）'] },
    { as: 'text', say: [`根据${law}，结合本县实际，制定本计划。`] },
    { as: 'text', level: 1, say: [{ text: '总体要求', when: [{ field: 'aim', filled: true }] }] },
    { as: 'text', say: ['{@aim}'] },
    ...chapters,
    ...closing,
    { as: 'seal' },
    { as: 'copies', to: '各乡镇人大，各有关单位' },
  ],
})

/** 年度监督工作计划, 年度代表工作计划, and how far the items are that came of them. */
export const workPlanPapers: Record<string, Paper> = {
  supervision: plan(
    '年度监督工作计划',
    'Supervision plan',
    'supervision',
    '《中华人民共和国各级人民代表大会常务委员会监督法》',
    [
      ...chapter('reports', '听取和审议专项工作报告', '常委会会议听取和审议下列专项工作报告：'),
      ...chapter('inspections', '执法检查', '对下列法律法规的实施情况开展执法检查：'),
      ...chapter('inquiries', '专题询问', '围绕下列主题开展专题询问：'),
      ...chapter('appraisals', '工作评议', '对下列工作开展评议：'),
      ...chapter('tests', '满意度测评', '对下列事项开展满意度测评：'),
      ...chapter('officials', '述职评议', '听取下列国家机关工作人员述职并进行评议：'),
    ],
  ),
  deputies: plan(
    '年度代表工作计划',
    'Plan of deputies’ work',
    'deputies',
    '《中华人民共和国全国人民代表大会和地方各级人民代表大会代表法》',
    [
      ...chapter('trainings', '代表培训', '举办下列培训班：'),
      ...chapter('campaigns', '主题活动', '组织代表开展下列主题活动：'),
      ...chapter('activities', '代表小组活动', '各代表小组开展下列活动：'),
    ],
  ),
  progress: {
    label: say('计划执行情况表', 'How far the plan is'),
    for: ['county'],
    sheet: 'wide',
    in: ['running', 'closed'],
    blocks: [
      { as: 'heading', text: ['{@title}执行情况表'] },
      { as: 'text', say: ['本计划于{@adoptedOn}通过，', '于{@publishedOn}公布，', '执行情况截至{today}。'] },
      {
        as: 'children',
        ledger: 'deliberation-opinions',
        columns: ['number', 'topic', 'organ', 'meetingOn', 'state', 'dueOn'],
      },
      { as: 'children', ledger: 'law-inspections', columns: ['number', 'law', 'startOn', 'state', 'dueOn'] },
      {
        as: 'children',
        ledger: 'special-inquiries',
        columns: ['number', 'topic', 'answerers', 'meetingOn', 'state', 'dueOn'],
      },
      {
        as: 'children',
        ledger: 'work-appraisals',
        columns: ['number', 'topic', 'unit', 'meetingOn', 'state', 'dueOn'],
      },
      {
        as: 'children',
        ledger: 'satisfaction-tests',
        columns: ['number', 'subject', 'unit', 'meetingOn', 'state', 'dueOn'],
      },
      {
        as: 'children',
        ledger: 'report-appraisals',
        columns: ['number', 'name', 'post', 'organ', 'meetingOn', 'state', 'dueOn'],
      },
      { as: 'children', ledger: 'trainings', columns: ['number', 'course', 'startOn', 'state', 'dueOn'] },
      { as: 'children', ledger: 'themes', columns: ['number', 'theme', 'startOn', 'endOn', 'state', 'dueOn'] },
      {
        as: 'children',
        ledger: 'group-activities',
        columns: ['number', 'topic', 'township', 'group', 'date', 'state', 'dueOn'],
      },
      { as: 'text', say: ['{@summary}'] },
    ],
  },
  register: listPaper(
    '年度工作计划台账',
    'Register of plans',
    ['number', 'title', 'kind', 'startOn', 'adoptedOn', 'publishedOn', 'state'],
    { measure: '份' },
  ),
}
