import {
  Box,
  Checkbox,
  Paper,
  type SxProps,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  type TableRowProps,
  TableSortLabel,
  type Theme,
  Typography,
} from '@mui/material'
import { Fragment, type ReactNode } from 'react'

type Style = Exclude<SxProps<Theme>, ((theme: Theme) => unknown) | readonly unknown[] | boolean | null>

export type Column<T> = {
  /** Where two columns may be called the same. */
  key?: string
  /** What stands over it; nothing over buttons. */
  label: string
  cell: (row: T) => ReactNode
  /** Numbers stand one under the other; the buttons of a row at its end. */
  right?: boolean
  /** What it holds is what the row is called by. */
  names?: boolean
  /** Of its cells, the one over them too; `head`: of that one alone. */
  sx?: Style
  head?: Style
  /** `by`: the way in which it is in order, or would be after `go`. */
  sort?: { active: boolean; by: 'asc' | 'desc'; go: () => void }
  /** What stands under it, after the last row. */
  sum?: ReactNode
}

/** Boxes to tick, of each row and of all. */
type Ticks<T> = { all: string; one: (row: T) => string; any: boolean; is: (row: T) => boolean; set: (row: T, on: boolean) => void } & {
  setAll: (on: boolean) => void
  disabled?: boolean
}

type Props<T> = {
  columns: Column<NoInfer<T>>[]
  rows: T[]
  id: (row: T) => string
  /** What the table is called: read aloud, where nothing that is seen says so. */
  caption?: string
  label?: string
  /** What the frame is called in which the table scrolls; then the keyboard scrolls it too. */
  group?: string
  /** Said instead of a table without rows. */
  empty?: string
  /** A line around it. */
  outlined?: boolean
  /** Eleven townships stand on one screen. */
  dense?: boolean
  /** No head breaks into lines. */
  unbroken?: boolean
  sticky?: boolean
  hover?: boolean
  size?: 'small' | 'medium'
  row?: (row: T) => TableRowProps
  /** What stands over a row, across all columns: the head of a group, over its first. */
  over?: (row: T, before: T | undefined) => ReactNode
  /** What has been unfolded of a row, under it. */
  under?: (row: T) => ReactNode
  ticks?: Ticks<T>
  sx?: Style
  frame?: Style
}

/** The table of the panel: columns say how a row is shown. It scrolls sideways in itself, and without a word over any column it has no head. */
export function DataTable<T>(props: Props<T>) {
  const { columns, rows, id, caption, label, group, empty, outlined, dense, unbroken, row, over, under, ticks } = props
  if (rows.length === 0 && empty) return <Typography color="text.secondary">{empty}</Typography>
  const across = columns.length + (ticks ? 1 : 0)
  const named = group === undefined ? {} : { tabIndex: 0, role: 'group', 'aria-label': group }
  return (
    <Box
      {...(outlined ? { component: Paper, variant: 'outlined' } : {})}
      {...named}
      sx={{ overflowX: 'auto', '@media print': { overflow: 'visible' }, ...props.frame }}
    >
      <Table
        size={props.size ?? 'small'}
        stickyHeader={props.sticky ?? false}
        aria-label={label}
        sx={{ ...(dense ? low : {}), ...(unbroken ? { '& thead th': oneLine } : {}), ...props.sx }}
      >
        {caption && (
          <Box component="caption" sx={unseen}>
            {caption}
          </Box>
        )}
        {columns.some((column) => column.label !== '') && (
          <TableHead>
            <TableRow>
              {ticks && (
                <TickCell
                  label={ticks.all}
                  checked={rows.length > 0 && rows.every(ticks.is)}
                  some={ticks.any}
                  set={ticks.setAll}
                  disabled={ticks.disabled}
                />
              )}
              {columns.map((column) => (
                <Head key={keyOf(column)} column={column} />
              ))}
            </TableRow>
          </TableHead>
        )}
        <TableBody>
          {rows.map((each, at) => {
            const above = over?.(each, rows[at - 1])
            const below = under?.(each)
            return (
              <Fragment key={id(each)}>
                {above && (
                  <TableRow>
                    <TableCell component="th" scope="rowgroup" colSpan={across} sx={{ fontWeight: 700, bgcolor: 'background.default' }}>
                      {above}
                    </TableCell>
                  </TableRow>
                )}
                <TableRow hover={props.hover ?? false} {...row?.(each)}>
                  {ticks && (
                    <TickCell
                      label={ticks.one(each)}
                      checked={ticks.is(each)}
                      set={(on) => ticks.set(each, on)}
                      disabled={ticks.disabled}
                    />
                  )}
                  {columns.map((column) => (
                    <Cell key={keyOf(column)} column={column} sx={column.sx}>
                      {column.cell(each)}
                    </Cell>
                  ))}
                </TableRow>
                {below && (
                  <TableRow data-under>
                    <TableCell
                      colSpan={across}
                      sx={{ height: 'auto !important', whiteSpace: 'normal !important', py: '0.4rem !important' }}
                    >
                      {below}
                    </TableCell>
                  </TableRow>
                )}
              </Fragment>
            )
          })}
        </TableBody>
        {columns.some(({ sum }) => sum !== undefined) && (
          <TableBody>
            <TableRow>
              {ticks && <TableCell />}
              {columns.map((column) => (
                <Cell key={keyOf(column)} column={column} sx={{ ...column.sx, fontWeight: 700 }}>
                  {column.sum}
                </Cell>
              ))}
            </TableRow>
          </TableBody>
        )}
      </Table>
    </Box>
  )
}

