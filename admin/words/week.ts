import type { Lang } from '../../shared/names.ts'

const zh = {
  title: (from: string, to: string) => `一周情况（${from}至${to}）`,
  print: '打印周报',
  late: '哪里超期',
  lateLead: (n: string) => `全县超期 ${n} 件，按乡镇：`,
  noneLate: '没有超期的事项。',
  longest: '超期最久的',
  due: '本周到期',
  noneDue: '本周没有到期的事项。',
  planned: '本周安排',
  nonePlanned: '本周没有安排。',
  silent: (days: number) => `${days} 天没有动静的乡镇`,
  last: (day: string) => `最近一次 ${day}`,
  never: '还没有事项',
  noneSilent: '各乡镇都有动静。',
  whole: '全年日程',
}
type WeekWords = typeof zh

const en: WeekWords = {
  title: (from, to) => `The week from ${from} to ${to}`,
  print: 'Print the weekly sheet',
  late: 'What is late where',
  lateLead: (n) => `${n} overdue in the county, by township:`,
  noneLate: 'Nothing is overdue.',
  longest: 'Late the longest',
  due: 'Due this week',
  noneDue: 'Nothing is due this week.',
  planned: 'Planned this week',
  nonePlanned: 'Nothing is planned this week.',
  silent: (days) => `Townships silent for ${days} days`,
  last: (day) => `last on ${day}`,
  never: 'no item yet',
  noneSilent: 'Every township has moved something.',
  whole: 'Calendar of the year',
}

export const weekWords: Record<Lang, WeekWords> = { zh, en }
