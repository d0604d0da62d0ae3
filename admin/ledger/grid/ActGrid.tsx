import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, LinearProgress, Typography } from '@mui/material'
import { useMemo, useState } from 'react'
import { useDataProvider } from 'react-admin'
import { writeDay } from '../../../shared/deadline/days.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { leftOpen } from '../../../shared/words/left-open.ts'
import type { PanelData, Shown } from '../../data.ts'
import { FieldBox } from '../../fields/FieldBox.tsx'
import { isUploading } from '../../fields/upload.ts'
import { usePanel, useSay } from '../../panel.ts'
import { each } from '../../parts/each.ts'
import { said } from '../../parts/said.ts'
import { sentenceOf } from '../../sign/sentence.ts'
import { gridWords } from '../../words/grid.ts'
import { Doubts } from '../act/Doubts.tsx'
import { daysNote } from '../act/days-now.ts'
import { doubtsOfMany } from '../act/doubts.ts'
import { asksOf, fieldAsked, givenOf } from '../act/foresee.ts'
import { useDay } from '../act/useDay.ts'
import { newKey } from '../act/useTake.ts'
import { HappenedOn } from '../form/HappenedOn.tsx'
import { dayLabel, ON, REASON } from '../form/happened.ts'
import { useAnswers, type Values } from '../form/useAnswers.ts'
import type { BulkAct } from '../list/bulk.ts'
import { useKeep } from '../useRecord.ts'
import { GridTable } from './GridTable.tsx'
import { filledDown, isReady, partsOf } from './rows.ts'
import { useProposals } from './useProposals.ts'

/** What came of a row: the record as it is now, or why not. */
export type Outcome = { record: Shown; refused?: string; undone?: true }
type Props = { ledger: Ledger; act: BulkAct; close: () => void }

const AT_ONCE = 3
const nothing: Values = {}

