import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  Radio,
  RadioGroup,
  Typography,
} from '@mui/material'
import { useState } from 'react'
import { writeInstant } from '../../../shared/deadline/days.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Shown } from '../../data.ts'
import { fieldText } from '../../fields/kinds.tsx'
import { useKnownFiles } from '../../fields/known-files.ts'
import { useAround } from '../../fields/useAround.ts'
import { usePanel } from '../../panel.ts'
import { actorName } from '../../parts/office.ts'
import type { Merge } from './merge.ts'

type Who = { name: string; office: { kind: string; id: string } }
type Props = {
  ledger: Ledger
  current: Shown
  by: Who | undefined
  merge: Merge
  back: () => void
  save: (values: Record<string, unknown>) => void
}

/** Somebody saved first: what both changed is for this person to choose, the rest is merged already. */
export function ConflictDialog({ ledger, current, by, merge, back, save }: Props) {
  const { words, lang, offices, today } = usePanel()
  const files = [...(current.files ?? []), ...useKnownFiles()]
  const around = useAround(ledger, { ...current, files })
  const [mine, setMine] = useState<Record<string, boolean>>({})
  const who = by ? actorName(offices, by, lang) : words.common.system
  const text = (field: string, value: unknown) =>
    (ledger.fields[field] ? fieldText(ledger.fields[field], value, around) : '') || words.common.empty
  const label = (field: string) => ledger.fields[field]?.label[lang] ?? field
  const chosen = () => ({
    ...merge.merged,
    ...Object.fromEntries(merge.clashes.map(({ field, theirs, mine: own }) => [field, (mine[field] ?? true) ? own : theirs])),
  })
  return (
    <Dialog open onClose={back} maxWidth="md" fullWidth aria-labelledby="conflict">
      <DialogTitle id="conflict">{words.conflict.title}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 4 }}>
          {words.conflict.sentence(
            who,
            writeInstant(current.updatedAt, lang, today),
            merge.theirs.length,
            merge.mine.length,
            merge.clashes.length,
          )}
        </Typography>
        {merge.clashes.map(({ field, was, theirs, mine: own }) => (
          <Box key={field} sx={{ borderTop: 1, borderColor: 'divider', py: 3 }}>
            <Typography component="h3" id={`clash-${field}`} sx={{ fontWeight: 700 }}>
              {label(field)}
            </Typography>
            <Box sx={{ color: 'text.secondary' }}>{`${words.conflict.was}：${text(field, was)}`}</Box>
            <RadioGroup
              aria-labelledby={`clash-${field}`}
              value={(mine[field] ?? true) ? 'mine' : 'theirs'}
              onChange={(_, next) => setMine({ ...mine, [field]: next === 'mine' })}
            >
              <FormControlLabel value="theirs" control={<Radio />} label={`${words.conflict.theirs(who)}：${text(field, theirs)}`} />
              <FormControlLabel value="mine" control={<Radio />} label={`${words.conflict.mine}：${text(field, own)}`} />
            </RadioGroup>
          </Box>
        ))}
        {merge.taken.length > 0 && (
          <Typography color="text.secondary">
            {words.conflict.merged(merge.taken.length, merge.taken.map(label).join(words.common.and))}
          </Typography>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={back}>{words.conflict.back}</Button>
        <Button variant="contained" onClick={() => save(chosen())}>
          {words.conflict.save}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
