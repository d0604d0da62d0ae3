import { Box, ListSubheader, MenuItem, Select } from '@mui/material'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { menuGroups } from '../frame/menu.ts'
import { usePanel } from '../panel.ts'
import { importWords } from '../words/imports.ts'

/** Which ledger takes the file; only those into which the office may bring something. */
export function LedgerPicker({ ledgers, value, choose }: { ledgers: Ledger[]; value: string; choose: (ledger: string) => void }) {
  const { lang, scope } = usePanel()
  const words = importWords[lang]
  if (ledgers.length < 2) return null
  return (
    <Box sx={{ mb: 4 }}>
      <Box component="label" htmlFor="import-ledger" sx={{ display: 'block', fontWeight: 600, mb: 1 }}>
        {words.ledger}
      </Box>
      <Select
        value={value}
        onChange={(event) => choose(event.target.value)}
        inputProps={{ id: 'import-ledger' }}
        SelectDisplayProps={{ 'aria-label': words.ledger }}
        sx={{ minWidth: '16rem' }}
        MenuProps={{ slotProps: { paper: { sx: { maxHeight: '60vh' } } } }}
      >
        {menuGroups(ledgers, scope, {}).flatMap((group) => [
          <ListSubheader key={`group ${group.key}`}>{group.label[lang]}</ListSubheader>,
          ...group.systems.flatMap((system) =>
            system.ledgers.map(({ key, label }) => (
              <MenuItem key={key} value={key}>
                {label[lang]}
              </MenuItem>
            )),
          ),
        ])}
      </Select>
    </Box>
  )
}
