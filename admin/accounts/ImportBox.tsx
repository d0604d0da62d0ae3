import { Box, Checkbox, FormControlLabel, FormHelperText } from '@mui/material'
import { REGISTERS } from '../../shared/scope.ts'
import { useAccountWords } from './accounts.ts'
import { desksIn } from './useDraft.ts'

/** Whether somebody of the county office brings registers in. Whoever sits at no desk does; of those who do, the desk for registers. */
export function ImportBox({ desks, change }: { desks: string; change: (desks: string) => void }) {
  const { form } = useAccountWords()
  const all = desksIn(desks)
  const others = all.filter((desk) => desk !== REGISTERS)
  return (
    <Box sx={{ mb: 3 }}>
      <FormControlLabel
        label={form.mayImport}
        control={
          <Checkbox
            checked={all.length === 0 || all.includes(REGISTERS)}
            disabled={others.length === 0}
            onChange={(event) => change((event.target.checked ? [...others, REGISTERS] : others).join(' '))}
          />
        }
      />
      <FormHelperText sx={{ m: 0 }}>{form.mayImportHelp}</FormHelperText>
    </Box>
  )
}
