import { Box, Checkbox, Link, Table, TableBody, TableCell, TableHead, TableRow, TableSortLabel } from '@mui/material'
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useListContext, useStore } from 'react-admin'
import { Link as To, useNavigate } from 'react-router'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { namingField } from '../../../shared/heading.ts'
import type { Lang } from '../../../shared/names.ts'
import type { Shown } from '../../data.ts'
import type { Around } from '../../fields/kind.ts'
import { kindOf } from '../../fields/kinds.tsx'
import { useAround } from '../../fields/useAround.ts'
import { usePanel } from '../../panel.ts'
import type { PanelWords } from '../../words/panel.ts'
import type { Column } from '../columns.ts'
import { cellText, RecordLamp } from './Cell.tsx'
import { useChosenColumns } from './columns-chosen.ts'
import { Found } from './Found.tsx'
import { useListOf } from './ListContext.ts'
import { asOwed, useHolder } from './owed.ts'

/** Orders that the API can page in, by column. */
const sorts: Record<string, string> = { lamp: 'dueOn', number: 'number', createdAt: 'createdAt', updatedAt: 'updatedAt' }

/**
 * The table of a list: lamp first, heading a real link, one line a cell. The row reacts to the mouse as well, but not to the keyboard: nothing is said
 * twice.
 */
export function ListTable({ selectable }: { selectable: boolean }) {
  const { words, lang } = usePanel()
  const { ledgers, name } = useListOf()
  const { data = [], sort, setSort, selectedIds = [], onSelect } = useListContext<Shown>()
  const [columns] = useChosenColumns()
  const [dense] = useStore<boolean>('dense', false)
  const all = data.length > 0 && data.every((record) => selectedIds.includes(record.id))
  const label = (column: Column) => headerOf(column, words, lang, ledgers)
  const frame = useRef<HTMLDivElement>(null)
  const wide = useWider(frame, `${columns.map(({ source }) => source).join()} ${data.length} ${lang}`)
  return (
    <Box ref={frame} sx={wide ? { overflowX: 'auto' } : {}}>
      <Table
        size={dense ? 'small' : 'medium'}
        stickyHeader
        aria-describedby={undefined}
        sx={{ '& td': { height: dense ? '2.4rem' : '2.93rem' }, '& th': { top: wide ? 0 : '3.47rem' }, '& td, & th': { px: 2.5 } }}
      >
        <Box component="caption" sx={hidden}>
          {words.list.caption(ledgers.length === 1 ? (ledgers[0]?.label[lang] ?? name) : words.frame.all)}
        </Box>
        <TableHead>
          <TableRow>
            {selectable && (
              <TableCell padding="checkbox">
                <Checkbox
                  checked={all}
                  indeterminate={!all && selectedIds.length > 0}
                  onChange={() => onSelect(all ? [] : data.map((record) => record.id))}
                  slotProps={{ input: { 'aria-label': words.list.all } }}
                />
              </TableCell>
            )}
            {columns.map((column) => {
              const by = sorts[column.source]
              const active = by !== undefined && sort.field === by
              const direction = sort.order === 'ASC' ? ('asc' as const) : ('desc' as const)
              return (
                <TableCell
                  key={column.source}
                  align={isRight(column, ledgers[0]) ? 'right' : 'left'}
                  sortDirection={active ? direction : false}
                  sx={{ whiteSpace: lang === 'zh' ? 'nowrap' : 'normal', lineHeight: 1.3 }}
                >
                  {by ? (
                    <TableSortLabel
                      active={active}
                      direction={active ? direction : 'asc'}
                      onClick={() => setSort({ field: by, order: active && sort.order === 'ASC' ? 'DESC' : 'ASC' })}
                    >
                      {label(column)}
                    </TableSortLabel>
                  ) : (
                    label(column)
                  )}
                </TableCell>
              )
            })}
          </TableRow>
        </TableHead>
        <TableBody>
          {data.map((record) => (
            <Row key={`${record.ledger}/${record.id}`} record={record} columns={columns} selectable={selectable} />
          ))}
        </TableBody>
      </Table>
    </Box>
  )
}

