import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import { whoWords } from '../../shared/definition/describe.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { targets } from '../ledger/road.ts'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { designer } from '../words/designer.ts'

/** The steps of a ledger in one table: from where to where, and whose they are. */
export function Steps({ ledger }: { ledger: Ledger }) {
  const { lang, words } = usePanel()
  const said = designer[lang]
  const states = (keys: string[]) => keys.map((key) => ledger.states[key]?.label[lang] ?? key).join(words.common.and)
  return (
    <Sheet title={said.road} flush>
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={said.road}>
        <Table>
          <TableHead>
            <TableRow>
              <TableCell>{said.step}</TableCell>
              <TableCell>{said.from}</TableCell>
              <TableCell>{said.to}</TableCell>
              <TableCell>{said.by}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {Object.entries(ledger.transitions ?? {}).map(([key, rule]) => (
              <TableRow key={key} sx={{ '& td': { minWidth: '7rem' } }}>
                <TableCell>{rule.label[lang]}</TableCell>
                <TableCell>{states(rule.from)}</TableCell>
                <TableCell>{targets(rule).length > 0 ? states([...new Set(targets(rule))]) : said.same}</TableCell>
                <TableCell>{whoWords(ledger, rule.by)[lang]}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </Sheet>
  )
}
