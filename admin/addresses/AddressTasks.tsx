import { Box, Button, Typography } from '@mui/material'
import { Link } from 'react-router'
import { writeDay } from '../../shared/deadline/days.ts'
import { personAt } from '../../shared/person-at.ts'
import { usePanel } from '../panel.ts'
import { writeNumber } from '../parts/number.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { addressWords } from '../words/addresses.ts'
import { useAddresses } from './useAddresses.ts'

/** What whoever keeps the addresses has to do: each that took no mail, until it is corrected or found to be right. */
export function AddressTasks() {
  const { lang, today } = usePanel()
  const words = addressWords[lang]
  const tasks = (useAddresses() ?? []).flatMap(({ office, failing }) => failing.map((person) => ({ ...person, office: office.name[lang] })))
  if (tasks.length === 0) return null
  const day = (since: string) => writeDay(since, lang, { year: 'auto', today, weekday: false })
  return (
    <Sheet title={words.title(writeNumber(tasks.length))}>
      {tasks.map(({ id, name, email, office, since, complained }) => (
        <Box key={id} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 4, rowGap: 1, py: 1.5 }}>
          <Typography component="span" sx={{ flex: '1 1 18rem', overflowWrap: 'anywhere' }}>
            {`${personAt(office, name)} ${email}`}
            <Typography component="span" sx={{ display: 'block', fontSize: '0.93rem' }} color="error">
              {(complained ? words.complained : words.bounced)(day(since))}
            </Typography>
          </Typography>
          <Button component={Link} to={`/accounts/${id}`} variant="outlined">
            {words.check}
          </Button>
        </Box>
      ))}
    </Sheet>
  )
}
