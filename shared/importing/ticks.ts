import type { Label } from '../names.ts'
import { notTick, twoTicks } from '../words/cells.ts'
import { unreadCell } from './cells.ts'
import type { Column } from './headings.ts'
import { plainHeading } from './meanings.ts'
import { isFilled, type SheetCell, shownText } from './sheet.ts'

/** The choice of a row whose field has a column for each: the one that is ticked, by a sign or by its own name. Two ticks, and what is no tick, are faults at their cells. */
export function readTicks(columns: Column[], cells: SheetCell[]): { value?: string; faults: { at: number; message: Label }[] } {
  const filled = columns.filter(({ at }) => isFilled(cells[at]) && !/^([-—―－_/\\×xX✗✘否0]|no)$/.test(wordOf(cells[at])))
  const faults = filled.flatMap(({ at, heading }) => {
    const word = wordOf(cells[at])
    const unread = unreadCell(cells[at] ?? null)
    const ticks = /^[√✓✔☑vV●○◯◎■★*1是y]$|^(yes|true)$/i.test(word) || plainHeading(heading).endsWith(plainHeading(word))
    return unread ? [{ at, message: unread }] : ticks ? [] : [{ at, message: notTick(word) }]
  })
  const [first, second] = filled
  if (faults.length > 0 || first === undefined) return { faults }
  if (second) return { faults: [{ at: second.at, message: twoTicks(first.heading, second.heading) }] }
  return { ...(first.option === undefined ? {} : { value: first.option }), faults: [] }
}

const wordOf = (cell: SheetCell | undefined): string => shownText(cell).normalize('NFKC').trim()
