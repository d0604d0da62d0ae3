import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { whoRaisedIt } from '../definition/returns.ts'
import { say } from '../say.ts'
import { guidancePapers } from './papers/office.ts'

/**
 * 请示答复: a township asks, the county answers in ten working days, and a good answer becomes guidance for all. 浙江乡镇人大 2016 art 5: contact, guidance, supervision. The
 * township reads the reply once it is approved, never the draft; what is published goes to every township without the talk about it.
 */
export const guidanceRequests = defineLedger({
  key: 'guidance-requests',
  label: say('请示答复', 'Guidance requests'),
  system: 17,
  place: 1,
  level: 'township',
  number: { format: '请示{year}-{seq:3}', per: ['year'] },
  fields: {
    matter: { kind: 'text', label: say('请示事项', 'Matter'), required: true, max: 200 },
    question: { kind: 'text', label: say('请示内容', 'Question'), required: true, max: 5000 },
    urgency: {
      kind: 'choice',
      label: say('缓急', 'Urgency'),
      default: 'normal',
      options: { normal: say('一般', 'Normal'), urgent: say('急', 'Urgent') },
    },
    committee: {
      kind: 'choice',
      label: say('承办委室', 'Committee'),
      options: {
        office: say('办公室', 'Office'),
        deputies: say('代表工委', 'Deputy affairs'),
        finance: say('财经工委', 'Finance'),
        law: say('监察法制工委', 'Law'),
        social: say('社会建设工委', 'Social affairs'),
        environment: say('环资城建工委', 'Environment'),
        personnel: say('人事任免工委', 'Personnel'),
      },
    },
    proposed: { kind: 'text', label: say('拟答复', 'Drafted reply'), max: 10000, seenBy: ['county'] },
    reply: { kind: 'text', label: say('答复', 'Reply'), max: 10000 },
    approver: { kind: 'text', label: say('审签人', 'Approved by'), max: 60 },
    repliedOn: { kind: 'date', past: true, label: say('答复日期', 'Replied on') },
    guidance: { kind: 'yesno', label: say('已作业务指导公开', 'Published as guidance') },
    rounds: { kind: 'number', label: say('追问次数', 'Follow-up questions'), default: 0 },
    files: attachments,
    papers: { ...attachments, label: say('办理材料', 'Papers of its handling'), seenBy: ['county', 'township'] },
    drafts: { ...attachments, label: say('拟稿附件', 'Attachments of the draft'), seenBy: ['county'] },
    remark: { kind: 'text', only: 'event', label: say('审稿意见', 'Comment on the draft'), seenBy: ['county'] },
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason'), seenBy: ['county', 'township'] },
    note: { kind: 'text', only: 'event', label: say('说明', 'Note'), seenBy: ['county', 'township'] },
  },
  states: {
    draft: { label: say('草稿', 'Draft'), phase: 'draft' },
    asked: { label: say('待分办', 'Awaiting routing'), phase: 'open' },
    withCommittee: { label: say('委室办理', 'With a committee'), phase: 'open' },
    drafted: { label: say('待审签', 'Awaiting approval'), phase: 'open' },
    replied: { label: say('已答复', 'Replied'), phase: 'open' },
    closed: { label: say('已办结', 'Closed'), phase: 'done' },
    guidance: { label: say('业务指导', 'Guidance'), phase: 'done' },
    withdrawn: { label: say('已撤回', 'Withdrawn'), phase: 'void' },
  },
  initial: 'draft',
  attachments: 'papers',
  transitions: {
    ask: {
      label: say('提交请示', 'Submit the request'),
      from: ['draft'],
      to: 'asked',
      by: ['township'],
      numbers: true,
      opens: ['route'],
    },
    route: {
      label: say('分送委室', 'Send to a committee'),
      from: ['asked'],
      to: 'withCommittee',
      by: ['county'],
      asks: ['committee'],
      discharges: ['route'],
      opens: [
        { duty: 'draft', when: [{ field: 'urgency', is: 'normal' }] },
        { duty: 'urgent', when: [{ field: 'urgency', is: 'urgent' }] },
      ],
    },
    draftReply: {
      label: say('拟答复稿', 'Draft the reply'),
      from: ['withCommittee'],
      to: 'drafted',
      by: ['county'],
      asks: ['proposed', 'drafts?'],
      opens: ['approve'],
    },
    sendBack: {
      label: say('退回重拟', 'Return for redrafting'),
      from: ['drafted'],
      to: 'withCommittee',
      by: ['county'],
      asks: ['remark', 'drafts?'],
    },
    approve: {
      label: say('审签答复', 'Approve and reply'),
      from: ['drafted'],
      to: 'replied',
      by: ['county'],
      asks: ['approver'],
      sets: { reply: { copy: '@proposed' }, repliedOn: { stamp: 'today' } },
      discharges: ['draft', 'urgent', 'approve'],
      opens: ['confirm'],
    },
    confirm: {
      label: say('确认收到', 'Confirm receipt'),
      from: ['replied'],
      to: 'closed',
      by: ['township'],
      asks: ['note?'],
      discharges: ['confirm'],
    },
    askAgain: {
      label: say('继续请示', 'Ask a follow-up'),
      from: ['replied'],
      to: 'withCommittee',
      by: ['township'],
      asks: ['note'],
      sets: { rounds: { add: 1 } },
      discharges: ['confirm'],
      opens: [
        { duty: 'draft', when: [{ field: 'urgency', is: 'normal' }] },
        { duty: 'urgent', when: [{ field: 'urgency', is: 'urgent' }] },
      ],
    },
    publish: {
      label: say('作为业务指导公开', 'Publish as guidance'),
      from: ['closed'],
      to: 'guidance',
      by: ['county'],
      sets: { guidance: { put: true } },
    },
    withdraw: {
      label: say('撤回请示', 'Withdraw the request'),
      from: ['asked', 'withCommittee'],
      to: 'withdrawn',
      by: ['township'],
      asks: ['reason'],
      confirm: true,
    },
  },
  duties: {
    route: {
      label: say('分送委室', 'Send to a committee'),
      basis: say('本县设定：收到请示一个工作日内', 'set by the county: one working day after it comes'),
      holder: ['county'],
      due: { workdays: 1 },
      during: ['asked'],
    },
    draft: {
      label: say('答复请示', 'Reply'),
      basis: say('本县设定：十个工作日内答复', 'set by the county: ten working days'),
      holder: ['county'],
      due: { workdays: 10 },
      during: ['withCommittee', 'drafted'],
    },
    urgent: {
      label: say('答复急件', 'Reply to an urgent request'),
      basis: say('本县设定：急件三个工作日内答复', 'set by the county: three working days when urgent'),
      holder: ['county'],
      due: { workdays: 3 },
      during: ['withCommittee', 'drafted'],
    },
    approve: {
      label: say('审签答复', 'Approve the reply'),
      basis: say('本县设定：拟稿后两个工作日内审签', 'set by the county: two working days after the draft'),
      holder: ['county'],
      due: { workdays: 2 },
      during: ['drafted'],
    },
    confirm: {
      label: say('确认或追问', 'Confirm or ask a follow-up'),
      basis: say('本县设定：收到答复后十个工作日内', 'set by the county: ten working days after the reply'),
      holder: ['township'],
      stays: whoRaisedIt,
      due: { workdays: 10 },
      during: ['replied'],
    },
  },
  may: {
    create: ['anyTownship', 'county'],
    read: ['county', 'township', { who: ['anyTownship'], in: ['guidance'] }],
    edit: [
      { who: ['township'], in: ['draft'], fields: ['matter', 'question', 'urgency', 'files'] },
      { who: ['county'], in: ['drafted'], fields: ['proposed'] },
    ],
  },
  list: {
    columns: ['number', 'matter', 'township', 'urgency', 'committee', 'repliedOn', 'state', 'dueOn'],
    filters: ['township', 'urgency', 'committee', 'state', 'year'],
    search: ['matter', 'question', 'reply'],
  },
  report: {
    duty: 'draft',
    by: ['township', 'committee'],
    counts: ['urgency'],
    sums: ['rounds'],
    rates: {
      replied: {
        label: say('答复率', 'Replied'),
        of: [{ field: 'repliedOn', filled: true }],
        over: [{ field: 'matter', filled: true }],
      },
      guidance: {
        label: say('转为业务指导', 'Became guidance'),
        of: [{ field: 'guidance', is: true }],
        over: [{ field: 'repliedOn', filled: true }],
      },
    },
  },
  import: {
    lands: [
      { when: [{ field: 'reply', filled: true }], in: 'closed' },
      { when: [], in: 'draft' },
    ],
  },
  papers: guidancePapers,
})
