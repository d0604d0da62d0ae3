import { Box, ButtonBase, MenuItem, Select, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { wholeOf } from '../../shared/definition/parted.ts'
import { putRight } from '../../shared/importing/instead.ts'
import { broughtBy } from '../../shared/importing/judge.ts'
import { columnFields, IGNORE } from '../../shared/importing/meanings.ts'
import type { Seen } from '../../shared/importing/seen.ts'
import { columnLetters } from '../../shared/importing/sheet.ts'
import { isSerial } from '../../shared/importing/table.ts'
import { usePanel } from '../panel.ts'
import { writeNumber } from '../parts/number.ts'
import { seenWords } from '../words/import-seen.ts'
import { importWords } from '../words/imports.ts'
import { columnName } from './faults.ts'
import type { Columns, Fault, HeadingRows, Values } from './job.ts'

export type SeenSheet = Seen & { heading?: number }
type Props = {
  ledger: Ledger
  sheet: SeenSheet
  faults: Fault[]
  say: (columns: Columns) => void
  mark: (rows: HeadingRows) => void
  values?: Values | undefined
}

/**
 * A tab as it stands in the file: its first rows, the heading marked, above each column what it is taken for, wrong cells in colour, and cells that were put
 * right as they are taken now. All of it can be put right here. The file says which cells there are, and over how many columns one reaches: no rows of one
 * shape for a `DataTable`.
 */
export function SheetSeen({ ledger, sheet, faults, say, mark, values = {} }: Props) {
  const { lang } = usePanel()
  const words = seenWords[lang]
  const width = Math.max(0, ...sheet.first.map(({ cells }) => cells.length), ...sheet.columns.map(({ at }) => at + 1))
  const from = Math.min(
    ...sheet.columns.map(({ at }) => at),
    ...sheet.first.flatMap(({ cells }) => cells.findIndex((text) => text !== '')).filter((at) => at >= 0),
  )
  const places = Array.from({ length: Math.max(0, width - from) }, (_, at) => from + at)
  const isHeading = (row: number) => sheet.heading !== undefined && row >= (sheet.top ?? sheet.heading) && row <= sheet.heading
  const wrong = new Map(faults.filter((fault) => !fault.sheet || fault.sheet === sheet.name).map((fault) => [fault.cell, fault.message]))
  const right = corrected(sheet, values)
  return (
    <Box component="section" aria-label={words.of(sheet.name)} sx={{ mb: 4 }}>
      <Typography sx={{ fontWeight: 600 }}>{words.of(sheet.name)}</Typography>
      <Typography color="text.secondary" sx={{ mb: 1 }}>
        {words.how}
      </Typography>
      {/* What is only read aloud lies where the cells scroll, not beyond the page. */}
      <Box sx={{ position: 'relative', overflow: 'auto', maxHeight: '26rem', border: 1, borderColor: 'divider' }}>
        <Table size="small" stickyHeader sx={{ '& td, & th': { whiteSpace: 'nowrap', px: 2 } }}>
          <TableHead>
            <TableRow>
              <TableCell>{words.taken}</TableCell>
              {places.map((at) => (
                <TableCell key={at}>
                  <TakenFor ledger={ledger} column={sheet.columns.find((column) => column.at === at)} say={say} />
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {sheet.first.map(({ row, cells }) => (
              <TableRow key={row} sx={isHeading(row) ? { '& td, & th': { bgcolor: 'action.selected', fontWeight: 700 } } : {}}>
                <TableCell component="th" scope="row">
                  <ButtonBase
                    aria-label={words.mark(writeNumber(row))}
                    aria-pressed={row === sheet.heading}
                    title={words.mark(writeNumber(row))}
                    onClick={() => mark({ [sheet.name]: row })}
                    sx={{ px: 2, minHeight: '2rem', color: 'primary.main' }}
                  >
                    {row}
                  </ButtonBase>
                </TableCell>
                {places.slice(0, aloneAt(cells, from) ?? places.length).map((at) => {
                  const why = wrong.get(`${columnLetters(at)}${row}`)
                  const now = isHeading(row) ? undefined : right(at, cells[at])
                  const told = why ? `${words.wrong}：${why}` : now !== undefined ? words.right(cells[at] ?? '') : undefined
                  return (
                    <TableCell
                      key={at}
                      // A title, or a note, stands over the whole table.
                      {...(aloneAt(cells, from) === at - from + 1 ? { colSpan: from + places.length - at } : {})}
                      {...(told ? { title: why ?? told } : {})}
                      sx={why ? marked('error.main') : now !== undefined ? marked('primary.main') : {}}
                    >
                      {now ?? cells[at] ?? ''}
                      {now !== undefined && (
                        <Box component="s" sx={{ ml: 2, color: 'text.secondary', fontWeight: 400 }}>
                          {cells[at]}
                        </Box>
                      )}
                      {told && (
                        <Box component="span" sx={{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden' }}>
                          {told}
                        </Box>
                      )}
                    </TableCell>
                  )
                })}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </Box>
  )
}

const marked = (color: string) => ({ color, fontWeight: 600, outline: '2px solid', outlineOffset: '-2px' })

/** What a cell is taken for since its sender said so; undefined where it is taken as it stands. */
export function corrected(
  { columns }: Pick<SeenSheet, 'columns'>,
  values: Values,
): (at: number, said: string | undefined) => string | undefined {
  const right = putRight(values)
  return (at, said = '') => {
    const path = columns.find((column) => column.at === at)?.path
    const now = path === undefined || said === '' ? said : right(path, said)
    return now === said ? undefined : String(now)
  }
}

/** How many cells a row has up to the only one that is filled; undefined where several are. */
function aloneAt(cells: string[], from: number): number | undefined {
  const filled = cells.flatMap((text, at) => (text === '' ? [] : [at]))
  return filled.length === 1 && filled[0] !== undefined ? filled[0] - from + 1 : undefined
}

type Column = Seen['columns'][number] | undefined

/** What a column is taken for, with its kind; a choice of another. A column without a heading has no name by which it could be remembered. */
function TakenFor({ ledger, column, say }: { ledger: Ledger; column: Column; say: Props['say'] }) {
  const { lang, words: panel, scope, today, world } = usePanel()
  const imports = importWords[lang]
  const words = seenWords[lang]
  if (!column?.heading) return null
  const fields = columnFields(ledger)
  const name = (path: string) => columnName(path, ledger, lang, { imports, panel })
  const options = ['number', 'township', 'state', ...Object.keys(fields).filter((key) => !fields[key]?.retired)]
  const known = column.path !== undefined && !options.includes(column.path) ? [column.path] : []
  const field = column.path === undefined ? undefined : fields[column.path]
  return (
    <>
      <Select
        variant="standard"
        displayEmpty
        value={column.path ?? ''}
        onChange={(event) => say({ [column.heading]: event.target.value })}
        SelectDisplayProps={{ 'aria-label': `${column.heading} ${words.taken}` }}
        sx={{ fontSize: '0.93rem', ...(column.path === undefined ? { color: 'text.secondary' } : {}) }}
        MenuProps={{ slotProps: { paper: { sx: { maxHeight: '60vh' } } } }}
      >
        <MenuItem value="" disabled>
          {isSerial(column.heading) ? words.not : words.unknown}
        </MenuItem>
        {[...known, ...options].map((path) => (
          <MenuItem key={path} value={path}>
            {name(path)}
          </MenuItem>
        ))}
        <MenuItem value={IGNORE}>{words.not}</MenuItem>
      </Select>
      {field && <Box sx={{ fontSize: '0.8rem', color: 'text.secondary', fontWeight: 400 }}>{words.kinds[field.kind]}</Box>}
      {field && column.path && !broughtBy(ledger, scope, today, world).includes(wholeOf(column.path)) && (
        <Box sx={{ fontSize: '0.8rem', color: 'error.main', fontWeight: 400 }}>{words.notYours}</Box>
      )}
    </>
  )
}
