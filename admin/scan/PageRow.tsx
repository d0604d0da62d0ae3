import { Box, Button, Link } from '@mui/material'
import { Link as To } from 'react-router'
import { called } from '../../shared/heading.ts'
import { usePanel } from '../panel.ts'
import { OfficeName } from '../parts/OfficeName.tsx'
import { StateChip } from '../parts/StateChip.tsx'
import { scanWords } from '../words/scan.ts'
import type { Goal, ScannedPage } from './usePages.ts'

/** A page beside the item that it goes to. */
export function PageRow({ page, attach, drop }: { page: ScannedPage; attach: () => void; drop: () => void }) {
  const { lang } = usePanel()
  const say = scanWords[lang]
  const { at, file, goal, picture, percent = 0, said } = page
  return (
    <Box
      component="li"
      sx={{ display: 'flex', gap: 3, p: 3, bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 2 }}
    >
      <Box component="img" src={picture} alt={file.name} sx={{ width: '6rem', height: '8rem', objectFit: 'contain', flex: 'none' }} />
      <Box role="status" sx={{ display: 'grid', gap: 1.5, alignContent: 'start', minWidth: 0, flex: 1 }}>
        {at === 'reading' && say.reading}
        {goal && <Shown goal={goal} />}
        {said && <Box sx={{ color: 'error.main' }}>{said}</Box>}
        {at === 'sending' && say.sending(percent)}
        {at === 'done' && <strong>{say.done}</strong>}
        <Box sx={{ display: 'flex', gap: 2 }}>
          {at === 'found' && (
            <Button variant="contained" onClick={attach}>
              {say.attach}
            </Button>
          )}
          {(at === 'found' || at === 'lost') && (
            <Button variant="text" onClick={drop}>
              {say.drop(file.name)}
            </Button>
          )}
        </Box>
      </Box>
    </Box>
  )
}

function Shown({ goal }: { goal: Goal }) {
  const { ledgers, lang } = usePanel()
  const ledger = ledgers.find(({ key }) => key === goal.ledger)
  return (
    <Box sx={{ overflowWrap: 'anywhere' }}>
      {scanWords[lang].goesTo} {ledger?.label[lang]}{' '}
      <Link component={To} to={`/${goal.ledger}/${goal.id}/show`} underline="always">
        {called(goal)}
      </Link>{' '}
      {goal.township && <OfficeName kind="township" id={goal.township} />} {ledger && <StateChip ledger={ledger} state={goal.state} />}
    </Box>
  )
}
