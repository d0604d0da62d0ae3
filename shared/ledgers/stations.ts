import { defineLedger } from '../define.ts'
import { say } from '../say.ts'

/** 代表之家、委员工作室、异地联络站: a place where deputies receive voters, and its monthly roster. Standards after station rules elsewhere: roster three days ahead, reception at least once a month. The book of matters only grows: each new line becomes a public opinion. */
export const stations = defineLedger({
  key: 'stations',
  label: say('代表之家（站）', 'Stations'),
  system: 13,
  place: 1,
  level: 'both',
  number: { format: '站点{year}-{seq:2}', per: ['year'] },
  fields: {
    name: { kind: 'text', label: say('名称', 'Name'), required: true, max: 100 },
    kind: { kind: 'choice', label: say('类型', 'Kind'), required: true, options: { home: say('代表之家', 'Deputies’ home'), studio: say('委员工作室', 'Member studio'), village: say('村（社区）联络站', 'Village station'), remote: say('异地联络站', 'Out-of-county station') } },
    address: { kind: 'text', label: say('地址', 'Address'), max: 200 },
    area: { kind: 'number', label: say('面积', 'Area'), min: 0, max: 10000, unit: say('平方米', 'm²') },
    openedOn: { kind: 'date', label: say('启用日期', 'Opened on') },
    head: { kind: 'text', label: say('负责人', 'Head'), max: 60 },
    hours: { kind: 'text', label: say('开放时间', 'Hours'), max: 100 },
    deputies: { kind: 'deputies', label: say('进站代表', 'Deputies'), max: 200 },
    capacity: { kind: 'number', label: say('可容纳人数', 'Capacity'), min: 0, max: 1000, unit: say('人', 'people') },
    stars: { kind: 'choice', label: say('星级', 'Stars'), options: { one: say('一星', 'One'), two: say('二星', 'Two'), three: say('三星', 'Three'), four: say('四星', 'Four'), five: say('五星', 'Five') } },
    roster: { kind: 'items', label: say('值班安排', 'Roster'), columns: { on: { kind: 'date', label: say('日期', 'Day'), required: true }, deputy: { kind: 'text', label: say('值班代表', 'Deputy'), required: true }, topic: { kind: 'text', label: say('接待主题', 'Topic') } } },
    receivedOn: { kind: 'date', label: say('最近接待日期', 'Last reception on') },
    receivers: { kind: 'deputies', label: say('接待代表', 'Deputies who received'), max: 20 },
    receptions: { kind: 'number', label: say('累计接待次数', 'Receptions'), default: 0 },
    matters: { kind: 'items', label: say('群众反映登记簿', 'Book of matters brought'), help: say('新反映的事项加新行，每行自动转成一件社情民意；不要在原有的行上改写。', 'Add a new line for each new matter; it becomes a public opinion. Do not write over earlier lines.'), columns: { matter: { kind: 'text', label: say('反映事项', 'Matter'), required: true, max: 200 }, visitor: { kind: 'text', label: say('来访人', 'Visitor'), max: 60 }, phone: { kind: 'text', label: say('电话', 'Telephone'), max: 40 } }, seenBy: ['owner'] },
    photos: { kind: 'files', label: say('照片', 'Photographs'), max: 20 },
    reason: { kind: 'text', only: 'event', label: say('理由', 'Reason') },
  },
  states: { active: { label: say('运行中', 'Open'), phase: 'open' }, idle: { label: say('暂停开放', 'Not open'), phase: 'paused' }, closed: { label: say('已撤销', 'Closed'), phase: 'done' } },
  initial: 'active',
  born: { numbers: true, opens: ['roster', 'receive'] },
  transitions: {
    publish: { label: say('公布值班表', 'Publish the roster'), from: ['active'], by: ['owner'], asks: ['roster'], discharges: ['roster'], opens: ['roster'] },
    receive: { label: say('登记接待', 'Enter a reception'), from: ['active'], by: ['owner'], asks: ['receivedOn', 'receivers', 'matters?'], sets: { receptions: { add: 1 } }, discharges: ['receive'], opens: ['receive'],
      branches: [{ when: [{ field: 'matters', filled: true }], opens: ['receive'], creates: [
        { ledger: 'public-opinions', for: '@matters', fill: { matter: 'each.matter', visitor: 'each.visitor', phone: 'each.phone', receivedOn: '@receivedOn', source: { put: 'visit' } } },
      ] }] },
    rate: { label: say('评定星级', 'Award stars'), from: ['active', 'idle'], by: ['county'], asks: ['stars', 'reason?'] },
    pause: { label: say('暂停开放', 'Close for a time'), from: ['active'], to: 'idle', by: ['owner'], asks: ['reason'] },
    reopen: { label: say('恢复开放', 'Reopen'), from: ['idle'], to: 'active', by: ['owner'] },
    close: { label: say('撤销站点', 'Close the station for good'), from: ['active', 'idle'], to: 'closed', by: ['owner'], asks: ['reason'], confirm: true },
  },
  duties: {
    roster: { label: say('公布下月值班表', 'Publish next month’s roster'), basis: say('值班前三日公告（各地代表联络站制度）；本县设定每月28日前公布下月安排', 'three days before the first duty (common station rules); the next month by the 28th, set by the county'), holder: ['owner'], due: { monthly: 28 }, during: ['active', 'idle'] },
    receive: { label: say('接待选民', 'Receive voters'), basis: say('每月至少接待一次（各地代表联络站制度）；本县设定三十日无接待即预警', 'at least once a month (common station rules); an alert after thirty days without one, set by the county'), holder: ['owner'], due: { days: 30 }, during: ['active', 'idle'] },
  },
  may: { create: ['county', 'anyTownship'], read: ['county', 'owner', '@deputies'], edit: [{ who: ['owner'], in: ['active', 'idle'], fields: ['name', 'kind', 'address', 'area', 'capacity', 'openedOn', 'head', 'hours', 'deputies', 'photos'] }] },
  list: { columns: ['number', 'name', 'township', 'kind', 'head', 'stars', 'receptions', 'receivedOn', 'state', 'dueOn'], filters: ['township', 'kind', 'stars', 'state'], search: ['name', 'address', 'head', 'deputies'] },
  report: { duty: 'receive', by: ['township', 'kind'], counts: ['kind', 'stars'], sums: ['receptions', 'area'] },
  import: { lands: [{ when: [], in: 'active' }] },
})
