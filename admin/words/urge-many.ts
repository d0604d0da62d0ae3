/** Words of urging many at once. */
const zh = {
  title: '催办',
  intro: (offices: number, items: number) => `${offices} 个单位超期 ${items} 项。发出的内容如下，也可以复制到工作群里。`,
  head: (office: string, n: number) => `【督办】${office}有 ${n} 项超期，请今天办理：`,
  line: (at: number, name: string, duty: string, day: string, lamp: string) => `${at}. ${name}，${duty}，${day}到期，${lamp}`,
  go: (n: number) => `催办 ${n} 个单位`,
  going: (done: number, all: number) => `正在催办 ${done} / ${all}`,
  sent: (n: number) => `已发出 ${n} 封。`,
  later: (n: number) => `${n} 封等邮件恢复后自动发出。`,
  before: '今天已经催过，没有再发。',
  done: (offices: number, mails: number) => `已催办 ${offices} 个单位，发出 ${mails} 封。`,
  copyAll: '全部复制',
}
type Words = typeof zh

const s = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`
const en: Words = {
  title: 'Urge',
  intro: (offices, items) =>
    `${s(offices, 'office')} late with ${s(items, 'item')}. This is what goes out; it can be copied into a messenger too.`,
  head: (office, n) => `[Duban] ${office} is late with ${s(n, 'item')}. Please act today:`,
  line: (at, name, duty, day, lamp) => `${at}. ${name}: ${duty}, was due ${day}, ${lamp}`,
  go: (n) => `Urge ${s(n, 'office')}`,
  going: (done, all) => `${done} of ${all} urged`,
  sent: (n) => `${s(n, 'mail')} sent.`,
  later: (n) => `${s(n, 'mail')} will go when mail works again.`,
  before: 'Urged today already; nothing was sent.',
  done: (offices, mails) => `${s(offices, 'office')} urged, ${s(mails, 'mail')} sent.`,
  copyAll: 'Copy all',
}

export const urgeWords = { zh, en }
