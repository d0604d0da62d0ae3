import { Box } from '@mui/material'
import { useState } from 'react'
import { workdaysBetween } from '../../../shared/deadline/calendar.ts'
import { writeDay } from '../../../shared/deadline/days.ts'
import { LATE } from '../../../shared/engine/day.ts'
import { FieldBox } from '../../fields/FieldBox.tsx'
import { usePanel } from '../../panel.ts'
import { InlineButton } from '../../parts/InlineButton.tsx'
import { said } from '../../parts/said.ts'
import { type Happened, happened, ON, REASON } from './happened.ts'
import type { Answers } from './useAnswers.ts'

type Props = {
  answers: Answers
  /** How the day is called. */
  label: string
  /** What is told of it, of each item, where a field of the form says it anyway. */
  own?: Happened[] | undefined
}

/** The day it happened: folded while it is today, and not asked where the form's own field says it. What is entered late asks why. */
export function HappenedOn({ answers, label, own }: Props) {
  const { words, lang, today, world } = usePanel()
  const { values, errors, set } = answers
  const [opened, open] = useState(false)
  const days = own ?? [happened(values)]
  const [on, another] = [...new Set(days.flatMap((day) => day.on ?? []))].sort()
  const reason = days.find((day) => day.reason)?.reason
  const asked = opened || errors[ON] || values[ON]
  const late = on !== undefined && on < today && workdaysBetween(world.calendar, on, today) > (world.entry?.workdays ?? LATE)
  if (!asked && !on && !errors[REASON])
    return own ? null : (
      <Box sx={{ color: 'text.secondary', fontSize: '0.93rem' }}>
        {`${label}：${words.form.happenedToday} `}
        <InlineButton onClick={() => open(true)}>{words.form.anotherDay}</InlineButton>
      </Box>
    )
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      {(asked || !own) && (
        <FieldBox
          name={ON}
          field={{ kind: 'date', past: true, label: said(label), help: said(words.form.happenedHelp) }}
          value={on ?? today}
          change={(name, day) => set(name, day === today && !own ? null : day)}
          error={errors[ON]}
          required={false}
          all={values}
        />
      )}
      {(late || reason || errors[REASON]) && (
        <FieldBox
          name={REASON}
          field={{ kind: 'text', max: 200, label: said(words.form.whyLate) }}
          value={reason}
          change={set}
          error={errors[REASON]}
          required={late}
          all={values}
        />
      )}
      {on && on < today && !another && (
        <Box sx={{ color: 'text.secondary', fontSize: '0.93rem' }}>{words.form.countsFrom(writeDay(on, lang))}</Box>
      )}
    </Box>
  )
}
