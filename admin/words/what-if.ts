import type { Lang } from '../../shared/names.ts'

const zh = {
  sum: (more: string, fewer: string) => `改后 60 个工作日内多发 ${more} 封，少发 ${fewer} 封。`,
  same: '改后 60 个工作日内发的信一样多。',
  look: '看差别',
  fold: '收起',
  check: '先看差别',
  day: (day: string, more: string, fewer: string) => `${day}：多 ${more} 封，少 ${fewer} 封`,
  ask: '办后会提醒谁',
  now: (n: string) => `不办这一步，今后会提醒 ${n} 次`,
  after: (n: string) => `；办了以后如果没有人接着办，会提醒 ${n} 次：`,
  none: '；办了以后不再提醒。',
  more: (n: string, day: string) => `其余 ${n} 次，算到${day}`,
  ours: '这里只算发给本单位的提醒。',
}

const en: typeof zh = {
  sum: (more, fewer) => `Within 60 working days: ${more} mails more, ${fewer} fewer.`,
  same: 'As many mails as before within 60 working days.',
  look: 'See the difference',
  fold: 'Fold',
  check: 'See the difference first',
  day: (day, more, fewer) => `${day}: ${more} more, ${fewer} fewer`,
  ask: 'Who would be reminded then',
  now: (n) => `Without this step ${n} reminders would be sent`,
  after: (n) => `; with it, if nobody acts afterwards, ${n}:`,
  none: '; with it none.',
  more: (n, day) => `The other ${n}, as far as ${day}`,
  ours: 'Only those to your own office.',
}

export const whatIfWords: Record<Lang, typeof zh> = { zh, en }
