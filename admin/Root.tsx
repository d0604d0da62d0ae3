import { CssBaseline, ThemeProvider } from '@mui/material'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import type { Lang } from '../shared/names.ts'
import { draftKey } from './draft-key.ts'
import { clearDrafts, openDrafts } from './drafts.ts'
import { request } from './http.ts'
import { browserLang, keepLang, loadWords, type Spoken } from './language.ts'
import { Failed } from './parts/Failed.tsx'
import { enter, type News, onNews, personHere, quit } from './person.ts'
import { type Start, start } from './start.ts'
import { theme } from './theme.ts'

const panel = import('./App.tsx').then(({ App }) => ({ default: App }))
const App = lazy(() => panel)
const ActPage = lazy(() => import('./act/ActPage.tsx').then(({ ActPage: it }) => ({ default: it })))
const SignIn = lazy(() => import('./sign/SignIn.tsx').then(({ SignIn: it }) => ({ default: it })))

type Where = { at: 'starting' } | { at: 'out'; said?: News } | { at: 'in'; started: Start } | { at: 'failed' }

/** Signed in or not. The address stays while somebody signs in, so he lands where the link in his mail pointed. */
export function Root() {
  const [where, setWhere] = useState<Where>({ at: 'starting' })
  const [spoken, setSpoken] = useState<Spoken | null>(null)
  const [signing, setSigning] = useState(false)

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
        // Addresses at which people look for the front door.
        if (started && ['/sign-in', '/signin', '/today'].includes(window.location.pathname)) window.history.replaceState(null, '', '/')
        // A leader asks first where things are stuck.
        if (started?.me.role === 'leader' && entering && window.location.pathname === '/') window.history.replaceState(null, '', '/county')
        if (started) {
          await openDrafts(started.me.id, await draftKey(started.settings), new Date())
          enter(started.me)
        }
        if (started) setSigning(false)
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
    quit(true)
    setWhere({ at: 'out' })
  }, [])
  const change = useCallback(async () => {
    await request('/session', { method: 'DELETE' })
    leave()
    setSigning(true)
  }, [leave])
  // Who signs out in one tab is out in all; who signs in elsewhere is offered where nobody is.
  useEffect(
    () =>
      onNews((said) => {
        const here = personHere()
        if ('left' in said && said.left === here) quit(false)
        else if (here !== null || 'left' in said) return
        setWhere((now) => (now.at === 'in' || now.at === 'out' ? { at: 'out', said } : now))
      }),
    [],
  )
  useEffect(() => {
    void begin()
  }, [begin])

  if (!spoken || where.at === 'starting') return null
  const only = ['/forgot', '/new-password'].includes(window.location.pathname)
  // A mail's link has a page of its own, whoever is signed in.
  const linked = window.location.pathname.startsWith('/act/') && !signing && where.at !== 'failed'
  if (where.at === 'in' && !only && !linked) {
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
        ) : linked ? (
          <ActPage words={spoken.words} lang={spoken.lang} speak={speak} signIn={() => setSigning(true)} leave={change} />
        ) : (
          <SignIn
            words={spoken.words}
            speak={speak}
            lang={spoken.lang}
            done={() => void begin(true)}
            {...(where.at === 'out' && where.said ? { news: where.said } : {})}
          />
        )}
      </Suspense>
    </ThemeProvider>
  )
}
