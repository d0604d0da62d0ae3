import { Box, Link } from '@mui/material'
import { Link as To } from 'react-router'
import { writeDay } from '../../shared/deadline/days.ts'
import { called } from '../../shared/heading.ts'
import type { LastMeeting as Held } from '../../shared/wire.ts'
import { useAsked } from '../api.ts'
import { usePanel } from '../panel.ts'
import { LampText } from '../parts/Lamp.tsx'
import { weekWords } from '../words/week.ts'

/** What the last meeting decided and how far it is; undefined while it is asked, null when none was held. */
export function useLastMeeting(): Held | null | undefined {
  return useAsked<{ data: Held | null }>('/last-meeting').data?.data
}

/** The meeting and each item that came of it, with its state and its day; each opens. */
export function LastMeeting({ held }: { held: Held }) {
  const { lang, ledgers } = usePanel()
  const say = weekWords[lang]
  const plain = (day: string) => writeDay(day, lang, { weekday: false })
  const ledgerOf = (key: string) => ledgers.find((each) => each.key === key)
  return (
    <>
      <Box sx={{ mb: 1 }}>
        {plain(held.on)}{' '}
        <Link component={To} to={`/${held.ledger}/${held.id}/show`} underline="always">
          {held.heading}
        </Link>
      </Box>
      {held.items.length === 0 && say.nothingDecided}
      <Box component="ul" sx={{ m: 0, pl: 6 }}>
        {held.items.map(({ ledger, id, number, heading, state, dueOn, duty, overdue }) => (
          <li key={`${ledger}/${id}`}>
            {ledgerOf(ledger)?.label[lang]}{' '}
            <Link component={To} to={`/${ledger}/${id}/show`} underline="always">
              {called({ number, heading })}
            </Link>
            {` · ${ledgerOf(ledger)?.states[state]?.label[lang] ?? state}`}
            {dueOn && ` · ${say.dueOn(duty?.[lang] ?? '', plain(dueOn))}`}
            {overdue && (
              <>
                {' · '}
                <LampText colour="red">{say.overdue}</LampText>
              </>
            )}
          </li>
        ))}
      </Box>
    </>
  )
}
