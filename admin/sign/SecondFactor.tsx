import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material'
import { useState } from 'react'
import { request } from '../http.ts'
import { Qr } from '../ledger/print/Qr.tsx'
import { usePanel } from '../panel.ts'
import { CodeField } from './CodeField.tsx'
import { PasswordField } from './PasswordField.tsx'
import { sentenceOf } from './sentence.ts'

type Begun = { secret: string; uri: string } | { on: true }
type Step = { at: 'password' } | { at: 'on'; secret: string; uri: string } | { at: 'off' } | { at: 'done'; said: string }

/** One's own second factor: the password shows whether there is one; then it is switched on with a first code, or off with a last. */
export function SecondFactor({ close }: { close: () => void }) {
  const { words } = usePanel()
  const [step, setStep] = useState<Step>({ at: 'password' })
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  const body = step.at === 'password' ? { password } : { password, code }
  const acts = {
    password: async () => {
      const begun = await request<Begun>('/session/phone', { method: 'POST', body })
      setStep('on' in begun ? { at: 'off' } : { at: 'on', ...begun })
    },
    on: async () => {
      await request('/session/phone', { method: 'PUT', body })
      setStep({ at: 'done', said: words.sign.turnedOn })
    },
    off: async () => {
      await request('/session/phone/off', { method: 'POST', body })
      setStep({ at: 'done', said: words.sign.turnedOff })
    },
    done: async () => close(),
  }
  const submit = async () => {
    if (busy) return
    setBusy(true)
    setWrong('')
    await acts[step.at]().catch((error) => setWrong(sentenceOf(error, words)))
    setBusy(false)
  }
  const ready = step.at === 'done' || (step.at === 'password' ? password !== '' : code.length === 6)
  const label = { password: words.sign.goOn, on: words.sign.turnOn, off: words.sign.turnOff, done: words.common.close }[step.at]
  return (
    <Dialog open onClose={close} fullWidth maxWidth="xs" aria-labelledby="second-factor">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) void submit()
        }}
      >
        <DialogTitle id="second-factor">{words.sign.twoSteps}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 4 }}>
          {step.at === 'password' && (
            <>
              <Typography color="text.secondary">{words.sign.twoStepsAbout}</Typography>
              <PasswordField
                id="factor-password"
                words={words}
                label={words.sign.nowPassword}
                value={password}
                change={setPassword}
                error={wrong}
                autoComplete="current-password"
                autoFocus
              />
            </>
          )}
          {step.at === 'on' && <Secret {...step} />}
          {step.at === 'off' && <Typography>{words.sign.isOn}</Typography>}
          {(step.at === 'on' || step.at === 'off') && (
            <CodeField id="factor-code" label={words.sign.firstCode} value={code} change={setCode} error={wrong} />
          )}
          {step.at === 'done' && <Typography role="status">{step.said}</Typography>}
        </DialogContent>
        <DialogActions>
          {step.at !== 'done' && <Button onClick={close}>{words.common.cancel}</Button>}
          <Button type="submit" variant="contained" color={step.at === 'off' ? 'error' : 'primary'} disabled={!ready || busy}>
            {label}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** The secret for the phone, to be scanned or typed in groups of four. */
function Secret({ secret, uri }: { secret: string; uri: string }) {
  const { words } = usePanel()
  return (
    <>
      <Typography>{words.sign.scan}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 4 }}>
        <Box sx={{ bgcolor: '#fff', p: 2, lineHeight: 0 }}>
          <Qr text={uri} label={words.sign.qr} width="40mm" />
        </Box>
        <Box component="code" sx={{ fontSize: '1rem', maxWidth: '12em', wordSpacing: '0.25em' }}>
          {secret.replace(/(.{4})(?=.)/g, '$1 ')}
        </Box>
      </Box>
    </>
  )
}