/** One step on many items, a row for each: filled by hand, downwards or as proposed; taken with one press; what came of each; taken back as one. */
export function ActGrid({ ledger, act, close }: Props) {
  const { lang, words: common, today, scope } = usePanel()
  const words = gridWords[lang]
  const say = useSay()
  const data = useDataProvider<PanelData>()
  const keep = useKeep()
  const { told: dayOf, own } = useDay(ledger, act.key)
  const { cells, shared } = useMemo(() => partsOf(ledger, act.key), [ledger, act.key])
  const rows = useAnswers(`grid.${ledger.key}.${act.key}`, {}, true)
  const all = useAnswers(`grid.${ledger.key}.${act.key}.all`, {}, true)
  const [outcomes, setOutcomes] = useState<Record<string, Outcome>>({})
  const [going, setGoing] = useState<{ done: number; all: number } | null>(null)
  const [told, setTold] = useState('')
  const [undoing, setUndoing] = useState<string | null>(null)
  const label = say(ledger.transitions[act.key]?.label)
  const office = cells.find(({ key }) => ledger.fields[key]?.kind === 'office')?.key
  const proposals = useProposals(ledger, office, act.can)

  const valuesOf = (id: string) => (rows.values[id] ?? nothing) as Values
  const open = act.can.filter(({ id }) => !outcomes[id] || outcomes[id].refused || outcomes[id].undone)
  const ready = open.filter(({ id }) => isReady(cells, valuesOf(id)))
  const done = act.can.filter(({ id }) => outcomes[id] && !outcomes[id].refused && !outcomes[id].undone)
  const put = (filled: Record<string, Values>) => {
    for (const [id, values] of Object.entries(filled)) rows.set(id, values)
    return Object.keys(filled).length
  }
  /** What is answered of an item, by its row and for all, and its day. */
  const stepOf = (record: Shown) => {
    const values = { ...all.values, ...valuesOf(record.id) }
    const given = givenOf(asksOf(ledger, act.key), values, {})
    return { given, ...dayOf(record, values, given) }
  }
  const { [ON]: on, [REASON]: reason } = all.values
  const named = useMemo(() => ({ [ON]: on, [REASON]: reason }), [on, reason])
  const days = own ? ready.map(stepOf) : undefined
  const byId = rows.values as Record<string, Values>
  const ids = open.map(({ id }) => id)
  const proposed = office ? filledDown(ids, byId, office, (id) => (proposals[id]?.weak ? undefined : proposals[id]?.answer)) : {}
  const note = (id: string, outcome: Outcome) => setOutcomes((now) => ({ ...now, [id]: outcome }))
  const count = () => setGoing((now) => now && { ...now, done: now.done + 1 })

  const run = async () => {
    const missing = shared.filter((ask) => !ask.optional && givenOf([ask], all.values, {})[ask.key] === undefined)
    if (missing.length > 0)
      return all.fail(
        Object.fromEntries(missing.map(({ key }) => [key, say(leftOpen(fieldAsked(ledger, act.key, key) ?? { label: said(key) }))])),
      )
    if (isUploading()) return setTold(common.form.stillUploading)
    setGoing({ done: 0, all: ready.length })
    setTold('')
    let not = 0
    const answered: Shown[] = []
    await each(ready, AT_ONCE, async (record) => {
      const now = outcomes[record.id]?.record ?? record
      try {
        const step = { ledger: ledger.key, id: record.id, transition: act.key, ...stepOf(now) }
        const { data: next } = await data.take({ ...step, version: now.version, key: newKey() })
        answered.push(next)
        note(record.id, { record: next })
      } catch (error) {
        note(record.id, { record: now, refused: sentenceOf(error, common) })
        not += 1
      }
      count()
    })
    keep(...answered)
    setGoing(null)
    const well = answered.length
    setTold([words.done(label, well), ...(not > 0 ? [words.notDone(not)] : [])].join(''))
    if (not === 0 && well === open.length) {
      rows.done()
      all.done()
    }
  }

  const undo = async (reason: string) => {
    setUndoing(null)
    setGoing({ done: 0, all: done.length })
    const back: Shown[] = []
    await each(done, AT_ONCE, async ({ id }) => {
      const record = outcomes[id]?.record
      if (!record) return
      try {
        const { data: next } = await data.undo({ ledger: ledger.key, id, reason, version: record.version, key: newKey() })
        back.push(next)
        note(id, { record: next, undone: true })
      } catch (error) {
        note(id, { record, refused: sentenceOf(error, common) })
      }
      count()
    })
    keep(...back)
    setGoing(null)
    setTold(words.undone(back.length))
  }

  return (
    <Dialog open fullScreen onClose={going ? undefined : close} aria-labelledby="grid-title">
      <DialogTitle id="grid-title">{label}</DialogTitle>
      <DialogContent sx={{ px: { xs: 4, sm: 6 } }}>
        <Typography sx={{ mb: 3 }}>{words.intro(label, act.can.length)}</Typography>
        {act.cannot.length > 0 && (
          <Box sx={{ color: 'text.secondary', mb: 3 }}>
            {words.cannot(act.cannot.length)}
            {act.cannot.map(({ record, why }) => `${record.number ?? record.heading}：${say(why) || common.fault.forbidden}`).join(' ')}
          </Box>
        )}
        <GridTable
          ledger={ledger}
          act={act}
          cells={cells}
          valuesOf={valuesOf}
          named={named}
          set={rows.set}
          outcomes={outcomes}
          proposals={proposals}
          {...(office ? { office } : {})}
          busy={going !== null}
          fill={(key, value) => put(filledDown(ids, byId, key, () => value))}
        />
        {(shared.length > 0 || !days || days.some(({ on }) => on)) && (
          <Box component="section" sx={{ mt: 5, maxWidth: '40rem', display: 'grid', gap: 4 }}>
            <Typography variant="h3">{words.forAll}</Typography>
            {shared.map(({ key, optional }) => {
              const field = ledger.fields[key]
              if (!field) return null
              return (
                <FieldBox
                  key={key}
                  name={key}
                  field={field}
                  value={all.values[key]}
                  change={all.set}
                  error={all.errors[key]}
                  required={!optional}
                  all={all.values}
                  note={daysNote(ledger, act.can, act.key, key, (day) => writeDay(day, lang, { weekday: true }), common)}
                />
              )
            })}
            <HappenedOn answers={all} label={dayLabel(ledger, act.key, lang, common.form)} own={days} />
          </Box>
        )}
        <Box sx={{ '&:not(:empty)': { mt: 4 }, maxWidth: '40rem' }}>
          <Doubts
            doubts={doubtsOfMany(
              ledger,
              ready.map((record) => ({ record, data: { ...record.data, ...all.values, ...valuesOf(record.id) } })),
              act.key,
              { lang, words: common, today, scope },
            )}
          />
        </Box>
      </DialogContent>
      {going && <LinearProgress variant="determinate" value={(100 * going.done) / Math.max(1, going.all)} aria-label={label} />}
      <DialogActions sx={{ flexWrap: 'wrap', gap: 2, borderTop: 1, borderColor: 'divider', px: { xs: 4, sm: 6 } }}>
        <Box role="status" sx={{ flex: '1 1 16rem', fontWeight: 600 }}>
          {going ? words.going(going.done, going.all) : told || words.ready(ready.length, open.length)}
        </Box>
        {Object.keys(proposed).length > 0 && !going && (
          <Button onClick={() => setTold(words.taken(put(proposed), Object.keys(proposed).filter((id) => proposals[id]?.named).length))}>
            {words.take(Object.keys(proposed).length)}
          </Button>
        )}
        {done.length > 0 && !going && <Button onClick={() => setUndoing(words.undoReason)}>{words.undo}</Button>}
        <Button onClick={close} disabled={going !== null} {...(open.length === 0 ? { variant: 'contained', autoFocus: true } : {})}>
          {common.common.close}
        </Button>
        {open.length > 0 && (
          <Button variant="contained" disabled={ready.length === 0 || going !== null} onClick={() => void run()}>
            {words.go(label, ready.length)}
          </Button>
        )}
      </DialogActions>
      {undoing !== null && (
        <Dialog open onClose={() => setUndoing(null)} aria-labelledby="grid-undo" fullWidth maxWidth="sm">
          <DialogTitle id="grid-undo">{words.undo}</DialogTitle>
          <DialogContent>
            <FieldBox
              name="undo-batch"
              field={{ kind: 'text', max: 200, label: said(words.undoWhy) }}
              value={undoing}
              change={(_, text) => setUndoing(String(text ?? ''))}
              required
              all={{}}
            />
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setUndoing(null)}>{common.common.cancel}</Button>
            <Button variant="contained" color="error" disabled={undoing.trim() === ''} onClick={() => void undo(undoing)}>
              {`${words.undo} ${common.common.items(String(done.length))}`}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </Dialog>
  )
}
