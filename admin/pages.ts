import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Role } from '../shared/scope.ts'

type Page = LazyExoticComponent<ComponentType>
/** A page that belongs to no ledger. `who`: the roles that find it in the menu and may open it; absent: everybody. */
export type PageRoute = { path: string; page: Page; who?: Role[] }

const county: Role[] = ['admin', 'county', 'leader']
const office: Role[] = ['admin', 'county']
const admin: Role[] = ['admin']

/** Pages of any ledger: each comes when it is first opened. */
export const ledgerPages = {
  list: lazy(() => import('./ledger/LedgerList.tsx').then(({ LedgerList }) => ({ default: LedgerList }))),
  show: lazy(() => import('./ledger/RecordPage.tsx').then(({ RecordPage }) => ({ default: RecordPage }))),
  create: lazy(() => import('./ledger/CreatePage.tsx').then(({ CreatePage }) => ({ default: CreatePage }))),
  edit: lazy(() => import('./ledger/EditPage.tsx').then(({ EditPage }) => ({ default: EditPage }))),
}

export const Today = lazy(() => import('./today/Today.tsx').then(({ Today: it }) => ({ default: it })))
export const AllItems = lazy(() => import('./ledger/AllItems.tsx').then(({ AllItems: it }) => ({ default: it })))

/** Pages of their own, in the order of the menu's last group. Adding one is one line. */
export const pageRoutes: PageRoute[] = [
  { path: '/all', page: AllItems },
  { path: '/county', page: lazy(() => import('./county/CountyPage.tsx').then(({ CountyPage }) => ({ default: CountyPage }))), who: county },
  { path: '/notices', page: lazy(() => import('./notices/NoticesPage.tsx').then(({ NoticesPage }) => ({ default: NoticesPage }))) },
  {
    path: '/forecast',
    page: lazy(() => import('./notices/NoticesPage.tsx').then(({ NoticesPage }) => ({ default: NoticesPage }))),
    who: county,
  },
  {
    path: '/import/:ledger?',
    page: lazy(() => import('./import/ImportPage.tsx').then(({ ImportPage }) => ({ default: ImportPage }))),
    who: ['admin', 'county', 'clerk'],
  },
  {
    path: '/accounts/*',
    page: lazy(() => import('./accounts/AccountsPage.tsx').then(({ AccountsPage }) => ({ default: AccountsPage }))),
    who: admin,
  },
  {
    path: '/offices/:kind/:id',
    page: lazy(() => import('./office/OfficePage.tsx').then(({ OfficePage }) => ({ default: OfficePage }))),
  },
  {
    path: '/offices/:kind/:id/hand-over',
    page: lazy(() => import('./accounts/HandOverPage.tsx').then(({ HandOverPage }) => ({ default: HandOverPage }))),
    who: admin,
  },
  {
    path: '/offices/*',
    page: lazy(() => import('./accounts/AccountsPage.tsx').then(({ AccountsPage }) => ({ default: AccountsPage }))),
    who: admin,
  },
  {
    path: '/calendar',
    page: lazy(() => import('./calendar/CalendarPage.tsx').then(({ CalendarPage }) => ({ default: CalendarPage }))),
    who: office,
  },
  {
    path: '/terms',
    page: lazy(() => import('./terms/TermsPage.tsx').then(({ TermsPage }) => ({ default: TermsPage }))),
    who: county,
  },
  {
    path: '/settings/ledgers/*',
    page: lazy(() => import('./settings/LedgersPage.tsx').then(({ LedgersPage }) => ({ default: LedgersPage }))),
    who: admin,
  },
  { path: '/log', page: lazy(() => import('./log/LogPage.tsx').then(({ LogPage }) => ({ default: LogPage }))), who: admin },
  { path: '/help', page: lazy(() => import('./help/HelpPage.tsx').then(({ HelpPage }) => ({ default: HelpPage }))) },
  {
    path: '/sheets/:ledger/:ids',
    page: lazy(() => import('./ledger/print/SheetPage.tsx').then(({ SheetPage }) => ({ default: SheetPage }))),
  },
  {
    path: '/papers',
    page: lazy(() => import('./ledger/print/BookPage.tsx').then(({ BookPage }) => ({ default: BookPage }))),
  },
  {
    path: '/papers/week',
    page: lazy(() => import('./week/WeekPage.tsx').then(({ WeekPage }) => ({ default: WeekPage }))),
    who: county,
  },
  {
    path: '/papers/year',
    page: lazy(() => import('./year/YearPage.tsx').then(({ YearPage }) => ({ default: YearPage }))),
  },
  {
    path: '/papers/reports',
    page: lazy(() => import('./reports/ReportsPage.tsx').then(({ ReportsPage }) => ({ default: ReportsPage }))),
    who: ['admin', 'county', 'leader', 'clerk'],
  },
  {
    path: '/papers/reports/:id',
    page: lazy(() => import('./reports/ReportPage.tsx').then(({ ReportPage }) => ({ default: ReportPage }))),
    who: ['admin', 'county', 'leader', 'clerk'],
  },
  {
    path: '/papers/scan',
    page: lazy(() => import('./scan/ScanPage.tsx').then(({ ScanPage }) => ({ default: ScanPage }))),
    who: ['admin', 'county', 'clerk', 'liaison', 'deputy'],
  },
  {
    path: '/papers/jobs/:id',
    page: lazy(() => import('./ledger/print/PaperJobPage.tsx').then(({ PaperJobPage }) => ({ default: PaperJobPage }))),
  },
  {
    path: '/papers/:ledger/:paper/:id',
    page: lazy(() => import('./ledger/print/PaperPage.tsx').then(({ PaperPage }) => ({ default: PaperPage }))),
  },
]
