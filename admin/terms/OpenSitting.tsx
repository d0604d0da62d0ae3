import { Box, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type Sitting, sittingName } from '../../shared/sitting.ts'
import { useSayDone } from '../accounts/accounts.ts'
import { TextBox } from '../accounts/Fields.tsx'
import { askAnew } from '../api.ts'
import { openOf, useAllCounts } from '../county/figures.ts'
import { request } from '../http.ts'
import { usePanel } from '../panel.ts'
import { termWords } from '../words/terms.ts'

/** Opens the next session, or a new term with its first: what will happen is said before. */
export function OpenSitting({ last, close }: { last: Sitting | undefined; close: () => void }) {
  const { lang, ledgers, today } = usePanel()
  const words = termWords[lang]
  const client = useQueryClient()
  const { done, failed } = useSayDone()
  const countsOf = useAllCounts({})
  const [term, setTerm] = useState(String(last?.term ?? ''))
  const [session, setSession] = useState(String(last ? last.session + 1 : ''))
  const [from, setFrom] = useState(today)
  const [busy, setBusy] = useState(false)
  const next = { term: Number(term), session: Number(session) }
  const numbers = [term, session].every((each) => /^[1-9]\d?$/.test(each))
  const later = !last || next.term > last.term || (next.term === last.term && next.session > last.session)
  const left = ledgers.reduce((sum, ledger) => sum + openOf(ledger, countsOf(ledger.key) ?? none), 0)
  const name = numbers ? sittingName(next, lang) : ''
  // A new term begins with its first session.
  const begin = (to: string) => {
    setTerm(to)
    setSession('1')
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      await request<Sitting>('/sittings', { method: 'POST', body: { ...next, from } })
      await askAnew(client, '/county-settings')
      done(words.opened(name))
      close()
    } catch (error) {
      failed(error)
      setBusy(false)
    }
  }
  return (
    <Dialog open onClose={close} fullWidth maxWidth="sm" aria-labelledby="sitting-title">
      <Box component="form" noValidate onSubmit={(event) => void send(event)}>
        <DialogTitle id="sitting-title">{last ? words.open : words.first}</DialogTitle>
        <DialogContent>
          <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
            <TextBox id="term" label={words.term} value={term} change={begin} />
            <TextBox id="session" label={words.session} value={session} change={setSession} />
            <TextBox id="from" label={words.firstDay} value={from} change={setFrom} />
          </Box>
          <DialogContentText color="text.primary" role="status">
            {numbers && (later ? words.effect(name, left) : words.wrong)}
            {numbers && last && next.term > last.term && ` ${words.ends}`}
          </DialogContentText>
        </DialogContent>
        <DialogActions>
          <Button onClick={close}>{words.keep}</Button>
          <Button
            type="submit"
            variant="contained"
            disabled={!numbers || !later || !/^\d{4}-\d\d-\d\d$/.test(from) || from > today || busy}
          >
            {words.verb(name)}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  )
}

const none = { total: 0, states: {}, overdue: 0, nearDue: 0 }
