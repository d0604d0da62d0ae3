import { QueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { StoreContextProvider } from 'react-admin'
import { createBrowserRouter, RouterProvider } from 'react-router'
import type { Definition } from '../shared/definition/ledger.ts'
import type { Lang } from '../shared/names.ts'
import { Admin, AdminPartsContext } from './Admin.tsx'
import { told } from './api.ts'
import { authProvider } from './auth.ts'
import { dataProvider } from './data.ts'
import { Broken } from './frame/Broken.tsx'
import type { Spoken } from './language.ts'
import { PanelContext } from './panel.ts'
import type { Start } from './start.ts'
import { settingsStore } from './store.ts'

type Props = { started: Start; spoken: Spoken; speak: (lang: Lang) => Promise<void>; leave: () => void }

/** The panel of somebody signed in. A data router, since the leave dialog needs one. */
export function App({ started, spoken, speak, leave }: Props) {
  const { me, scope, offices, world, settings, county } = started
  const [definitions, setDefinitions] = useState(started.definitions)
  const parts = useMemo(
    () => ({ store: settingsStore(settings), data: dataProvider(), auth: authProvider(me, leave), queries: queryClient(county, offices) }),
    [settings, me, leave, county, offices],
  )
  const router = useMemo(() => createBrowserRouter([{ path: '*', element: <Admin />, errorElement: <Broken /> }]), [])
  const panel = useMemo(
    () => ({
      me,
      scope,
      today: me.today,
      definitions,
      define: (definition: Definition) => setDefinitions((now) => withDefinition(now, definition)),
      ledgers: definitions.map((definition) => definition.ledger),
      offices,
      world,
      lang: spoken.lang,
      words: spoken.words,
      setLang: (lang: Lang) => {
        parts.store.setItem('language', lang)
        void speak(lang)
      },
      leave,
    }),
    [me, scope, definitions, offices, world, spoken, speak, leave, parts],
  )
  const admin = useMemo(() => ({ ...parts, spoken }), [parts, spoken])
  return (
    <PanelContext.Provider value={panel}>
      <AdminPartsContext.Provider value={admin}>
        <StoreContextProvider value={parts.store}>
          <RouterProvider router={router} />
        </StoreContextProvider>
      </AdminPartsContext.Provider>
    </PanelContext.Provider>
  )
}

/** The definitions with one published: in the place of the one before it, else last. */
function withDefinition(all: Definition[], published: Definition): Definition[] {
  const at = all.findIndex(({ ledger }) => ledger.key === published.ledger.key)
  return at < 0 ? [...all, published] : all.map((each, place) => (place === at ? published : each))
}

/** Stale data is shown while it is fetched again; a refusal is not asked twice. */
function queryClient(county: object | null, offices: Start['offices']): QueryClient {
  const client = new QueryClient({
    defaultOptions: { queries: { staleTime: 10_000, retry: (count, error) => count < 2 && !((error as { status?: number }).status ?? 0) } },
  })
  // Asked for at the start already.
  told(client, '/offices', { data: offices })
  if (county) told(client, '/county-settings', county)
  return client
}
