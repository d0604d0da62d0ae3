import { defineLedger } from '../define.ts'
import { say } from '../say.ts'
import { satisfactionVote, tellers } from '../verdicts.ts'
import { stageEnds } from './opinion-stages.ts'

/** 审议意见: what the standing committee asks of a unit after hearing its report. 监督法 (2024) arts 17, 29, 37; days after Xiping 2009, Yongjia 2025, Henan 2015 arts 11, 30. */
export const deliberationOpinions = defineLedger({
  key: 'deliberation-opinions',
  label: say('审议意见', 'Deliberation opinions'),
  system: 2,
  level: 'county',
  year: '@meetingOn',
  number: { format: '审议{year}-{seq:2}', per: ['year'] },
  fields: {
    topic: { kind: 'text', label: say('议题', 'Topic'), required: true, max: 200 },
    meeting: { kind: 'text', label: say('会次', 'Meeting'), max: 60 },
    meetingOn: { kind: 'date', label: say('会议日期', 'Meeting day'), required: true },
    organ: { kind: 'office', of: 'unit', label: say('报告机关', 'Reporting organ'), required: true },
    committee: { kind: 'text', label: say('责任委室', 'Committee'), max: 60 },
    points: { kind: 'items', label: say('问题清单', 'Points'), min: 1, columns: {
      problem: { kind: 'text', label: say('问题', 'Problem'), required: true, max: 1000 }, demand: { kind: 'text', label: say('意见建议', 'What is asked'), max: 1000 },
      unit: { kind: 'office', of: 'unit', label: say('责任单位', 'Unit'), required: true }, due: { kind: 'date', label: say('期限', 'Due') },
    } },
    stages: { kind: 'items', label: say('“321”步骤', '“321” stages'), help: say('三次办理、两次报告、一次测评；步骤可增可减，天数从印发之日起算；写明随哪一步完成的，到那一步自动完成。', 'Three steps of handling, two reports, one vote; add or drop steps; days run from issue; a step that names another is done with it.'), columns: {
      step: { kind: 'text', label: say('步骤', 'Step'), required: true, max: 100 }, who: { kind: 'choice', label: say('由谁', 'Who'), required: true, options: { committee: say('委室', 'Committee'), organ: say('报告机关', 'Reporting organ') } }, days: { kind: 'number', label: say('天数', 'Days'), required: true, min: 1, max: 720 }, ends: { kind: 'choice', label: say('随哪一步完成', 'Done with'), options: stageEnds },
    }, default: [
      { step: '交办', who: 'committee', days: 7 }, { step: '中期督查', who: 'committee', days: 45 }, { step: '结果核查', who: 'committee', days: 100 },
      { step: '整改方案报告', who: 'organ', days: 20, ends: 'plan' }, { step: '研究处理情况报告', who: 'organ', days: 60, ends: 'report' }, { step: '满意度测评', who: 'committee', days: 120, ends: 'test' },
    ] },
    text: { kind: 'text', label: say('审议意见全文', 'Opinion'), max: 20000 },
    issuedOn: { kind: 'date', label: say('印发日期', 'Issued on') },
    reportBy: { kind: 'date', label: say('报告期限', 'Report due') },
    plan: { kind: 'text', label: say('整改方案', 'Rectification plan'), max: 10000 },
    handled: { kind: 'text', label: say('研究处理情况报告', 'Handling report'), max: 20000 },
    ballot: { ...satisfactionVote, label: say('测评票数', 'Votes') },
    tellers,
    outcome: { kind: 'computed', label: say('测评结果', 'Outcome'), value: { as: 'ballot', of: 'ballot' } },
    testedOn: { kind: 'date', label: say('测评日期', 'Voted on') },
    rounds: { kind: 'number', label: say('重新办理次数', 'Times redone'), default: 0 },
    publishedAt: { kind: 'text', label: say('公开网址', 'Published at'), max: 300 },
    files: { kind: 'files', label: say('附件', 'Attachments'), max: 20 },
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
    comment: { kind: 'text', only: 'event', label: say('委室意见', 'Comment') },
    finding: { kind: 'text', only: 'event', label: say('督查情况', 'Finding') },
  },
  states: {
    drafting: { label: say('起草', 'Drafting'), phase: 'draft' }, reviewing: { label: say('审签', 'Under review'), phase: 'open' }, issued: { label: say('已交办', 'Issued'), phase: 'open' },
    rectifying: { label: say('整改中', 'Being put right'), phase: 'open' }, commenting: { label: say('征求意见', 'With the committee'), phase: 'open' }, reported: { label: say('已报告', 'Reported'), phase: 'open' },
    passed: { label: say('测评通过', 'Passed'), phase: 'open' }, failed: { label: say('测评不满意', 'Voted down'), phase: 'open' }, closed: { label: say('已销号', 'Closed'), phase: 'done' }, cancelled: { label: say('已取消', 'Cancelled'), phase: 'void' },
  },
  initial: 'drafting',
  born: { opens: ['draft'] },
  transitions: {
    submit: { label: say('送审', 'Submit for review'), from: ['drafting'], to: 'reviewing', by: ['county'], asks: ['points', 'stages?', 'text?'], discharges: ['draft'], opens: ['issue'] },
    sendBack: { label: say('退回修改', 'Send back'), from: ['reviewing'], to: 'drafting', by: ['county'], asks: ['reason'], opens: ['draft'] },
    issue: { label: say('印发交办', 'Issue and hand over'), from: ['reviewing'], to: 'issued', by: ['county'], numbers: true, sets: { issuedOn: { stamp: 'today' } }, discharges: ['issue'], opens: ['plan', 'report'],
      creates: [
        { ledger: 'opinion-points', for: '@points', fill: { problem: 'each.problem', demand: 'each.demand', unit: 'each.unit', promisedFor: 'each.due', topic: '@topic' } },
        { ledger: 'opinion-stages', for: '@stages', fill: { step: 'each.step', who: 'each.who', days: 'each.days', ends: 'each.ends', organ: '@organ', topic: '@topic' } },
      ] },
    plan: { label: say('报送整改方案', 'File the plan'), from: ['issued'], to: 'rectifying', by: ['@organ'], asks: ['plan'], discharges: ['plan'] },
    inspect: { label: say('中期督查', 'Check at mid-term'), from: ['issued', 'rectifying'], by: ['county'], asks: ['finding'] },
    extend: { label: say('同意延期报告', 'Extend'), from: ['issued', 'rectifying'], by: ['county'], asks: ['reportBy', 'reason'], moves: [{ duty: 'report', to: '@reportBy' }, { duty: 'redo', to: '@reportBy' }] },
    answer: { label: say('报送处理情况', 'Send the handling report'), from: ['rectifying'], to: 'commenting', by: ['@organ'], asks: ['handled'], discharges: ['report', 'redo'], opens: ['comment'] },
    returnReport: { label: say('退回重报', 'Return the report'), from: ['commenting'], to: 'rectifying', by: ['county'], asks: ['comment'], sets: { rounds: { add: 1 } }, discharges: ['comment'], opens: ['redo'] },
    agree: { label: say('同意提请会议', 'Agree to put it to the meeting'), from: ['commenting'], to: 'reported', by: ['county'], asks: ['comment?'], discharges: ['comment'], opens: ['test'] },
    test: { label: say('满意度测评', 'Vote'), from: ['reported'], to: 'failed', by: ['county'], asks: ['ballot', 'tellers'], inPerson: true, sets: { testedOn: { stamp: 'today' } }, discharges: ['test'], opens: ['orderRedo'], branches: [{ when: [{ field: 'outcome', is: ['satisfied', 'basically'] }], to: 'passed' }] },
    redo: { label: say('交办重新办理', 'Order it redone'), from: ['failed'], to: 'rectifying', by: ['county'], asks: ['reason'], sets: { rounds: { add: 1 }, ballot: { put: null }, tellers: { put: null }, testedOn: { put: null } }, discharges: ['orderRedo'], opens: ['redo'] },
    strikeOff: { label: say('销号', 'Strike off'), from: ['passed'], to: 'closed', by: ['county', 'system'], asks: ['publishedAt?'], when: [{ children: 'opinion-points', in: 'closed' }] },
    strikeOffRest: { label: say('销号（问题未清）', 'Strike off with points open'), from: ['passed'], to: 'closed', by: ['county'], asks: ['reason', 'publishedAt?'], confirm: true },
    cancel: { label: say('取消这件', 'Cancel'), from: ['drafting', 'reviewing'], to: 'cancelled', by: ['county'], asks: ['reason'], confirm: true },
  },
  duties: {
    draft: { label: say('起草审议意见', 'Draft the opinion'), basis: say('会后五个工作日内起草（永嘉2025）', 'drafted within five working days of the meeting (Yongjia 2025)'), holder: ['county'], due: { workdays: 5, after: '@meetingOn' }, during: ['drafting'] },
    issue: { label: say('审签印发', 'Review and issue'), basis: say('审定后七日内印发（永嘉2025）', 'issued within seven days (Yongjia 2025)'), holder: ['county'], due: { days: 7 }, during: ['reviewing'] },
    plan: { label: say('报送整改方案', 'File the plan'), basis: say('本县设定：印发后十五个工作日内报送整改方案', 'set by the county: the plan within fifteen working days of issue'), holder: ['@organ'], due: { workdays: 15 }, during: ['issued'] },
    report: { label: say('报告研究处理情况', 'Report on the handling'), basis: say('监督法第十七条；本县设定印发后两个月内，最迟三个月（河南监督法办法2015第十一、三十条）', 'Supervision Law art 17; two months from issue, three at the latest (Henan supervision rules 2015 arts 11, 30)'), holder: ['@organ'], due: { months: 2 }, cap: { months: 3 }, during: ['issued', 'rectifying'] },
    redo: { label: say('重新办理并报告', 'Redo and report'), basis: say('本县设定：退回重报或测评不满意的，一个月内重新报告', 'set by the county: one month when sent back or voted down'), holder: ['@organ'], due: { months: 1 }, cap: { months: 3 }, during: ['rectifying'] },
    orderRedo: { label: say('交办重新办理', 'Order it redone'), basis: say('本县设定：测评不满意的，五个工作日内交办重新办理', 'set by the county: within five working days of a failed vote'), holder: ['county'], due: { workdays: 5 }, during: ['failed'], reminders: 'short' },
    comment: { label: say('对报告提出意见', 'Comment on the report'), basis: say('监督法第十七条：先送有关委室征求意见；本县设定五个工作日', 'Supervision Law art 17: sent to the committee first; five working days, set by the county'), holder: ['county'], due: { workdays: 5 }, during: ['commenting'] },
    test: { label: say('安排测评', 'Hold the vote'), basis: say('常委会至少每两个月开一次会（地方组织法第五十一条）', 'the committee meets every two months (Organic Law art 51)'), holder: ['county'], due: { months: 2 }, during: ['reported'] },
  },
  may: {
    create: ['county'],
    read: ['county', { who: ['@organ'], in: ['issued', 'rectifying', 'commenting', 'reported', 'passed', 'failed', 'closed'] }, { who: ['anyTownship'], in: ['closed'] }],
    edit: [{ who: ['county'], in: ['drafting', 'reviewing'], fields: ['topic', 'meeting', 'meetingOn', 'organ', 'committee', 'points', 'stages', 'text', 'files'] }, { who: ['county'], fields: ['publishedAt', 'files'] }],
  },
  list: { columns: ['number', 'topic', 'meetingOn', 'organ', 'outcome', 'state', 'dueOn'], filters: ['organ', 'state', 'year', 'outcome'], search: ['topic', 'meeting', 'text'] },
  report: { duty: 'report', by: ['organ', 'committee'], counts: ['outcome'], rates: {
    passed: { label: say('测评通过率', 'Passed'), of: [{ field: 'outcome', is: ['satisfied', 'basically'] }], over: [{ field: 'outcome', filled: true }] },
    satisfied: { label: say('满意率', 'Satisfied'), of: [{ field: 'outcome', is: 'satisfied' }], over: [{ field: 'outcome', filled: true }] },
  } },
  import: { lands: [{ when: [{ field: 'outcome', filled: true }], in: 'closed' }, { when: [{ field: 'handled', filled: true }], in: 'reported' }, { when: [{ field: 'issuedOn', filled: true }], in: 'rectifying' }, { when: [], in: 'drafting' }] },
})
