import { defineLedger } from '../define.ts'
import { say } from '../say.ts'
import { satisfactionVote, tellers } from '../verdicts.ts'

/** 述职评议: an official who was appointed here reports and is appraised by vote; the result goes to the party committee in writing. Rectification after Suzhou 2019: four months at most. */
export const reportAppraisals = defineLedger({
  key: 'report-appraisals',
  label: say('述职评议', 'Report appraisals'),
  system: 9,
  place: 2,
  level: 'county',
  year: '@meetingOn',
  number: { format: '述职{year}-{seq:2}', per: ['year'] },
  fields: {
    post: { kind: 'text', label: say('职务', 'Post'), required: true, max: 120 },
    name: { kind: 'text', label: say('述职人', 'Official'), required: true, max: 60 },
    organ: { kind: 'office', of: 'unit', label: say('所在单位', 'Organ'), required: true },
    chosen: { kind: 'choice', label: say('确定方式', 'How chosen'), default: 'plan', options: { plan: say('计划安排', 'By plan'), lot: say('抽签', 'By lot') } },
    meetingOn: { kind: 'date', label: say('评议会日期', 'Meeting day'), required: true },
    appointment: { kind: 'records', of: 'appointments', max: 1, label: say('任免记录', 'Appointment') },
    survey: { kind: 'text', label: say('调查情况', 'Survey'), max: 10000 },
    statement: { kind: 'text', label: say('述职报告', 'Report'), max: 20000, help: say('应包括办理代表建议情况。', 'It covers the handling of suggestions.') },
    ballot: { ...satisfactionVote, label: say('测评票数', 'Votes') },
    tellers,
    outcome: { kind: 'computed', label: say('测评结果', 'Outcome'), value: { as: 'ballot', of: 'ballot' } },
    opinion: { kind: 'text', label: say('评议意见', 'Opinion'), max: 10000 },
    remedy: { kind: 'text', label: say('整改报告', 'Rectification report'), max: 20000 },
    filing: { kind: 'text', label: say('县委备案文号', 'Filed with the party committee'), max: 80 },
    solved: { kind: 'yesno', only: 'event', label: say('整改到位', 'Put right') },
    note: { kind: 'text', only: 'event', label: say('说明', 'Note') },
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    selected: { label: say('已确定', 'Selected'), phase: 'draft' }, notified: { label: say('已通知', 'Notified'), phase: 'open' }, filed: { label: say('已交述职报告', 'Report filed'), phase: 'open' }, appraised: { label: say('已评议', 'Appraised'), phase: 'open' },
    rectifying: { label: say('整改中', 'Rectifying'), phase: 'open' }, rectified: { label: say('已报整改', 'Rectified'), phase: 'open' }, closed: { label: say('已备案', 'Filed'), phase: 'done' }, cancelled: { label: say('已取消', 'Cancelled'), phase: 'void' },
  },
  initial: 'selected',
  transitions: {
    notify: { label: say('通知', 'Notify'), from: ['selected'], to: 'notified', by: ['county'], numbers: true, opens: ['statement'] },
    file: { label: say('提交述职报告', 'File the report'), from: ['notified'], to: 'filed', by: ['@organ'], asks: ['statement'], discharges: ['statement'], opens: ['appraise'] },
    survey: { label: say('登记调查情况', 'Enter the survey'), from: ['notified', 'filed'], by: ['county'], asks: ['survey'] },
    appraise: { label: say('评议测评', 'Appraise'), from: ['filed'], to: 'appraised', by: ['county'], asks: ['ballot', 'tellers'], inPerson: true, discharges: ['appraise'], opens: ['send'] },
    send: { label: say('反馈评议意见', 'Send the opinion'), from: ['appraised'], to: 'rectifying', by: ['county'], asks: ['opinion'], discharges: ['send'], opens: ['rectify'] },
    rectify: { label: say('报告整改', 'Report'), from: ['rectifying'], to: 'rectified', by: ['@organ'], asks: ['remedy'], discharges: ['rectify'], opens: ['judge'] },
    judge: { label: say('认定整改', 'Judge'), from: ['rectified'], to: 'closed', by: ['county'], asks: ['solved', 'filing?', 'note?'], discharges: ['judge'], branches: [{ when: [{ field: 'solved', is: false }], to: 'rectifying', opens: ['rectify'] }] },
    cancel: { label: say('取消', 'Cancel'), from: ['selected', 'notified'], to: 'cancelled', by: ['county'], asks: ['reason'], confirm: true },
  },
  duties: {
    statement: { label: say('提交述职报告', 'File the report'), basis: say('会议前十日', 'ten days before the meeting'), holder: ['@organ'], due: { days: 10, before: '@meetingOn' }, during: ['notified'] },
    appraise: { label: say('述职评议', 'Appraise'), basis: say('按会议日期', 'on the meeting day'), holder: ['county'], due: { on: '@meetingOn' }, during: ['filed'] },
    send: { label: say('反馈评议意见', 'Send the opinion'), basis: say('会后十日内', 'ten days after the meeting'), holder: ['county'], due: { days: 10 }, during: ['appraised'] },
    rectify: { label: say('报告整改', 'Rectify'), basis: say('三个月内，最迟四个月（宿州2019）', 'three months, four at the latest (Suzhou 2019)'), holder: ['@organ'], due: { months: 3 }, cap: { months: 4 }, during: ['rectifying'] },
    judge: { label: say('认定并报县委备案', 'Judge and file'), basis: say('收到整改报告后一个月内，书面报县委', 'one month after the report, in writing to the party committee'), holder: ['county'], due: { months: 1 }, during: ['rectified'] },
  },
  may: { create: ['county'], read: ['county', { who: ['@organ'], in: ['notified', 'filed', 'appraised', 'rectifying', 'rectified', 'closed'] }], edit: [{ who: ['county'], in: ['selected'], fields: ['name', 'post', 'organ', 'chosen', 'meetingOn', 'appointment'] }] },
  list: { columns: ['number', 'post', 'name', 'organ', 'meetingOn', 'outcome', 'state', 'dueOn'], filters: ['organ', 'state', 'year', 'outcome'], search: ['name', 'post'] },
  report: { duty: 'rectify', by: ['organ'], counts: ['outcome'] },
  import: { lands: [{ when: [{ field: 'opinion', filled: true }], in: 'closed' }, { when: [], in: 'selected' }] },
})
