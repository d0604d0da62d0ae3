import { defineLedger } from '../definition/define.ts'
import { attachments } from '../definition/papers.ts'
import { say } from '../say.ts'

/**
 * 制度汇编: the rules that the congress office works by, made, changed and repealed together (立改废并举); each is looked at again after three years. What is being
 * revised stays in force until its successor is adopted, and is then replaced by it.
 */
export const rules = defineLedger({
  key: 'rules',
  label: say('规章制度', 'Rules'),
  system: 16,
  place: 1,
  level: 'county',
  number: { format: '制度{year}-{seq:2}', per: ['year'] },
  bounds: [{ field: 'inForceOn', atLeast: '@adoptedOn' }],
  fields: {
    title: { kind: 'text', label: say('制度名称', 'Title'), required: true, max: 200 },
    part: {
      kind: 'choice',
      label: say('编目', 'Section'),
      required: true,
      options: {
        procedure: say('议事', 'Procedure'),
        meetings: say('会议', 'Meetings'),
        election: say('选举与宣誓', 'Election and oath'),
        reports: say('报告与评议', 'Reports and appraisal'),
        other: say('其他', 'Other'),
      },
    },
    text: { kind: 'text', label: say('正文', 'Text'), max: 20000 },
    previous: { kind: 'records', of: 'rules', max: 1, label: say('修订自', 'Revision of') },
    adoptedBy: { kind: 'text', label: say('通过机关', 'Adopted by'), max: 100 },
    fileNo: { kind: 'text', label: say('文号', 'File number'), max: 60 },
    adoptedOn: { kind: 'date', past: true, label: say('通过日期', 'Adopted on') },
    inForceOn: { kind: 'date', label: say('施行日期', 'In force from') },
    reviewedOn: { kind: 'date', past: true, label: say('最近清理日期', 'Last reviewed on') },
    files: attachments,
    comment: { kind: 'text', only: 'event', label: say('意见', 'Comment'), max: 5000 },
    keep: { kind: 'yesno', only: 'event', label: say('继续有效，无需修订', 'Stays in force unchanged') },
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    draft: { label: say('草案', 'Draft'), phase: 'draft' },
    comments: { label: say('征求意见', 'Open for comment'), phase: 'open' },
    inForce: { label: say('现行有效', 'In force'), phase: 'done' },
    revising: { label: say('修订中（仍有效）', 'In force, being revised'), phase: 'open' },
    replaced: { label: say('已被新版取代', 'Replaced'), phase: 'done' },
    repealed: { label: say('已废止', 'Repealed'), phase: 'done' },
    dropped: { label: say('不再制定', 'Dropped'), phase: 'void' },
  },
  initial: 'draft',
  papers: 'files',
  transitions: {
    consult: {
      label: say('征求意见', 'Invite comments'),
      from: ['draft'],
      to: 'comments',
      by: ['county'],
      asks: ['text'],
    },
    comment: {
      label: say('提出意见', 'Comment'),
      from: ['comments'],
      by: ['anyTownship', 'county'],
      asks: ['comment'],
    },
    adopt: {
      label: say('通过', 'Adopt'),
      from: ['draft', 'comments'],
      to: 'inForce',
      by: ['county'],
      asks: ['adoptedBy', 'adoptedOn', 'inForceOn?', 'fileNo?', 'files?'],
      numbers: true,
      opens: ['review'],
    },
    review: {
      label: say('清理评估', 'Review'),
      from: ['inForce'],
      to: 'revising',
      by: ['county'],
      asks: ['keep', 'reason?'],
      sets: { reviewedOn: { stamp: 'today' } },
      discharges: ['review'],
      opens: ['revise'],
      branches: [{ when: [{ field: 'keep', is: true }], opens: ['review'], to: 'inForce' }],
    },
    revise: {
      label: say('起草修订稿', 'Draft the revision'),
      from: ['inForce', 'revising'],
      to: 'revising',
      by: ['county'],
      when: [{ children: 'rules', in: ['draft', 'comments', 'dropped'], count: 'none' }],
      discharges: ['review'],
      opens: [{ duty: 'revise', when: [{ duty: 'revise', open: false }] }],
      creates: [{ ledger: 'rules', fill: { title: '@title', part: '@part', text: '@text', previous: 'id' } }],
    },
    replace: {
      label: say('由新版取代', 'Replaced by the revision'),
      from: ['revising'],
      to: 'replaced',
      by: ['system'],
      when: [{ children: 'rules', in: ['inForce'], count: 'some' }],
      discharges: ['revise'],
    },
    retain: {
      label: say('不再修订，继续有效', 'Keep unchanged'),
      from: ['revising'],
      to: 'inForce',
      by: ['county'],
      asks: ['reason'],
      when: [{ children: 'rules', in: ['draft', 'comments'], count: 'none' }],
      sets: { reviewedOn: { stamp: 'today' } },
      opens: ['review'],
    },
    repeal: {
      label: say('废止', 'Repeal'),
      from: ['inForce', 'revising'],
      to: 'repealed',
      by: ['county'],
      asks: ['reason'],
      confirm: true,
    },
    resume: { label: say('重新起草', 'Resume drafting'), from: ['dropped'], to: 'draft', by: ['county'] },
    drop: {
      label: say('不再制定', 'Drop the draft'),
      from: ['draft', 'comments'],
      to: 'dropped',
      by: ['county'],
      asks: ['reason'],
      confirm: true,
    },
  },
  duties: {
    review: {
      label: say('清理评估', 'Review'),
      basis: say(
        '本县设定：通过或上次清理满三年清理一次',
        'set by the county: three years after adoption or the last review',
      ),
      holder: ['county'],
      due: {
        first: [
          { months: 36, after: '@reviewedOn' },
          { months: 36, after: '@adoptedOn' },
        ],
      },
      during: ['inForce'],
    },
    revise: {
      label: say('完成修订或废止', 'Revise or repeal'),
      basis: say(
        '本县设定：认定需要修订的，六个月内修订或废止',
        'set by the county: six months once revision is found necessary',
      ),
      holder: ['county'],
      due: { months: 6 },
      during: ['revising'],
    },
  },
  may: {
    create: ['county'],
    read: [
      'county',
      { who: ['anyTownship'], in: ['comments', 'inForce', 'revising', 'replaced', 'repealed'] },
      { who: ['anyDeputy', 'anyUnit'], in: ['inForce', 'revising'] },
    ],
    edit: [{ who: ['county'], in: ['draft', 'comments'], fields: ['title', 'part', 'text', 'previous', 'files'] }],
  },
  list: {
    columns: ['number', 'title', 'part', 'fileNo', 'adoptedOn', 'inForceOn', 'state', 'dueOn'],
    filters: ['part', 'state', 'year'],
    search: ['title', 'text'],
  },
  report: { duty: 'review', by: ['part'], counts: ['part'] },
  import: {
    lands: [
      { when: [{ field: 'adoptedOn', filled: true }], in: 'inForce' },
      { when: [], in: 'draft' },
    ],
  },
})
