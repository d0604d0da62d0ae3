import { defineLedger } from '../define.ts'
import { say } from '../say.ts'
import { satisfaction } from '../verdicts.ts'

/** 社情民意: what people bring to a station, a diary or an activity, routed township → county → suggestion. Lengths after Qingdao 2021 art 32 (one month) and station rules. */
export const publicOpinions = defineLedger({
  key: 'public-opinions',
  label: say('社情民意', 'Public opinions'),
  system: 13,
  place: 2,
  level: 'both',
  number: { format: '民意{year}-{seq:4}', per: ['year'] },
  fields: {
    matter: { kind: 'text', label: say('反映事项', 'Matter'), required: true, max: 200 },
    source: { kind: 'choice', label: say('来源', 'Source'), default: 'visit', options: { visit: say('接待来访', 'Reception'), code: say('扫码', 'QR code'), online: say('网上', 'Online'), diary: say('民情日记', 'Diary'), activity: say('代表活动', 'Activity'), other: say('其他', 'Other') } },
    category: { kind: 'choice', label: say('类别', 'Category'), options: { roads: say('道路交通', 'Roads'), water: say('水利环境', 'Water and environment'), living: say('民生保障', 'Welfare'), farming: say('农业农村', 'Farming'), building: say('城镇建设', 'Building'), education: say('教育卫生', 'Education and health'), other: say('其他', 'Other') } },
    place: { kind: 'text', label: say('地点', 'Place'), max: 100 },
    receivedOn: { kind: 'date', label: say('收到日期', 'Received on') },
    deputy: { kind: 'deputies', max: 3, label: say('接待代表', 'Deputy') },
    visitor: { kind: 'text', label: say('反映人', 'Who brought it'), max: 60, seenBy: ['owner', '@deputy'] },
    phone: { kind: 'text', label: say('联系电话', 'Telephone'), max: 40, seenBy: ['owner', '@deputy'] },
    unit: { kind: 'office', of: 'unit', label: say('办理单位', 'Unit') },
    reply: { kind: 'text', label: say('办理情况', 'What was done'), max: 5000 },
    rating: { kind: 'choice', label: say('群众评价', 'Rating'), options: satisfaction },
    answeredOn: { kind: 'date', label: say('答复日期', 'Answered on') },
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
    note: { kind: 'text', only: 'event', label: say('说明', 'Note') },
  },
  states: {
    received: { label: say('待分流', 'Received'), phase: 'open' }, township: { label: say('乡镇办理', 'With the township'), phase: 'open' }, county: { label: say('县级分流', 'With the county'), phase: 'open' }, unit: { label: say('部门办理', 'With a unit'), phase: 'open' }, replied: { label: say('待反馈', 'Replied'), phase: 'open' },
    answered: { label: say('当场答复', 'Answered on the spot'), phase: 'done' }, closed: { label: say('已办结', 'Closed'), phase: 'done' }, raised: { label: say('已转建议', 'Became a suggestion'), phase: 'done' }, notAccepted: { label: say('不予受理', 'Not accepted'), phase: 'void' },
  },
  initial: 'received',
  born: { numbers: true, opens: ['route'] },
  transitions: {
    answer: { label: say('当场答复', 'Answer on the spot'), from: ['received'], to: 'answered', by: ['owner', '@deputy'], asks: ['reply'], sets: { answeredOn: { stamp: 'today' } }, discharges: ['route'] },
    keep: { label: say('乡镇办理', 'Take it up'), from: ['received'], to: 'township', by: ['owner'], asks: ['category?', 'note?'], discharges: ['route'], opens: ['handle'] },
    escalate: { label: say('上报县人大', 'Pass to the county'), from: ['received', 'township'], to: 'county', by: ['owner'], asks: ['category?', 'note?'], discharges: ['route'], opens: ['assign'] },
    assign: { label: say('交部门办理', 'Assign to a unit'), from: ['county'], to: 'unit', by: ['county'], asks: ['unit', 'category?'], discharges: ['assign'], opens: ['reply'] },
    handBack: { label: say('退回乡镇', 'Hand back'), from: ['county'], to: 'township', by: ['county'], asks: ['reason'], discharges: ['assign'], opens: ['handle'] },
    handle: { label: say('报告办理情况', 'Report'), from: ['township'], to: 'replied', by: ['owner'], asks: ['reply'], sets: { answeredOn: { stamp: 'today' } }, discharges: ['handle'], opens: ['tell'] },
    reply: { label: say('答复', 'Reply'), from: ['unit'], to: 'replied', by: ['@unit'], asks: ['reply'], sets: { answeredOn: { stamp: 'today' } }, discharges: ['reply'], opens: ['tell'] },
    tell: { label: say('反馈并评价', 'Tell and rate'), from: ['replied'], to: 'closed', by: ['owner', '@deputy'], asks: ['rating', 'note?'], discharges: ['tell'],
      branches: [{ when: [{ field: 'rating', is: 'dissatisfied' }, { field: 'unit', filled: true }], to: 'unit', opens: ['reply'] }, { when: [{ field: 'rating', is: 'dissatisfied' }], to: 'township', opens: ['handle'] }] },
    raise: { label: say('转为代表建议', 'Raise to a suggestion'), from: ['received', 'township'], to: 'raised', by: ['township'], discharges: ['route', 'handle'], creates: [{ ledger: 'suggestions', fill: { title: '@matter', body: '@matter', deputies: '@deputy' } }] },
    refuse: { label: say('不予受理', 'Do not accept'), from: ['received', 'township', 'county'], to: 'notAccepted', by: ['owner', 'county'], asks: ['reason'], confirm: true },
  },
  duties: {
    route: { label: say('分流', 'Route'), basis: say('收到后两个工作日内分流', 'two working days after receipt'), holder: ['owner'], due: { workdays: 2 }, during: ['received'] },
    handle: { label: say('乡镇办理', 'Handle in the township'), basis: say('十五个工作日内办理', 'fifteen working days'), holder: ['owner'], due: { workdays: 15 }, during: ['township'] },
    assign: { label: say('县级分流', 'Assign'), basis: say('五个工作日内交办', 'five working days'), holder: ['county'], due: { workdays: 5 }, during: ['county'] },
    reply: { label: say('答复', 'Reply'), basis: say('一个月内答复（青岛2021第三十二条）', 'one month (Qingdao 2021 art 32)'), holder: ['@unit'], due: { months: 1 }, during: ['unit'] },
    tell: { label: say('向群众反馈', 'Tell the visitor'), basis: say('收到答复后五个工作日内', 'five working days after the reply'), holder: ['owner'], due: { workdays: 5 }, during: ['replied'] },
  },
  may: { create: ['county', 'anyTownship', 'anyDeputy'], read: ['county', 'owner', 'creator', '@deputy', { who: ['@unit'], in: ['unit', 'replied', 'closed'] }], edit: [{ who: ['owner', 'creator'], in: ['received'], fields: ['matter', 'source', 'category', 'place', 'receivedOn', 'deputy', 'visitor', 'phone'] }] },
  list: { columns: ['number', 'matter', 'township', 'source', 'category', 'unit', 'rating', 'state', 'dueOn'], filters: ['township', 'source', 'category', 'unit', 'state', 'year'], search: ['matter', 'place'] },
  report: { duty: 'reply', by: ['township', 'source', 'category', 'unit'], counts: ['source', 'rating', 'category'], rates: { satisfied: { label: say('满意率', 'Satisfied'), of: [{ field: 'rating', is: 'satisfied' }], over: [{ field: 'rating', filled: true }] } } },
  import: { lands: [{ when: [{ field: 'answeredOn', filled: true }], in: 'closed' }, { when: [], in: 'received' }] },
})
