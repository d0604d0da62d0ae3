import { Box, Button, FormLabel, MenuItem, Select, Typography } from '@mui/material'
import { useEffect, useMemo, useRef, useState } from 'react'
import { writeDay } from '../../../shared/deadline/days.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { sits } from '../../../shared/engine/seats.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import { besideDay } from '../../../shared/words/verbs.ts'
import type { Act, Shown } from '../../data.ts'
import { BeforeContext } from '../../fields/before.ts'
import { FieldBox } from '../../fields/FieldBox.tsx'
import { useAround } from '../../fields/useAround.ts'
import { usePanel, useSay } from '../../panel.ts'
import { FormEnd } from '../../parts/FormEnd.tsx'
import { officeName } from '../../parts/office.ts'
import { inPlaceOf, isVoid } from '../acts.ts'
import { HappenedOn } from '../form/HappenedOn.tsx'
import { dayLabel, ON, REASON } from '../form/happened.ts'
import { looksAround } from '../form/likeness.ts'
import { Similar } from '../form/Similar.tsx'
import { useAnswers, useFocusFault } from '../form/useAnswers.ts'
import { isEmpty } from '../sections.ts'
import { useEvents } from '../useRecord.ts'
import { actSentence } from './act-sentence.ts'
import { useAlike } from './alike.ts'
import { mustAnswer, mustSay, openParts } from './asked-twice.ts'
import { Doubts } from './Doubts.tsx'
import { dayWanted } from './day-wanted.ts'
import { daysNote } from './days-now.ts'
import { doubtsOf } from './doubts.ts'
import { asksOf, fieldAsked, foresee, givenOf } from './foresee.ts'
import { givenUp } from './given-up.ts'
import { InSight } from './InSight.tsx'
import { LastTold } from './LastTold.tsx'
import { LiveDay } from './LiveDay.tsx'
import { lateAtOnce } from './late-at-once.ts'
import { nextHolder, owing } from './next-holder.ts'
import { OpenParts } from './OpenParts.tsx'
import { startOf, toldBefore } from './start.ts'
import { useDay } from './useDay.ts'
import { useEngine } from './useEngine.ts'
import { useTake } from './useTake.ts'
import { useWho } from './useWho.ts'
import { WhatIf } from './WhatIf.tsx'

type Props = {
  ledger: Ledger
  record: Shown
  act: Act
  leave: () => void
  done: (record: Shown) => void
  setDirty: (dirty: boolean) => void
}

