import type { Label } from '../names.ts'
import { dayIn, joined, standing, type Told } from './sentence.ts'
import { isNow } from './verbs.ts'

/** One duty of the daily letter: who owes what by when, and how late it is. */
export type Urgent = { item: Label; told: Told; whose: Label }

/**
 * The first sentence of the daily letter: the one thing, or how much there is, how much of it this letter reminds of, and what is worst. `all`: how much there
 * is, as the reader's page says it, `rest`: more than stands here; `copies`: how much is only copied to the reader.
 */
export function dailyOpening(on: string, { count, counts, all, rest, copy, copies, worst }: Day): Label {
  const { item, told, whose } = worst
  const state = standing(told, whose, on)
  const late = told.dueOn !== null && told.dueOn < on
  const ends: Label[] = [
    ...(copy ? [{ zh: '抄送您了解', en: 'copied to you for your attention' }] : [late ? soon : inTime]),
    ...(copies > 0 ? [{ zh: `另有 ${copies} 件由别的单位办理，抄送您了解`, en: `${copies} more that others owe are copied to you` }] : []),
  ]
  const end = joined(ends, '；', '; ')
  if (count === 1) return { zh: `${item.zh}，${state.zh}，${end.zh}。`, en: `${item.en}: ${state.en}; ${end.en}.` }
  const [day, how] = [dayIn(on), sums({ counts, all, rest, copy, whose, count })]
  return {
    zh: `截至${day.zh}，${how.zh}最急的是${item.zh}：${state.zh}，${end.zh}。`,
    en: `As of ${day.en}, ${how.en} first comes ${item.en}: ${state.en}; ${end.en}.`,
  }
}

/** What the letter counts, and of what the item that follows is the worst: of what it reminds of, where that is not all. */
function sums({
  counts,
  all,
  rest,
  copy,
  whose,
  count,
}: Pick<Day, 'counts' | 'all' | 'rest' | 'copy' | 'count'> & { whose: Label }): Label {
  if (copy) {
    if (all)
      return { zh: `全县有 ${all.zh}；今天抄送您 ${count} 件，其中`, en: `the county has ${all.en}; of ${count} copied to you today,` }
    return { zh: `抄送您了解的有 ${counts.zh}，`, en: `${counts.en} are copied to you;` }
  }
  const whole = all ?? counts
  const has = { zh: `${whose.zh}有 ${whole.zh}`, en: `${whose.en} ${whose.en === 'you' ? 'have' : 'has'} ${whole.en};` }
  return rest
    ? { zh: `${has.zh}；今天提醒 ${count} 件，其中`, en: `${has.en} of the ${count} in this letter,` }
    : { zh: `${has.zh}，`, en: has.en }
}

type Day = { count: number; counts: Label; all?: Label | undefined; rest?: boolean; copy: boolean; copies: number; worst: Urgent }
const soon = { zh: '请尽快办理', en: 'please act soon' }
const inTime = { zh: '请按期办理', en: 'please act in time' }

/** The first sentence of an overview. */
export function overviewOpening(period: 'weekly' | 'monthly', counts: Label, on: string, { item, told, whose }: Urgent): Label {
  const state = standing(told, whose, on)
  const [zh, en] =
    period === 'weekly' ? ['本周，与您有关的事项', 'This week, of what concerns you'] : ['本月，全县', 'This month, in the county']
  return { zh: `${zh}有 ${counts.zh}，最急的是${item.zh}：${state.zh}。`, en: `${en}, ${counts.en}; first comes ${item.en}: ${state.en}.` }
}

/** The first sentence of news that waited for their reader's letter: of one item its last step and how it stands, of several which they are. */
export function progressOpening(items: Label[], last: { day: Label; did: Label; state: Label; asks: Label }): Label {
  const [first, second, third] = items
  if (first && !second) {
    const { day, did, state, asks } = last
    return {
      // What was done may say already how it stands: 已交办.
      zh: `${first.zh}有了新进展：${day.zh}${[did.zh, did.zh.endsWith(state.zh) ? '' : isNow(state.zh), asks.zh].filter(Boolean).join('，')}。`,
      en: `There is news of ${first.en}: on ${day.en} ${did.en}; it is now “${state.en}”${asks.en && `; ${asks.en}`}.`,
    }
  }
  const named = joined(items.slice(0, 2), '、', ', ')
  return {
    zh: `与您有关的 ${items.length} 件事项有了新进展：${named.zh}${third ? '等' : ''}。`,
    en: `There is news of ${items.length} items that concern you: ${named.en}${third ? ' and others' : ''}.`,
  }
}