function Head<T>({ column: { label, right, sx, head, sort } }: { column: Column<T> }) {
  return (
    <TableCell
      component={label === '' ? 'td' : 'th'}
      align={right ? 'right' : 'left'}
      sortDirection={sort?.active ? sort.by : false}
      sx={{ ...sx, ...head }}
    >
      {sort ? (
        <TableSortLabel active={sort.active} direction={sort.by} onClick={sort.go}>
          {label}
        </TableSortLabel>
      ) : (
        label
      )}
    </TableCell>
  )
}

type CellProps<T> = { column: Column<T>; sx: Style | undefined; children: ReactNode }

function Cell<T>({ column: { right, names }, sx = {}, children }: CellProps<T>) {
  return (
    <TableCell {...(names ? { component: 'th', scope: 'row' } : {})} align={right ? 'right' : 'left'} sx={sx}>
      {children}
    </TableCell>
  )
}

type TickProps = { label: string; checked: boolean; some?: boolean; set: (on: boolean) => void; disabled: boolean | undefined }

function TickCell({ label, checked, some = false, set, disabled = false }: TickProps) {
  return (
    <TableCell padding="checkbox">
      <Checkbox
        disabled={disabled}
        checked={checked}
        indeterminate={some && !checked}
        onChange={(_, on) => set(on)}
        slotProps={{ input: { 'aria-label': label } }}
      />
    </TableCell>
  )
}

const keyOf = ({ key, label }: Column<never>) => key ?? label

/** For `sx` of a column: what would be hard to read in two lines, and what a hand has no room for. */
export const oneLine = { whiteSpace: 'nowrap' } as const
export const hiddenInHand = { display: { xs: 'none', sm: 'table-cell' } } as const

const low = {
  '& td, & th': { height: '2.13rem', py: 0, px: { xs: 1.5, sm: 2 } },
  '& th': { whiteSpace: 'nowrap' },
  '& .MuiTableSortLabel-icon': { fontSize: '1rem', m: 0 },
  '& .MuiTableSortLabel-root:not(.Mui-active) .MuiTableSortLabel-icon': { display: { xs: 'none', sm: 'inline-block' } },
} as const
const unseen = { position: 'absolute', clip: 'rect(0 0 0 0)', width: '1px', height: '1px', overflow: 'hidden', p: 0 } as const
