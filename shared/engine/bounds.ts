import { same } from '../canonical.ts'
import { writeDay } from '../deadline/days.ts'
import type { Condition } from '../definition/condition.ts'
import type { Bound, Ledger } from '../definition/ledger.ts'
import { isDay, type Label, type Lang } from '../names.ts'
import type { Data, Value } from '../record.ts'
import type { Fault } from '../refusal.ts'
import { holds, measure } from './holds.ts'

/**
 * What is wrong between fields after a change (`after`; `before` is what stood): each bound of the ledger is judged where the change touched one of its two
 * sides, so that what is wrong from old does not keep anybody from going on. The fault stands at the side that was touched and names both. An empty side
 * bounds nothing; a list is compared by its length.
 */
export function boundFaults(ledger: Ledger, before: Data, after: Data, path: string): Fault[] {
  return (ledger.bounds ?? []).flatMap((bound): Fault[] => {
    const other = (bound.atMost ?? bound.atLeast ?? '').slice(1)
    const touched = [bound.field, other].find((key) => !same(before[key], after[key]))
    if (touched === undefined || keeps(bound, after[bound.field] ?? null, after[other] ?? null) || excepted(bound, after)) return []
    return [{ path: `${path}.${touched}`, code: 'bad', message: sentence(ledger, bound, other, after) }]
  })
}

function keeps({ atMost }: Bound, one: Value, other: Value): boolean {
  const [a, b] = [measure(one), measure(other)]
  if (a === null || b === null || typeof a !== typeof b || a === 'none' || b === 'none') return true
  return atMost === undefined ? a >= b : a <= b
}

const excepted = ({ unless }: Bound, data: Data): boolean =>
  unless !== undefined &&
  holds(unless, { record: { duties: [], took: {} }, data, kin: { children: [], phases: () => undefined }, today: '', person: '' })

function sentence(ledger: Ledger, { field, atMost, unless = [] }: Bound, other: string, data: Data): Label {
  const name = (key: string, lang: Lang) => ledger.fields[key]?.label[lang] ?? key
  const days = isDay(data[field])
  const zh = days ? (atMost ? '晚于' : '早于') : atMost ? '大于' : '小于'
  const en = days ? (atMost ? 'lie after' : 'lie before') : atMost ? 'exceed' : 'be below'
  const told = (key: string, lang: Lang) => tell(data[key] ?? null, lang)
  const names = unless.flatMap(namesIn)
  const but = {
    zh: names.length > 0 ? `确实如此的，请先填“${names.map((key) => name(key, 'zh')).join('”“')}”。` : '',
    en: names.length > 0 ? ` If it is so, fill in “${names.map((key) => name(key, 'en')).join('”, “')}” first.` : '',
  }
  return {
    zh: `“${name(field, 'zh')}”（${told(field, 'zh')}）不能${zh}“${name(other, 'zh')}”（${told(other, 'zh')}）。${but.zh}`,
    en: `“${name(field, 'en')}” (${told(field, 'en')}) cannot ${en} “${name(other, 'en')}” (${told(other, 'en')}).${but.en}`,
  }
}

const namesIn = (condition: Condition): string[] =>
  'any' in condition ? condition.any.flatMap(namesIn) : 'field' in condition ? [condition.field] : []

const tell = (value: Value, lang: Lang): string => (isDay(value) ? writeDay(value, lang, { weekday: false }) : String(measure(value)))
