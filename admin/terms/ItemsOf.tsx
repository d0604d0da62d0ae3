import { Table, TableBody, TableCell, TableRow, Typography } from '@mui/material'
import { type Sitting, sittingName } from '../../shared/sitting.ts'
import { CountLink } from '../county/CountLink.tsx'
import { openOf, useAllCounts } from '../county/figures.ts'
import { openStates } from '../county/links.ts'
import { Loading } from '../frame/Loading.tsx'
import { usePanel } from '../panel.ts'
import { Columns } from '../parts/Columns.tsx'
import { writeNumber } from '../parts/number.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { termWords } from '../words/terms.ts'

/** What was made in a session, by ledger, and how much of it is unfinished: what the next session inherits. */
export function ItemsOf({ sitting }: { sitting: Sitting }) {
  const { lang, ledgers } = usePanel()
  const words = termWords[lang]
  const filter = { term: String(sitting.term), session: String(sitting.session) }
  const countsOf = useAllCounts(filter)
  const rows = ledgers.flatMap((ledger) => {
    const counts = countsOf(ledger.key)
    return counts && counts.total > 0 ? [{ ledger, total: counts.total, left: openOf(ledger, counts), late: counts.overdue }] : []
  })
  const sum = (of: 'total' | 'left' | 'late') => writeNumber(rows.reduce((total, row) => total + row[of], 0))
  const counted = ledgers.every((ledger) => countsOf(ledger.key) !== undefined)
  return (
    <Sheet title={words.ofSitting(sittingName(sitting, lang))} flush>
      {!counted && <Loading />}
      {counted && rows.length === 0 && <Typography sx={{ px: 5, pb: 4 }}>{words.empty}</Typography>}
      {rows.length > 0 && (
        <Table size="small">
          <Columns labels={[words.ledger]} numbers={[words.total, words.left, words.late]} />
          <TableBody>
            {rows.map(({ ledger, total, left, late }) => (
              <TableRow key={ledger.key} hover>
                <TableCell component="th" scope="row" sx={{ fontWeight: 400 }}>
                  {ledger.label[lang]}
                </TableCell>
                <TableCell align="right">
                  <CountLink to={{ ledger: ledger.key, filter }} n={total} />
                </TableCell>
                <TableCell align="right">
                  <CountLink to={{ ledger: ledger.key, filter: { ...filter, state: openStates(ledger).join(',') } }} n={left} />
                </TableCell>
                <TableCell align="right">
                  <CountLink to={{ ledger: ledger.key, filter: { ...filter, overdue: 'true' } }} n={late} colour="red" />
                </TableCell>
              </TableRow>
            ))}
            <TableRow sx={{ '& > *': { fontWeight: 700 } }}>
              <TableCell component="th" scope="row">
                {words.sum}
              </TableCell>
              <TableCell align="right">{sum('total')}</TableCell>
              <TableCell align="right">{sum('left')}</TableCell>
              <TableCell align="right">{sum('late')}</TableCell>
            </TableRow>
          </TableBody>
        </Table>
      )}
      {rows.length > 0 && (
        <Typography color="text.secondary" sx={{ px: { xs: 4, sm: 5 }, py: 3 }}>
          {words.goOn}
        </Typography>
      )}
    </Sheet>
  )
}
