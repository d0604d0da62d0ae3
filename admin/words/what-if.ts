import type { Lang } from '../../shared/names.ts'

const zh = {
  sum: (more: string, fewer: string) => `改后 60 个工作日内多发 ${more} 封，少发 ${fewer} 封。`,
  same: '改后 60 个工作日内发的信一样多。',
  look: '看差别',
  fold: '收起',
  check: '先看差别',
  day: (day: string, more: string, fewer: string) => `${day}：多 ${more} 封，少 ${fewer} 封`,
  ask: '办后会提醒谁',
  now: (day: string, who: string) => `不办的，${day}起提醒${who}。`,
  after: '办理后，接下来的一步没有办的，按下列日期提醒：',
  none: '办理后不再提醒。',
  more: (n: string, day: string) => `另外 ${n} 次，最后一次在${day}`,
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
  now: (day, who) => `Without this step ${who} would be reminded from ${day}. `,
  after: 'With it, while the step after it is not taken:',
  none: 'With it nobody is reminded.',
  more: (n, day) => `${n} more, the last on ${day}`,
  ours: 'Only those to your own office.',
}

export const whatIfWords: Record<Lang, typeof zh> = { zh, en }
