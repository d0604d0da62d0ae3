import { Box, Button, FormControlLabel, Radio, RadioGroup, Typography } from '@mui/material'
import { useState } from 'react'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { usePanel } from '../panel.ts'
import { DataTable, oneLine } from '../parts/DataTable.tsx'
import { writeNumber } from '../parts/number.ts'
import { importWords } from '../words/imports.ts'
import { columnName } from './faults.ts'
import type { Choices, Fault } from './job.ts'

type Clashing = Fault & { conflict: NonNullable<Fault['conflict']> }
type Props = { ledger: Ledger; faults: Clashing[]; choose: (choices: Choices) => void }

/** Cells that the file and somebody else changed since the export, side by side, each to be chosen. Nothing is overwritten unseen. */
export function ConflictTable({ ledger, faults, choose }: Props) {
  const { lang, words: panel } = usePanel()
  const imports = importWords[lang]
  const words = imports.conflict
  const [taken, setTaken] = useState<{ [cell: string]: 'mine' | 'theirs' }>({})
  const all = (take: 'mine' | 'theirs') => setTaken(Object.fromEntries(faults.map(({ conflict }) => [conflict.cell, take])))
  const open = faults.filter(({ conflict }) => !taken[conflict.cell]).length
  const go = () =>
    choose(
      Object.fromEntries(
        faults.flatMap(({ conflict: { cell, version } }) => (taken[cell] ? [[cell, { take: taken[cell], version }]] : [])),
      ),
    )
  return (
    <Box component="section" aria-labelledby="conflicts" sx={{ mb: 4 }}>
      <Typography id="conflicts" sx={{ fontWeight: 700, mb: 1 }}>
        {words.title(writeNumber(faults.length))}
      </Typography>
      <Typography sx={{ mb: 2 }}>{words.why}</Typography>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', mb: 2 }}>
        <Button size="small" onClick={() => all('mine')}>
          {words.allMine}
        </Button>
        <Button size="small" onClick={() => all('theirs')}>
          {words.allTheirs}
        </Button>
      </Box>
      <DataTable
        unbroken
        rows={faults}
        id={({ conflict }) => conflict.cell}
        columns={[
          {
            label: imports.check.row,
            sx: oneLine,
            cell: ({ sheet, cell, row }) => [sheet, cell ?? writeNumber(row)].filter(Boolean).join(' '),
          },
          { label: imports.check.field, sx: oneLine, cell: ({ path }) => columnName(path, ledger, lang, { imports, panel }) },
          { label: words.base, sx: { color: 'text.secondary', overflowWrap: 'anywhere' }, cell: ({ conflict }) => conflict.base },
          ...(['theirs', 'mine'] as const).map((side) => ({
            label: words[side],
            sx: { minWidth: '10rem', overflowWrap: 'anywhere' },
            cell: ({ cell, row, conflict }: Clashing) => (
              <RadioGroup
                value={taken[conflict.cell] ?? ''}
                onChange={() => setTaken({ ...taken, [conflict.cell]: side })}
                aria-label={`${cell ?? row} ${words[side]}`}
              >
                <FormControlLabel value={side} control={<Radio size="small" />} label={conflict[side]} />
              </RadioGroup>
            ),
          })),
        ]}
      />
      <Button variant="contained" sx={{ mt: 2 }} disabled={open > 0} onClick={go}>
        {open > 0 ? words.open(writeNumber(open)) : words.go}
      </Button>
    </Box>
  )
}

/** The faults that are such cells, and the others. */
export function parted(faults: Fault[]): { clashing: Clashing[]; others: Fault[] } {
  const isClash = (fault: Fault): fault is Clashing => fault.conflict !== undefined
  return { clashing: faults.filter(isClash), others: faults.filter((fault) => !isClash(fault)) }
}
