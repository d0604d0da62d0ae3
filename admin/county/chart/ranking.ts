import type { Ledger } from '../../../shared/definition/ledger.ts'
import { writeNumber, writeRate } from '../../parts/number.ts'
import type { Row } from '../grouping.ts'
import type { Bar } from './BarChart.tsx'

const SHOWN = 15

/** The rows of a grouping from worst to best on time; of a ledger without deadlines, from most to fewest open. Rows without a number are left out. */
export function ranking(ledger: Ledger, rows: Row[]): { bars: Bar[]; top: number } {
  if (!ledger.report?.duty) {
    const bars = rows
      .filter(({ open }) => open)
      .map(({ id, name, open = 0 }) => ({ id, name, value: open, text: writeNumber(open) }))
      .sort((a, b) => b.value - a.value)
      .slice(0, SHOWN)
    return { bars, top: bars[0]?.value ?? 0 }
  }
  const bars = rows.flatMap(({ id, name, rates: { onTime } }) => {
    if (!onTime || onTime.den === 0) return []
    const { num, den } = onTime
    return [{ id, name, value: num / den, text: `${writeRate(num, den)} · ${writeNumber(num)} / ${writeNumber(den)}`, den }]
  })
  return { bars: bars.sort((a, b) => a.value - b.value || b.den - a.den).slice(0, SHOWN), top: 1 }
}
