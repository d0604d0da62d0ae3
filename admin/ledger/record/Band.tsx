import { Box, Paper, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Shown } from '../../data.ts'
import { usePanel } from '../../panel.ts'
import { Lamp, useLampColours } from '../../parts/Lamp.tsx'
import { dutyLamp, recordLamp } from '../../parts/lamp-of.ts'
import { UrgeLate } from '../list/UrgeLate.tsx'
import { bandSentence } from './band.ts'
import { bandDuty } from './band-duty.ts'
import { SentBack } from './SentBack.tsx'
import { WhyToggle } from './WhyPanel.tsx'

/** The first thing seen: the lamp, one sentence, the acts. Its left edge is the lamp's colour, which the sentence says in words. */
export function Band({
  ledger,
  record,
  next,
  children,
}: {
  ledger: Ledger
  record: Shown
  next: string | undefined
  children?: ReactNode
}) {
  const { scope, offices, words, lang, world, ledgers } = usePanel()
  const found = bandDuty(ledger, record, scope)
  const signs = found ? dutyLamp(found.duty, words, lang) : recordLamp(record, ledger, words, lang)
  const { ink } = useLampColours(signs.colour)
  return (
    <Paper
      id="band"
      tabIndex={-1}
      variant="outlined"
      sx={{ borderRadius: 2, borderLeft: `5px solid ${ink}`, px: { xs: 4, sm: 5 }, py: 3.5, mb: 3, outline: 'none' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: { xs: 2, sm: 4 }, flexWrap: 'wrap' }}>
        <Box sx={{ mt: 0.5 }}>
          <Lamp {...signs} />
        </Box>
        <Box sx={{ flex: '1 1 18rem', minWidth: 0 }}>
          <Typography component="p" sx={{ fontSize: '1.13rem', fontWeight: 700 }}>
            {bandSentence(ledger, record, next, { scope, offices, words, lang, world, ledgers })}
          </Typography>
          <SentBack ledger={ledger} record={record} />
          {found && <WhyToggle ledger={ledger} record={record} duty={found.duty} />}
        </Box>
        <UrgeLate records={[record]} />
        {children}
      </Box>
    </Paper>
  )
}
