import { Box, Button, Link, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { Link as To } from 'react-router'
import { addDays } from '../../shared/deadline/calendar.ts'
import { writeDay } from '../../shared/deadline/days.ts'
import { calledIn } from '../../shared/heading.ts'
import { CountLink } from '../county/CountLink.tsx'
import type { Shown } from '../data.ts'
import { Page } from '../frame/Page.tsx'
import { usePanel } from '../panel.ts'
import { dutyLamp, soonest } from '../parts/lamp-of.ts'
import { writeNumber } from '../parts/number.ts'
import { OfficeName } from '../parts/OfficeName.tsx'
import { officeName } from '../parts/office.ts'
import { partOf } from '../parts/part-of.ts'
import { countyWords } from '../words/county.ts'
import { weekWords } from '../words/week.ts'
import { YearLine } from '../year/YearLine.tsx'
import { DeskPart } from './DeskPart.tsx'
import { LastMeeting, useLastMeeting } from './LastMeeting.tsx'
import { SILENT_DAYS, useWeek } from './useWeek.ts'

/** 一周情况: what a director reads on Monday, on one sheet of paper too: what is late where, what comes this week, who is silent. Every number opens its items. */
export function WeekPage() {
  const { lang, scope } = usePanel()
  const say = weekWords[lang]
  const held = useLastMeeting()
  const { from, to, late, due, planned, places, silent } = useWeek()
  const plain = (day: string) => writeDay(day, lang, { weekday: false })
  const n = late.data?.total ?? late.data?.data.length
  return (
    <Page
      title={say.title(plain(from), plain(to))}
      beside={
        <>
          <Button component={To} to="/papers/year">
            {say.whole}
          </Button>
          <Button variant="contained" onClick={() => window.print()}>
            {say.print}
          </Button>
        </>
      }
    >
      <Part title={say.late} empty={n === 0 && say.noneLate}>
        {n !== undefined && (
          <p>
            <CountLink to={{ ledger: 'all', filter: { overdue: 'true' } }} text={say.lateLead(writeNumber(n))} />
            {n > 0 && `${lang === 'zh' ? '' : ' '}${say.lateWhere}`}
          </p>
        )}
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap', columnGap: 6 }}>
          {places.data?.groups
            .filter(({ id, overdue }) => id !== 'none' && overdue > 0)
            .sort((a, b) => b.overdue - a.overdue)
            .map((place) => (
              <Box component="li" key={place.id} sx={{ display: 'flex', gap: 2 }}>
                {place.id === 'county' ? countyWords[lang].table.county : <OfficeName kind="township" id={place.id} />}
                <CountLink to={{ ledger: 'all', filter: { overdue: 'true', township: place.id } }} n={place.overdue} />
              </Box>
            ))}
        </Box>
        <Typography sx={{ mt: 2, fontWeight: 600 }}>{say.longest}</Typography>
        <Items items={late.data?.data ?? []} />
      </Part>
      <Part title={say.due} empty={due.data?.data.length === 0 && say.noneDue}>
        <CountLink
          to={{ ledger: 'all', filter: { overdue: 'false', dueBefore: addDays(to, 1) } }}
          n={due.data?.total ?? due.data?.data.length}
        />{' '}
        {say.items}
        <Items items={due.data?.data ?? []} />
        {due.data && (due.data.total ?? 0) > due.data.data.length && say.rest(writeNumber((due.data.total ?? 0) - due.data.data.length))}
      </Part>
      <Part title={say.planned} empty={planned.data?.length === 0 && say.nonePlanned}>
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {planned.data?.map((day) => (
            <YearLine key={`${day.ledger} ${day.id} ${day.key}`} day={day} />
          ))}
        </Box>
      </Part>
      <Part title={say.lastMeeting} empty={held === null && say.noMeeting}>
        {held && <LastMeeting held={held} />}
      </Part>
      {scope.office.kind === 'county' && (
        <Part title={say.desks} empty={false}>
          <DeskPart until={to} />
        </Part>
      )}
      {scope.office.kind === 'county' && (
        <Part title={say.silent(SILENT_DAYS)} empty={silent?.length === 0 && say.noneSilent}>
          {silent?.map(({ id, last }) => (
            <Box key={id}>
              <OfficeName kind="township" id={id} />：{last ? say.last(plain(last)) : say.never}
            </Box>
          ))}
        </Part>
      )}
    </Page>
  )
}

function Part({ title, empty, children }: { title: string; empty: string | false; children: ReactNode }) {
  return (
    <Box component="section" sx={{ mb: 3, p: 3, bgcolor: 'background.paper', breakInside: 'avoid' }}>
      <Typography variant="h2" sx={{ mb: 1.5 }}>
        {title}
      </Typography>
      {empty || children}
    </Box>
  )
}

/** Each with its day, and of what is due first there, who has to do what and how long is left. */
function Items({ items }: { items: Shown[] }) {
  const { lang, ledgers, words, offices } = usePanel()
  const owed = ({ duties }: Shown): string => {
    const duty = soonest(duties)
    if (!duty) return ''
    const { id, kind } = duty.holder
    return [officeName(offices, id, lang, kind), duty.label[lang], dutyLamp(duty, words, lang).text].map((part) => ` · ${part}`).join('')
  }
  return (
    <Box component="ul" sx={{ m: 0, pl: 6 }}>
      {items.map((item) => {
        const { id, ledger, number, heading, dueOn, township } = item
        return (
          <li key={id}>
            {dueOn && writeDay(dueOn, lang, { weekday: false })} {ledgers.find(({ key }) => key === ledger)?.label[lang]}{' '}
            {township && <OfficeName kind="township" id={township} />}{' '}
            <Link component={To} to={`/${ledger}/${id}/show`} underline="always">
              {calledIn({ number, heading }, partOf(item, ledgers), lang)}
            </Link>
            {owed(item)}
          </li>
        )
      })}
    </Box>
  )
}