/** What will happen, the questions, the days that follow from the answers, and the act. */
export function ActForm({ ledger, record, act, leave, done, setDirty }: Props) {
  const { words, lang, me, offices, ledgers, scope, today, world } = usePanel()
  const say = useSay()
  const engine = useEngine()
  const form = useRef<HTMLFormElement>(null)
  const rule = ledger.transitions[act.key]
  const around = useAround(ledger, record)
  const who = useWho()
  const asks = useMemo(() => asksOf(ledger, act.key), [ledger, act.key])
  const { data: happenings } = useEvents(ledger.key, record.id, record.version)
  const start = { ...startOf(ledger, act.key, record), ...dayWanted(ledger, record.duties, act, happenings?.data ?? []) }
  const retold = toldBefore(ledger, act.key, record)
  const answers = useAnswers(`act.${record.id}.${act.key}`, start, true)
  const [whom, setWhom] = useState<string | undefined>(act.for?.length === 1 ? act.for[0] : undefined)
  const given = useMemo(() => givenOf(asks, answers.values, record.data), [asks, answers.values, record.data])
  const all = useMemo(() => ({ ...record.data, ...answers.values }), [record.data, answers.values])
  const { told: dayOf, own } = useDay(ledger, act.key)
  const { outcome, day } = useMemo(() => {
    const day = dayOf(record, answers.values, given, whom)
    const around = { ledger, ledgers, scope, today, world }
    return { day, outcome: engine ? foresee(engine.transition, record, act, given, whom, around, day) : null }
  }, [engine, record, act, given, whom, ledger, ledgers, scope, today, world, answers.values, dayOf])
  const needed = mustSay(ledger, record, act.key, outcome)
  const parts = openParts(ledger, record, ledgers, outcome)
  const [sure, setSure] = useState(false)
  const unsure = parts.length > 0 && !sure
  const { busy, problem, submit } = useTake({ ledger, record, act, whom, given, outcome, answers, day, needed, unsure, done })
  const { dirty, errors, values } = answers
  const alike = useAlike(ledger, record, asks, values, lang, happenings?.data)
  useEffect(() => setDirty(dirty), [dirty, setDirty])
  useFocusFault(form, answers, [...asks.map(({ key }) => key), ON, REASON])

  const opened = outcome && !isRefusal(outcome) ? outcome.opened : []
  const late = outcome && !isRefusal(outcome) ? lateAtOnce(ledgers, ledger, act.key, opened, outcome.record.data, { today, world }) : []
  const hearing = outcome && !isRefusal(outcome) ? owing(outcome) : []
  const told = [...new Set(hearing.filter((holder) => !sits(scope, holder)).flatMap((holder) => who(holder) ?? []))]
  const end = outcome && !isRefusal(outcome) ? { state: outcome.record.state, branch: outcome.event.branch } : undefined
  const voids = isVoid(ledger, act.key)
  const inPlace = inPlaceOf(ledger, act, scope).length > 0
  const label = say(rule?.label)
  const name = (id: string) => officeName(offices, id, lang)
  const onDay = (value: string) => writeDay(value, lang, { weekday: true })
  const noteOf = (key: string) => daysNote(ledger, [record], act.key, key, onDay, words)
  const required = [
    ...asks.filter(({ optional }) => !optional).map(({ key }) => key),
    ...mustAnswer(ledger, act.key, record, all, { today, scope }),
  ]
  if (needed) required.push(needed)
  // What must be answered stands before what may be left open, though an answer made it so.
  const shown = [...asks.filter(({ key }) => required.includes(key)), ...asks.filter(({ key }) => !required.includes(key))]
  const first = shown.findIndex(({ key }) => !required.includes(key))
  const faults = Object.keys(errors).length
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        void submit()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        if (event.ctrlKey || event.metaKey) void submit()
        else if (event.target instanceof HTMLInputElement && event.target.type !== 'radio' && event.target.type !== 'checkbox')
          event.preventDefault()
      }}
    >
      <Box sx={{ display: 'grid', gap: 4 }}>
        <Typography>
          {actSentence(
            ledger,
            record,
            act.key,
            all,
            around,
            words,
            nextHolder(ledger, record, act.key, all as Shown['data'], world, lang),
            end,
          )}
          {told.length > 0 && words.act.willTell(told.join(words.common.and))}
        </Typography>
        <InSight ledger={ledger} record={record} act={act} />
        {looksAround(ledger, act.key) && <Similar ledger={ledger} title={record.heading} but={record.id} />}
        {problem && (
          <Box role="alert" sx={{ color: 'error.main', bgcolor: 'error.light', borderRadius: 2, p: 3 }}>
            {problem.sentence}{' '}
            {problem.show && (
              <Button variant="text" color="error" onClick={problem.show}>
                {words.act.conflict}
              </Button>
            )}
          </Box>
        )}
        {faults > 0 && !problem && (
          <Box role="alert" sx={{ color: 'error.main', fontWeight: 600 }}>
            {words.fault.fix(faults)}
            {errors[''] ? ` ${errors['']}` : ''}
          </Box>
        )}
        {act.for && act.for.length > 1 && (
          <Box data-field="for">
            <FormLabel
              id="whom"
              sx={{ display: 'block', mb: 1, color: 'text.primary', fontWeight: 600 }}
            >{`${inPlace ? words.act.behalfOf : words.act.askedBy} *`}</FormLabel>
            <Select
              fullWidth
              displayEmpty
              value={whom ?? ''}
              error={Boolean(errors.for)}
              labelId="whom"
              onChange={(event) => setWhom(event.target.value || undefined)}
            >
              <MenuItem value="">{words.common.choose}</MenuItem>
              {act.for.map((id) => (
                <MenuItem key={id} value={id}>
                  {name(id)}
                </MenuItem>
              ))}
            </Select>
          </Box>
        )}
        {whom && inPlace && <Typography color="text.secondary">{words.act.behalf(say(me.office.name), name(whom))}</Typography>}
        <BeforeContext value={alike}>
          {shown.map(({ key }, at) => {
            const field = fieldAsked(ledger, act.key, key)
            if (!field) return null
            return (
              <Box key={key}>
                {at === first && first > 0 && (
                  <Typography sx={{ color: 'text.secondary', fontWeight: 600, mb: 3 }}>{words.act.optional}</Typography>
                )}
                {retold.includes(key) && (
                  <LastTold
                    field={field}
                    value={record.data[key]}
                    around={around}
                    take={field.kind === 'text' && isEmpty(values[key]) ? () => answers.set(key, record.data[key]) : undefined}
                  />
                )}
                <FieldBox
                  name={key}
                  field={field}
                  value={values[key]}
                  change={answers.set}
                  error={errors[key]}
                  required={required.includes(key)}
                  all={all}
                  note={errors[key] ? undefined : noteOf(key)}
                />
              </Box>
            )
          })}
        </BeforeContext>
        <HappenedOn answers={answers} label={dayLabel(ledger, act.key, lang, words.form)} own={own ? [day] : undefined} />
        <LiveDay ledger={ledger} moved={outcome && !isRefusal(outcome) ? outcome : null} />
        <Doubts
          doubts={[
            ...(outcome && !isRefusal(outcome) ? givenUp(record.duties, outcome, scope) : []).map((one) =>
              words.act.givenUp(one.label[lang]),
            ),
            ...late.map(({ duty, day: on }) => words.act.lateAtOnce(besideDay(duty)[lang], writeDay(on, lang))),
            ...doubtsOf(ledger, record, act.key, all, { lang, words, today, scope }),
          ]}
        />
        <WhatIf ledger={ledger.key} id={record.id} transition={act.key} given={given} whom={whom} />
        {parts.length > 0 && <OpenParts parts={parts} sure={sure} setSure={setSure} />}
        {voids && <Typography sx={{ color: 'error.main', fontWeight: 600 }}>{words.act.final}</Typography>}
        <FormEnd>
          <Button onClick={leave}>{words.common.cancel}</Button>
          <Button type="submit" variant="contained" color={voids ? 'error' : 'primary'} disabled={busy} autoFocus={asks.length === 0}>
            {busy ? words.act.taking : label}
          </Button>
        </FormEnd>
      </Box>
    </form>
  )
}
