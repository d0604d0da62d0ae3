import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { judgedItself } from '../definition/returns.ts'
import { satisfactionVote, tellers } from '../definition/verdicts.ts'
import { say } from '../say.ts'
import { reportPapers } from './papers/personnel.ts'
import { itsMeeting, meetingFirst } from './steps/meeting.ts'

/**
 * 述职评议: an official who was appointed here reports and is appraised by vote; the result goes to the party committee in writing. Rectification after Suzhou (宿州)
 * 2019: four months at most. What the survey heard and the tally are not for the official’s own organ.
 */
export const reportAppraisals = defineLedger({
  key: 'report-appraisals',
  label: say('述职评议', 'Report appraisals'),
  system: 9,
  place: 2,
  level: 'county',
  spoken: { measure: '次' },
  year: '@meetingOn',
  number: { format: '述职{year}-{seq:2}', per: ['year'] },
  fields: {
    post: { kind: 'text', label: say('职务', 'Post'), required: true, max: 120 },
    name: { kind: 'text', label: say('述职人', 'Official'), required: true, max: 60 },
    organ: { kind: 'office', of: 'unit', label: say('所在单位', 'Organisation'), required: true },
    chosen: {
      kind: 'choice',
      label: say('确定方式', 'How chosen'),
      default: 'plan',
      options: { plan: say('计划安排', 'By plan'), lot: say('抽签', 'By lot') },
    },
    meeting: itsMeeting,
    meetingOn: {
      kind: 'date',
      from: '@meeting.day',
      label: say('评议会日期', 'Meeting day'),
      required: true,
      comes: say('会议听取述职并评议：{this}', 'The meeting appraises {this}'),
    },
    appointment: { kind: 'records', of: 'appointments', max: 1, label: say('任免记录', 'Appointment') },
    survey: {
      kind: 'text',
      label: say('调查情况', 'Findings of the survey'),
      max: 10000,
      help: say(
        '走访、座谈、单位民主测评的情况，被评议单位看不到。',
        'From visits, talks and the poll at the organisation, which does not see it.',
      ),
      seenBy: ['county'],
    },
    statement: {
      kind: 'text',
      label: say('述职报告', 'Report on duties'),
      max: 20000,
      help: say(
        '应包括办理代表建议情况（参照浙江2016第二十八条）。',
        'It covers the handling of suggestions (after Zhejiang 2016 art 28).',
      ),
    },
    ballot: { ...satisfactionVote, label: say('测评票数', 'Votes'), seenBy: ['county'] },
    tellers: { ...tellers, seenBy: ['county'] },
    outcome: { kind: 'computed', label: say('测评结果', 'Result of the vote'), value: { as: 'ballot', of: 'ballot' } },
    opinion: { kind: 'text', label: say('评议意见', 'Opinion'), max: 10000 },
    plan: { kind: 'text', label: say('整改方案', 'Rectification plan'), max: 10000 },
    remedy: { kind: 'text', label: say('整改报告', 'Rectification report'), max: 20000 },
    filing: { kind: 'text', label: say('县委备案文号', 'Filed with the party committee'), max: 80, seenBy: ['county'] },
    files: attachments,
    inner: { ...attachments, label: say('内部材料', 'Papers of the county office'), seenBy: ['county'] },
    solved: { kind: 'yesno', only: 'event', label: say('整改到位', 'Rectified') },
    note: { kind: 'text', only: 'event', label: say('说明', 'Note') },
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    selected: { label: say('已确定', 'Selected'), phase: 'draft' },
    notified: { label: say('已通知', 'Notified'), phase: 'open' },
    filed: { label: say('已交述职报告', 'Report filed'), phase: 'open' },
    appraised: { label: say('已评议', 'Appraised'), phase: 'open' },
    rectifying: { label: say('整改中', 'Rectifying'), phase: 'open' },
    rectified: { label: say('已报整改', 'Rectification reported'), phase: 'open' },
    closed: { label: say('已备案', 'Filed'), phase: 'done' },
    cancelled: { label: say('已取消', 'Cancelled'), phase: 'void' },
  },
  initial: 'selected',
  begins: say('安排', 'arranged'),
  born: { opens: ['notify'] },
  attachments: 'files',
  transitions: {
    notify: {
      label: say('通知述职人', 'Notify the official'),
      says: say('通知述职人准备{this}。', 'Tells who reports to prepare {this}.'),
      from: ['selected'],
      to: 'notified',
      by: ['county'],
      numbers: true,
      discharges: ['notify'],
      opens: ['statement', 'survey'],
    },
    file: {
      label: say('提交述职报告', 'File the report'),
      says: say('把{this}的述职报告交给县人大办。', 'Hands in the report of {this}.'),
      from: ['notified'],
      to: 'filed',
      by: ['@organ'],
      asks: ['statement'],
      discharges: ['statement'],
      opens: ['appraise'],
    },
    survey: {
      label: say('登记调查情况', 'Enter the survey'),
      says: say('登记{this}的评议调查情况。', 'Enters the survey for {this}.'),
      from: ['notified', 'filed'],
      by: ['county'],
      asks: ['survey', 'inner?'],
      discharges: ['survey'],
    },
    reschedule: {
      label: say('调整评议会日期', 'Move the meeting day'),
      says: say('把{this}改到{@meetingOn}的评议会。', 'Moves {this} to {@meetingOn}.'),
      from: ['notified', 'filed'],
      by: ['county'],
      asks: ['meeting?', 'meetingOn', 'reason'],
    },
    appraise: {
      label: say('登记评议测评', 'Enter the appraisal'),
      says: say('登记{this}的测评票数，结果由票数算出。', 'Enters the votes on {this}; they decide the result.'),
      from: ['filed'],
      to: 'appraised',
      by: ['county'],
      asks: ['ballot', 'tellers', 'inner?'],
      notBefore: '@meetingOn',
      when: [
        {
          any: [
            { field: 'meeting', filled: false },
            { named: 'meeting', in: ['held', 'minuted'], why: meetingFirst },
          ],
        },
      ],
      inPerson: true,
      discharges: ['appraise', 'survey'],
      opens: ['send'],
    },
    send: {
      label: say('反馈评议意见', 'Send the opinion'),
      says: say('把{this}的评议意见反馈给述职人，要求整改。', 'Sends the appraisal of {this}, to be acted on.'),
      from: ['appraised'],
      to: 'rectifying',
      by: ['county'],
      asks: ['opinion'],
      discharges: ['send'],
      opens: ['plan', 'rectify'],
    },
    plan: {
      label: say('报送整改方案', 'File the rectification plan'),
      says: say('把{this}的整改方案报给县人大办。', 'Hands in the plan for {this}.'),
      from: ['rectifying'],
      by: ['@organ'],
      asks: ['plan'],
      discharges: ['plan'],
    },
    rectify: {
      label: say('报告整改结果', 'Report the rectification'),
      says: say('把{this}的整改结果报给县人大办。', 'Reports the result for {this}.'),
      from: ['rectifying'],
      to: 'rectified',
      by: ['@organ'],
      asks: ['remedy'],
      discharges: ['rectify', 'plan'],
      opens: ['judge'],
    },
    judge: {
      label: say('认定整改', 'Judge the rectification'),
      says: say(
        '认定{this}的整改：到位的予以备案，没有到位的继续整改。',
        'Judges what {this} led to: solved, it is filed; else it goes on.',
      ),
      from: ['rectified'],
      to: 'closed',
      by: ['county'],
      asks: ['solved', 'filing?', 'note?', 'inner?'],
      // What is closed is filed with the party committee, and has its number there.
      needs: [{ field: 'filing', when: [{ field: 'solved', is: true }] }],
      discharges: ['judge'],
      branches: [
        {
          when: [{ field: 'solved', is: false }],
          says: say('认定{this}没有整改到位，要求继续整改。', 'Finds {this} not solved: it goes on.'),
          to: 'rectifying',
          opens: ['rectify'],
        },
        {
          when: [{ field: 'outcome', is: 'dissatisfied' }],
          to: 'closed',
          creates: [
            { ledger: 'satisfaction-tests', fill: { subject: '@post', about: { put: 'unit' }, unit: '@organ' } },
          ],
        },
      ],
    },
    cancel: {
      label: say('取消评议', 'Cancel the appraisal'),
      says: say('取消{this}，不再评议。', 'Cancels {this}; nobody is appraised.'),
      from: ['selected', 'notified', 'filed'],
      to: 'cancelled',
      by: ['county'],
      asks: ['reason'],
      confirm: true,
    },
  },
  // Nobody hands back an appraisal of his own; a unit that was named wrongly says so before it is held.
  returns: {
    label: say('反映述职人不在本单位', 'Say that the official is not ours'),
    says: say(
      '{this}的述职人不是本单位的，请县人大办更正任职单位。',
      'Who reports in {this} does not serve here; the county office puts the unit right.',
    ),
    work: say('提交述职报告', 'hand in the report'),
  },
  duties: {
    notify: {
      label: say('通知述职人', 'Notify the official'),
      basis: say('本县设定：评议会前二十日通知', 'set by the county: twenty days before the meeting'),
      holder: ['county'],
      due: { days: 20, before: '@meetingOn' },
      during: ['selected'],
    },
    statement: {
      label: say('提交述职报告', 'File the report'),
      basis: say('本县设定：评议会前十日', 'set by the county: ten days before the meeting'),
      holder: ['@organ'],
      due: { days: 10, before: '@meetingOn' },
      during: ['notified'],
    },
    survey: {
      label: say('开展评议调查', 'Survey'),
      basis: say('本县设定：评议会前五日', 'set by the county: five days before the meeting'),
      holder: ['county'],
      due: { days: 5, before: '@meetingOn' },
      during: ['notified', 'filed'],
    },
    appraise: {
      label: say('述职评议', 'Appraise'),
      basis: say('按评议会日期', 'on the meeting day'),
      holder: ['county'],
      due: { on: '@meetingOn' },
      during: ['filed'],
    },
    send: {
      label: say('反馈评议意见', 'Send the opinion'),
      basis: say('本县设定：测评后十日内', 'set by the county: ten days after the vote'),
      holder: ['county'],
      due: { days: 10 },
      during: ['appraised'],
    },
    plan: {
      label: say('报送整改方案', 'File the rectification plan'),
      basis: say('本县设定：收到评议意见后一个月内', 'set by the county: one month after the opinion'),
      holder: ['@organ'],
      stays: judgedItself,
      due: { months: 1 },
      during: ['rectifying'],
    },
    rectify: {
      label: say('报告整改结果', 'Report the rectification'),
      basis: say(
        '本县设定三个月内，最迟四个月（参照宿州2019）',
        'set by the county: three months, four at the latest (after Suzhou 2019)',
      ),
      holder: ['@organ'],
      stays: judgedItself,
      due: { months: 3 },
      cap: { months: 4 },
      during: ['rectifying'],
    },
    judge: {
      label: say('认定并报县委备案', 'Judge and file'),
      basis: say(
        '本县设定：收到整改报告后一个月内，结果书面报县委',
        'set by the county: one month after the report; the result goes to the party committee in writing',
      ),
      holder: ['county'],
      due: { months: 1 },
      during: ['rectified'],
    },
  },
  may: {
    create: ['county'],
    read: ['county', { who: ['@organ'], in: ['notified', 'filed', 'appraised', 'rectifying', 'rectified', 'closed'] }],
    edit: [
      {
        who: ['county'],
        in: ['selected'],
        fields: ['name', 'post', 'organ', 'chosen', 'meeting', 'meetingOn', 'appointment'],
      },
    ],
  },
  list: {
    columns: ['number', 'post', 'name', 'organ', 'meetingOn', 'outcome', 'state', 'dueOn'],
    filters: ['organ', 'state', 'year', 'outcome'],
    search: ['name', 'post'],
  },
  report: {
    duty: 'rectify',
    by: ['organ'],
    counts: ['outcome'],
    rates: {
      satisfied: {
        label: say('满意和基本满意率', 'Satisfied or basically satisfied'),
        of: [{ field: 'outcome', is: ['satisfied', 'basically'] }],
        over: [{ field: 'outcome', filled: true }],
      },
    },
  },
  import: {
    lands: [
      { when: [{ field: 'opinion', filled: true }], in: 'closed' },
      { when: [], in: 'selected' },
    ],
  },
  papers: reportPapers,
})
