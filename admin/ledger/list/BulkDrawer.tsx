import { Box, Button, Drawer, Typography } from '@mui/material'
import { useMemo, useRef, useState } from 'react'
import { useDataProvider } from 'react-admin'
import { writeDay } from '../../../shared/deadline/days.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { leftOpen } from '../../../shared/words/left-open.ts'
import type { PanelData, Shown } from '../../data.ts'
import { FieldBox } from '../../fields/FieldBox.tsx'
import { isUploading } from '../../fields/upload.ts'
import { usePanel, useSay } from '../../panel.ts'
import { each } from '../../parts/each.ts'
import { aboveFormEnd, FormEnd } from '../../parts/FormEnd.tsx'
import { said } from '../../parts/said.ts'
import { HttpError } from '../../problem.ts'
import { sentenceOf } from '../../sign/sentence.ts'
import { Doubts } from '../act/Doubts.tsx'
import { daysNote } from '../act/days-now.ts'
import { doubtsOfMany } from '../act/doubts.ts'
import { asksOf, fieldAsked, givenOf } from '../act/foresee.ts'
import { useDay } from '../act/useDay.ts'
import { newKey } from '../act/useTake.ts'
import { HappenedOn } from '../form/HappenedOn.tsx'
import { dayLabel, ON, REASON } from '../form/happened.ts'
import { focusFault, useAnswers } from '../form/useAnswers.ts'
import { useKeep } from '../useRecord.ts'
import { type BulkAct, type Outcome, writtenByOthers, wrongAnswers } from './bulk.ts'

type Result = { record: Shown; refused: string | undefined }
type Props = { ledger: Ledger; act: BulkAct; close: () => void }

const AT_ONCE = 3

/**
 * One form for several records: says first on which it can be done, acts on those, and shows what became of each until it is closed. One that somebody has
 * changed meanwhile stops no other.
 */
