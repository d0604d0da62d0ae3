import type { Lang } from '../../shared/names.ts'

const zh = {
  title: '提醒记录',
  tabs: { today: '今天', sent: '已发', forecast: '预演', wording: '提醒措辞' },
  proof: {
    all: (duties: string, people: string) => `今天 08:30 的提醒涉及 ${duties} 项待办，应提醒 ${people} 人次`,
    sent: (n: string) => `，已发 ${n} 人次`,
    planned: (n: string) => `，待发 ${n} 人次`,
    not: (n: string) => `，没有发 ${n} 人次（原因见下）`,
    whole: '，没有遗漏。',
    short: '，还没有发完。',
    mails: (n: string) => `一共发出 ${n} 封邮件。`,
    doubtful: (n: string) => `其中 ${n} 封可能发了两次：上一次没有跑完。`,
    waiting: (n: string, late: boolean, listed: boolean) =>
      late
        ? `今天 08:30 的提醒没有发出，应发 ${n} 封；下个工作日补上。`
        : `今天早上的汇总提醒还没有发，应发 ${n} 封${listed ? '；随办随发的通知已经列在下面' : ''}。`,
    nothing: '今天没有要提醒的。',
    rest: (name: string) => `今天不发提醒：${name}。`,
    now: (n: string) => `另有 ${n} 封要到下一次才发。`,
    faults: '要有人处理的',
    fault: (to: string, n: string) => `${to}：${n} 项`,
    mend: '到账号与单位处理',
    export: '导出今天的明细',
  },
  head: { day: '日期', to: '收信人', about: '事项', rule: '规则', fate: '结果', open: '看这封信', duty: '待办' },
  letter: {
    to: (to: string) => `收信人：${to}`,
    failed: '没有取到这封信，请稍后再试。',
    others: '这封信在这里看不到：收信人不在您单位，或者已经不再保存。',
  },
  list: {
    none: '这一天没有发过信。',
    noneAll: '还没有发过信。',
    more: '再看更早的',
    record: '只看这件事项的',
    day: '日期',
    recipient: '收信人',
    recipientHelp: '邮箱，或单位代号',
    clear: '清除条件',
    failed: '没有取到记录。',
    total: (n: string) => `${n} 条`,
  },
  forecast: {
    intro: '下面列出今后六十个工作日要发的提醒邮件：哪一天、发给谁、为了哪件事项。事项办结或者期限调整以后，这里会跟着变。',
    day: '看哪一天',
    mails: (n: string) => `${n} 封`,
    none: '这一天没有要发的提醒邮件。',
    items: (n: string) => `${n} 项`,
    due: (day: string) => `${day}到期`,
    failed: '没有取到今后的提醒。',
    more: (n: string) => `还有 ${n} 项`,
    sentAlready: '今天已经发过的不在其中。',
    office: '哪个单位',
    everyOffice: '全部单位',
    ledger: '哪本台账',
    everyLedger: '全部台账',
    noDeadline: '没有期限',
  },
}
export type NoticeWords = typeof zh

const s = (n: number | string, one: string, many = `${one}s`) => `${n} ${String(n) === '1' ? one : many}`

const en: NoticeWords = {
  title: 'Reminders and forecast',
  tabs: { today: 'Today', sent: 'Sent', forecast: 'Forecast', wording: 'What mails say' },
  proof: {
    all: (duties, people) => `Today 08:30: ${s(duties, 'duty', 'duties')} concerned, ${s(people, 'reminder')} owed`,
    sent: (n) => `, ${n} sent`,
    planned: (n) => `, ${n} still to go`,
    not: (n) => `, ${n} not sent (for the reasons below)`,
    whole: '. Complete.',
    short: '. Not complete yet.',
    mails: (n) => ` ${s(n, 'mail')} in all.`,
    doubtful: (n) => ` ${s(n, 'mail')} of them may have gone twice: a run died over them.`,
    waiting: (n, late) =>
      late
        ? `The reminders of 08:30 did not go out, ${s(n, 'mail')}; the next working day makes up for them.`
        : `Today's reminders have not gone out yet; ${s(n, 'mail')} to send.`,
    nothing: 'Nothing to remind of today.',
    rest: (name) => `No reminders today: ${name}.`,
    now: (n) => ` ${s(n, 'mail')} more will go with the next run.`,
    faults: 'Somebody has to look after',
    fault: (to, n) => `${to}: ${s(n, 'reminder')}`,
    mend: 'Mend it in accounts and offices',
    export: 'Export the details of today',
  },
  head: { day: 'Day', to: 'Recipient', about: 'Item', rule: 'Rule', fate: 'Outcome', open: 'Show this mail', duty: 'Duty' },
  letter: {
    to: (to) => `To: ${to}`,
    failed: 'This mail could not be loaded. Try again later.',
    others: 'This mail is not shown here: it went to another office, or is no longer kept.',
  },
  list: {
    none: 'No mail went out on this day.',
    noneAll: 'No mail has gone out yet.',
    more: 'Earlier ones',
    record: 'Of this item only',
    day: 'Day',
    recipient: 'Recipient',
    recipientHelp: 'An e-mail address or the id of an office',
    clear: 'Clear filters',
    failed: 'The log could not be loaded.',
    total: (n) => n,
  },
  forecast: {
    intro:
      'The reminders of the next sixty working days: on which day, to whom, and about which item. They change when items are closed or moved.',
    day: 'Which day',
    mails: (n) => s(n, 'mail'),
    none: 'No mail would go out on this day.',
    items: (n) => s(n, 'item'),
    due: (day) => `due ${day}`,
    failed: 'The forecast could not be worked out.',
    more: (n) => `${n} more`,
    sentAlready: 'What has gone out today is not among them.',
    office: 'Which office',
    everyOffice: 'All offices',
    ledger: 'Which ledger',
    everyLedger: 'All ledgers',
    noDeadline: 'no deadline',
  },
}

export const noticeWords: Record<Lang, NoticeWords> = { zh, en }
