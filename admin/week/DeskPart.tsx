import { Box, Link, MenuItem, TextField } from '@mui/material'
import { useState } from 'react'
import { Link as To } from 'react-router'
import { writeDay } from '../../shared/deadline/days.ts'
import { desks } from '../../shared/definition/desks.ts'
import { calledIn } from '../../shared/heading.ts'
import type { DutyAnswer } from '../../shared/wire.ts'
import { useEvery } from '../api.ts'
import { CountLink } from '../county/CountLink.tsx'
import { useAllGroups } from '../county/figures.ts'
import { usePanel } from '../panel.ts'
import { weekWords } from '../words/week.ts'

type Owed = DutyAnswer & { record: { ledger: string; id: string; number?: string; heading: string; partOf?: string } }
/** So many pages at most. */
const PAGES = 5
const isDue = (owed: Owed | undefined, until: string) => owed?.dueOn != null && owed.dueOn <= until

/** What is soon due and late at each desk of the county office, and of the one that is chosen what it owes until the end of the week. */
export function DeskPart({ until }: { until: string }) {
  const { lang, me, today } = usePanel()
  const say = weekWords[lang]
  const groups = useAllGroups({}, 'desk').data?.groups ?? []
  const [desk, setDesk] = useState(me.desks?.[0] ?? '')
  // What the reader's seats owe comes soonest first.
  const { data } = useEvery<Owed>('/duties?limit=100', { enough: (found, pages) => pages >= PAGES || !isDue(found.at(-1), until) })
  const own = data
    ?.filter((each) => isDue(each, until))
    .filter(({ holder }) => desk !== '' && holder.kind === 'county' && holder.desk === desk)
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
      <Box component="p" sx={{ color: 'text.secondary', m: 0 }}>
        {say.deskNote}
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
              {calledIn(record, record.partOf, lang)}
            </Link>
            {dueOn && dueOn < today && ` · ${say.overdue}`}
          </li>
        ))}
      </Box>
    </>
  )
}
