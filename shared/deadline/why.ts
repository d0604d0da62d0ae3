import type { Due } from '../definition/due.ts'
import type { Duty } from '../duty.ts'
import type { Label, Lang } from '../names.ts'
import { yearOf } from './calendar.ts'
import { plural, writeDay, writeRest } from './days.ts'
import { anchorName, anchors } from './deadline.ts'

/** What the sentences may name: the act that opened the duty (交办) and the labels of the ledger's fields. */
export type Naming = { start?: Label; fields?: { [field: string]: { label: Label } } }

/**
 * Why a day is the day, clause by clause, from the stored derivation: start, rule and basis, what was skipped, pauses and moves, end, what is
 * uncertain. Join with ' · ' in Chinese and '; ' in English. The days skipped stand in `why.skipped`, to be listed with `writeRest`.
 */
export function explain(
  duty: Pick<Duty, 'openedOn' | 'why' | 'dueOn'> & Partial<Pick<Duty, 'state'>>,
  lang: Lang,
  naming: Naming = {},
): string[] {
  const { openedOn, why, dueOn } = duty
  const say = (label: Label): string => label[lang]
  const auto = lang === 'zh' ? ({ year: 'auto', today: openedOn } as const) : {}
  const day = (at: string): string => writeDay(at, lang, auto)
  const date = (at: string): string => writeDay(at, lang, { ...auto, weekday: false })
  const field = (key: string): string => fieldName(key, naming)[lang]
  const name = why.anchor ? field(why.anchor.field) : ''
  const clauses = [
    `${naming.start?.[lang] ?? say({ zh: '起算', en: 'Opened' })} ${writeDay(openedOn, lang)}`,
    say(ruleWords(duty, name, day)),
  ]
  if (dueOn === null) return [...clauses, say({ zh: '还算不出哪一天到期', en: 'the day is not known yet' })]

  const extended = why.extensions.some(({ reason }) => reason === 'moved')
  if (!extended) clauses.push(...countWords(why, day, lang).map(say))
  if (!extended && why.cap?.day === dueOn) clauses.push(say({ zh: '已到最长期限', en: 'the longest that the rule allows' }))
  for (const { from, to, days } of why.pauses) {
    clauses.push(
      say({ zh: `${date(from)}至${date(to)}暂停 ${days} 天`, en: `paused ${plural(days, 'day')}, ${date(from)} to ${date(to)}` }),
    )
  }
  for (const { on, from, to, asked, reason } of why.extensions) {
    const rolled =
      asked === undefined
        ? null
        : { zh: `，${date(asked)}是休息日，顺延到${date(to)}`, en: `; ${date(asked)} is a rest day, so it ends on ${date(to)}` }
    const change = {
      zh: `${from === null ? '' : `由${date(from)}`}改为${date(to)}`,
      en: `${from === null ? '' : `from ${date(from)} `}to ${date(to)}`,
    }
    if (reason === 'calendar')
      clauses.push(say({ zh: `${date(on)}随放假安排调整，${change.zh}`, en: `moved with the calendar on ${date(on)} ${change.en}` }))
    else if (reason === 'moved')
      clauses.push(
        say({ zh: `${date(on)}延期，${change.zh}${rolled?.zh ?? ''}`, en: `extended on ${date(on)} ${change.en}${rolled?.en ?? ''}` }),
      )
    else clauses.push(say({ zh: `${date(on)}“${name}”有变动，${change.zh}`, en: `moved with ${name} on ${date(on)} ${change.en}` }))
  }
  // A day that was counted has been rolled, so it is a working day; one that somebody set is kept as given.
  const set = extended || (why.length === null && why.anchor !== undefined)
  clauses.push(
    say(
      set
        ? { zh: `届满 ${day(dueOn)}`, en: `ends ${day(dueOn)}` }
        : { zh: `届满 ${day(dueOn)}，是工作日`, en: `ends ${day(dueOn)}, a working day` },
    ),
  )
  if (duty.state === 'paused') clauses.push(say({ zh: '现在暂停，恢复后接着算', en: 'paused now; the count goes on afterwards' }))
  else if (why.pauses.length + why.extensions.length === 0) clauses.push(say({ zh: '没有暂停或延期', en: 'no pause or extension' }))
  if (why.provisional) {
    const year = Math.max(yearOf(dueOn), yearOf(why.anchor?.day ?? dueOn))
    clauses.push(
      say({ zh: `${year}年放假安排还没有公布，这个日期是暂定的`, en: `provisional: the ${year} holidays are not yet published` }),
    )
  }
  return clauses
}

/** The label of the field that names the day; of a day on another record, what that is to this one. */
export function fieldName(key: string, { fields }: Naming): Label {
  const [via = '', elsewhere] = key.split('.')
  if (fields?.[key]) return fields[key].label
  if (elsewhere !== undefined && via === 'parent') return { zh: '上级事项的日期', en: 'the day of the parent item' }
  return fields?.[via]?.label ?? { zh: key, en: key }
}

