import { Box, FormHelperText, OutlinedInput, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import { basisFaults } from '../../shared/definition/basis.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { designer } from '../words/designer.ts'
import { AmountBox } from './AmountBox.tsx'
import { type Amount, amountsOf, withValue } from './amounts.ts'

/** The lengths of the duties, with the rule that they rest on: the numbers that counties settle differently. */
export function Lengths({ ledger, change }: { ledger: Ledger; change: (next: Ledger) => void }) {
  const { lang } = usePanel()
  const said = designer[lang]
  const amounts = amountsOf(ledger)
  const faults = basisFaults(ledger)
  if (Object.keys(ledger.duties ?? {}).length === 0) return null
  const cell = (amount: Amount) => (
    <AmountBox
      key={amount.path.join('.')}
      amount={amount}
      name={`${ledger.duties[amount.duty]?.label[lang]} ${amount.cap ? said.cap : said.length}`}
      change={(value) => change(withValue(ledger, amount.path, value))}
    />
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
            {Object.entries(ledger.duties).map(([key, duty]) => {
              const fault = faults.find((each) => each.duty === key)
              return (
                <TableRow key={key} sx={{ '& td': { py: 1 } }}>
                  <TableCell sx={{ minWidth: '8rem' }}>{duty.label[lang]}</TableCell>
                  <TableCell>{amounts.filter((amount) => amount.duty === key && !amount.cap).map(cell)}</TableCell>
                  <TableCell>{amounts.filter((amount) => amount.duty === key && amount.cap).map(cell)}</TableCell>
                  <TableCell>
                    <OutlinedInput
                      fullWidth
                      value={duty.basis[lang]}
                      onChange={(event) => change(withValue(ledger, ['duties', key, 'basis', lang], event.target.value))}
                      inputProps={{ 'aria-label': `${duty.label[lang]} ${said.basis}`, 'aria-describedby': `basis-${key}` }}
                      sx={{ minWidth: '18rem' }}
                    />
                    <FormHelperText id={`basis-${key}`} role="status" error>
                      {fault && said.disagrees(fault.is, fault.says)}
                    </FormHelperText>
                  </TableCell>
                </TableRow>
              )
            })}
          </TableBody>
        </Table>
      </Box>
    </Sheet>
  )
}
