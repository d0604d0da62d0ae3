import type { Due } from './due.ts'
import type { Ledger } from './ledger.ts'

const units = { workdays: '工作日', days: '日', months: '月' } as const
type Unit = keyof typeof units
type Span = { unit: Unit; n: number }

/**
 * The duties whose length is not the one that their basis names: the number was changed and the words were not, or the other way round. A basis that names
 * no length of that unit says nothing against it. Reads the Chinese words, in which offices cite.
 */
export function basisFaults(ledger: Pick<Ledger, 'duties'>): { duty: string; says: string; is: string }[] {
  return Object.entries(ledger.duties ?? {}).flatMap(([duty, { basis, due, cap }]) => {
    const said = spansIn(basis.zh)
    const own = spansOf(due)
    const unsaid = (span: Span) => !said.some((each) => same(each, span))
    // One of the lengths that a rule offers is enough; the longest that is allowed is held against words that name two.
    const silent =
      own.find((span) => comparable(said, span).length > 0 && comparable(own, span).every(unsaid)) ??
      spansOf((cap ?? { on: '' }) as Due).find((span) => comparable(said, span).length > 1 && unsaid(span))
    return silent ? [{ duty, says: comparable(said, silent).map(written).join('、'), is: written(silent) }] : []
  })
}

/** Lengths that a sentence names: 三个月, 十个工作日, 会前十日. Days of the calendar (11月30日, 每月5日) are none. */
export function spansIn(text: string): Span[] {
  const plain = text.replace(
    /(每月|首月|次年|每年|当年)?[\d〇一二三四五六七八九十]+月[\d一二三四五六七八九十]+[日号]|每月[\d一二三四五六七八九十]+[日号]/g,
    '',
  )
  return [...plain.matchAll(/(\d+|[一二两三四五六七八九十百]+)\s*(个工作日|工作日|个月|日|天|年)(?!度)/g)].flatMap(
    ([, number = '', unit = '']): Span[] => {
      const n = /^\d/.test(number) ? Number(number) : readNumber(number)
      if (unit.endsWith('工作日')) return [{ unit: 'workdays', n }]
      if (unit === '个月') return [{ unit: 'months', n }]
      return unit === '年' ? (n > 100 ? [] : [{ unit: 'months', n: n * 12 }]) : [{ unit: 'days', n }]
    },
  )
}

function spansOf(due: Due): Span[] {
  if ('first' in due) return due.first.flatMap(spansOf)
  if ('earliest' in due) return due.earliest.flatMap(spansOf)
  return (Object.keys(units) as Unit[]).flatMap((unit) => {
    const n = (due as Partial<Record<Unit, unknown>>)[unit]
    return typeof n === 'number' && n > 0 ? [{ unit, n }] : []
  })
}

const comparable = (said: Span[], { unit }: Span) => said.filter((each) => each.unit === unit)
const same = (a: Span, b: Span) => a.unit === b.unit && a.n === b.n
const written = ({ unit, n }: Span) => `${n} ${unit === 'days' ? '' : '个'}${units[unit]}`

const digits = '〇一二三四五六七八九'
/** 三十 → 30, 六十 → 60, 十五 → 15, 两 → 2, 一百 → 100. */
function readNumber(text: string): number {
  const plain = text.replace('两', '二')
  const [hundreds, rest] = plain.includes('百') ? plain.split('百') : ['', plain]
  const [tens, ones] = rest?.includes('十') ? rest.split('十') : ['', rest]
  const one = (sign: string | undefined, none: number) => (sign ? digits.indexOf(sign) : none)
  return (plain.includes('百') ? one(hundreds, 1) * 100 : 0) + (rest?.includes('十') ? one(tens, 1) * 10 : 0) + one(ones, 0)
}
