import type { Lang } from '../../shared/names.ts'

const zh = {
  sum: (more: string, fewer: string) => `改后 60 个工作日内多发 ${more} 封，少发 ${fewer} 封。`,
  same: '改后 60 个工作日内发的信一样多。',
  look: '看差别',
  fold: '收起',
  check: '先看差别',
  day: (day: string, more: string, fewer: string) => `${day}：多 ${more} 封，少 ${fewer} 封`,
  ask: '办后会提醒谁',
  now: (n: string) => `现在：${n} 次提醒`,
  after: (n: string) => `办后，没有人办的话：${n} 次提醒`,
  none: '没有要提醒的。',
  more: (n: string, day: string) => `其余 ${n} 次，算到${day}`,
  ours: '只列发给本单位的。',
}

const en: typeof zh = {
  sum: (more, fewer) => `Within 60 working days: ${more} mails more, ${fewer} fewer.`,
  same: 'As many mails as before within 60 working days.',
  look: 'See the difference',
  fold: 'Fold',
  check: 'See the difference first',
  day: (day, more, fewer) => `${day}: ${more} more, ${fewer} fewer`,
  ask: 'Who would be reminded then',
  now: (n) => `As it stands: ${n} reminders`,
  after: (n) => `After this step, if nobody acts: ${n} reminders`,
  none: 'Nothing to remind of.',
  more: (n, day) => `The other ${n}, as far as ${day}`,
  ours: 'Only those to your own office.',
}

export const whatIfWords: Record<Lang, typeof zh> = { zh, en }
