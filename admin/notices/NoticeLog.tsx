import { Box, Button, TextField } from '@mui/material'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { usePanel } from '../panel.ts'
import { noticeWords } from '../words/notices.ts'
import { NoticeList } from './NoticeList.tsx'
import { useLog } from './notices.ts'

/** Everything that was said, newest first; by day, recipient or item, which stand in the address. */
export function NoticeLog() {
  const { lang, today } = usePanel()
  const words = noticeWords[lang]
  const [params, setParams] = useSearchParams()
  const asked = { date: params.get('date') ?? '', recipient: params.get('recipient') ?? '', record: params.get('record') ?? '' }
  const [typed, setTyped] = useState(asked.recipient)
  const log = useLog(asked)
  const ask = (change: Record<string, string>) =>
    setParams((now) => {
      const next = new URLSearchParams(now)
      next.set('tab', 'sent')
      for (const [key, value] of Object.entries(change)) value ? next.set(key, value) : next.delete(key)
      return next
    })
  const active = asked.date || asked.recipient || asked.record
  return (
    <>
      <Box
        component="form"
        onSubmit={(event) => {
          event.preventDefault()
          ask({ recipient: typed.trim() })
        }}
        sx={{ display: 'flex', gap: 3, flexWrap: 'wrap', alignItems: 'flex-end', mb: 3 }}
      >
        <Labelled id="notice-day" label={words.list.day}>
          <TextField
            id="notice-day"
            type="date"
            value={asked.date}
            onChange={(event) => ask({ date: event.target.value })}
            slotProps={{ htmlInput: { max: today } }}
          />
        </Labelled>
        <Labelled id="notice-to" label={words.list.recipient}>
          <TextField
            id="notice-to"
            value={typed}
            placeholder={words.list.recipientHelp}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={() => typed.trim() !== asked.recipient && ask({ recipient: typed.trim() })}
            sx={{ width: '18rem', maxWidth: '100%' }}
          />
        </Labelled>
        {active && (
          <Button
            variant="text"
            onClick={() => {
              setTyped('')
              ask({ date: '', recipient: '', record: '' })
            }}
          >
            {words.list.clear}
          </Button>
        )}
      </Box>
      <NoticeList log={log} none={active ? words.list.none : words.list.noneAll} />
    </>
  )
}

function Labelled({ id, label, children }: { id: string; label: string; children: React.ReactNode }) {
  return (
    <div>
      <Box component="label" htmlFor={id} sx={{ display: 'block', fontWeight: 600, mb: 1 }}>
        {label}
      </Box>
      {children}
    </div>
  )
}
