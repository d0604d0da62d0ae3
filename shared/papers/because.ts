import { writeDay, writeRest } from '../deadline/days.ts'
import { applied, countedBack } from '../deadline/why.ts'
import type { Due } from '../definition/due.ts'
import type { Duty } from '../duty.ts'

type Length = NonNullable<Duty['why']['length']>
/** What the duty came of, and when: a step of that day, or the field that names it (`named`). */
export type Beginning = { what?: string; named?: string }

const plain = (day: string): string => writeDay(day, 'zh', { weekday: false })

/** Why the day of a duty is that day, in sentences that stand on a paper. `name`: how the field is called by which it is fixed. */
export function because({ openedOn, why, dueOn }: Duty, beginning: Beginning, name: (field: string) => string): string {
  const end = dueOn === null ? '有关日期确定后再计算期限' : `故期限为${writeDay(dueOn, 'zh')}`
  const begun = begunBy(openedOn, why, beginning, name)
  const told = [...begun, ...countedIn(why, dueOn), ...changesOf(why, name), end].join('，')
  return `${told}。依据：${applied(why).zh}。${why.provisional ? '有关年度的放假安排尚未公布，这一期限为暂定。' : ''}`
}

/** Each day that was not counted, where several were not. */
export function restDays({ skipped }: Duty['why']): string[] {
  if (skipped.length < 2) return []
  const days = skipped.map(({ day, name }, at) => {
    const week = isWeekend(name)
    const written = writeDay(day, 'zh', { weekday: week, year: 'auto', today: skipped[at - 1]?.day ?? '0000-01-01' })
    return week ? written : `${written}（${writeRest(name, 'zh')}）`
  })
  return [`不计算在内的休息日：${days.join('、')}。`]
}

function begunBy(openedOn: string, why: Duty['why'], { what, named }: Beginning, name: (field: string) => string): string[] {
  const { anchor, length, rule } = why
  const from = named ? `${named}（${plain(openedOn)}）` : `${plain(openedOn)}${what ?? ''}${what ? '之日' : ''}`
  if (length !== null && !anchor) return amountIn(length) === 0 ? [`自${from}起算，当日办理`] : [`自${from}起算${spanOf(length)}`]
  const begun = what ? [`${plain(openedOn)}${what}`] : []
  if (anchor && length !== null)
    return countedBack(why)
      ? [...begun, `“${name(anchor.field)}”为${plain(anchor.day)}`, `应在此前${spanOf(length)}办理`]
      : [...begun, `自“${name(anchor.field)}”（${plain(anchor.day)}）起算${spanOf(length)}`]
  if (anchor) return [...begun, `“${name(anchor.field)}”为${plain(anchor.day)}`]
  return [...begun, ...periodIn(rule)]
}

const amountIn = (length: Length): number => Object.values(length)[0] ?? 0

function spanOf(length: Length): string {
  if ('workdays' in length) return `${length.workdays}个工作日`
  return 'days' in length ? `${length.days}日` : `${length.months}个月`
}

function periodIn(rule: Due): string[] {
  if ('first' in rule) return rule.first.flatMap(periodIn).slice(0, 1)
  if ('earliest' in rule) return rule.earliest.flatMap(periodIn).slice(0, 1)
  if ('yearly' in rule) return [`每年${Number(rule.yearly.slice(0, 2))}月${Number(rule.yearly.slice(3))}日前办理`]
  if ('monthly' in rule) return [`每月${rule.monthly}日前办理`]
  return 'quarterly' in rule ? [`每季度首月${rule.quarterly}日前办理`] : []
}

/** What the count passed over, and the longest that the rule allows; of a day that was moved by decision neither matters any more. */
function countedIn(why: Duty['why'], dueOn: string | null): string[] {
  const { length, skipped, worked, extensions, cap } = why
  if (extensions.some(({ reason }) => reason === 'moved')) return []
  const [rolled] = skipped
  const passed = (): string => {
    if (!rolled) return ''
    if (length !== null && 'workdays' in length) return `其间${skipped.length}天休息日不计算在内`
    return `${restDay(rolled)}，不是工作日，${countedBack(why) ? '提前至前' : '顺延至后'}一个工作日`
  }
  const made = worked.map(({ day }) => plain(day)).join('、')
  return [passed(), made && `${made}调休上班，计为工作日`, cap !== undefined && cap.day === dueOn ? '以最长期限为限' : ''].filter(Boolean)
}

const restDay = ({ day, name }: { day: string; name: string }): string =>
  isWeekend(name) ? writeDay(day, 'zh') : `${plain(day)}是${writeRest(name, 'zh')}`

const isWeekend = (name: string): boolean => name === '周六' || name === '周日'

/** Pauses, and what moved the day since. */
function changesOf({ pauses, extensions, anchor }: Duty['why'], name: (field: string) => string): string[] {
  return [
    ...pauses.map(({ from, to, days }) => `${plain(from)}至${plain(to)}暂停计算${days}天`),
    ...extensions.map(({ on, from, to, asked, reason }) => {
      const change = `期限${from === null ? '' : `由${plain(from)}`}改为${plain(to)}`
      if (reason === 'calendar') return `${plain(on)}随放假安排调整，${change}`
      if (reason === 'moved') return `${plain(on)}延期，${change}${asked === undefined ? '' : `（${plain(asked)}是休息日）`}`
      return `${plain(on)}${anchor ? `“${name(anchor.field)}”变更` : '有关日期变更'}，${change}`
    }),
  ]
}
