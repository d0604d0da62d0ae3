import { defineLedger } from '../definition/define.ts'
import { satisfactionVote, tellers } from '../definition/verdicts.ts'
import { say } from '../say.ts'

/** 满意度测评: one secret vote on one subject, its rule frozen when it opens; tallies only. Practice of Zhenhai (2022): shares of all members, more than half. */
export const satisfactionTests = defineLedger({
  key: 'satisfaction-tests',
  label: say('满意度测评', 'Satisfaction votes'),
  system: 4,
  level: 'county',
  year: '@meetingOn',
  number: { format: '测评{year}-{seq:3}', per: ['year'] },
  fields: {
    subject: { kind: 'text', label: say('测评事项', 'Subject'), required: true, max: 200 },
    about: { kind: 'choice', label: say('测评对象', 'Kind of subject'), default: 'report', options: {
      report: say('专项工作报告', 'Work report'), opinion: say('审议意见办理', 'Handling of an opinion'), suggestion: say('建议办理', 'Handling of a suggestion'), inquiry: say('专题询问整改', 'Rectification after an inquiry'),
      project: say('民生实事项目', 'Livelihood project'), unit: say('部门工作', 'Work of a unit'),
    } },
    unit: { kind: 'office', of: 'unit', label: say('被测评单位', 'Unit') },
    meetingOn: { kind: 'date', label: say('会议日期', 'Meeting day') },
    electors: { kind: 'choice', label: say('测评人', 'Who votes'), default: 'members', options: { members: say('常委会组成人员', 'Committee members'), deputies: say('人大代表', 'Deputies'), joint: say('组成人员和代表', 'Members and deputies') } },
    base: { kind: 'choice', label: say('计算基数', 'Counted against'), default: 'all', options: { all: say('全体', 'All'), present: say('实到', 'Present'), valid: say('有效票', 'Valid votes') } },
    threshold: { kind: 'choice', label: say('通过线', 'Threshold'), default: 'half', options: { half: say('过半数', 'More than half'), twoThirds: say('超过三分之二', 'More than two thirds') } },
    ballot: { ...satisfactionVote, label: say('票数', 'Votes'), of: '@base', over: { by: '@threshold', is: { half: [1, 2], twoThirds: [2, 3] } } },
    tellers: { ...tellers, help: say('至少两人。', 'At least two.') },
    outcome: { kind: 'computed', label: say('结果', 'Outcome'), value: { as: 'ballot', of: 'ballot' } },
    share: { kind: 'computed', label: say('满意率', 'Share satisfied'), value: { as: 'share', of: 'ballot', option: 'satisfied' } },
    announcedOn: { kind: 'date', label: say('宣布日期', 'Announced on') },
    redo: { kind: 'text', label: say('整改情况', 'What was put right'), max: 5000 },
    previous: { kind: 'records', of: 'satisfaction-tests', max: 1, label: say('上一次测评', 'Previous vote') },
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    draft: { label: say('准备', 'Preparing'), phase: 'draft' }, open: { label: say('进行中', 'Open'), phase: 'open' }, counted: { label: say('已计票', 'Counted'), phase: 'open' },
    announced: { label: say('已宣布', 'Announced'), phase: 'done' }, failed: { label: say('限期整改', 'To be put right'), phase: 'open' }, retested: { label: say('已安排再次测评', 'Second vote arranged'), phase: 'done' },
    cancelled: { label: say('已取消', 'Cancelled'), phase: 'void' },
  },
  initial: 'draft',
  transitions: {
    open: { label: say('开始测评', 'Open the vote'), from: ['draft'], to: 'open', by: ['county'], asks: ['meetingOn'], numbers: true, opens: ['count'] },
    count: { label: say('录入票数', 'Enter the votes'), from: ['open'], to: 'counted', by: ['county'], asks: ['ballot', 'tellers'], inPerson: true, discharges: ['count'], opens: ['announce'] },
    recount: { label: say('重新计票', 'Count again'), from: ['counted'], to: 'open', by: ['county'], asks: ['reason'], sets: { ballot: { put: null }, tellers: { put: null } }, opens: ['count'] },
    announce: { label: say('宣布结果', 'Announce'), from: ['counted'], to: 'announced', by: ['county'], confirm: true, sets: { announcedOn: { stamp: 'today' } }, discharges: ['announce'],
      branches: [{ when: [{ field: 'outcome', is: 'dissatisfied' }], to: 'failed', opens: ['redo', 'retest'] }] },
    report: { label: say('报告整改情况', 'Report what was put right'), from: ['failed'], by: ['@unit', 'county'], asks: ['redo'], discharges: ['redo'] },
    retest: { label: say('安排再次测评', 'Arrange a second vote'), from: ['failed'], to: 'retested', by: ['county'], when: [{ duty: 'redo', open: false }], discharges: ['retest'],
      creates: [{ ledger: 'satisfaction-tests', fill: { subject: '@subject', about: '@about', unit: '@unit', electors: '@electors', base: '@base', threshold: '@threshold', previous: 'id' } }] },
    cancel: { label: say('取消这次测评', 'Cancel'), from: ['draft', 'open'], to: 'cancelled', by: ['county'], asks: ['reason'], confirm: true },
  },
  duties: {
    count: { label: say('录入票数', 'Enter the votes'), basis: say('本县设定：会议当日当场计票', 'set by the county: counted on the spot, the same day'), holder: ['county'], due: { on: '@meetingOn' }, during: ['open'], reminders: 'short' },
    announce: { label: say('宣布结果', 'Announce'), basis: say('本县设定：计票后一个工作日内宣布并告知被测评单位', 'set by the county: announced within one working day of the count'), holder: ['county'], due: { workdays: 1 }, during: ['counted'], reminders: 'short' },
    redo: { label: say('限期整改并报告', 'Put it right and report'), basis: say('本县设定：测评不满意的，两个月内重新办理并报告', 'set by the county: two months after a dissatisfied vote'), holder: ['@unit'], due: { months: 2 }, during: ['failed'] },
    retest: { label: say('安排再次测评', 'Arrange a second vote'), basis: say('本县设定：整改报告后再次测评，最迟三个月', 'set by the county: a second vote, within three months'), holder: ['county'], due: { months: 3 }, during: ['failed'] },
  },
  may: {
    create: ['county'],
    read: ['county', { who: ['@unit', 'anyTownship'], in: ['announced', 'failed', 'retested'] }],
    edit: [{ who: ['county'], in: ['draft'] }],
  },
  list: { columns: ['number', 'subject', 'meetingOn', 'unit', 'outcome', 'share', 'state', 'dueOn'], filters: ['unit', 'about', 'electors', 'outcome', 'state', 'year'], search: ['subject'] },
  report: { duty: 'redo', by: ['about', 'unit'], counts: ['outcome'], rates: {
    pleased: { label: say('满意和基本满意率', 'Satisfied or basically'), of: [{ field: 'outcome', is: ['satisfied', 'basically'] }], over: [{ field: 'outcome', filled: true }] },
    satisfied: { label: say('满意率', 'Satisfied'), of: [{ field: 'outcome', is: 'satisfied' }], over: [{ field: 'outcome', filled: true }] },
  } },
  import: { lands: [{ when: [{ field: 'announcedOn', filled: true }], in: 'announced' }, { when: [], in: 'draft' }] },
})
