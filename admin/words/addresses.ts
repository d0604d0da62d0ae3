/** Words of the addresses that take no mail, in both languages. */
export const addressWords = {
  zh: {
    title: (n: string) => `要核对的邮箱 ${n} 个`,
    bounced: (day: string) => `${day}退信，已停发`,
    complained: (day: string) => `${day}被报成垃圾邮件，已停发`,
    check: '核对邮箱',
    right: '邮箱没有错，恢复发信',
    restored: (email: string) => `已恢复向 ${email} 发信。`,
    red: (office: string) => `${office}：没有能收信的邮箱，提醒发不到`,
    open: '开通账号',
  },
  en: {
    title: (n: string) => `${n} addresses to check`,
    bounced: (day: string) => `came back on ${day}; no more is sent`,
    complained: (day: string) => `reported as spam on ${day}; no more is sent`,
    check: 'Check the address',
    right: 'It is right: send there again',
    restored: (email: string) => `Mail goes to ${email} again.`,
    red: (office: string) => `${office}: no address takes mail, so reminders reach nobody`,
    open: 'Open an account',
  },
} as const
