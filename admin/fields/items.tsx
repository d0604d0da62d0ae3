import AddIcon from '@mui/icons-material/AddRounded'
import DeleteIcon from '@mui/icons-material/DeleteOutlineRounded'
import { Box, Button, IconButton } from '@mui/material'
import { useEffect, useRef } from 'react'
import type { FieldOf } from '../../shared/definition/field.ts'
import { usePanel, useSay } from '../panel.ts'
import { DataTable, oneLine } from '../parts/DataTable.tsx'
import { cellText, kindOfCell } from './cells.ts'
import type { Around, InputProps, Kind } from './kind.ts'

type Items = FieldOf<'items'>
type Row = Record<string, unknown>

export const items: Kind<Items> = {
  text: (value, _, { words }) => words.common.rows(rows(value).length),
  Show: ItemsShow,
  Input: ItemsInput,
  own: true,
}

function ItemsShow({ value, field, around }: { value: unknown; field: Items; around: Around }) {
  return (
    <DataTable
      group={field.label[around.lang]}
      unbroken
      rows={rows(value)}
      id={(row) => String(row.id ?? rows(value).indexOf(row))}
      columns={Object.entries(field.columns).map(([key, column]) => ({
        key,
        label: column.label[around.lang],
        right: kindOfCell(column).right === true,
        sx: column.kind === 'text' ? wordy : oneLine,
        cell: (row: Row) => cellText(column, row[key], around),
      }))}
    />
  )
}

const wordy = { minWidth: '8rem', overflowWrap: 'anywhere' } as const

/** A small table: Enter adds a row, cells pasted from a spreadsheet fill rows. */
function ItemsInput({ id, field, value, change }: InputProps<Items>) {
  const { words } = usePanel()
  const say = useSay()
  const all = rows(value)
  const columns = Object.entries(field.columns)
  const set = (at: number, key: string, next: unknown) => change(all.map((row, each) => (each === at ? { ...row, [key]: next } : row)))
  const added = useRef(false)
  const add = () => {
    added.current = true
    change([...all, {}])
  }
  useEffect(() => {
    if (added.current) document.getElementById(`${id}-${all.length - 1}-${columns[0]?.[0]}`)?.focus()
    added.current = false
  }, [all.length, id, columns])
  return (
    <Box
      role="group"
      aria-labelledby={`${id}-label`}
      onKeyDown={(event) => {
        const at = event.target
        const plain = event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing
        if (plain && at instanceof HTMLInputElement && at.getAttribute('aria-expanded') !== 'true') add()
      }}
      onPaste={(event) => {
        const pasted = grid(event.clipboardData.getData('text'))
        if (pasted.length < 2 && (pasted[0]?.length ?? 0) < 2) return
        event.preventDefault()
        change([
          ...all.filter((row) => Object.keys(row).length > 0),
          ...pasted.map((cells) => Object.fromEntries(columns.map(([key, column], at) => [key, read(column.kind, cells[at])]))),
        ])
      }}
    >
      {all.map((row, at) => (
        <Box
          key={String(row.id ?? at)}
          sx={{ display: 'flex', gap: 2, alignItems: 'flex-end', flexWrap: 'wrap', borderBottom: 1, borderColor: 'divider', py: 2 }}
        >
          {columns.map(([key, column]) => {
            const Input = kindOfCell(column).Input
            const inner = `${id}-${at}-${key}`
            return (
              <Box key={key} sx={{ flex: '1 1 8rem', minWidth: 0 }}>
                <Box component="label" id={`${inner}-label`} htmlFor={inner} sx={{ display: 'block', fontSize: '0.93rem', mb: 0.5 }}>
                  {say(column.label)}
                  {column.required ? ' *' : ''}
                </Box>
                {Input && (
                  <Input
                    id={inner}
                    field={column as never}
                    value={row[key]}
                    change={(next) => set(at, key, next)}
                    required={column.required ?? false}
                    cell
                    all={row}
                  />
                )}
              </Box>
            )
          })}
          <IconButton aria-label={`${words.form.dropRow} ${at + 1}`} onClick={() => change(all.filter((_, each) => each !== at))}>
            <DeleteIcon />
          </IconButton>
        </Box>
      ))}
      <Button id={id} startIcon={<AddIcon />} onClick={add} sx={{ mt: 2 }}>
        {words.form.addRow}
      </Button>
      <Box component="span" sx={{ ml: 3, color: 'text.secondary', fontSize: '0.87rem', display: { xs: 'none', sm: 'inline' } }}>
        {words.form.pasteRows}
      </Box>
    </Box>
  )
}

function rows(value: unknown): Row[] {
  return Array.isArray(value) ? value.filter((row): row is Row => typeof row === 'object' && row !== null) : []
}

/** Cells as a spreadsheet puts them on the clipboard. */
export function grid(text: string): string[][] {
  return text
    .replace(/\r/g, '')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'))
}

function read(kind: string, cell = ''): unknown {
  const plain = cell.trim()
  if (plain === '') return null
  if (kind === 'number') return Number.isFinite(Number(plain.replace(/,/g, ''))) ? Number(plain.replace(/,/g, '')) : plain
  return kind === 'yesno' ? /^(是|yes|true|1)$/i.test(plain) : plain
}
