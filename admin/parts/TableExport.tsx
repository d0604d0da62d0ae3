import { Button } from '@mui/material'
import { usePanel } from '../panel.ts'
import { cellOf } from './table-cells.ts'

/** Saves the table that stands in the same section as a workbook: what is shown, in the order in which it is shown. */
export function TableExport({ name }: { name: string }) {
  const { today, words } = usePanel()
  const save = async (button: HTMLElement) => {
    const table = button.closest('section')?.querySelector('table')
    if (!table) return
    const { default: write } = await import('write-excel-file/browser')
    await write(rowsOf(table), { columns: widths(table), stickyRowsCount: 1 }).toFile(`${name} ${today}.xlsx`)
  }
  return (
    <Button variant="text" size="small" onClick={(event) => void save(event.currentTarget)} sx={{ minHeight: 0, displayPrint: 'none' }}>
      {words.list.export}
    </Button>
  )
}

/** What has been unfolded of a row stands in another shape. */
const shown = (table: HTMLTableElement) => [...table.rows].filter((row) => row.dataset.under === undefined)

const rowsOf = (table: HTMLTableElement) =>
  shown(table).map((row, at) =>
    [...row.cells].map((cell) => ({ ...cellOf(textOf(cell)), ...(at === 0 ? { fontWeight: 'bold' as const } : {}) })),
  )

const widths = (table: HTMLTableElement) =>
  [...(table.rows[0]?.cells ?? [])].map((_, at) => ({
    width: 4 + 2 * Math.max(...shown(table).map(({ cells }) => (cells[at] ? textOf(cells[at]).length : 0))),
  }))

/** What a cell says; buttons and pictures in it say nothing. */
function textOf(cell: HTMLTableCellElement): string {
  return (cell.querySelector('a, .MuiTableSortLabel-root') ?? cell).textContent.trim()
}
