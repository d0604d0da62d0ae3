import { Box, Button, Typography } from '@mui/material'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNotify } from 'react-admin'
import { shanghaiDay, writeDay } from '../../shared/deadline/days.ts'
import { askAnew, useAsked } from '../api.ts'
import { request } from '../http.ts'
import { usePanel } from '../panel.ts'
import { AskedButton } from '../parts/AskedButton.tsx'
import { sentenceOf } from '../sign/sentence.ts'
import { yearWords } from '../words/year.ts'

/** An address of one's own to which other calendars subscribe: told once, and taken back when it is no longer wanted. */
export function Subscribe() {
  const { lang, words } = usePanel()
  const say = yearWords[lang]
  const notify = useNotify()
  const client = useQueryClient()
  const [address, setAddress] = useState('')
  const { data } = useAsked<{ since: string | null }>('/year/address')
  const settled = { onError: (error: unknown) => notify(sentenceOf(error, words), { type: 'error' }) }
  const begin = useMutation({
    ...settled,
    mutationFn: () => request<{ address: string }>('/year/address', { method: 'POST' }),
    onSuccess: (made) => {
      setAddress(made.address)
      void askAnew(client, '/year/address')
    },
  })
  const end = useMutation({
    ...settled,
    mutationFn: () => request('/year/address', { method: 'DELETE' }),
    onSuccess: () => {
      setAddress('')
      notify(say.ended, { type: 'success' })
      void askAnew(client, '/year/address')
    },
  })
  return (
    <Box component="section" sx={{ p: 3, bgcolor: 'background.paper', displayPrint: 'none' }}>
      <Typography variant="h2">{say.subscribe}</Typography>
      <p>{say.about}</p>
      {data?.since && <p>{say.since(writeDay(shanghaiDay(data.since), lang, { weekday: false }))}</p>}
      {address && (
        <Box role="status" sx={{ mb: 2 }}>
          {say.once}
          <Box component="code" sx={{ display: 'block', my: 1.5, overflowWrap: 'anywhere', userSelect: 'all' }}>
            {address}
          </Box>
          <Button
            onClick={() =>
              void navigator.clipboard.writeText(address).then(
                () => notify(say.copied, { type: 'success' }),
                () => undefined,
              )
            }
          >
            {say.copy}
          </Button>
        </Box>
      )}
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button disabled={begin.isPending} onClick={() => begin.mutate()}>
          {data?.since ? say.renew : say.begin}
        </Button>
        {data?.since && (
          <AskedButton
            disabled={end.isPending}
            verb={say.end}
            title={say.endAsk}
            text={say.endText}
            act={() => end.mutateAsync().catch(() => undefined)}
          />
        )}
      </Box>
    </Box>
  )
}
