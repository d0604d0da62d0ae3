import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { eachItsOwn } from '../definition/returns.ts'
import { say } from '../say.ts'
import { severities } from './inspection-findings.ts'
import { sheetPapers } from './papers/inspections.ts'

const openGrave = (count: 'some' | 'none') => ({
  children: 'inspection-findings',
  in: ['open', 'answered'],
  count,
  where: [{ field: 'severity', is: 'grave' }],
})

/** 检查记录表: what one township found. “Nothing found” (零报告) is an answer, silence is not. 地方组织法 (2022) art 19: the presidium inspects too. */
export const inspectionSheets = defineLedger({
  key: 'inspection-sheets',
  label: say('检查记录表', 'Inspection sheets'),
  system: 5,
  level: 'township',
  part: true,
  spoken: { measure: '份', title: true },
  fields: {
    law: { kind: 'text', label: say('检查的法律', 'Law'), required: true, max: 200 },
    articles: { kind: 'names', label: say('重点条款', 'Articles') },
    organ: { kind: 'office', of: 'unit', label: say('主管部门', 'Department in charge') },
    sheetBy: { kind: 'date', label: say('上报期限', 'Due') },
    sites: { kind: 'number', label: say('检查点数', 'Sites'), min: 0, max: 999 },
    places: {
      kind: 'text',
      label: say('检查地点', 'Places'),
      max: 1000,
      help: say('零报告也要写明看了哪些地方。', 'Name them also when nothing was found.'),
    },
    none: { kind: 'yesno', label: say('零报告', 'Nothing found') },
    findings: {
      kind: 'items',
      label: say('发现的问题', 'Findings'),
      shownWhen: [{ field: 'none', not: true }],
      columns: {
        problem: { kind: 'text', label: say('问题', 'Problem'), required: true, max: 1000 },
        article: { kind: 'text', label: say('涉及条款', 'Article'), max: 60 },
        severity: { kind: 'choice', label: say('程度', 'Severity'), required: true, options: severities },
        unit: { kind: 'office', of: 'unit', label: say('责任单位', 'Unit'), required: true },
      },
    },
    found: { kind: 'computed', label: say('问题数', 'Found'), value: { as: 'count', of: 'findings' } },
    photos: { kind: 'files', label: say('照片', 'Photographs'), max: 20 },
    files: attachments,
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    open: { label: say('待上报', 'Open'), phase: 'open' },
    sent: { label: say('已上报', 'Sent'), phase: 'done' },
    grave: { label: say('严重问题待整改', 'Sent, a grave finding open'), phase: 'open' },
    missed: { label: say('未上报', 'Never sent'), phase: 'void' },
  },
  initial: 'open',
  begins: say('下发', 'sent out'),
  born: { opens: ['send'] },
  attachments: 'files',
  transitions: {
    send: {
      label: say('上报记录表', 'Send the sheet'),
      says: say('把{this}的检查记录表上报县人大办汇总。', 'Hands in the sheet of {this}.'),
      from: ['open'],
      to: 'sent',
      by: ['township'],
      asks: ['sites?', 'places?', 'none?', 'findings?', 'photos?'],
      discharges: ['send'],
      when: [
        {
          any: [
            { field: 'none', is: true },
            { field: 'found', above: 0 },
          ],
        },
        {
          any: [
            { field: 'none', not: true },
            { field: 'found', atMost: 0 },
          ],
        },
      ],
      creates: [
        {
          ledger: 'inspection-findings',
          for: '@findings',
          fill: {
            problem: 'each.problem',
            article: 'each.article',
            severity: 'each.severity',
            unit: 'each.unit',
            law: '@law',
            organ: '@organ',
          },
        },
      ],
    },
    // What is grave keeps the sheet, and through it the inspection, from being closed.
    hold: {
      label: say('尚有严重问题没有整改', 'A grave finding is open'),
      from: ['sent'],
      to: 'grave',
      by: ['system'],
      when: [openGrave('some')],
    },
    release: {
      label: say('严重问题已经整改', 'No grave finding is open'),
      from: ['grave'],
      to: 'sent',
      by: ['system'],
      when: [openGrave('none')],
    },
    sendBack: {
      label: say('退回补充', 'Send back'),
      says: say('把{this}退回乡镇补充。', 'Sends {this} back to be completed.'),
      from: ['sent', 'grave'],
      to: 'open',
      by: ['county'],
      asks: ['reason'],
      opens: ['send'],
    },
    follow: {
      label: say('检查已经结束，没有上报', 'The inspection ended without this sheet'),
      from: ['open'],
      to: 'missed',
      by: ['system'],
      when: [{ parent: ['closed'] }],
    },
  },
  duties: {
    send: {
      label: say('上报检查情况', 'Send the sheet'),
      basis: say(
        '按检查方案的期限；没有写明的，本县设定十个工作日；没有发现问题也要零报告',
        'on the day of the plan, else ten working days, set by the county; “nothing found” is sent too',
      ),
      holder: ['township'],
      stays: eachItsOwn,
      due: { first: [{ on: '@sheetBy' }, { workdays: 10 }], follows: true },
      during: ['open'],
    },
  },
  may: {
    create: [],
    read: ['county', 'township', { who: ['@organ'], in: ['sent', 'grave'] }],
    edit: [{ who: ['township'], in: ['open'], fields: ['sites', 'places', 'none', 'findings', 'photos'] }],
  },
  list: {
    columns: ['law', 'township', 'sites', 'found', 'state', 'dueOn'],
    filters: ['township', 'state', 'year'],
    search: ['law'],
  },
  report: {
    duty: 'send',
    by: ['township'],
    sums: ['sites', 'found'],
    rates: {
      nothing: {
        label: say('零报告占比', 'Nothing found'),
        of: [{ field: 'none', is: true }],
        over: [
          {
            any: [
              { field: 'none', is: true },
              { field: 'found', above: 0 },
            ],
          },
        ],
      },
    },
  },
  papers: sheetPapers,
})
