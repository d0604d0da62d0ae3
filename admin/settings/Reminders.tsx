import { Box, MenuItem, Select } from '@mui/material'
import { ladders } from '../../shared/deadline/reminders.ts'
import type { DutyRule, Ledger } from '../../shared/definition/ledger.ts'
import { usePanel } from '../panel.ts'
import { DataTable } from '../parts/DataTable.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { ladderWords } from '../words/ladder.ts'
import { LadderTable } from './LadderTable.tsx'

type Kind = 'auto' | 'long' | 'short' | 'none' | 'own'
const kindOf = ({ reminders }: DutyRule): Kind => (reminders === undefined ? 'auto' : Array.isArray(reminders) ? 'own' : reminders)

/** Which ladder each duty of a ledger climbs; one with rungs of its own shows them. */
export function Reminders({ ledger, change }: { ledger: Ledger; change: (next: Ledger) => void }) {
  const { lang } = usePanel()
  const words = ladderWords[lang]
  const put = (key: string, reminders: DutyRule['reminders']) => {
    const { reminders: _, ...rule } = ledger.duties[key] as DutyRule
    change({ ...ledger, duties: { ...ledger.duties, [key]: { ...rule, ...(reminders === undefined ? {} : { reminders }) } } })
  }
  const choose = (key: string, kind: Kind) => put(key, kind === 'auto' ? undefined : kind === 'own' ? ladders.long : kind)
  if (Object.keys(ledger.duties ?? {}).length === 0) return null
  return (
    <Sheet title={words.duty} flush>
      <DataTable
        sx={{ '& td': { py: 1 } }}
        rows={Object.entries(ledger.duties)}
        id={([key]) => key}
        columns={[
          { key: 'duty', label: '', cell: ([, rule]) => rule.label[lang] },
          {
            label: '',
            cell: ([key, rule]) => (
              <Select
                size="small"
                value={kindOf(rule)}
                onChange={({ target }) => choose(key, target.value as Kind)}
                inputProps={{ 'aria-label': `${rule.label[lang]} ${words.duty}` }}
              >
                {(Object.keys(words.kinds) as Kind[]).map((kind) => (
                  <MenuItem key={kind} value={kind}>
                    {words.kinds[kind]}
                  </MenuItem>
                ))}
              </Select>
            ),
          },
        ]}
      />
      {Object.entries(ledger.duties).map(([key, { label, reminders }]) =>
        Array.isArray(reminders) ? (
          <Box key={key} sx={{ mt: 3 }}>
            <Box component="h3" sx={{ px: 5, fontWeight: 700, fontSize: '1rem', m: 0 }}>
              {words.ownOf(label[lang])}
            </Box>
            <LadderTable name={words.ownOf(label[lang])} rungs={reminders} change={(rungs) => put(key, rungs)} />
          </Box>
        ) : null,
      )}
    </Sheet>
  )
}
