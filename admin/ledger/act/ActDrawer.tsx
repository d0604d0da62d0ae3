import CloseIcon from '@mui/icons-material/CloseRounded'
import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Drawer, IconButton, Typography } from '@mui/material'
import { useState } from 'react'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Act, Shown } from '../../data.ts'
import { dropDraft } from '../../drafts.ts'
import { Loading } from '../../frame/Loading.tsx'
import { useWidth } from '../../frame/useWidth.ts'
import { usePanel } from '../../panel.ts'
import { aboveFormEnd } from '../../parts/FormEnd.tsx'
import { useEvents } from '../useRecord.ts'
import { ActForm } from './ActForm.tsx'
import { mayAnswer } from './day-wanted.ts'
import { asksOf } from './foresee.ts'

type Props = { ledger: Ledger; record: Shown; act: Act; close: () => void; done: (record: Shown) => void }

/**
 * The form of a transition: a drawer from the right, a whole page on a phone, a small dialog when nothing is asked. Closing asks only when something was
 * typed.
 */
export function ActDrawer({ ledger, record, act, close, done }: Props) {
  const { words, lang } = usePanel()
  const phone = useWidth() === 'phone'
  const [dirty, setDirty] = useState(false)
  const [asking, setAsking] = useState(false)
  const title = ledger.transitions[act.key]?.label[lang] ?? act.key
  const leave = () => (dirty ? setAsking(true) : close())
  const answers = mayAnswer(ledger, act)
  const { isPending } = useEvents(ledger.key, record.id, answers ? record.version : undefined)
  const form =
    answers && isPending ? (
      <Loading rows={3} />
    ) : (
      <ActForm ledger={ledger} record={record} act={act} leave={leave} done={done} setDirty={setDirty} />
    )
  const ask = (
    <Dialog open={asking} onClose={() => setAsking(false)} aria-labelledby="drop-act">
      <DialogTitle id="drop-act">{words.act.ask}</DialogTitle>
      <DialogActions>
        <Button
          variant="text"
          onClick={() => {
            dropDraft(`act.${record.id}.${act.key}`)
            close()
          }}
        >
          {words.act.drop}
        </Button>
        <Button variant="contained" onClick={() => setAsking(false)}>
          {words.act.keep}
        </Button>
      </DialogActions>
    </Dialog>
  )
  if (asksOf(ledger, act.key).length === 0) {
    return (
      <Dialog open onClose={leave} aria-labelledby="act-title" fullWidth maxWidth="sm">
        <DialogTitle id="act-title">{title}</DialogTitle>
        <DialogContent>{form}</DialogContent>
      </Dialog>
    )
  }
  return (
    <>
      <Drawer
        anchor="right"
        open
        onClose={leave}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-modal': true,
            'aria-labelledby': 'act-title',
            sx: { width: phone ? '100%' : '34rem', maxWidth: '100%', p: { xs: 4, sm: 6 }, ...aboveFormEnd },
          },
        }}
      >
        <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', mb: 2 }}>
          <Typography id="act-title" variant="h2" sx={{ fontSize: '1.25rem' }}>
            {title}
          </Typography>
          <IconButton aria-label={words.common.close} onClick={leave}>
            <CloseIcon />
          </IconButton>
        </Box>
        {form}
      </Drawer>
      {ask}
    </>
  )
}
