import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, LinearProgress, MenuItem, Select, Typography } from '@mui/material'
import { useState } from 'react'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Shown } from '../../data.ts'
import { FieldBox } from '../../fields/FieldBox.tsx'
import { request } from '../../http.ts'
import { usePanel, useSay } from '../../panel.ts'
import { each } from '../../parts/each.ts'
import { HttpError } from '../../problem.ts'
import { sentenceOf } from '../../sign/sentence.ts'
import { editWords } from '../../words/edit-many.ts'
import { isEmpty } from '../grid/rows.ts'
import { useKeep } from '../useRecord.ts'
import type { BulkField } from './bulk.ts'

type Props = { ledger: Ledger; fields: BulkField[]; close: () => void }
/** A record as it is now and was before, or why it was not changed. */
type Outcome = { before: Shown; now: Shown; refused?: string }

const AT_ONCE = 3

/** One field set on many items: by the rules of each, with what came of it, and back again in one press. */
export function BulkEdit({ ledger, fields, close }: Props) {
  const { lang, words: common } = usePanel()
  const words = editWords[lang]
  const say = useSay()
  const keep = useKeep()
  const [key, setKey] = useState('')
  const [value, setValue] = useState<unknown>(null)
  const [outcomes, setOutcomes] = useState<Outcome[]>([])
  const [going, setGoing] = useState<{ done: number; all: number } | null>(null)
  const [told, setTold] = useState('')
  const chosen = fields.find((each) => each.key === key)
  const field = ledger.fields[key]
  const well = outcomes.filter(({ refused }) => !refused)
  const refused = outcomes.filter((outcome) => outcome.refused)
  const called = ({ number, heading }: Shown) => number ?? heading

  const put = async (records: Shown[], wanted: (record: Shown) => unknown) => {
    const found: Outcome[] = []
    setGoing({ done: 0, all: records.length })
    await each(records, AT_ONCE, async (before) => {
      const data = { [key]: isEmpty(wanted(before)) ? null : wanted(before) }
      try {
        const now = await request<Shown>(`/records/${ledger.key}/${before.id}`, {
          method: 'PATCH',
          version: before.version,
          body: { data },
        })
        found.push({ before, now })
      } catch (error) {
        const [fault] = error instanceof HttpError && error.status === 422 ? (error.body.faults ?? []) : []
        found.push({ before, now: before, refused: fault?.message ?? sentenceOf(error, common) })
      }
      setGoing((now) => now && { ...now, done: now.done + 1 })
    })
    keep(...found.flatMap(({ now, refused }) => (refused ? [] : [now])))
    setGoing(null)
    return found
  }
  const run = async () => {
    if (!chosen) return
    const found = await put(chosen.can, () => value)
    setOutcomes(found)
    setTold(words.done(found.filter((each) => !each.refused).length))
  }
  const back = async () => {
    const were = new Map(well.map(({ before, now }) => [now.id, before.data[key]]))
    const found = await put(
      well.map(({ now }) => now),
      ({ id }) => were.get(id),
    )
    setOutcomes(found.filter((each) => each.refused))
    setTold(words.wentBack(found.filter((each) => !each.refused).length))
  }
  return (
    <Dialog open onClose={going ? undefined : close} fullWidth maxWidth="sm" aria-labelledby="edit-title">
      <DialogTitle id="edit-title">{words.title}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 4 }}>
        {told === '' && (
          <>
            <Box>
              <Box component="label" htmlFor="edit-field" sx={{ fontWeight: 600 }}>
                {words.field}
              </Box>
              <Select
                fullWidth
                displayEmpty
                value={key}
                onChange={(event) => {
                  setKey(event.target.value)
                  setValue(null)
                }}
                inputProps={{ id: 'edit-field' }}
                SelectDisplayProps={{ 'aria-label': words.field }}
                MenuProps={{ slotProps: { paper: { sx: { maxHeight: '60vh' } } } }}
              >
                <MenuItem value="" disabled>
                  {words.choose}
                </MenuItem>
                {fields.map((each) => (
                  <MenuItem key={each.key} value={each.key}>
                    {say(ledger.fields[each.key]?.label)}
                  </MenuItem>
                ))}
              </Select>
            </Box>
            {field && (
              <FieldBox
                key={key}
                name={`edit-${key}`}
                field={field}
                value={value}
                change={(_, next) => setValue(next)}
                required={false}
                all={{ [key]: value }}
              />
            )}
            {chosen && (
              <Typography color="text.secondary">
                {words.can(chosen.can.length)}
                {chosen.cannot.length > 0 && `${words.cannot(chosen.cannot.length)}${chosen.cannot.map(called).join(common.common.and)}`}
                {isEmpty(value) && ` · ${words.clears}`}
              </Typography>
            )}
          </>
        )}
        <Box role="status" sx={{ fontWeight: 600 }}>
          {going ? words.going(going.done, going.all) : told}
        </Box>
        {refused.length > 0 && (
          <Box role="alert">
            {words.not(refused.length)}
            <Box component="ul" sx={{ m: 0, pl: 4 }}>
              {refused.map(({ before, refused: why }) => (
                <li key={before.id}>{`${called(before)}：${why}`}</li>
              ))}
            </Box>
          </Box>
        )}
        {going && <LinearProgress variant="determinate" value={(100 * going.done) / Math.max(1, going.all)} aria-label={words.title} />}
      </DialogContent>
      <DialogActions>
        {told !== '' && well.length > 0 && !going && <Button onClick={() => void back()}>{words.back}</Button>}
        <Button onClick={close} disabled={going !== null} variant={told === '' ? 'outlined' : 'contained'}>
          {told === '' ? common.common.cancel : common.common.close}
        </Button>
        {told === '' && (
          <Button variant="contained" disabled={!chosen || going !== null} onClick={() => void run()}>
            {words.go(chosen?.can.length ?? 0)}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
