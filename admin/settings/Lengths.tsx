import { Box, OutlinedInput, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { designer } from '../words/designer.ts'
import { type Amount, amountsOf, withValue } from './amounts.ts'

/** The lengths of the duties, with the rule that they rest on: the numbers that counties settle differently. */
export function Lengths({ ledger, change }: { ledger: Ledger; change: (next: Ledger) => void }) {
  const { lang } = usePanel()
  const said = designer[lang]
  const amounts = amountsOf(ledger)
  if (Object.keys(ledger.duties ?? {}).length === 0) return null
  const cell = (amount: Amount) => (
    <Box key={amount.path.join('.')} sx={{ display: 'inline-flex', alignItems: 'center', gap: 2, mr: 3, whiteSpace: 'nowrap' }}>
      <OutlinedInput
        value={amount.value}
        onChange={(event) => change(withValue(ledger, amount.path, Number(event.target.value.replace(/\D/g, '')) || 0))}
        inputProps={{
          inputMode: 'numeric',
          'aria-label': `${ledger.duties[amount.duty]?.label[lang]} ${amount.cap ? said.cap : said.length}`,
        }}
        sx={{ width: '5rem' }}
      />
      {said.units[amount.unit]}
    </Box>
  )
  return (
    <Sheet title={said.lengths} flush>
      <Box sx={{ px: 5, color: 'text.secondary' }}>{said.lengthsHelp}</Box>
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={said.lengths}>
        <Table>
          <TableHead>
            <TableRow>
              <TableCell>{said.duty}</TableCell>
              <TableCell>{said.length}</TableCell>
              <TableCell>{said.cap}</TableCell>
              <TableCell>{said.basis}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {Object.entries(ledger.duties).map(([key, duty]) => (
              <TableRow key={key} sx={{ '& td': { py: 1 } }}>
                <TableCell sx={{ minWidth: '8rem' }}>{duty.label[lang]}</TableCell>
                <TableCell>{amounts.filter((amount) => amount.duty === key && !amount.cap).map(cell)}</TableCell>
                <TableCell>{amounts.filter((amount) => amount.duty === key && amount.cap).map(cell)}</TableCell>
                <TableCell>
                  <OutlinedInput
                    fullWidth
                    value={duty.basis[lang]}
                    onChange={(event) => change(withValue(ledger, ['duties', key, 'basis', lang], event.target.value))}
                    inputProps={{ 'aria-label': `${duty.label[lang]} ${said.basis}` }}
                    sx={{ minWidth: '18rem' }}
                  />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </Sheet>
  )
}
