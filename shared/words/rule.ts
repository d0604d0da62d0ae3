import type { Label } from '../names.ts'
import type { Post } from '../post.ts'
import { postNames } from './mail.ts'

const rung = /^T([+-]\d+)([dw])(?:#(\d+))?$/

/** What happened to an item that somebody is told at once. */
export type Cause = 'opened' | 'moved' | 'returned' | 'cancelled' | 'undone' | 'next' | 'decided'
/** What is told of an item besides the steps of its ladder. */
type Told = Cause | 'weekly' | 'monthly' | 'progress' | 'step' | 'urge' | 'paper'

const events: Record<Told, Label> = {
  opened: { zh: '新的待办', en: 'New duty' },
  moved: { zh: '改了期限', en: 'Day changed' },
  returned: { zh: '退回', en: 'Sent back' },
  cancelled: { zh: '不用再办', en: 'No longer owed' },
  decided: { zh: '申请已答复', en: 'Request answered' },
  undone: { zh: '前一步已撤销', en: 'The step before was taken back' },
  next: { zh: '轮到下一步', en: 'Next step' },
  weekly: { zh: '每周一览', en: 'Weekly overview' },
  monthly: { zh: '每月一览', en: 'Monthly overview' },
  progress: { zh: '事项有新进展', en: 'Progress of an item' },
  step: { zh: '本单位的事项有进展', en: 'Your office’s item moved on' },
  urge: { zh: '催办', en: 'Urged' },
  paper: { zh: '收到文件', en: 'A paper was sent' },
}

/** Why a mail went out: a step of the ladder (`T-15d`, `T+1w#2`) or what happened to the item. `instead`: the post for which it was meant. */
export function ruleWords(rule: string, { copy, instead }: { copy?: boolean | undefined; instead?: Post | undefined } = {}): Label {
  const said = rungWords(rule) ?? (isTold(rule) ? events[rule] : { zh: rule, en: rule })
  const more: Label[] = [
    ...(copy ? [{ zh: '抄送', en: 'copy' }] : []),
    ...(instead
      ? [{ zh: `本应发给${postNames[instead].zh}，单位没有登记`, en: `meant for the ${postNames[instead].en}; none is entered` }]
      : []),
  ]
  return { zh: [said, ...more].map(({ zh }) => zh).join(' · '), en: [said, ...more].map(({ en }) => en).join(' · ') }
}

/** True for what tells news of an item, and not that a day comes nearer or has passed. */
export function isNews(rule: string): boolean {
  return isTold(rule) && rule !== 'weekly' && rule !== 'monthly'
}

function isTold(rule: string): rule is Told {
  return Object.hasOwn(events, rule)
}

function rungWords(rule: string): Label | undefined {
  const found = rung.exec(rule)
  if (!found) return undefined
  const [, at = '', unit, times] = found
  const n = Math.abs(Number(at))
  const days = { zh: unit === 'w' ? `${n} 个工作日` : `${n} 天`, en: `${n} ${unit === 'w' ? 'working day' : 'day'}${n === 1 ? '' : 's'}` }
  const again = times ? { zh: `（第 ${Number(times) + 1} 次）`, en: ` (time ${Number(times) + 1})` } : { zh: '', en: '' }
  if (n === 0) return { zh: `到期当天${again.zh}`, en: `On the day it is due${again.en}` }
  // How long it is overdue when it is told again, only the day of the mail tells.
  if (times && Number(at) > 0) return { zh: `超期再提醒${again.zh}`, en: `Still overdue${again.en}` }
  return Number(at) < 0
    ? { zh: `到期前 ${days.zh}${again.zh}`, en: `${days.en} before it is due${again.en}` }
    : { zh: `超期 ${days.zh}`, en: `${days.en} overdue` }
}
