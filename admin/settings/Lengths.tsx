import { Box, FormHelperText, OutlinedInput } from '@mui/material'
import { basisFaults } from '../../shared/definition/basis.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { usePanel } from '../panel.ts'
import { DataTable } from '../parts/DataTable.tsx'
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
  const box = (amount: Amount) => (
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
      <DataTable
        group={said.lengths}
        sx={{ '& td': { py: 1 } }}
        rows={Object.entries(ledger.duties)}
        id={([key]) => key}
        columns={[
          { label: said.duty, sx: { minWidth: '8rem' }, cell: ([, duty]) => duty.label[lang] },
          { label: said.length, cell: ([key]) => amounts.filter((amount) => amount.duty === key && !amount.cap).map(box) },
          { label: said.cap, cell: ([key]) => amounts.filter((amount) => amount.duty === key && amount.cap).map(box) },
          {
            label: said.basis,
            cell: ([key, duty]) => {
              const fault = faults.find((each) => each.duty === key)
              return (
                <>
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
                </>
              )
            },
          },
        ]}
      />
    </Sheet>
  )
}
