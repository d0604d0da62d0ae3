import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNotify } from 'react-admin'
import { writeDay, writeDaysLeft } from '../../../shared/deadline/days.ts'
import { besideDay } from '../../../shared/words/verbs.ts'
import type { Shown, ShownDuty } from '../../data.ts'
import { request } from '../../http.ts'
import { usePanel } from '../../panel.ts'
import { InlineButton } from '../../parts/InlineButton.tsx'
import { officeName } from '../../parts/office.ts'
import { useInSentence } from '../../parts/spoken.ts'
import { sentenceOf } from '../../sign/sentence.ts'
import { askNotices } from '../useRecord.ts'

/** Urges whoever is late: what will be said is shown before it goes out; the same words can be copied for a messenger, with the link. */
export function Urge({ duty, record }: { duty: ShownDuty; record: Shown }) {
  const { words, lang, offices } = usePanel()
  const inSentence = useInSentence()
  const notify = useNotify()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const link = `${window.location.origin}/${record.ledger}/${record.id}/show`
  const day = duty.dueOn ? writeDay(duty.dueOn, lang, { weekday: false }) : ''
  const who = officeName(offices, duty.holder.id, lang, duty.holder.kind)
  const text = words.record.urgeText(inSentence(record), who, besideDay(duty.label)[lang], day, writeDaysLeft(duty.daysLeft, lang), link)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    notify(words.common.copied, { type: 'success' })
  }
  const send = async () => {
    setBusy(true)
    try {
      const { sent, later = 0 } = await request<{ sent: number; later?: number }>(`/records/${record.ledger}/${record.id}/urge`, {
        method: 'POST',
        body: { duty: duty.id },
      })
      const said = later > 0 ? words.record.urgedLater(who) : sent > 0 ? words.record.urgedNow(sent, who) : words.record.urgedBefore(who)
      notify(said, { type: 'success' })
      setOpen(false)
      askNotices(client, record.id)
    } catch (error) {
      notify(sentenceOf(error, words), { type: 'error' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <InlineButton onClick={() => setOpen(true)}>{words.record.urge}</InlineButton>
      <Dialog open={open} onClose={() => setOpen(false)} aria-labelledby="urge" fullWidth maxWidth="sm">
        <DialogTitle id="urge">{words.record.urgeTitle(who)}</DialogTitle>
        <DialogContent>
          <Box component="blockquote" sx={{ m: 0, pl: 4, borderLeft: 3, borderColor: 'primary.main', overflowWrap: 'anywhere' }}>
            {text}
          </Box>
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={() => void copy()}>
            {words.record.copyUrge}
          </Button>
          <Button onClick={() => setOpen(false)}>{words.common.cancel}</Button>
          <Button variant="contained" disabled={busy} onClick={() => void send()}>
            {words.record.urge}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
