import type { Lang } from '../../shared/names.ts'

const zh = {
  title: (year: string) => `${year}年全年日程`,
  before: '上一年',
  after: '下一年',
  print: '打印',
  owed: '本单位',
  own: '本人',
  empty: '这一年还没有日程。会议、活动、检查等事项填了日期就会出现在这里。',
  more: (n: string) => `日程太多，只列出前 ${n} 条；其余请到各台账查看。`,
  subscribe: '在手机和 Outlook 里订阅',
  about:
    '得到一个只属于您的地址，粘贴到手机日历、Outlook 或 WPS 日历的“订阅”里，日程就会自动更新。谁拿到地址谁就能看到您的日程，请勿转发；不需要时可以收回。',
  begin: '生成订阅地址',
  renew: '换一个地址',
  end: '收回地址',
  endAsk: '收回订阅地址？',
  endText: '收回后，已经用这个地址订阅的日历不再更新。',
  ended: '地址已收回。',
  once: '请现在复制，地址只显示这一次：',
  copy: '复制',
  copied: '已复制',
  since: (day: string) => `您的订阅地址于${day}生成。`,
}
type YearWords = typeof zh

const en: YearWords = {
  title: (year) => `Calendar of ${year}`,
  before: 'Year before',
  after: 'Year after',
  print: 'Print',
  owed: 'Our office: ',
  own: 'Mine: ',
  empty: 'Nothing stands in this year yet. Meetings, activities and inspections appear here once they have a day.',
  more: (n) => `There are more than these first ${n}; see the others in their lists.`,
  subscribe: 'Subscribe on a phone or in Outlook',
  about:
    'You get an address of your own for the “subscribe” of a phone’s calendar, Outlook or WPS, which then keeps itself up to date. Whoever has the address sees your calendar, so do not pass it on; it can be taken back.',
  begin: 'Make an address',
  renew: 'Make another address',
  end: 'Take the address back',
  endAsk: 'Take the address back?',
  endText: 'Calendars that subscribed to it are no longer kept up to date.',
  ended: 'The address was taken back.',
  once: 'Copy it now; it is shown this once:',
  copy: 'Copy',
  copied: 'Copied',
  since: (day) => `Your address was made on ${day}.`,
}

export const yearWords: Record<Lang, YearWords> = { zh, en }