export function BulkDrawer({ ledger, act, close }: Props) {
  const { words, lang, today, scope } = usePanel()
  const say = useSay()
  const data = useDataProvider<PanelData>()
  const keep = useKeep()
  const form = useRef<HTMLFormElement>(null)
  const asks = useMemo(() => asksOf(ledger, act.key), [ledger, act.key])
  const answers = useAnswers(`bulk.${ledger.key}.${act.key}`, {})
  const [results, setResults] = useState<Result[] | null>(null)
  const [busy, setBusy] = useState(false)
  const label = say(ledger.transitions[act.key]?.label)
  const given = useMemo(() => givenOf(asks, answers.values, {}), [asks, answers.values])
  const { told, own } = useDay(ledger, act.key)
  const others = writtenByOthers(ledger, act.can, scope)
  const days = useMemo(
    () => (own ? act.can.map((record) => told(record, answers.values, given)) : undefined),
    [own, told, act.can, answers.values, given],
  )

  const taken = async (record: Shown): Promise<Outcome> => {
    try {
      const step = { ledger: ledger.key, id: record.id, transition: act.key, given, ...told(record, answers.values, given) }
      return { now: (await data.take({ ...step, version: record.version, key: newKey() })).data }
    } catch (error) {
      const faults = error instanceof HttpError && [409, 422].includes(error.status) ? (error.body.faults ?? []) : []
      const [fault] = faults
      return { refused: fault?.message ?? sentenceOf(error, words), ...(fault ? { faults } : {}) }
    }
  }

  const run = async () => {
    const missing = asks.filter(({ key, optional }) => !optional && given[key] === undefined).map(({ key }) => key)
    if (missing.length > 0) {
      answers.fail(Object.fromEntries(missing.map((key) => [key, say(leftOpen(fieldAsked(ledger, act.key, key) ?? { label: said(key) }))])))
      return focusFault(form.current, missing)
    }
    if (isUploading()) return answers.fail({ '': words.form.stillUploading })
    setBusy(true)
    const outcomes = new Map<string, Outcome>()
    const take = async (record: Shown) => void outcomes.set(record.id, await taken(record))
    const tried = act.can.slice(0, AT_ONCE)
    await each(tried, AT_ONCE, take)
    const wrong = wrongAnswers(
      tried.map(({ id }) => outcomes.get(id) ?? {}),
      [ON, REASON, ...asks.map(({ key }) => key)],
    )
    if (wrong) {
      answers.fail(wrong)
      return setBusy(false)
    }
    await each(act.can.slice(AT_ONCE), AT_ONCE, take)
    keep(...[...outcomes.values()].flatMap(({ now }) => now ?? []))
    answers.done()
    setResults([
      ...act.can.map((record) => ({ record, refused: outcomes.get(record.id)?.refused })),
      ...act.cannot.map(({ record, why }) => ({ record, refused: say(why) || words.fault.forbidden })),
    ])
    setBusy(false)
  }
  const well = results?.filter(({ refused }) => !refused).length ?? 0
  return (
    <Drawer
      anchor="right"
      open
      onClose={busy ? undefined : close}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-labelledby': 'bulk',
          sx: { width: '34rem', maxWidth: '100%', p: { xs: 4, sm: 6 }, ...aboveFormEnd },
        },
      }}
    >
      <Typography id="bulk" variant="h2" sx={{ fontSize: '1.25rem', mb: 3 }}>
        {label}
      </Typography>
      {results ? (
        <>
          <Typography role="status" sx={{ fontWeight: 600, mb: 3 }}>
            {words.list.bulkDone(well, label)}
            {results.length > well && `${words.common.of}${words.list.bulkNot(results.length - well)}`}
          </Typography>
          <Rows rows={results.map(({ record, refused }) => ({ record, text: refused ?? label }))} />
          <Box sx={{ mt: 4, textAlign: 'right' }}>
            <Button variant="contained" onClick={close} autoFocus>
              {words.common.close}
            </Button>
          </Box>
        </>
      ) : (
        <form
          ref={form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void run()
          }}
        >
          <Typography sx={{ mb: 3 }}>
            {words.list.rowsCan(act.can.length, label)}
            {act.cannot.length > 0 && `${words.common.of}${words.list.rowsCannot(act.cannot.length)}`}
          </Typography>
          {others.length > 0 && (
            <Typography sx={{ mb: 3 }}>
              {words.list.rowsByOthers(others.length, [...new Set(others.map(({ createdBy }) => createdBy.name))].join(words.common.and))}
            </Typography>
          )}
          {act.cannot.length > 0 && (
            <Rows rows={act.cannot.map(({ record, why }) => ({ record, text: say(why) || words.fault.forbidden }))} />
          )}
          <Box sx={{ display: 'grid', gap: 4, mt: 4, mb: 4 }}>
            {asks.map(({ key, optional }) => {
              const field = fieldAsked(ledger, act.key, key)
              return (
                field && (
                  <FieldBox
                    key={key}
                    name={key}
                    field={field}
                    value={answers.values[key]}
                    change={answers.set}
                    error={answers.errors[key]}
                    required={!optional}
                    all={answers.values}
                    note={daysNote(ledger, act.can, act.key, key, (day) => writeDay(day, lang, { weekday: true }), words)}
                  />
                )
              )
            })}
            <HappenedOn answers={answers} label={dayLabel(ledger, act.key, lang, words.form)} own={days} />
            {answers.errors[''] && (
              <Box role="alert" sx={{ color: 'error.main' }}>
                {answers.errors['']}
              </Box>
            )}
          </Box>
          <Doubts
            doubts={doubtsOfMany(
              ledger,
              act.can.map((record) => ({ record, data: { ...record.data, ...answers.values } })),
              act.key,
              { lang, words, today, scope },
            )}
          />
          <FormEnd>
            <Button onClick={close} disabled={busy}>
              {words.common.cancel}
            </Button>
            <Button type="submit" variant="contained" disabled={busy}>
              {busy ? words.act.taking : `${label} ${words.common.items(String(act.can.length))}`}
            </Button>
          </FormEnd>
        </form>
      )}
    </Drawer>
  )
}

function Rows({ rows }: { rows: { record: Shown; text: string }[] }) {
  return (
    <Box component="ul" sx={{ m: 0, pl: 4, color: 'text.secondary', fontSize: '0.93rem' }}>
      {rows.map(({ record, text }) => (
        <li key={record.id}>{`${record.number ?? record.heading}：${text}`}</li>
      ))}
    </Box>
  )
}
