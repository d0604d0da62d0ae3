import { Box, LinearProgress, Link as MuiLink, Typography } from '@mui/material'
import { Link } from 'react-router'
import { usePanel } from '../panel.ts'
import { writeNumber } from '../parts/number.ts'
import { type Closing, useClosing } from './closing.ts'

type Said = { handing: (done: string, of: string) => string; leftOver: (n: string) => string }

/** How far the handing over of an office's work is, what could not be handed over, and `done` when everything was. */
export function HandingOver({ begun, said, done }: { begun: Closing; said: Said; done: string }) {
  const { ledgers, lang } = usePanel()
  const { state, progress, left } = useClosing(begun)
  const over = state === 'done'
  const text = over
    ? left.length > 0
      ? said.leftOver(writeNumber(left.length))
      : done
    : said.handing(writeNumber(progress.done), writeNumber(progress.of))
  return (
    <Box role="status">
      <Typography sx={{ mb: 2 }}>{text}</Typography>
      {left.map(({ ledger, id, why }) => (
        <Typography key={id}>
          <MuiLink component={Link} to={`/${ledger}/${id}/show`}>
            {ledgers.find(({ key }) => key === ledger)?.label[lang] ?? ledger}
          </MuiLink>{' '}
          {why}
        </Typography>
      ))}
      {!over && (
        <LinearProgress
          aria-label={text}
          {...(progress.of > 0 ? { variant: 'determinate' as const, value: Math.min(100, (progress.done / progress.of) * 100) } : {})}
        />
      )}
    </Box>
  )
}
