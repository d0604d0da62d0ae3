import { Box } from '@mui/material'
import type { Words } from '../language.ts'

/** Which rules a new password meets, in the order of `words.sign.rules`; the last: both entries are the same. */
export function metRules(one: string, two: string): boolean[] {
  return [one.length >= 10, /[A-Z]/.test(one), /[a-z]/.test(one), /[0-9]/.test(one), /[^A-Za-z0-9\s]/.test(one), one !== '' && one === two]
}

/** The rules of a password, ticked off while it is typed. */
export function Rules({ words, met }: { words: Words; met: boolean[] }) {
  return (
    <Box component="ul" sx={{ m: 0, pl: 0, listStyle: 'none' }}>
      {words.sign.rules.map((rule, at) => (
        <Box component="li" key={rule} sx={{ color: met[at] ? 'primary.main' : 'text.secondary' }}>
          <span aria-hidden>{met[at] ? '✓ ' : '○ '}</span>
          {rule}
          <Box component="span" sx={{ position: 'absolute', clip: 'rect(0 0 0 0)' }}>
            {met[at] ? ` ${words.common.yes}` : ` ${words.common.no}`}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
