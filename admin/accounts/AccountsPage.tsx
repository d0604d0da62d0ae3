import { Tab, Tabs } from '@mui/material'
import { Link, Route, Routes, useLocation } from 'react-router'
import { NotFound } from '../frame/NotFound.tsx'
import { Page } from '../frame/Page.tsx'
import { AccountForm } from './AccountForm.tsx'
import { AccountList } from './AccountList.tsx'
import { AccountOne } from './AccountOne.tsx'
import { useAccountWords } from './accounts.ts'
import { OfficeList } from './OfficeList.tsx'
import { WhyVisible } from './WhyVisible.tsx'

/** Who has an account, which offices there are, and why somebody sees an item. */
export function AccountsPage() {
  const offices = useLocation().pathname.startsWith('/offices')
  return (
    <Routes>
      <Route index element={<Tabbed tab={offices ? 'offices' : 'accounts'}>{offices ? <OfficeList /> : <AccountList />}</Tabbed>} />
      {!offices && (
        <>
          <Route
            path="why"
            element={
              <Tabbed tab="why">
                <WhyVisible />
              </Tabbed>
            }
          />
          <Route path="create" element={<AccountForm />} />
          <Route path=":id" element={<AccountOne />} />
        </>
      )}
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}

function Tabbed({ tab, children }: { tab: 'accounts' | 'offices' | 'why'; children: React.ReactNode }) {
  const words = useAccountWords()
  return (
    <Page title={words.title}>
      <Tabs value={tab} aria-label={words.title} sx={{ mb: 3, borderBottom: 1, borderColor: 'divider' }}>
        <Tab value="accounts" label={words.tabs.accounts} component={Link} to="/accounts" />
        <Tab value="offices" label={words.tabs.offices} component={Link} to="/offices" />
        <Tab value="why" label={words.tabs.why} component={Link} to="/accounts/why" />
      </Tabs>
      {children}
    </Page>
  )
}
