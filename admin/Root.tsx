import { CssBaseline, ThemeProvider } from '@mui/material'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import type { Lang } from '../shared/names.ts'
import { clearDrafts } from './drafts.ts'
import { browserLang, keepLang, loadWords, type Spoken } from './language.ts'
import { Failed } from './parts/Failed.tsx'
import { type Start, start } from './start.ts'
import { theme } from './theme.ts'

const panel = import('./App.tsx').then(({ App }) => ({ default: App }))
const App = lazy(() => panel)
const SignIn = lazy(() => import('./sign/SignIn.tsx').then(({ SignIn: it }) => ({ default: it })))

type Where = { at: 'starting' } | { at: 'out' } | { at: 'in'; started: Start } | { at: 'failed' }

/** Signed in or not. The address stays while somebody signs in, so he lands where the link in his mail pointed. */
export function Root() {
  const [where, setWhere] = useState<Where>({ at: 'starting' })
  const [spoken, setSpoken] = useState<Spoken | null>(null)

  const speak = useCallback(async (lang: Lang) => {
    keepLang(lang)
    setSpoken(await loadWords(lang))
  }, [])
  const begin = useCallback(
    async (entering = false) => {
      try {
        const started = await start()
        const lang = started?.settings.language
        await speak(lang === 'zh' || lang === 'en' ? lang : (started?.me.lang ?? browserLang()))
        // A leader asks first where things are stuck.
        if (started?.me.role === 'leader' && entering && window.location.pathname === '/') window.history.replaceState(null, '', '/county')
        setWhere(started ? { at: 'in', started } : { at: 'out' })
      } catch {
        await speak(browserLang())
        setWhere({ at: 'failed' })
      }
    },
    [speak],
  )
  const leave = useCallback(() => {
    clearDrafts()
    setWhere({ at: 'out' })
  }, [])
  useEffect(() => {
    void begin()
  }, [begin])

  if (!spoken || where.at === 'starting') return null
  const only = ['/forgot', '/new-password'].includes(window.location.pathname)
  if (where.at === 'in' && !only) {
    return (
      <Suspense fallback={null}>
        <App started={where.started} spoken={spoken} speak={speak} leave={leave} />
      </Suspense>
    )
  }
  return (
    <ThemeProvider theme={theme('light')}>
      <CssBaseline />
      <Suspense fallback={null}>
        {where.at === 'failed' ? (
          <Failed words={spoken.words} retry={() => void begin()} />
        ) : (
          <SignIn words={spoken.words} speak={speak} lang={spoken.lang} done={() => void begin(true)} />
        )}
      </Suspense>
    </ThemeProvider>
  )
}