/** Whether a table is wider than its frame: then it scrolls sideways, and its head cannot stay in sight of the window. */
function useWider(frame: RefObject<HTMLDivElement | null>, content: string): boolean {
  const [wide, setWide] = useState(false)
  useLayoutEffect(() => {
    const box = frame.current
    const measure = () => setWide(content !== '' && box !== null && (box.firstElementChild?.scrollWidth ?? 0) > box.clientWidth + 1)
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [frame, content])
  return wide
}

function Row({ record, columns, selectable }: { record: Shown; columns: Column[]; selectable: boolean }) {
  const { ledgerOf } = useListOf()
  const navigate = useNavigate()
  const { words } = usePanel()
  const { selectedIds = [], onToggleItem } = useListContext<Shown>()
  const ledger = ledgerOf(record.ledger)
  const around = useAround(ledger, record)
  const owed = asOwed(record, useHolder())
  if (!ledger) return null
  const path = `/${record.ledger}/${record.id}/show`
  return (
    <TableRow
      hover
      selected={selectedIds.includes(record.id)}
      onClick={(event) => {
        const inner = (event.target as HTMLElement).closest('a, button, input, label')
        if (!inner && !window.getSelection()?.toString()) void navigate(path)
      }}
      sx={{ cursor: 'pointer' }}
    >
      {selectable && (
        <TableCell padding="checkbox">
          <Checkbox
            checked={selectedIds.includes(record.id)}
            onChange={() => onToggleItem(record.id)}
            slotProps={{ input: { 'aria-label': `${words.list.selected(1)} ${record.number ?? record.heading}` } }}
          />
        </TableCell>
      )}
      {columns.map((column) => (
        <TableCell
          key={column.source}
          align={isRight(column, ledger) ? 'right' : 'left'}
          sx={column.as === 'heading' ? headingCell(ledger) : column.as === 'lamp' ? { whiteSpace: 'nowrap' } : cell(around.lang)}
        >
          <Content column={column} record={owed} path={path} around={around} />
        </TableCell>
      ))}
    </TableRow>
  )
}

function Content({ column, record, path, around }: { column: Column; record: Shown; path: string; around: Around }) {
  const { ledgerOf } = useListOf()
  const ledger = ledgerOf(record.ledger)
  if (!ledger) return null
  if (column.as === 'lamp') return <RecordLamp record={record} ledger={ledger} />
  const text = column.source === 'ledger' ? ledger.label[around.lang] : cellText(column, record, ledger, around)
  if (column.as !== 'heading')
    return (
      <span title={text}>
        <Found text={text} />
      </span>
    )
  return (
    <Link component={To} to={path} title={text} data-row-link>
      <Found text={text} />
    </Link>
  )
}

/** What stands over a column. The heading of a single ledger is called as the field that it is. */
export function headerOf(column: Column, words: PanelWords, lang: Lang, ledgers: Ledger[]): string {
  const [ledger] = ledgers
  const naming = column.as === 'heading' && ledger && ledgers.length === 1 ? namingField(ledger) : undefined
  const own = ledger?.fields[naming ?? column.source]?.label[lang]
  if (naming && own) return own
  const known: Record<string, string> = {
    lamp: words.list.due,
    number: words.list.number,
    heading: words.list.heading,
    township: words.list.township,
    state: words.list.state,
    dueOn: words.list.dueOn,
    year: words.list.year,
    createdAt: words.list.created,
    updatedAt: words.list.updated,
    ledger: words.list.ledger,
  }
  return known[column.as === 'field' && column.source !== 'ledger' ? '' : column.source] ?? own ?? column.source
}

function isRight(column: Column, ledger: ReturnType<ReturnType<typeof useListOf>['ledgerOf']>): boolean {
  const field = column.as === 'field' ? ledger?.fields[column.source] : undefined
  return field !== undefined && kindOf(field).right === true
}

const line = { whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' } as const
// Names of offices are long in English, and would leave no room for the headings.
const cell = (lang: Lang) => ({ ...line, maxWidth: lang === 'zh' ? '10rem' : '8.5rem' })
// Without a width of its own it takes what the others leave, and gives way to them.
const headingCell = (ledger: Ledger) => {
  const naming = ledger.fields[namingField(ledger) ?? '']
  return { ...line, maxWidth: 0, minWidth: naming?.kind === 'text' ? '11rem' : '7rem', width: '60%' }
}
const hidden = { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clip: 'rect(0 0 0 0)' } as const
