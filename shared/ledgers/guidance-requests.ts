import { defineLedger } from '../define.ts'
import { say } from '../say.ts'

/** 请示答复: a township asks, the county answers in ten working days, and a good answer becomes guidance for all. 浙江乡镇人大 2016 art 5: contact, guidance, supervision. */
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
    urgency: { kind: 'choice', label: say('缓急', 'Urgency'), default: 'normal', options: { normal: say('一般', 'Normal'), urgent: say('急', 'Urgent') } },
    committee: { kind: 'choice', label: say('承办委室', 'Committee'), options: { office: say('办公室', 'Office'), deputies: say('代表工委', 'Deputy affairs'), finance: say('财经工委', 'Finance'), law: say('监察法制工委', 'Law'), social: say('社会建设工委', 'Social affairs'), environment: say('环资城建工委', 'Environment'), personnel: say('人事任免工委', 'Personnel') } },
    reply: { kind: 'text', label: say('答复', 'Reply'), max: 10000 },
    approver: { kind: 'text', label: say('审签人', 'Approved by'), max: 60 },
    repliedOn: { kind: 'date', label: say('答复日期', 'Replied on') },
    guidance: { kind: 'yesno', label: say('作为业务指导公开', 'Published as guidance') },
    rounds: { kind: 'number', label: say('追问次数', 'Asked again'), default: 0 },
    files: { kind: 'files', label: say('附件', 'Attachments'), max: 20 },
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
    note: { kind: 'text', only: 'event', label: say('说明', 'Note') },
  },
  states: {
    draft: { label: say('草稿', 'Draft'), phase: 'draft' }, asked: { label: say('待分办', 'Asked'), phase: 'open' }, withCommittee: { label: say('委室办理', 'With a committee'), phase: 'open' }, drafted: { label: say('待审签', 'Drafted'), phase: 'open' }, replied: { label: say('已答复', 'Replied'), phase: 'open' },
    closed: { label: say('已办结', 'Closed'), phase: 'done' }, guidance: { label: say('业务指导', 'Guidance'), phase: 'done' }, withdrawn: { label: say('已撤回', 'Withdrawn'), phase: 'void' },
  },
  initial: 'draft',
  transitions: {
    ask: { label: say('提交请示', 'Ask'), from: ['draft'], to: 'asked', by: ['township'], numbers: true, opens: ['route'] },
    route: { label: say('分办', 'Route'), from: ['asked'], to: 'withCommittee', by: ['county'], asks: ['committee'], discharges: ['route'], opens: [{ duty: 'draft', when: [{ field: 'urgency', is: 'normal' }] }, { duty: 'urgent', when: [{ field: 'urgency', is: 'urgent' }] }] },
    draftReply: { label: say('拟稿', 'Draft the reply'), from: ['withCommittee'], to: 'drafted', by: ['county'], asks: ['reply'], opens: ['approve'] },
    sendBack: { label: say('退回重拟', 'Send back'), from: ['drafted'], to: 'withCommittee', by: ['county'], asks: ['reason'], discharges: ['approve'] },
    approve: { label: say('审签答复', 'Approve and reply'), from: ['drafted'], to: 'replied', by: ['county'], asks: ['approver'], sets: { repliedOn: { stamp: 'today' } }, discharges: ['draft', 'urgent', 'approve'], opens: ['confirm'] },
    confirm: { label: say('确认收到', 'Confirm'), from: ['replied'], to: 'closed', by: ['township'], asks: ['note?'], discharges: ['confirm'] },
    askAgain: { label: say('继续请示', 'Ask again'), from: ['replied'], to: 'withCommittee', by: ['township'], asks: ['note'], sets: { rounds: { add: 1 } }, discharges: ['confirm'], opens: ['draft'] },
    publish: { label: say('作为指导公开', 'Publish as guidance'), from: ['closed'], to: 'guidance', by: ['county'], sets: { guidance: { put: true } } },
    withdraw: { label: say('撤回', 'Withdraw'), from: ['asked', 'withCommittee'], to: 'withdrawn', by: ['township'], asks: ['reason'], confirm: true },
  },
  duties: {
    route: { label: say('分办', 'Route'), basis: say('收到请示一个工作日内', 'one working day after it comes'), holder: ['county'], due: { workdays: 1 }, during: ['asked'] },
    draft: { label: say('答复请示', 'Reply'), basis: say('十个工作日内答复', 'ten working days'), holder: ['county'], due: { workdays: 10 }, during: ['withCommittee', 'drafted'] },
    urgent: { label: say('答复急件', 'Reply to what is urgent'), basis: say('急件三个工作日内答复', 'three working days when urgent'), holder: ['county'], due: { workdays: 3 }, during: ['withCommittee', 'drafted'] },
    approve: { label: say('审签', 'Approve'), basis: say('拟稿后两个工作日内审签', 'two working days after the draft'), holder: ['county'], due: { workdays: 2 }, during: ['drafted'] },
    confirm: { label: say('确认或追问', 'Confirm or ask again'), basis: say('收到答复后十个工作日内', 'ten working days after the reply'), holder: ['township'], due: { workdays: 10 }, during: ['replied'] },
  },
  may: { create: ['anyTownship', 'county'], read: ['county', 'township', { who: ['anyTownship'], in: ['guidance'] }], edit: [{ who: ['township'], in: ['draft'], fields: ['matter', 'question', 'urgency', 'files'] }, { who: ['county'], in: ['drafted'], fields: ['reply'] }] },
  list: { columns: ['number', 'matter', 'township', 'urgency', 'committee', 'repliedOn', 'state', 'dueOn'], filters: ['township', 'urgency', 'committee', 'state', 'year'], search: ['matter', 'question', 'reply'] },
  report: { duty: 'draft', by: ['township', 'committee'], counts: ['urgency'] },
  import: { lands: [{ when: [{ field: 'reply', filled: true }], in: 'closed' }, { when: [], in: 'draft' }] },
})
