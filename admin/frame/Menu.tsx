import BarChart from '@mui/icons-material/BarChartRounded'
import Month from '@mui/icons-material/CalendarMonthOutlined'
import Week from '@mui/icons-material/CalendarViewWeekOutlined'
import Scanner from '@mui/icons-material/DocumentScannerOutlined'
import Event from '@mui/icons-material/EventOutlined'
import EventRepeat from '@mui/icons-material/EventRepeatOutlined'
import ExpandIcon from '@mui/icons-material/ExpandMoreRounded'
import Help from '@mui/icons-material/HelpOutlineRounded'
import History from '@mui/icons-material/HistoryOutlined'
import Home from '@mui/icons-material/HomeOutlined'
import Archive from '@mui/icons-material/Inventory2Outlined'
import ListIcon from '@mui/icons-material/ListRounded'
import ManageAccounts from '@mui/icons-material/ManageAccountsOutlined'
import Notifications from '@mui/icons-material/NotificationsOutlined'
import Tune from '@mui/icons-material/TuneOutlined'
import UploadFile from '@mui/icons-material/UploadFileOutlined'
import { Box, ButtonBase } from '@mui/material'
import { useStore } from 'react-admin'
import { useLocation } from 'react-router'
import { usePanel } from '../panel.ts'
import { useOwed } from '../today/duties.ts'
import type { SvgIconComponent } from './icon.ts'
import { iconOf } from './icons.ts'
import { MenuLink } from './MenuLink.tsx'
import { mayOpen } from './may-open.ts'
import { type GroupEntry, menuGroups, opened } from './menu.ts'

/** A row's height and what stands above the first, in px at normal text size. */
const [ROW, TOP] = [38, 68]

/**
 * Today, County, then the systems in their groups; the platform last. As many groups open as the window has room for: the present page's own first,
 * then those that hold my duties, then the others; and those that were opened by hand.
 */
export function Menu({ small = false }: { small?: boolean }) {
  const { words, ledgers, scope, lang, me } = usePanel()
  const owed = useOwed()
  const groups = menuGroups(ledgers, scope, owed.byLedger)
  const { pathname } = useLocation()
  const room = Math.floor((window.innerHeight / Number(document.documentElement.dataset.size ?? 1) - TOP) / ROW) - 4 - groups.length
  const platform: [string, string, SvgIconComponent][] = [
    ['/notices', words.frame.notices, Notifications],
    ['/papers/week', words.frame.week, Week],
    ['/papers/year', words.frame.year, Month],
    ['/papers/scan', words.frame.scan, Scanner],
    ['/papers/reports', words.frame.reports, Archive],
    ['/import', words.frame.imports, UploadFile],
    ['/accounts', words.frame.accounts, ManageAccounts],
    ['/calendar', words.frame.calendar, Event],
    ['/terms', words.frame.terms, EventRepeat],
    ['/settings/ledgers', words.frame.ledgers, Tune],
    ['/log', words.frame.log, History],
    ['/help', words.frame.help, Help],
  ]
  const inPlatform = platform.some(([to]) => pathname.startsWith(to))
  const open = opened(groups, pathname, room - (inPlatform ? platform.filter(([to]) => mayOpen(to, me.role)).length : 0))
  return (
    <Box component="nav" aria-label={words.frame.menu} sx={{ py: 2, px: small ? 1 : 2 }}>
      <MenuLink to="/" label={words.frame.today} icon={Home} count={owed.soon} late={owed.late} near small={small} />
      {mayOpen('/county', me.role) && <MenuLink to="/county" label={words.frame.countyPage} icon={BarChart} small={small} />}
      {scope.office.kind !== 'county' && (
        <MenuLink
          to={`/offices/${scope.office.kind}/${scope.office.id}`}
          label={scope.office.kind === 'deputy' ? words.frame.myWork : words.frame.ourOffice}
          icon={BarChart}
          small={small}
        />
      )}
      <MenuLink to="/all" label={words.frame.all} icon={ListIcon} small={small} />
      {groups.map((group) => (
        <Group key={group.key} group={group} small={small} lang={lang} open={open.includes(group.key)} />
      ))}
      <Section name="platform" label={words.frame.platform} small={small} holds={platform.map(([to]) => to)} owed={0}>
        {platform
          .filter(([to]) => mayOpen(to, me.role))
          .map(([to, label, icon]) => (
            <MenuLink key={to} to={to} label={label} icon={icon} small={small} />
          ))}
      </Section>
    </Box>
  )
}

function Group({ group, small, lang, open }: { group: GroupEntry; small: boolean; lang: 'zh' | 'en'; open: boolean }) {
  const paths = group.systems.flatMap((system) => system.ledgers.map((ledger) => `/${ledger.key}`))
  return (
    <Section
      name={group.key}
      label={group.label[lang]}
      small={small}
      holds={paths}
      usual={open}
      owed={group.systems.reduce((sum, system) => sum + system.owed, 0)}
    >
      {group.systems.map((system) => (
        <MenuLink
          key={`${system.number}${system.ledgers[0]?.key}`}
          to={`/${system.ledgers[0]?.key}`}
          also={system.ledgers.map((ledger) => `/${ledger.key}`)}
          label={system.label[lang]}
          icon={iconOf(system.number)}
          count={system.owed}
          small={small}
        />
      ))}
    </Section>
  )
}

type SectionProps = {
  usual?: boolean
  name: string
  label: string
  small: boolean
  holds: string[]
  owed: number
  children: React.ReactNode
}
function Section({ name, label, small, holds, owed, usual = false, children }: SectionProps) {
  const { pathname } = useLocation()
  const here = holds.some((path) => pathname === path || pathname.startsWith(`${path}/`))
  const [chosen, setChosen] = useStore<boolean | undefined>(`menu.${name}`)
  const open = chosen ?? (usual || here)
  if (small) return <Box sx={{ borderTop: 1, borderColor: 'divider', mt: 1, pt: 1 }}>{children}</Box>
  return (
    <Box sx={{ mt: 1.5 }}>
      <ButtonBase aria-expanded={open} onClick={() => setChosen(!open)} sx={heading}>
        {label}
        <Box component="span" sx={{ flex: 1, textAlign: 'right', pr: 1 }}>
          {!open && owed > 0 && owed}
        </Box>
        <ExpandIcon aria-hidden fontSize="small" sx={{ transform: open ? 'none' : 'rotate(-90deg)' }} />
      </ButtonBase>
      {open && children}
    </Box>
  )
}

const heading = {
  width: '100%',
  minHeight: '2.2rem',
  justifyContent: 'space-between',
  px: 3,
  fontSize: '0.87rem',
  fontWeight: 600,
  color: 'text.secondary',
  borderRadius: 1,
  fontFamily: 'inherit',
} as const