/** 3 个月, 5 个工作日, 7 天. */
export function lengthWords(length: NonNullable<Duty['why']['length']>): Label {
  if ('workdays' in length) return { zh: `${length.workdays} 个工作日`, en: plural(length.workdays, 'working day') }
  if ('days' in length) return { zh: `${length.days} 天`, en: plural(length.days, 'day') }
  return { zh: `${length.months} 个月`, en: plural(length.months, 'month') }
}

/** True for a day that was counted back from one that a field names. */
export const countedBack = ({ anchor, length, rule }: Pick<Duty['why'], 'anchor' | 'length' | 'rule'>): boolean =>
  anchor !== undefined && length !== null && isBefore(rule, anchor.field)

/**
 * Why the rule is the rule. One with several ways says of what is missing what applies then (按方案的期限；没有写明的，十个工作日; on the day of the plan, else …):
 * only the way that was gone is told.
 */
export function applied({ basis, rule, anchor }: Pick<Duty['why'], 'basis' | 'rule' | 'anchor'>): Label {
  const [wanted] = 'first' in rule ? rule.first : []
  const clauses = basis.zh.split('；')
  const other = clauses.findIndex((clause) => clause.startsWith('没有') && clause.includes('的，'))
  if (!wanted || other < 1) return basis
  const lead = /^本县设定：/.exec(basis.zh)?.[0] ?? ''
  const named = anchor !== undefined && anchors(wanted, true).includes(anchor.field)
  const [first = basis.en, ...rest] = basis.en.split(', else ')
  return named
    ? { zh: clauses.slice(0, other).join('；'), en: first }
    : { zh: (clauses[other] ?? '').replace(/^没有[^，]*的，/, lead), en: rest.join(', else ') || basis.en }
}

function ruleWords({ why, dueOn }: Pick<Duty, 'why' | 'dueOn'>, name: string, day: (at: string) => string): Label {
  const { anchor, length, rule } = why
  const basis = applied(why)
  const by = (zh: string, en: string): Label => ({ zh: `${zh}（${basis.zh}）`, en: `${en} (${basis.en})` })
  if (length !== null) {
    const { zh, en } = lengthWords(length)
    if (!anchor) return by(`规定 ${zh}`, `${en} by rule`)
    return countedBack(why)
      ? by(`“${name}”${day(anchor.day)}之前 ${zh}`, `${en} before ${name}, ${day(anchor.day)}`)
      : by(`从“${name}”${day(anchor.day)}起 ${zh}`, `${en} from ${name}, ${day(anchor.day)}`)
  }
  if (anchor) return by(`按${name}定为${day(anchor.day)}`, `fixed by ${name}, ${day(anchor.day)}`)
  if (dueOn === null) return by('要等有关日期填好才能算', 'counted once the day that it depends on is filled in')
  return by(...periodWords(rule))
}

function isBefore(rule: Due, field: string): boolean {
  if ('first' in rule) return rule.first.some((each) => isBefore(each, field))
  if ('earliest' in rule) return rule.earliest.some((each) => isBefore(each, field))
  return 'before' in rule && rule.before !== undefined && anchorName(rule.before) === field
}

/** What the count passed over: rest days at the end or in between, make-up days. */
function countWords(why: Duty['why'], day: (at: string) => string, lang: Lang): Label[] {
  const { length, skipped, worked } = why
  const words: Label[] = []
  const back = countedBack(why) ? { zh: '，提前到前一个工作日', en: ', so it moves to the one before' } : { zh: '', en: '' }
  const rolled = length !== null && 'workdays' in length ? undefined : skipped[0]
  if (rolled) {
    const rest = rolled.name === '周六' || rolled.name === '周日' ? '' : writeRest(rolled.name, lang)
    words.push({
      zh: `${day(rolled.day)}${rest && `是${rest}`}，不是工作日${back.zh}`,
      en: `${day(rolled.day)} is ${rest && `${rest}, `}no working day${back.en}`,
    })
  } else if (skipped.length > 0) {
    words.push({ zh: `中间有 ${skipped.length} 天休息日不算`, en: `${plural(skipped.length, 'rest day')} in between not counted` })
  }
  for (const make of worked)
    words.push({ zh: `${day(make.day)}调休上班，算工作日`, en: `${day(make.day)} is worked in exchange and counts` })
  return words
}

function periodWords(rule: Due): [string, string] {
  if ('first' in rule || 'earliest' in rule) {
    const periodic = ('first' in rule ? rule.first : rule.earliest).find(
      (each) => 'yearly' in each || 'monthly' in each || 'quarterly' in each,
    )
    return periodic ? periodWords(periodic) : ['按规定', 'by rule']
  }
  if ('yearly' in rule) {
    const [month, date] = rule.yearly.split('-').map(Number)
    return [`每年 ${month} 月 ${date} 日`, `each year on ${writeDay(`2024-${rule.yearly}`, 'en', { weekday: false }).slice(0, -5)}`]
  }
  if ('monthly' in rule) return [`每月 ${rule.monthly} 日`, `each month on day ${rule.monthly}`]
  if ('quarterly' in rule) return [`每季度首月 ${rule.quarterly} 日`, `each quarter on day ${rule.quarterly} of its first month`]
  return ['按规定', 'by rule']
}
