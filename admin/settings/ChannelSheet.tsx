import { Box, Button, MenuItem, TextField, Typography } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNotify } from 'react-admin'
import { askAnew } from '../api.ts'
import { request } from '../http.ts'
import { usePanel } from '../panel.ts'
import { AskedButton } from '../parts/AskedButton.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { sentenceOf } from '../sign/sentence.ts'
import { channelWords } from '../words/channels.ts'
import { type Channel, useChannels } from './channels.ts'

const blank = { kind: 'wecom', name: '', url: '', secret: '' }

/** The county's messengers and its gateway for short messages: set up, tried, taken away. */
export function Channels() {
  const { lang, words: common } = usePanel()
  const words = channelWords[lang]
  const channels = useChannels()
  const client = useQueryClient()
  const notify = useNotify()
  const [typed, setTyped] = useState(blank)
  const act = async (path: string, method: string, said: string, body?: unknown) => {
    try {
      await request(path, { method, ...(body ? { body } : {}) })
      notify(said, { type: 'success' })
      await askAnew(client, '/channels')
      return true
    } catch (error) {
      notify(sentenceOf(error, common), { type: 'error' })
      return false
    }
  }
  const add = async () => {
    const { secret, ...rest } = typed
    const key = freeKey(typed.kind, channels)
    if (await act(`/channels/${key}`, 'PUT', words.saved, { ...rest, ...(secret ? { secret } : {}) })) setTyped(blank)
  }
  const field = (name: 'name' | 'url' | 'secret') => (
    <TextField
      size="small"
      label={words[name]}
      value={typed[name]}
      type={name === 'secret' ? 'password' : 'text'}
      autoComplete="off"
      onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
      sx={{ flex: '1 1 14rem' }}
    />
  )
  return (
    <Sheet title={words.title}>
      <Typography color="text.secondary" sx={{ mb: 3, maxWidth: '46rem' }}>
        {words.help}
      </Typography>
      {channels.map((channel) => (
        <Box key={channel.key} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3, py: 1 }}>
          <Box sx={{ flex: '1 1 14rem' }}>{`${words.kinds[channel.kind] ?? channel.kind} · ${channel.name}`}</Box>
          <Trial channel={channel} act={act} />
          <AskedButton
            variant="text"
            verb={words.remove}
            title={words.removeAsk(channel.name)}
            text={words.removeText}
            act={() => act(`/channels/${channel.key}`, 'DELETE', words.saved)}
          />
        </Box>
      ))}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 2, alignItems: 'flex-end' }}>
        <TextField
          select
          size="small"
          label={words.kind}
          value={typed.kind}
          onChange={({ target }) => setTyped({ ...typed, kind: target.value })}
        >
          {Object.entries(words.kinds).map(([kind, label]) => (
            <MenuItem key={kind} value={kind}>
              {label}
            </MenuItem>
          ))}
        </TextField>
        {field('name')}
        {field('url')}
        {field('secret')}
        <Button variant="outlined" disabled={typed.name.trim() === '' || typed.url.trim() === ''} onClick={() => void add()}>
          {words.add}
        </Button>
      </Box>
    </Sheet>
  )
}

type TrialProps = { channel: Channel; act: (path: string, method: string, said: string, body?: unknown) => Promise<boolean> }

/** A short message needs a telephone to be tried with. */
function Trial({ channel: { key, kind }, act }: TrialProps) {
  const { lang } = usePanel()
  const words = channelWords[lang]
  const [phone, setPhone] = useState('')
  return (
    <>
      {kind === 'sms' && <TextField size="small" label={words.phone} value={phone} onChange={({ target }) => setPhone(target.value)} />}
      <Button variant="text" onClick={() => void act(`/channels/${key}/trial`, 'POST', words.tried, phone ? { phone } : {})}>
        {words.trial}
      </Button>
    </>
  )
}

function freeKey(kind: string, channels: Channel[]): string {
  const taken = new Set(channels.map(({ key }) => key))
  let n = 1
  while (taken.has(`${kind}${n}`)) n += 1
  return `${kind}${n}`
}
