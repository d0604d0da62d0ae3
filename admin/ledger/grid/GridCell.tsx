import { Box } from '@mui/material'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { kindOf } from '../../fields/kinds.tsx'
import { useSay } from '../../panel.ts'
import type { Values } from '../form/useAnswers.ts'

type Props = {
  ledger: Ledger
  name: string
  id: string
  /** Of which item it is, for whoever does not see the table. */
  called: string
  value: unknown
  change: (value: unknown) => void
  all: Values
}

/** The field's own input in a cell of the grid; its label is read aloud, the column's head shows it. */
export function GridCell({ ledger, name, id, called, value, change, all }: Props) {
  const say = useSay()
  const field = ledger.fields[name]
  const Input = field && kindOf(field).Input
  if (!field || !Input) return null
  const own = `grid-${id}-${name}`
  return (
    <>
      <Box component="label" id={`${own}-label`} htmlFor={own} sx={hidden}>
        {`${say(field.label)} ${called}`}
      </Box>
      <Input id={own} field={field as never} value={value} change={change} required={false} all={all} cell />
      <Box component="span" id={`${own}-help`} />
    </>
  )
}

/** On a phone, where no head stands above it, a cell shows its label itself. */
export function CellLabel({ ledger, name }: Pick<Props, 'ledger' | 'name'>) {
  const say = useSay()
  return (
    <Box aria-hidden sx={{ display: { xs: 'block', sm: 'none' }, color: 'text.secondary', fontSize: '0.93rem' }}>
      {say(ledger.fields[name]?.label)}
    </Box>
  )
}

const hidden = { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clip: 'rect(0 0 0 0)' } as const
