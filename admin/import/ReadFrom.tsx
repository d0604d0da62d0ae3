import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { IGNORE } from '../../shared/importing/meanings.ts'
import { usePanel } from '../panel.ts'
import { writeNumber } from '../parts/number.ts'
import { importWords } from '../words/imports.ts'
import { columnName } from './faults.ts'
import type { Job } from './job.ts'

/** What was read of the file and what was not: tabs, hidden and empty rows, repeats, columns, lines around the table, parts of cells. */
export function ReadFrom({ ledger, job }: { ledger: Ledger; job: Job }) {
  const { lang, words: panel } = usePanel()
  const imports = importWords[lang]
  const words = imports.check
  const tabs = job.sheets.map(({ name, hidden, heading, rows, hiddenRows, emptyRows }) =>
    [
      words.tab(name, writeNumber(heading), writeNumber(rows)),
      hidden && words.hiddenTab,
      hiddenRows > 0 && words.hiddenRows(writeNumber(hiddenRows)),
      emptyRows > 0 && words.emptyRows(writeNumber(emptyRows)),
    ]
      .filter(Boolean)
      .join(panel.common.and),
  )
  // What somebody said is not to be used is told below as that.
  const ignored = job.ignored.filter((heading) => job.answered[heading] !== IGNORE)
  const lines = [
    ...tabs,
    job.repeats > 0 && words.repeats(writeNumber(job.repeats)),
    ignored.length > 0 && words.ignored(ignored.join(panel.common.and)),
    ...Object.entries(job.answered).map(([heading, path]) =>
      path === IGNORE ? words.answeredNot(heading) : words.answered(heading, columnName(path, ledger, lang, { imports, panel })),
    ),
  ].filter((line) => line !== false)
  if (lines.length === 0) return null
  // What is said of several rows names them itself.
  const placeOf = ({ sheet, row, cell, rows }: Job['remarks'][number]) =>
    [sheet, cell ?? (rows === undefined && words.line(writeNumber(row)))].filter(Boolean).join(' ')
  const remarkOf = (where: string, text: string) => (where ? words.remark(where, text) : text)
  return (
    <Box component="section" aria-label={words.read} sx={{ mb: 2, color: 'text.secondary' }}>
      {[...new Set(lines)].map((line) => (
        <Typography key={line}>{line}</Typography>
      ))}
      <Folded title={words.passed(writeNumber(job.passed.length))} count={job.passed.length}>
        {job.passed.map(({ sheet, row, text }) => (
          <li key={`${sheet} ${row}`}>{row === undefined ? words.passedTab(sheet) : words.passedRow(sheet, writeNumber(row), text)}</li>
        ))}
      </Folded>
      <Folded title={words.remarks(writeNumber(job.remarks.length))} count={job.remarks.length} open>
        {job.remarks.map((remark) => (
          <li key={`${remark.sheet} ${remark.row} ${remark.path} ${remark.message}`}>{remarkOf(placeOf(remark), remark.message)}</li>
        ))}
      </Folded>
    </Box>
  )
}

function Folded({ title, count, open = false, children }: { title: string; count: number; open?: boolean; children: ReactNode }) {
  if (count === 0) return null
  return (
    <Box component="details" open={open}>
      <Box component="summary" sx={{ cursor: 'pointer', minHeight: '1.5rem' }}>
        {title}
      </Box>
      <Box component="ul" sx={{ my: 1, pl: 6, maxHeight: '14rem', overflowY: 'auto' }}>
        {children}
      </Box>
    </Box>
  )
}
