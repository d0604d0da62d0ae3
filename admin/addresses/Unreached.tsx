import { Box, Link as MuiLink } from '@mui/material'
import { Link } from 'react-router'
import { usePanel } from '../panel.ts'
import { addressWords } from '../words/addresses.ts'
import { useAddresses } from './useAddresses.ts'

/** Offices in which nobody can be reached, in red, each with the way to mend it. */
export function Unreached() {
  const { lang, me } = usePanel()
  const words = addressWords[lang]
  const offices = (useAddresses() ?? []).filter(({ red }) => red)
  if (offices.length === 0) return null
  return (
    <Box component="ul" sx={{ m: 0, pl: 5, color: 'error.main' }}>
      {offices.map(({ office, failing: [first] }) => (
        <li key={`${office.kind} ${office.id}`}>
          {words.red(office.name[lang])}{' '}
          {me.role === 'admin' && (
            <MuiLink component={Link} to={first ? `/accounts/${first.id}` : '/accounts'} sx={{ displayPrint: 'none' }}>
              {first ? words.check : words.open}
            </MuiLink>
          )}
        </li>
      ))}
    </Box>
  )
}
