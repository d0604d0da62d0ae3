import { Box } from '@mui/material'
import type { Words } from '../language.ts'

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
