import { CssBaseline, ThemeProvider } from '@mui/material'
import type { QueryClient } from '@tanstack/react-query'
import { createContext, useContext, useMemo } from 'react'
import {
  type AuthProvider,
  CoreAdminContext,
  CoreAdminUI,
  CustomRoutes,
  type DataProvider,
  Resource,
  type Store,
  useStore,
} from 'react-admin'
import { Route } from 'react-router'
import { Broken } from './frame/Broken.tsx'
import { Layout } from './frame/Layout.tsx'
import { Loading } from './frame/Loading.tsx'
import { NotFound } from './frame/NotFound.tsx'
import { Toasts } from './frame/Toasts.tsx'
import { usePrinting } from './frame/usePrinting.ts'
import { i18nProvider } from './i18n.ts'
import type { Spoken } from './language.ts'
import { ledgerPages, pageRoutes, Today } from './pages.ts'
import { usePanel } from './panel.ts'
import { theme } from './theme.ts'

const PageLoading = () => <Loading />

type Parts = { store: Store; data: DataProvider; auth: AuthProvider; queries: QueryClient; spoken: Spoken }
export const AdminPartsContext = createContext<Parts | null>(null)

/** react-admin over our definitions: one resource a ledger, the same four pages for all of them. */
export function Admin() {
  const { ledgers, lang, words, me } = usePanel()
  const parts = useContext(AdminPartsContext)
  const [mode] = useStore<'light' | 'dark'>('theme', 'light')
  const printing = usePrinting()
  const chosen = useMemo(() => theme(printing ? 'light' : mode, lang), [mode, printing, lang])
  const i18n = useMemo(() => parts && i18nProvider(parts.spoken), [parts])
  if (!parts || !i18n) return null
  return (
    <CoreAdminContext
      authProvider={parts.auth}
      dataProvider={parts.data}
      i18nProvider={i18n}
      store={parts.store}
      queryClient={parts.queries}
    >
      <ThemeProvider theme={chosen}>
        <CssBaseline enableColorScheme />
        <CoreAdminUI
          layout={Layout}
          dashboard={Today}
          catchAll={NotFound}
          error={Broken}
          loading={PageLoading}
          title={words.product}
          disableTelemetry
        >
          {ledgers.map((ledger) => (
            <Resource key={ledger.key} name={ledger.key} options={{ label: ledger.label[lang] }} {...ledgerPages} />
          ))}
          <CustomRoutes>
            {pageRoutes
              .filter(({ who }) => !who || who.includes(me.role))
              .map(({ path, page: Page }) => (
                <Route key={path} path={path} element={<Page />} />
              ))}
          </CustomRoutes>
        </CoreAdminUI>
        <Toasts />
      </ThemeProvider>
    </CoreAdminContext>
  )
}
