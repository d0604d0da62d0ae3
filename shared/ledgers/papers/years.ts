import type { Block, Paper, Section } from '../../definition/paper.ts'
import { say } from '../../say.ts'

type Told = Section['blocks']
/** `measure`: the word by which what it tells of is counted. */
type More = Pick<Section, 'standing' | 'own' | 'in' | 'match'> & { measure?: string }

/** A chapter over one ledger, under its own heading; left out while there is nothing on it. */
const chapter = (title: string, ledger: string, told: Told, { measure = '件', ...more }: More = {}): Block => ({
  as: 'section',
  ledger,
  blocks: [{ as: 'text', level: 1, say: [`${title}（{count}${measure}）`] }, ...told],
  ...more,
})
const rows = (...columns: string[]): Told[number] => ({ as: 'records', columns })
const by = (field: string, ...rates: string[]): Told[number] => ({
  as: 'groups',
  by: field,
  ...(rates.length > 0 ? { rates } : {}),
})

// What a report of a year counts is what took place in it: what is only planned, called or prepared is next month's work.
const after = (measure: string, ...states: string[]): More => ({ in: states, measure })
const gone = after('次', 'held', 'recorded', 'routed', 'closed')
const held: More = { own: true, ...after('次', 'held', 'minuted') }
const meetings = chapter(
  '召开会议',
  'meetings',
  [rows('number', 'name', 'kind', 'day', 'expected', 'present', 'attendance')],
  held,
)
const projects = chapter(
  '民生实事项目',
  'livelihood-projects',
  [rows('number', 'name', 'category', 'unit', 'total', 'progress', 'outcome', 'state')],
  { own: true, in: ['selected', 'implementing', 'changing', 'finished', 'accepted', 'stopped'], measure: '个' },
)

