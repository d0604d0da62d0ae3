import { Box, Button, Paper, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import type { Lang } from '../../shared/names.ts'
import type { Words } from '../language.ts'
import { Mark } from '../parts/Mark.tsx'
import type { News } from '../person.ts'
import { CodeForm } from './CodeForm.tsx'
import { ForgotForm } from './ForgotForm.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { SignInForm } from './SignInForm.tsx'

export type Step =
  | { at: 'in'; said?: string }
  | { at: 'forgot' }
  | { at: 'code'; session: string }
  | { at: 'new'; session: string }
  | { at: 'reset'; token: string }
type Props = { words: Words; lang: Lang; speak: (lang: Lang) => Promise<void>; done: () => void; news?: News }

/** The way in: password, code, first password, forgotten password. The address is kept, except for the pages that are only for this. */
export function SignIn({ words, lang, speak, done, news }: Props) {
  const [step, setStep] = useState<Step>(firstStep)
  const enter = () => {
    if (['/login', '/forgot', '/new-password'].includes(window.location.pathname)) window.history.replaceState(null, '', '/')
    done()
  }
  const title = {
    in: words.sign.title,
    forgot: words.sign.forgotTitle,
    code: words.sign.code,
    new: words.sign.newTitle,
    reset: words.sign.resetTitle,
  }[step.at]
  useEffect(() => {
    document.title = `${title} · ${words.product}`
  }, [title, words.product])
  return (
    <Box
      component="main"
      sx={{ minHeight: '100vh', display: 'flex', alignItems: { xs: 'flex-start', sm: 'center' }, justifyContent: 'center' }}
    >
      <Paper
        variant="outlined"
        sx={{
          width: '100%',
          maxWidth: { sm: 400 },
          p: { xs: 4, sm: 6 },
          border: { xs: 0, sm: 1 },
          borderColor: { sm: 'divider' },
          borderRadius: { xs: 0, sm: 2 },
        }}
      >
        <Mark words={words} />
        <Typography variant="h2" component="h1" sx={{ mb: 3 }}>
          {title}
        </Typography>
        {news && (
          <Typography role="status" sx={{ mb: 4 }}>
            {'left' in news ? words.session.left : words.session.entered(news.entered.name)}
            {'entered' in news && (
              <Button variant="text" onClick={enter}>
                {words.session.open(news.entered.name)}
              </Button>
            )}
          </Typography>
        )}
        {step.at === 'in' && <SignInForm words={words} go={setStep} enter={enter} {...(step.said ? { said: step.said } : {})} />}
        {step.at === 'code' && <CodeForm words={words} session={step.session} enter={enter} />}
        {step.at === 'forgot' && <ForgotForm words={words} />}
        {(step.at === 'new' || step.at === 'reset') && <PasswordForm words={words} step={step} go={setStep} enter={enter} />}
        <Box sx={{ display: 'flex', justifyContent: 'space-between', mt: 4 }}>
          {step.at === 'in' ? (
            <Button variant="text" onClick={() => setStep({ at: 'forgot' })}>
              {words.sign.forgot}
            </Button>
          ) : (
            <Button variant="text" onClick={() => setStep({ at: 'in' })}>
              {words.sign.back}
            </Button>
          )}
          <Button variant="text" lang={lang === 'zh' ? 'en' : 'zh-CN'} onClick={() => void speak(lang === 'zh' ? 'en' : 'zh')}>
            {words.sign.language}
          </Button>
        </Box>
      </Paper>
    </Box>
  )
}

function firstStep(): Step {
  const token = new URLSearchParams(window.location.search).get('token')
  if (window.location.pathname === '/new-password' && token) return { at: 'reset', token }
  return { at: window.location.pathname === '/forgot' ? 'forgot' : 'in' }
}
