import { Box, Typography } from '@mui/material'
import { useState } from 'react'
import { writeDay } from '../../../shared/deadline/days.ts'
import { personAt } from '../../../shared/person-at.ts'
import { ruleWords } from '../../../shared/words/rule.ts'
import { request } from '../../http.ts'
import type { Mailing } from '../../notices/notices.ts'
import { usePanel } from '../../panel.ts'
import { InlineButton } from '../../parts/InlineButton.tsx'
import { writeNumber } from '../../parts/number.ts'
import { officeName } from '../../parts/office.ts'
import { sentenceOf } from '../../sign/sentence.ts'
import { whatIfWords } from '../../words/what-if.ts'

type Day = { date: string; data: Omit<Mailing, 'subject'>[] }
type Told = { now: Day[]; after: Day[] }
type Props = { ledger: string; id: string; transition: string; given: Record<string, unknown>; whom: string | undefined }

/** So many days are shown first: reminders go on for as long as nobody acts. */
const FIRST = 4

/** Who would be reminded of what, and when, if this step were taken now: of the item, and of all that hangs on it. */
export function WhatIf({ ledger, id, transition, given, whom }: Props) {
  const { lang, words: common, scope, today } = usePanel()
  const words = whatIfWords[lang]
  const [told, setTold] = useState<Told | null>(null)
  const [failure, setFailure] = useState('')
  const [all, setAll] = useState(false)
  const rest = told?.after.slice(FIRST) ?? []
  const [first] = told?.now ?? []
  const who = useReminded()
  const ask = async () => {
    setFailure('')
    try {
      const body = { ledger, id, transition, given, ...(whom ? { for: whom } : {}) }
      setTold(await request<Told>('/notices/what-if', { method: 'POST', body }))
    } catch (error) {
      setTold(null)
      setFailure(sentenceOf(error, common))
    }
  }
  return (
    <Box>
      <InlineButton aria-expanded={told !== null} onClick={() => void ask()}>
        {words.ask}
      </InlineButton>
      {failure && <Typography role="alert">{failure}</Typography>}
      {told && (
        <Box role="status" sx={{ mt: 1, maxHeight: '16rem', overflowY: 'auto', fontSize: '0.93rem' }}>
          <Typography color="text.secondary">
            {first && words.now(writeDay(first.date, lang, { year: 'auto', today }), first.data.map(who).join(common.common.and))}
            {told.after.length === 0 ? words.none : words.after}
          </Typography>
          {told.after.slice(0, all ? undefined : FIRST).map((day) => (
            <Lines key={day.date} day={day} />
          ))}
          {rest.length > 0 && !all && (
            <InlineButton onClick={() => setAll(true)}>
              {words.more(count(rest), writeDay(rest.at(-1)?.date ?? '', lang, { year: 'auto', today }))}
            </InlineButton>
          )}
          {scope.office.kind !== 'county' && <Typography color="text.secondary">{words.ours}</Typography>}
        </Box>
      )}
    </Box>
  )
}

const count = (days: Day[]): string => writeNumber(days.reduce((all, { data }) => all + data.reduce((sum, { total }) => sum + total, 0), 0))

/** Whom a letter goes to: the person, at the office. */
function useReminded(): (letter: Day['data'][number]) => string {
  const { lang, offices } = usePanel()
  return ({ name, office }) => personAt(officeName(offices, office.id, lang, office.kind), name)
}

function Lines({ day: { date, data } }: { day: Day }) {
  const { lang, today } = usePanel()
  const who = useReminded()
  return data.map((letter) => (
    <div key={letter.to}>
      {[
        writeDay(date, lang, { year: 'auto', today }),
        who(letter),
        ruleWords(letter.notices[0]?.rule ?? '', { copy: letter.notices[0]?.copy })[lang],
      ].join(' · ')}
    </div>
  ))
}
