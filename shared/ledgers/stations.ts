import { attachments } from '../definition/attachments.ts'
import { defineLedger } from '../definition/define.ts'
import { ownMatter } from '../definition/returns.ts'
import { say } from '../say.ts'
import { stationPapers } from './papers/activities.ts'

/** 代表之家、委员工作室、异地联络站: a place where deputies receive voters, and its monthly roster. Standards after station rules elsewhere: roster three days ahead, reception at least once a month. Each matter becomes a public opinion, each who received an entry in his file. */
export const stations = defineLedger({
  key: 'stations',
  label: say('代表之家（站）', 'Stations'),
  system: 13,
  place: 1,
  level: 'both',
  spoken: { measure: '个' },
  number: { format: '站点{year}-{seq:2}', per: ['year'] },
  bounds: [{ field: 'heldOn', atLeast: '@openedOn' }],
  fields: {
    name: { kind: 'text', label: say('名称', 'Name'), required: true, max: 100 },
    kind: {
      kind: 'choice',
      label: say('类型', 'Type'),
      required: true,
      options: {
        home: say('代表之家', 'Deputies’ home'),
        studio: say('委员工作室', 'Member studio'),
        village: say('村（社区）联络站', 'Village station'),
        remote: say('异地联络站', 'Out-of-county station'),
      },
    },
    address: { kind: 'text', label: say('地址', 'Address'), max: 200 },
    area: { kind: 'number', label: say('面积', 'Area'), min: 0, max: 10000, unit: say('平方米', 'm²') },
    openedOn: { kind: 'date', past: true, label: say('启用日期', 'Opened on') },
    head: { kind: 'text', label: say('负责人', 'Person in charge'), max: 60 },
    hours: { kind: 'text', label: say('开放时间', 'Opening hours'), max: 100 },
    deputies: { kind: 'deputies', label: say('进站代表', 'Deputies assigned'), max: 200 },
    capacity: { kind: 'number', label: say('可容纳人数', 'Capacity'), min: 0, max: 1000, unit: say('人', 'people') },
    stars: {
      kind: 'choice',
      label: say('星级', 'Star rating'),
      options: {
        one: say('一星', 'One star'),
        two: say('二星', 'Two stars'),
        three: say('三星', 'Three stars'),
        four: say('四星', 'Four stars'),
        five: say('五星', 'Five stars'),
      },
    },
    roster: {
      kind: 'items',
      label: say('值班安排', 'Roster'),
      columns: {
        on: { kind: 'date', label: say('日期', 'Day'), required: true },
        deputy: { kind: 'text', label: say('值班代表', 'Deputy'), required: true },
        topic: { kind: 'text', label: say('接待主题', 'Topic') },
      },
    },
    receivedOn: { kind: 'date', past: true, label: say('最近登记接待', 'Last reception entered on') },
    receptions: { kind: 'number', label: say('累计接待次数', 'Receptions'), default: 0 },
    files: attachments,
    reception: { ...attachments, label: say('接待材料', 'Papers of the reception'), seenBy: ['owner'] },
    matters: {
      kind: 'items',
      only: 'event',
      label: say('群众反映', 'Matters raised'),
      help: say('一事一行，每行自动转成一件社情民意。', 'One line for each matter; it becomes a public opinion.'),
      columns: {
        matter: { kind: 'text', label: say('反映事项', 'Matter'), required: true, max: 200 },
        visitor: { kind: 'text', label: say('来访人', 'Visitor'), max: 60 },
        phone: { kind: 'text', label: say('电话', 'Telephone'), max: 40 },
      },
      seenBy: ['owner'],
    },
    photos: { kind: 'files', label: say('照片', 'Photographs'), max: 20 },
    heldOn: { kind: 'date', past: true, only: 'event', label: say('接待日期', 'Day of the reception') },
    receivers: { kind: 'deputies', only: 'event', label: say('接待代表', 'Receiving deputies'), max: 20 },
    visitors: { kind: 'number', only: 'event', label: say('来访人数', 'Visitors'), min: 0, max: 9999 },
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: {
    active: { label: say('运行中', 'Open'), phase: 'open' },
    idle: { label: say('暂停开放', 'Temporarily closed'), phase: 'paused' },
    closed: { label: say('已撤销', 'Closed'), phase: 'done' },
  },
  initial: 'active',
  begins: say('设立', 'set up'),
  born: { numbers: true, opens: ['roster', 'receive'] },
  attachments: 'files',
  transitions: {
    publish: {
      label: say('公布值班表', 'Publish the roster'),
      says: say('公布{this}的值班表。', 'Publishes the roster of {this}.'),
      from: ['active'],
      by: ['owner'],
      asks: ['roster'],
      discharges: ['roster'],
      opens: ['roster'],
    },
    receive: {
      label: say('登记接待', 'Enter a reception'),
      says: say('登记{this}接待的人员和反映的问题。', 'Enters whom {this} received and what was said.'),
      from: ['active'],
      by: ['owner'],
      asks: ['heldOn', 'receivers', 'visitors?', 'matters?', 'reception?'],
      sets: { receptions: { add: 1 }, receivedOn: { stamp: 'today' } },
      discharges: ['receive'],
      opens: ['receive'],
      creates: [
        {
          ledger: 'public-opinions',
          for: '@matters',
          fill: {
            matter: 'each.matter',
            visitor: 'each.visitor',
            phone: 'each.phone',
            receivedOn: '@heldOn',
            source: { put: 'visit' },
          },
        },
        {
          ledger: 'performance-entries',
          for: '@receivers',
          fill: {
            auto: { put: true },
            deputy: 'each',
            type: { put: 'reception' },
            date: '@heldOn',
            what: { words: '在{@name}接待选民' },
          },
        },
      ],
    },
    rate: {
      label: say('评定星级', 'Award a star rating'),
      from: ['active', 'idle'],
      by: ['county'],
      asks: ['stars', 'reason?'],
    },
    pause: {
      label: say('暂停开放', 'Close temporarily'),
      from: ['active'],
      to: 'idle',
      by: ['owner'],
      asks: ['reason'],
    },
    reopen: { label: say('恢复开放', 'Reopen'), from: ['idle'], to: 'active', by: ['owner'] },
    close: {
      label: say('撤销站点', 'Close the station for good'),
      from: ['active', 'idle'],
      to: 'closed',
      by: ['owner'],
      asks: ['reason'],
      confirm: true,
    },
  },
  duties: {
    roster: {
      label: say('公布下月值班表', 'Publish next month’s roster'),
      basis: say(
        '本县设定：值班前三日公告，每月28日前公布下月安排（参照各地代表联络站制度）',
        'set by the county: three days before the first duty, the next month by the 28th (after common station rules)',
      ),
      holder: ['owner'],
      stays: ownMatter,
      due: { monthly: 28 },
      during: ['active', 'idle'],
    },
    receive: {
      label: say('接待选民', 'Receive voters'),
      basis: say(
        '本县设定：每月至少接待一次，三十日无接待即预警（参照各地代表联络站制度）',
        'set by the county: at least once a month, an alert after thirty days without one (after common station rules)',
      ),
      holder: ['owner'],
      stays: ownMatter,
      due: { days: 30 },
      during: ['active', 'idle'],
    },
  },
  may: {
    create: ['county', 'anyTownship'],
    read: ['county', 'owner', '@deputies'],
    edit: [
      {
        who: ['owner'],
        in: ['active', 'idle'],
        fields: ['name', 'kind', 'address', 'area', 'capacity', 'openedOn', 'head', 'hours', 'deputies', 'photos'],
      },
    ],
  },
  list: {
    columns: ['number', 'name', 'township', 'kind', 'head', 'stars', 'receptions', 'receivedOn', 'state', 'dueOn'],
    filters: ['township', 'kind', 'stars', 'state'],
    search: ['name', 'address', 'head', 'deputies'],
  },
  report: {
    covers: ['active', 'idle'],
    duty: 'receive',
    by: ['township', 'kind'],
    counts: ['kind', 'stars'],
    sums: ['receptions', 'area'],
  },
  import: { lands: [{ when: [], in: 'active' }] },
  papers: stationPapers,
})