/** The year of an organ of the congress, over all its ledgers. */
export const yearPapers: Record<string, Paper> = {
  workReport: {
    label: say('工作报告附表', 'Tables of the work report'),
    for: ['county', 'anyTownship'],
    of: 'office',
    sheet: 'wide',
    blocks: [
      { as: 'heading', text: ['{addressee}{year}年工作报告附表'] },
      { as: 'text', say: ['统计截至{today}。'] },
      meetings,
      chapter('听取审议报告和审议意见办理', 'deliberation-opinions', [
        { as: 'figures', counts: ['outcome'], rates: ['passed', 'satisfied'] },
        rows('number', 'topic', 'organ', 'meetingOn', 'outcome', 'state'),
      ]),
      chapter(
        '执法检查',
        'law-inspections',
        [rows('number', 'law', 'startOn', 'organ', 'meetingOn', 'state')],
        after('项', 'inspecting', 'collected', 'reported', 'rectifying', 'answered', 'closed'),
      ),
      chapter(
        '专题询问',
        'special-inquiries',
        [rows('number', 'topic', 'answerers', 'meetingOn', 'outcome', 'state')],
        after('项', 'held', 'rectifying', 'reported', 'closed', 'nextRound'),
      ),
      chapter(
        '工作评议',
        'work-appraisals',
        [rows('number', 'topic', 'unit', 'meetingOn', 'outcome', 'state')],
        after('项', 'appraised', 'rectifying', 'reported', 'closed'),
      ),
      chapter(
        '述职评议',
        'report-appraisals',
        [rows('number', 'name', 'post', 'organ', 'meetingOn', 'state')],
        after('人', 'appraised', 'rectifying', 'rectified', 'closed'),
      ),
      chapter(
        '满意度测评',
        'satisfaction-tests',
        [rows('number', 'subject', 'unit', 'meetingOn', 'share', 'outcome')],
        after('项', 'counted', 'announced', 'failed', 'retested'),
      ),
      chapter(
        '讨论决定重大事项',
        'major-matters',
        [rows('number', 'matter', 'basket', 'proposer', 'decidedOn', 'state')],
        after('项', 'executing', 'fulfilled', 'heard', 'filed', 'rejected', 'toCongress'),
      ),
      chapter(
        '计划预算审查监督',
        'budget-reviews',
        [rows('number', 'title', 'unit', 'meetingOn', 'outcome', 'state')],
        after('项', 'reviewed', 'answered', 'executing', 'rejected', 'closed'),
      ),
      chapter('审计查出问题整改', 'audit-issues', [by('kind', 'closed'), by('unit', 'closed')], { measure: '个' }),
      chapter(
        '人事任免',
        'appointments',
        [{ as: 'figures', counts: ['kind'] }, rows('number', 'name', 'post', 'kind', 'appointedOn', 'state')],
        { in: ['announced', 'inOffice', 'left'], measure: '人' },
      ),
      chapter('代表建议办理', 'suggestions', [
        {
          as: 'figures',
          counts: ['result', 'satisfaction'],
          rates: ['accomplished', 'satisfied', 'content', 'fulfilled'],
        },
        by('category', 'accomplished', 'satisfied'),
        by('lead', 'accomplished', 'satisfied'),
        by('township', 'accomplished', 'satisfied'),
      ]),
      projects,
      chapter('代表活动', 'group-activities', [by('kind'), by('township')], gone),
      chapter(
        '代表培训',
        'trainings',
        [rows('number', 'course', 'startOn', 'organiser', 'hours', 'trained', 'state')],
        after('期', 'held', 'archived'),
      ),
      chapter('社情民意', 'public-opinions', [
        by('category', 'answered', 'satisfied'),
        by('township', 'answered', 'satisfied'),
      ]),
    ],
  },
  townshipFile: {
    label: say('一乡镇一档', 'File of a township'),
    for: ['county', 'anyTownship'],
    of: 'office',
    each: 'township',
    sheet: 'wide',
    blocks: [
      { as: 'heading', text: ['{addressee}{year}年工作档案'] },
      { as: 'text', say: ['记录截至{today}。'] },
      chapter(
        '人大代表',
        'deputies',
        [
          { as: 'figures', counts: ['tier', 'sex', 'level'] },
          rows('number', 'name', 'tier', 'group', 'workplace', 'electedOn', 'level', 'state'),
        ],
        { standing: true, in: ['active', 'suspended', 'ending'], measure: '名' },
      ),
      chapter(
        '代表之家（站）',
        'stations',
        [rows('number', 'name', 'kind', 'address', 'head', 'receptions', 'stars')],
        { standing: true, in: ['active', 'idle'], measure: '个' },
      ),
      meetings,
      chapter('代表建议', 'suggestions', [
        { as: 'figures', counts: ['result', 'satisfaction'], rates: ['accomplished', 'satisfied'] },
        rows('number', 'title', 'deputies', 'lead', 'repliedOn', 'result', 'satisfaction', 'state'),
      ]),
      chapter('乡镇代表建议', 'town-suggestions', [
        rows('number', 'title', 'deputies', 'handledBy', 'repliedOn', 'result', 'satisfaction', 'state'),
      ]),
      projects,
      chapter(
        '代表活动',
        'group-activities',
        [rows('number', 'topic', 'group', 'date', 'kind', 'attendance', 'state')],
        gone,
      ),
      chapter(
        '代表培训',
        'training-enrolments',
        [rows('course', 'startOn', 'hours', 'places', 'present', 'attendance')],
        { in: ['attended'], measure: '期' },
      ),
      chapter('社情民意', 'public-opinions', [
        rows('number', 'matter', 'category', 'receivedOn', 'unit', 'rating', 'state'),
      ]),
      chapter('民情日记', 'diaries', [rows('number', 'deputy', 'date', 'place', 'met', 'found', 'state')], {
        measure: '篇',
      }),
      chapter('代表履职记录', 'performance-entries', [by('type'), by('deputy')], { measure: '条' }),
      chapter(
        '参加执法检查',
        'inspection-sheets',
        [rows('law', 'sheetBy', 'sites', 'found', 'state')],
        after('份', 'sent', 'grave'),
      ),
      chapter(
        '挂钩联系',
        'township-visits',
        [rows('number', 'purpose', 'leader', 'date', 'result', 'state')],
        after('次', 'visited', 'routed', 'closed'),
      ),
    ],
  },
}

const named = (measure: string, ledger: string, title: string, field: string, ...columns: string[]) =>
  chapter(title, ledger, [rows(...columns)], { match: { field, is: '@name' }, measure })

/** 一代表一档: what a deputy did, wherever it was entered. */
export const deputyYears: Block[] = [
  named('条', 'performance-entries', '履职记录', 'deputy', 'type', 'what', 'date', 'points', 'state'),
  named(
    '件',
    'suggestions',
    '提出县人大代表建议',
    'deputies',
    'number',
    'title',
    'lead',
    'repliedOn',
    'result',
    'satisfaction',
  ),
  named(
    '件',
    'town-suggestions',
    '提出乡镇人大代表建议',
    'deputies',
    'number',
    'title',
    'repliedOn',
    'result',
    'satisfaction',
  ),
  named('次', 'group-activities', '参加代表活动', 'came', 'topic', 'group', 'date', 'place', 'kind'),
  named('期', 'training-enrolments', '参加培训', 'came', 'course', 'startOn', 'hours'),
  named('篇', 'diaries', '民情日记', 'deputy', 'date', 'place', 'met', 'found', 'state'),
  named('件', 'public-opinions', '接待和反映社情民意', 'deputy', 'matter', 'category', 'receivedOn', 'unit', 'rating'),
]
