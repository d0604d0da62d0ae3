import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material'
import { useRef, useState } from 'react'
import { useDataProvider, useNotify } from 'react-admin'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { PanelData, Shown } from '../../data.ts'
import { FieldBox } from '../../fields/FieldBox.tsx'
import { usePanel } from '../../panel.ts'
import { said } from '../../parts/said.ts'
import { useInSentence } from '../../parts/spoken.ts'
import { sentenceOf } from '../../sign/sentence.ts'
import { newKey } from '../act/useTake.ts'
import { useEvents } from '../useRecord.ts'
import { actOf } from './timeline.ts'
import { useUndoable } from './useUndoable.ts'

type Props = { ledger: Ledger; record: Shown; close: () => void; done: (record: Shown) => void }

/** Takes back the last act: what it is, what will be as before, and why. */
export function UndoDialog({ ledger, record, close, done }: Props) {
  const { words, lang } = usePanel()
  const data = useDataProvider<PanelData>()
  const notify = useNotify()
  const { data: events } = useEvents(ledger.key, record.id, record.version)
  const last = useUndoable(record, events?.data)
  const key = useRef(newKey())
  const inSentence = useInSentence()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const submit = async () => {
    if (busy) return
    if (reason.trim() === '') return setProblem(words.act.missing(words.record.undoWhy))
    setBusy(true)
    try {
      const { data: next } = await data.undo({ ledger: ledger.key, id: record.id, reason, version: record.version, key: key.current })
      notify(next.gone ? words.record.dropDone : words.record.undoDone, { type: 'success' })
      done(next)
    } catch (error) {
      key.current = newKey()
      setProblem(sentenceOf(error, words))
    } finally {
      setBusy(false)
    }
  }
  if (!last) return null
  // Taking back that it was begun leaves nothing of what bears no number.
  const drops = last.transition === 'create' && record.number === undefined
  return (
    <Dialog open onClose={close} aria-labelledby="undo-title" fullWidth maxWidth="sm">
      <DialogTitle id="undo-title">
        {drops ? words.record.dropAsk(inSentence(record)) : words.record.undoAsk(actOf(last, ledger, words, lang))}
      </DialogTitle>
      <DialogContent>
        <Box sx={{ display: 'grid', gap: 4 }}>
          <span>{drops ? words.record.dropText : words.record.undoText}</span>
          <FieldBox
            name="undo-reason"
            field={{ kind: 'text', max: 2000, label: said(words.record.undoWhy) }}
            value={reason}
            change={(_, text) => {
              setReason(String(text ?? ''))
              setProblem('')
            }}
            error={problem || undefined}
            required
            all={{}}
          />
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>{words.common.cancel}</Button>
        <Button variant="contained" color="error" disabled={busy} onClick={() => void submit()}>
          {drops ? words.record.drop : words.record.undo}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
