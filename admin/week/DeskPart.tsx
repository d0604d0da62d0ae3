import { Box, Link, MenuItem, TextField } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link as To } from 'react-router'
import { writeDay } from '../../shared/deadline/days.ts'
import { desks } from '../../shared/definition/desks.ts'
import { called } from '../../shared/heading.ts'
import type { DutyAnswer } from '../../shared/wire.ts'
import { CountLink } from '../county/CountLink.tsx'
import { useAllGroups } from '../county/figures.ts'
import { request } from '../http.ts'
import { usePanel } from '../panel.ts'
import { weekWords } from '../words/week.ts'

type Owed = DutyAnswer & { record: { ledger: string; id: string; number?: string; heading: string } }
type Page = { data: Owed[]; next?: string }

/** What is soon due and late at each desk of the county office, and of the one that is chosen what it owes until the end of the week. */
export function DeskPart({ until }: { until: string }) {
  const { lang, me, today } = usePanel()
  const say = weekWords[lang]
  const groups = useAllGroups({}, 'desk').data?.groups ?? []
  const [desk, setDesk] = useState(me.desks?.[0] ?? '')
  const { data } = useQuery({ queryKey: ['week', 'desks', until], queryFn: () => owedUntil(until) })
  const own = data?.filter(({ holder }) => desk !== '' && holder.kind === 'county' && holder.desk === desk)
  const known = Object.entries(desks)
  return (
    <>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap', columnGap: 6 }}>
        {known.flatMap(([key, label]) => {
          const group = groups.find(({ id }) => id === key)
          if (!group) return []
          return [
            <Box component="li" key={key} sx={{ display: 'flex', gap: 2 }}>
              {label[lang]}
              <span>{say.deskSoon}</span>
              <CountLink to={{ ledger: 'all', filter: { desk: key, nearDue: 'true' } }} n={group.nearDue} />
              {group.overdue > 0 && (
                <>
                  <span>{say.deskLate}</span>
                  <CountLink to={{ ledger: 'all', filter: { desk: key, overdue: 'true' } }} n={group.overdue} colour="red" />
                </>
              )}
            </Box>,
          ]
        })}
      </Box>
      <TextField
        id="week-desk"
        select
        size="small"
        label={say.desk}
        value={desk}
        onChange={({ target }) => setDesk(target.value)}
        sx={{ my: 2, minWidth: 220, displayPrint: 'none' }}
      >
        {known.map(([key, label]) => (
          <MenuItem key={key} value={key}>
            {label[lang]}
          </MenuItem>
        ))}
      </TextField>
      {own && desk !== '' && own.length === 0 && <p>{say.deskFree}</p>}
      <Box component="ul" sx={{ m: 0, pl: 6 }}>
        {own?.map(({ id, label, dueOn, record }) => (
          <li key={id}>
            {dueOn && writeDay(dueOn, lang, { weekday: false })} {label[lang]}{' '}
            <Link component={To} to={`/${record.ledger}/${record.id}/show`} underline="always">
              {called(record)}
            </Link>
            {dueOn && dueOn < today && ` · ${say.overdue}`}
          </li>
        ))}
      </Box>
    </>
  )
}

/** What the reader's seats owe until a day: soonest first, so many pages at most. */
async function owedUntil(until: string): Promise<Owed[]> {
  const found: Owed[] = []
  let cursor = ''
  for (let page = 0; page < 5; page += 1) {
    const { data, next } = await request<Page>(`/duties?limit=100${cursor ? `&cursor=${cursor}` : ''}`)
    found.push(...data.filter(({ dueOn }) => dueOn !== null && dueOn <= until))
    const last = data.at(-1)?.dueOn ?? null
    if (!next || last === null || last > until) break
    cursor = next
  }
  return found
}
