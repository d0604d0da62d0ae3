import { Tab, Tabs } from '@mui/material'
import { Link, useLocation, useSearchParams } from 'react-router'
import { mayOpen } from '../frame/may-open.ts'
import { Page } from '../frame/Page.tsx'
import { usePanel } from '../panel.ts'
import { noticeWords } from '../words/notices.ts'
import { Forecast } from './Forecast.tsx'
import { NoticeLog } from './NoticeLog.tsx'
import { TodayNotices } from './TodayNotices.tsx'

/** What was said to whom: this morning, before, and what would be said on another day. */
export function NoticesPage() {
  const { lang, me } = usePanel()
  const words = noticeWords[lang]
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const asked = params.get('date') || params.get('recipient') || params.get('record')
  const tab = pathname === '/forecast' ? 'forecast' : params.get('tab') === 'sent' || asked ? 'sent' : 'today'
  return (
    <Page title={words.title}>
      <Tabs value={tab} aria-label={words.title} sx={{ mb: 3, borderBottom: 1, borderColor: 'divider', displayPrint: 'none' }}>
        <Tab value="today" label={words.tabs.today} component={Link} to="/notices" />
        <Tab value="sent" label={words.tabs.sent} component={Link} to="/notices?tab=sent" />
        {mayOpen('/forecast', me.role) && <Tab value="forecast" label={words.tabs.forecast} component={Link} to="/forecast" />}
      </Tabs>
      {tab === 'today' && <TodayNotices />}
      {tab === 'sent' && <NoticeLog />}
      {tab === 'forecast' && <Forecast />}
    </Page>
  )
}
