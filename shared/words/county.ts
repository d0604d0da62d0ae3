import type { Lang } from '../names.ts'

const zh = {
  title: '全县情况',
  pick: { ledger: '台账', year: '年度', asOf: '截至', all: '全部台账', years: '全部年度', year1: (year: string) => `${year} 年`, today: '今天', other: '指定日期…', day: '日期', show: '看这一天', back: '回到今天' },
  sentence: {
    open: (n: string) => `全县在办 ${n} 件`,
    late: (n: string) => `${n} 件超期`,
    among: '，其中 ',
    soon: (n: string) => `，${n} 件 15 天内到期`,
    none: '，没有超期的',
    stop: '。',
    oldest: (days: string, office: string) => `最久的一件超期 ${days} 天，在${office}。`,
    asOf: (day: string, open: string, late: string) => `截至 ${day}，全县在办 ${open} 件，其中 ${late} 件超期。`,
  },
  card: {
    open: '在办', soon: '临期', late: '超期', onTime: '按期率', done: '已办结', fresh: (n: string) => `本月新增 ${n}`, week: (n: string) => `本周到期 ${n}`, against: (n: string) => `比上月 ${n}`,
    same: '与上月持平', oldest: (n: string) => `最久 ${n} 天`, of: (num: string, den: string) => `${num} / ${den} 件`, noDen: '还没有可算的', notThen: '只有今天的', noLate: '没有超期的',
  },
  table: {
    townships: '各乡镇', by: (field: string) => `按${field}`, states: '按状态', export: '导出 Excel', name: '名称', township: '乡镇', open: '在办', fresh: '本月新增', soon: '临期', late: '超期', onTime: '按期率',
    total: '合计', county: '县级', none: '没有填', count: '件数', state: '状态', choose: '怎么分',
    overlap: '一件事项由几个单位承办时，每个单位都算一件，所以各行相加会多于合计。',
  },
  late: { title: '超期清单', all: (n: string) => `全部 ${n} 件`, none: '没有超期的事项。' },
  morning: {
    title: '今晨提醒', view: '查看', sent: (n: string) => `今天已发 ${n} 封`, failed: (n: string) => `${n} 封没有发出`, bounced: (n: string) => `${n} 封退信`, silent: (n: string) => `${n} 项没有人可收`,
    waiting: (n: string) => `今天还没有发提醒，应发 ${n} 封。`, nothing: '今天没有要发的提醒。', rest: (name: string) => `今天不发提醒：${name}。`, mend: '去修正', missing: '今天 08:30 应发的提醒还没有发。请联系管理员。',
  },
  systems: { title: '各项工作', system: '工作', ledger: '台账', done: '已办结', unfold: (name: string) => `展开${name}` },
  empty: (ledger: string, year: string) => `${year} 年还没有交办的${ledger}，所以没有期限数字。`,
  emptyAll: (ledger: string) => `还没有交办的${ledger}，所以没有期限数字。`,
  see: (year: string) => `看 ${year} 年`,
  failed: '没有取到这个数。',
  failedPart: '没有取到这一块的数据。',
  printed: (day: string, office: string) => `${office}　打印于 ${day}`,
}
export type CountyWords = typeof zh

const s = (n: string, one: string, many = `${one}s`) => `${n} ${n === '1' ? one : many}`

const en: CountyWords = {
  title: 'County',
  pick: { ledger: 'Ledger', year: 'Year', asOf: 'As of', all: 'All ledgers', years: 'All years', year1: (year) => year, today: 'today', other: 'Another day…', day: 'Day', show: 'Show this day', back: 'Back to today' },
  sentence: {
    open: (n) => `${s(n, 'item')} open in the county`,
    late: (n) => `${n} overdue`,
    among: ', ',
    soon: (n) => `, ${n} due within 15 days`,
    none: ', none overdue',
    stop: '. ',
    oldest: (days, office) => `The oldest is ${s(days, 'day')} overdue, at ${office}.`,
    asOf: (day, open, late) => `As of ${day}, ${s(open, 'item')} open in the county, ${late} overdue.`,
  },
  card: {
    open: 'Open', soon: 'Near due', late: 'Overdue', onTime: 'On time', done: 'Closed', fresh: (n) => `${n} new this month`, week: (n) => `${n} due this week`, against: (n) => `${n} on last month`,
    same: 'As last month', oldest: (n) => `Oldest ${s(n, 'day')}`, of: (num, den) => `${num} / ${den}`, noDen: 'Nothing to count yet', notThen: 'Known for today only', noLate: 'None overdue',
  },
  table: {
    townships: 'Townships', by: (field) => `By ${field.toLowerCase()}`, states: 'By state', export: 'Export Excel', name: 'Name', township: 'Township', open: 'Open', fresh: 'New this month', soon: 'Near due', late: 'Overdue',
    onTime: 'On time', total: 'Total', county: 'County', none: 'Not filled in', count: 'Items', state: 'State', choose: 'Grouped by',
    overlap: 'An item that several units handle counts once for each of them, so the rows add up to more than the total.',
  },
  late: { title: 'Overdue items', all: (n) => `All ${n}`, none: 'Nothing is overdue.' },
  morning: {
    title: "This morning's reminders", view: 'Show', sent: (n) => `${s(n, 'mail')} sent today`, failed: (n) => `${n} not sent`, bounced: (n) => `${n} came back`, silent: (n) => `${n} with nobody to receive`,
    waiting: (n) => `No reminders have gone out yet today; ${s(n, 'mail')} to send.`, nothing: 'No reminders to send today.', rest: (name) => `No reminders today: ${name}.`, mend: 'Repair',
    missing: 'The reminders of 08:30 have not gone out. Please tell the administrator.',
  },
  systems: { title: 'Systems of work', system: 'System', ledger: 'Ledger', done: 'Closed', unfold: (name) => `Unfold ${name}` },
  empty: (ledger, year) => `${ledger}: nothing assigned in ${year} yet, so there are no figures.`,
  emptyAll: (ledger) => `${ledger}: nothing assigned yet, so there are no figures.`,
  see: (year) => `See ${year}`,
  failed: 'This figure could not be loaded.',
  failedPart: 'This part could not be loaded.',
  printed: (day, office) => `${office}, printed ${day}`,
}

export const countyWords: Record<Lang, CountyWords> = { zh, en }
