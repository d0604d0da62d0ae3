import { Box, Button, Chip, Typography } from '@mui/material'
import { useState } from 'react'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { usePanel } from '../panel.ts'
import { cardsOnPhone } from '../parts/cards-on-phone.ts'
import { DataTable, oneLine } from '../parts/DataTable.tsx'
import { writeNumber } from '../parts/number.ts'
import { importWords } from '../words/imports.ts'
import { columnName, groupName, groupsOf, kindOf, saidSame } from './faults.ts'
import type { Fault, Values } from './job.ts'

const SHOWN = 200

/** Every fault with its row; grouped by reason, since one misspelt name is often the reason for a hundred rows. What may be meant is
 * taken with one press, in every cell of the column that says the same. */
export function FaultTable({ ledger, faults, mean }: { ledger: Ledger; faults: Fault[]; mean?: (values: Values) => void }) {
  const { lang, words: panel } = usePanel()
  const imports = importWords[lang]
  const words = imports.check
  const [only, setOnly] = useState<string | null>(null)
  const [by, setBy] = useState<'row' | 'field' | 'reason'>('row')
  const sort = (key: typeof by) => ({ active: by === key, by: 'asc' as const, go: () => setBy(key) })
  const name = (path: string) => columnName(path, ledger, lang, { imports, panel })
  const groups = groupsOf(faults, name)
  const alike = (label: string) => groups.filter((group) => group.label === label).length > 1
  const found = faults.filter((fault) => only === null || kindOf(fault) === only)
  const sorted = [...found].sort(
    (a, b) =>
      (by === 'field' ? name(a.path).localeCompare(name(b.path)) : by === 'reason' ? a.message.localeCompare(b.message) : 0) ||
      a.row - b.row,
  )
  return (
    <>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', mb: 2 }}>
        <Chip
          label={words.all}
          onClick={() => setOnly(null)}
          variant={only === null ? 'filled' : 'outlined'}
          aria-pressed={only === null}
        />
        {groups
          .map((group) => ({ ...group, said: groupName(group, alike(group.label)) }))
          .map(({ key, said, rows, sample }) => (
            <Chip
              key={key}
              title={sample}
              label={words.group(said, writeNumber(rows))}
              // The number of rows stands behind the reason: on a phone the reason takes lines, and is not cut.
              sx={{
                maxWidth: { xs: '100%', sm: '24rem' },
                height: { xs: 'auto', sm: undefined },
                '& .MuiChip-label': { whiteSpace: { xs: 'normal', sm: 'nowrap' }, py: { xs: 1, sm: 0 } },
              }}
              onClick={() => setOnly(key === only ? null : key)}
              variant={only === key ? 'filled' : 'outlined'}
              aria-pressed={only === key}
            />
          ))}
      </Box>
      <DataTable
        unbroken
        hover
        sx={{
          '& td': { height: '2.4rem' },
          ...cardsOnPhone,
          '& td:not(:last-of-type)': { display: { xs: 'inline-block !important', sm: 'table-cell !important' }, mr: 3 },
          '& thead tr': { display: { xs: 'flex !important', sm: 'table-row !important' }, gap: 4 },
        }}
        rows={sorted.slice(0, SHOWN)}
        id={({ sheet, row, path, message }) => `${sheet}-${row}-${path}-${message}`}
        columns={[
          {
            label: words.row,
            sort: sort('row'),
            sx: oneLine,
            cell: ({ sheet, cell, row }) => [sheet, cell ?? writeNumber(row)].filter(Boolean).join(' '),
          },
          { label: words.field, sort: sort('field'), sx: oneLine, cell: ({ path }) => name(path) },
          {
            label: words.reason,
            sort: sort('reason'),
            cell: ({ message, path, instead }) => (
              <>
                {message}
                {instead && mean && (
                  <Button size="small" sx={{ ml: { xs: 0, sm: 2 } }} onClick={() => mean({ [path]: { [instead.said]: instead.by } })}>
                    {words.instead(instead.by, saidSame(faults, path, instead.said))}
                  </Button>
                )}
              </>
            ),
          },
        ]}
      />
      {sorted.length > SHOWN && (
        <Typography color="text.secondary">{words.shown(writeNumber(SHOWN), writeNumber(sorted.length))}</Typography>
      )}
    </>
  )
}
