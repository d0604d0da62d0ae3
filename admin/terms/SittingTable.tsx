import { Link as MuiLink, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import { Link } from 'react-router'
import { writeDay } from '../../shared/deadline/days.ts'
import { type Sitting, sittingName } from '../../shared/sitting.ts'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { termWords } from '../words/terms.ts'

const wide = { display: { xs: 'none', sm: 'table-cell' } }

/** The sessions so far, newest first; each lasts until the next one begins. */
export function SittingTable({ sittings, chosen }: { sittings: Sitting[]; chosen: Sitting | undefined }) {
  const { lang } = usePanel()
  const words = termWords[lang]
  const rows = sittings.map((sitting, at) => ({ sitting, next: sittings[at + 1] })).reverse()
  return (
    <Sheet title={words.past} flush>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{words.sitting}</TableCell>
            <TableCell>{words.from}</TableCell>
            <TableCell sx={wide}>{words.to}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ sitting, next }) => (
            <TableRow key={`${sitting.term}-${sitting.session}`} hover selected={sitting === chosen}>
              <TableCell component="th" scope="row">
                <MuiLink component={Link} to={`/terms?of=${sitting.term}-${sitting.session}`} replace>
                  {sittingName(sitting, lang)}
                </MuiLink>
              </TableCell>
              <TableCell>{writeDay(sitting.from, lang, { weekday: false })}</TableCell>
              <TableCell sx={wide}>{next ? writeDay(next.from, lang, { weekday: false }) : words.still}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Sheet>
  )
}
