import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, MenuItem, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { useStore } from 'react-admin'
import type { PeopleAnswer } from '../../shared/wire.ts'
import { useAsked } from '../api.ts'
import { usePanel } from '../panel.ts'
import { wordingWords } from '../words/wording.ts'

type Away = { from: string; until: string; to: string }

/** Who takes one's mail while one is away, between two days. */
export function AwayDialog({ close }: { close: () => void }) {
  const { lang, me, today, words: common } = usePanel()
  const words = wordingWords[lang]
  const [away, setAway] = useStore<Away | null>('away', null)
  const [typed, setTyped] = useState<Away>(away ?? { from: today, until: '', to: '' })
  const people = useAsked<PeopleAnswer>('/people')
  const colleagues = (people.data?.data ?? []).filter(
    ({ id, office }) => id !== me.id && office.kind === me.office.kind && office.id === me.office.id,
  )
  const whole = typed.to !== '' && typed.from !== '' && typed.until >= typed.from
  const keep = (next: Away | null) => {
    setAway(next)
    close()
  }
  const day = (part: 'from' | 'until') => (
    <TextField
      type="date"
      label={words[part]}
      value={typed[part]}
      onChange={({ target }) => setTyped({ ...typed, [part]: target.value })}
      slotProps={{ htmlInput: { min: part === 'until' ? typed.from : today } }}
    />
  )
  return (
    <Dialog open onClose={close} fullWidth maxWidth="xs" aria-labelledby="away">
      <DialogTitle id="away">{words.away}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 3 }}>
        <Typography>{words.awayHelp}</Typography>
        {people.data && colleagues.length === 0 ? (
          <Typography role="alert">{words.nobody}</Typography>
        ) : (
          <>
            <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap' }}>
              {day('from')}
              {day('until')}
            </Box>
            <TextField
              select
              label={words.to}
              value={colleagues.some(({ id }) => id === typed.to) ? typed.to : ''}
              onChange={({ target }) => setTyped({ ...typed, to: target.value })}
            >
              {colleagues.map(({ id, name }) => (
                <MenuItem key={id} value={id}>
                  {name}
                </MenuItem>
              ))}
            </TextField>
          </>
        )}
      </DialogContent>
      <DialogActions>
        {away && <Button onClick={() => keep(null)}>{words.stop}</Button>}
        <Button onClick={close}>{common.common.cancel}</Button>
        <Button variant="contained" disabled={!whole} onClick={() => keep(typed)}>
          {words.save}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
