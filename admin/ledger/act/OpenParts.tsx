import { Box, Checkbox, FormControlLabel } from '@mui/material'
import { called } from '../../../shared/heading.ts'
import type { Ref } from '../../data.ts'
import { usePanel } from '../../panel.ts'

const SHOWN = 10

/** Names what is not done yet of an item that is about to be called done, and asks a second time. */
export function OpenParts({ parts, sure, setSure }: { parts: Ref[]; sure: boolean; setSure: (sure: boolean) => void }) {
  const { words, lang, ledgers } = usePanel()
  return (
    <Box sx={{ bgcolor: 'error.light', borderRadius: 2, p: 3 }}>
      <strong>{words.act.openParts(parts.length)}</strong>
      <Box component="ul" sx={{ m: 0, pl: 5 }}>
        {parts.slice(0, SHOWN).map(({ ledger: key, id, number, heading, state }) => {
          const ledger = ledgers.find((each) => each.key === key)
          const said = [ledger?.label[lang], called({ number, heading })].filter(Boolean).join(' ')
          return <li key={id}>{`${said}（${ledger?.states[state]?.label[lang] ?? state}）`}</li>
        })}
      </Box>
      <FormControlLabel control={<Checkbox checked={sure} onChange={(_, on) => setSure(on)} />} label={words.act.sure} />
    </Box>
  )
}
