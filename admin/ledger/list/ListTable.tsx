import { Link } from '@mui/material'
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useListContext, useStore } from 'react-admin'
import { Link as To, useNavigate } from 'react-router'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { calledIn, namingField } from '../../../shared/heading.ts'
import type { Lang } from '../../../shared/names.ts'
import type { Shown } from '../../data.ts'
import { kindOf } from '../../fields/kinds.tsx'
import { useAround } from '../../fields/useAround.ts'
import { usePanel } from '../../panel.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { partOf } from '../../parts/part-of.ts'
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
  const { ledgers, name, ledgerOf, measure } = useListOf()
  const navigate = useNavigate()
  const { data = [], sort, setSort, selectedIds = [], onSelect, onToggleItem } = useListContext<Shown>()
  const [columns] = useChosenColumns()
  const [dense] = useStore<boolean>('dense', false)
  const label = (column: Column) => headerOf(column, words, lang, ledgers)
  const ticks = {
    all: words.list.all,
    one: (record: Shown) => `${words.list.selected(1, measure)} ${record.number ?? record.heading}`,
    any: selectedIds.length > 0,
    is: ({ id }: Shown) => selectedIds.includes(id),
    set: ({ id }: Shown) => onToggleItem(id),
    setAll: (on: boolean) => onSelect(on ? data.map(({ id }) => id) : []),
  }
  const frame = useRef<HTMLDivElement>(null)
  const wide = useWider(frame, `${columns.map(({ source }) => source).join()} ${data.length} ${lang}`)
  const [whole] = ledgers
  const order = sort.order === 'ASC' ? ('asc' as const) : ('desc' as const)
  return (
    <div ref={frame}>
      <DataTable
        caption={words.list.caption(ledgers.length === 1 ? (whole?.label[lang] ?? name) : words.frame.all)}
        hover
        sticky
        size={dense ? 'small' : 'medium'}
        frame={wide ? {} : { overflowX: 'visible' }}
        sx={{ '& td': { height: dense ? '2.4rem' : '2.93rem' }, '& th': { top: wide ? 0 : '3.47rem' }, '& td, & th': { px: 2.5 } }}
        rows={data.filter(({ ledger }) => ledgerOf(ledger))}
        id={({ ledger, id }) => `${ledger}/${id}`}
        row={(record) => ({
          selected: selectedIds.includes(record.id),
          onClick: (event) => {
            const inner = (event.target as HTMLElement).closest('a, button, input, label')
            if (!inner && !window.getSelection()?.toString()) void navigate(pathOf(record))
          },
          sx: { cursor: 'pointer' },
        })}
        {...(selectable ? { ticks } : {})}
        columns={columns.map((column) => {
          const by = sorts[column.source]
          const active = sort.field === by
          return {
            key: column.source,
            label: label(column),
            right: isRight(column, whole),
            sx: column.as === 'heading' ? headingCell(ledgers) : column.as === 'lamp' || column.source === 'number' ? untorn : cell(lang),
            head: { whiteSpace: lang === 'zh' ? 'nowrap' : 'normal', lineHeight: 1.3, maxWidth: 'none', overflow: 'visible' },
            cell: (record: Shown) => <Content column={column} record={record} />,
            ...(by
              ? {
                  sort: {
                    active,
                    by: active ? order : 'asc',
                    go: () => setSort({ field: by, order: active && order === 'asc' ? 'DESC' : 'ASC' }),
                  },
                }
              : {}),
          }
        })}
      />
    </div>
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

function Content({ column, record }: { column: Column; record: Shown }) {
  const { ledgers, ledgerOf } = useListOf()
  const ledger = ledgerOf(record.ledger)
  const around = useAround(ledger, record)
  const owed = asOwed(record, useHolder())
  if (!ledger) return null
  if (column.as === 'lamp') return <RecordLamp record={owed} ledger={ledger} />
  const alone = ledgers.length > 1 && column.as === 'heading'
  const text = alone
    ? calledIn({ heading: record.heading }, partOf(record, ledgers), around.lang)
    : column.source === 'ledger'
      ? ledger.label[around.lang]
      : cellText(column, owed, ledger, around)
  if (column.as !== 'heading')
    return (
      <span title={text}>
        <Found text={text} />
      </span>
    )
  return (
    <Link component={To} to={pathOf(record)} title={text} data-row-link>
      <Found text={text} />
    </Link>
  )
}

const pathOf = ({ ledger, id }: Shown) => `/${ledger}/${id}/show`

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
    duties: words.list.holder,
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
// A number is not torn, on paper neither.
const untorn = { whiteSpace: 'nowrap', '@media print': { whiteSpace: 'nowrap !important' } } as const
// Names of offices are long in English, and would leave no room for the headings.
const cell = (lang: Lang) => ({ ...line, maxWidth: lang === 'zh' ? '10rem' : '8.5rem' })
// Without a width of its own it takes what the others leave, and gives way to them.
const headingCell = (ledgers: Ledger[]) => {
  const told = ledgers.some((ledger) => ledger.fields[namingField(ledger) ?? '']?.kind === 'text')
  const onPaper = { maxWidth: 'none !important', wordBreak: 'normal !important' }
  return { ...line, maxWidth: 0, minWidth: told ? '11rem' : '7rem', width: '60%', '@media print': onPaper }
}
