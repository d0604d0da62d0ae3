import { Tab, Tabs } from '@mui/material'
import { lazy, Suspense } from 'react'
import { Link, useLocation, useSearchParams } from 'react-router'
import { Loading } from '../frame/Loading.tsx'
import { mayOpen } from '../frame/may-open.ts'
import { Page } from '../frame/Page.tsx'
import { usePanel } from '../panel.ts'
import { noticeWords } from '../words/notices.ts'
import { Forecast } from './Forecast.tsx'
import { NoticeLog } from './NoticeLog.tsx'
import { TodayNotices } from './TodayNotices.tsx'

const Wordings = lazy(() => import('../settings/Wordings.tsx').then(({ Wordings: it }) => ({ default: it })))

/** What was said to whom: this morning, before, and what would be said on another day. */
export function NoticesPage() {
  const { lang, me } = usePanel()
  const words = noticeWords[lang]
  const mayWord = mayOpen('/settings/ledgers', me.role)
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const asked = params.get('date') || params.get('recipient') || params.get('record')
  const tab =
    pathname === '/forecast'
      ? 'forecast'
      : params.get('tab') === 'sent' || asked
        ? 'sent'
        : params.get('tab') === 'wording' && mayWord
          ? 'wording'
          : 'today'
  return (
    <Page title={words.title}>
      <Tabs value={tab} aria-label={words.title} sx={{ mb: 3, borderBottom: 1, borderColor: 'divider', displayPrint: 'none' }}>
        <Tab value="today" label={words.tabs.today} component={Link} to="/notices" />
        <Tab value="sent" label={words.tabs.sent} component={Link} to="/notices?tab=sent" />
        {mayWord && <Tab value="wording" label={words.tabs.wording} component={Link} to="/notices?tab=wording" />}
        {mayOpen('/forecast', me.role) && <Tab value="forecast" label={words.tabs.forecast} component={Link} to="/forecast" />}
      </Tabs>
      {tab === 'today' && <TodayNotices />}
      {tab === 'sent' && <NoticeLog />}
      {tab === 'forecast' && <Forecast />}
      {tab === 'wording' && (
        <Suspense fallback={<Loading />}>
          <Wordings />
        </Suspense>
      )}
    </Page>
  )
}
