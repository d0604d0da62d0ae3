import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { say } from '../say.ts'
import { rulePapers } from './papers/office.ts'

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
  spoken: { measure: '项', title: true, self: '这项制度' },
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
    comments: { label: say('征求意见', 'Open for comment'), phase: 'open', pile: say('待审议通过', 'To be adopted') },
    adopted: { label: say('已通过，待施行', 'Adopted, not yet in force'), phase: 'open' },
    inForce: { label: say('现行有效', 'In force'), phase: 'done' },
    revising: {
      label: say('修订中（仍有效）', 'In force, being revised'),
      phase: 'open',
      pile: say('待定是否修订', 'Whether to revise'),
    },
    replaced: { label: say('已被新版取代', 'Replaced'), phase: 'done' },
    repealed: { label: say('已废止', 'Repealed'), phase: 'done' },
    dropped: { label: say('不再制定', 'Dropped'), phase: 'void' },
  },
  initial: 'draft',
  begins: say('起草', 'drafted'),
  born: { opens: ['write'] },
  attachments: 'files',
  transitions: {
    consult: {
      label: say('征求意见', 'Invite comments'),
      says: say('把{this}发给各乡镇和单位征求意见。', 'Sends {this} out for comments.'),
      from: ['draft'],
      to: 'comments',
      by: ['county'],
      asks: ['text'],
    },
    comment: {
      label: say('提出意见', 'Comment'),
      says: say('对{this}提出修改意见。', 'Comments on {this}.'),
      from: ['comments'],
      by: ['anyTownship', 'county'],
      asks: ['comment'],
    },
    adopt: {
      label: say('通过', 'Adopt'),
      says: say(
        '登记{this}通过：到了施行日期的即行生效，没有到的到期施行。',
        'Enters that {this} was adopted; it is in force from its day.',
      ),
      from: ['draft', 'comments'],
      to: 'inForce',
      by: ['county'],
      asks: ['adoptedBy', 'adoptedOn', 'inForceOn?', 'fileNo?', 'files?'],
      numbers: true,
      discharges: ['write'],
      opens: ['review'],
      branches: [
        {
          when: [{ field: 'inForceOn', reached: false }],
          says: say(
            '登记{this}通过，自{@inForceOn}起施行。',
            'Enters that {this} was adopted, in force from {@inForceOn}.',
          ),
          to: 'adopted',
          opens: ['begin'],
        },
      ],
    },
    // What it revises stays in force until this day.
    takeForce: {
      label: say('已到施行日期，开始施行', 'It has taken force'),
      from: ['adopted'],
      to: 'inForce',
      by: ['system'],
      when: [{ field: 'inForceOn', reached: true }],
      discharges: ['begin'],
      opens: ['review'],
    },
    reschedule: {
      label: say('调整施行日期', 'Move the day'),
      says: say('把{this}改到{@inForceOn}起施行。', 'Moves {this} to {@inForceOn}.'),
      from: ['adopted'],
      by: ['county'],
      asks: ['inForceOn', 'reason'],
    },
    review: {
      label: say('清理评估', 'Review'),
      says: say(
        '登记{this}的评估意见：继续有效，或者着手修订。',
        'Enters the review of {this}: it stays, or is revised.',
      ),
      from: ['inForce'],
      to: 'revising',
      by: ['county'],
      asks: ['keep', 'reason?'],
      sets: { reviewedOn: { stamp: 'today' } },
      discharges: ['review'],
      opens: ['revise'],
      branches: [
        {
          when: [{ field: 'keep', is: true }],
          says: say('登记{this}的评估意见，继续有效。', 'Enters the review of {this}, which stays.'),
          opens: ['review'],
          to: 'inForce',
        },
      ],
    },
    revise: {
      label: say('起草修订稿', 'Draft the revision'),
      says: say(
        '起草{this}的修订稿，修订稿施行前仍按原制度执行。',
        'Drafts a revision of {this}, which stays in force until then.',
      ),
      from: ['inForce', 'revising'],
      to: 'revising',
      by: ['county'],
      when: [
        {
          children: 'rules',
          in: ['draft', 'comments', 'adopted', 'dropped'],
          count: 'none',
          why: say('已经有修订稿，请在修订稿上办理。', 'There is a revision already; go on with that.'),
        },
      ],
      discharges: ['review'],
      opens: [{ duty: 'revise', when: [{ duty: 'revise', open: false }] }],
      creates: [{ ledger: 'rules', fill: { title: '@title', part: '@part', text: '@text', previous: 'id' } }],
    },
    replace: {
      label: say('已由新版取代', 'The revision replaced it'),
      from: ['revising'],
      to: 'replaced',
      by: ['system'],
      when: [{ children: 'rules', in: ['inForce'], count: 'some' }],
      discharges: ['revise'],
    },
    retain: {
      label: say('停止修订', 'Keep unchanged'),
      says: say('停止修订{this}，原制度继续有效。', 'Ends the revision of {this}, which stays in force.'),
      from: ['revising'],
      to: 'inForce',
      by: ['county'],
      asks: ['reason'],
      when: [
        {
          children: 'rules',
          in: ['draft', 'comments', 'adopted'],
          count: 'none',
          why: say('修订稿还在办理，请先不再制定修订稿。', 'The revision is under way; drop it first.'),
        },
      ],
      sets: { reviewedOn: { stamp: 'today' } },
      opens: ['review'],
    },
    repeal: {
      label: say('废止', 'Repeal'),
      says: say('废止{this}，不再施行。', 'Repeals {this}.'),
      from: ['inForce', 'revising'],
      to: 'repealed',
      by: ['county'],
      asks: ['reason'],
      confirm: true,
    },
    resume: {
      label: say('重新起草', 'Resume drafting'),
      says: say('重新起草{this}。', 'Takes up the draft of {this} again.'),
      from: ['dropped'],
      to: 'draft',
      by: ['county'],
      opens: ['write'],
    },
    drop: {
      label: say('不再制定', 'Drop the draft'),
      says: say('不再制定{this}。', 'Drops the draft of {this}.'),
      from: ['draft', 'comments'],
      to: 'dropped',
      by: ['county'],
      asks: ['reason'],
      confirm: true,
    },
  },
  duties: {
    begin: {
      label: say('公布制度', 'Make it known before it takes force'),
      basis: say('按公布的施行日期；到期自动转为现行有效', 'on the day announced, when it takes force by itself'),
      holder: ['county'],
      due: { on: '@inForceOn' },
      during: ['adopted'],
      reminders: 'none',
    },
    write: {
      label: say('完成起草', 'Finish the draft'),
      basis: say('本县设定：六个月内提请通过或不再制定', 'set by the county: adopted or dropped within six months'),
      holder: ['county'],
      due: { months: 6 },
      during: ['draft', 'comments'],
    },
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
      { who: ['anyTownship'], in: ['comments', 'adopted', 'inForce', 'revising', 'replaced', 'repealed'] },
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
  papers: rulePapers,
})
