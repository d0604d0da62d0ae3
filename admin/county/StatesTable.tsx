import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { Loading } from '../frame/Loading.tsx'
import { StateChip } from '../parts/StateChip.tsx'
import type { CountyWords } from '../words/county.ts'
import { CountLink } from './CountLink.tsx'
import type { Counts } from './figures.ts'
import { dense, unseen } from './GroupTable.tsx'

/** How many stand in each state, in the ledger's own order. */
export function StatesTable({
  ledger,
  counts,
  year,
  words,
}: {
  ledger: Ledger
  counts: Counts | undefined
  year: string
  words: CountyWords
}) {
  if (!counts) return <Loading />
  const states = Object.entries(ledger.states).filter(([state, { retired }]) => !retired || counts.states[state])
  return (
    <Table size="small" sx={dense}>
      <Box component="caption" sx={unseen}>
        {words.table.states}
      </Box>
      <TableHead>
        <TableRow>
          <TableCell>{words.table.state}</TableCell>
          <TableCell align="right">{words.table.count}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {states.map(([state]) => (
          <TableRow key={state} hover>
            <TableCell component="th" scope="row" sx={{ fontWeight: 400 }}>
              <StateChip ledger={ledger} state={state} plain />
            </TableCell>
            <TableCell align="right">
              <CountLink to={{ ledger: ledger.key, filter: { state, ...(year ? { year } : {}) } }} n={counts.states[state] ?? 0} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
