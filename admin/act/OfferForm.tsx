import { Box, Button, FormLabel, MenuItem, Select, Typography } from '@mui/material'
import { type FormEvent, useMemo, useRef, useState } from 'react'
import { calendar } from '../../shared/deadline/calendar.ts'
import { writeDay } from '../../shared/deadline/days.ts'
import type { Lang } from '../../shared/names.ts'
import { FieldBox } from '../fields/FieldBox.tsx'
import { Fact, FieldShow } from '../fields/FieldShow.tsx'
import { request } from '../http.ts'
import type { Words } from '../language.ts'
import { byField, focusFault } from '../ledger/form/useAnswers.ts'
import { type Panel, PanelContext } from '../panel.ts'
import { HttpError } from '../problem.ts'
import { actLinkWords } from '../words/act-link.ts'
import type { Offer, Taken } from './offer.ts'

type Props = { offer: Offer; token: string; words: Words; lang: Lang; done: (taken: Taken) => void; over: (error: unknown) => void }

/** What the act asks, and its one button. What the server refuses for good is said in the form's place (`over`). */
export function OfferForm({ offer, token, words, lang, done, over }: Props) {
  const own = actLinkWords[lang]
  const { asks = [], whose, act, duty, until, today } = offer
  const form = useRef<HTMLFormElement>(null)
  const [values, setValues] = useState<Record<string, unknown>>(() => defaults(asks))
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [whom, setWhom] = useState('')
  const [busy, setBusy] = useState(false)
  // Fields of a page of its own know the language and the calendar's printed days; nobody is signed in for more.
  const around = useMemo(
    () => ({ words, lang, today, ledgers: [], offices: [], world: { calendar: calendar(), offices: [] } }) as unknown as Panel,
    [words, lang, today],
  )
  const needed = neededBy(offer, values)
  const change = (name: string, value: unknown) => {
    setValues((now) => ({ ...now, [name]: value }))
    setErrors(({ [name]: _, ...rest }) => rest)
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const given = Object.fromEntries(asks.flatMap(({ key }) => (isEmpty(values[key]) ? [] : [[key, values[key]]])))
    const silent = needed.filter((key) => isEmpty(values[key]))
    if (silent.length > 0) {
      setErrors(Object.fromEntries(silent.map((key) => [key, own.sayWhy])))
      return focusFault(form.current, silent)
    }
    setBusy(true)
    try {
      done(await request<Taken>(`/acts/${token}`, { method: 'POST', body: { given, ...(whom ? { for: whom } : {}) } }))
    } catch (error) {
      const faults = error instanceof HttpError ? (error.body.faults ?? []) : []
      if (faults.length === 0) return over(error)
      const marked = byField(faults, [...asks.map(({ key }) => key), 'for'])
      setErrors(marked)
      focusFault(form.current, Object.keys(marked))
    } finally {
      setBusy(false)
    }
  }
  const day = (value: string) => writeDay(value, lang)
  const { judged } = offer
  return (
    <PanelContext.Provider value={around}>
      <Box component="form" ref={form} noValidate onSubmit={(event) => void submit(event)} sx={{ display: 'grid', gap: 4, mt: 2 }}>
        <Box>
          {duty?.dueOn && <Typography>{own.due(duty.label[lang], day(duty.dueOn))}</Typography>}
          <Typography color="text.secondary">{own.whose(whose.name, whose.office[lang])}</Typography>
        </Box>
        {judged && (
          <Box component="section" aria-labelledby="judged" tabIndex={0} sx={shown}>
            <Box id="judged" sx={{ fontWeight: 600 }}>
              {judged.label[lang]}
            </Box>
            <Box component="dl" sx={{ display: 'grid', gap: 2, m: 0, mt: 2 }}>
              {judged.answers.map(({ key, field, value }) => (
                <Fact key={key} label={field.label[lang]} wide>
                  <FieldShow field={field} value={value} around={around} />
                </Fact>
              ))}
              {judged.files.length > 0 && (
                <Fact label={own.files} wide>
                  {judged.files.join(own.and)}
                  <Box sx={{ color: 'text.secondary', fontSize: '0.93rem' }}>{own.openFiles}</Box>
                </Fact>
              )}
            </Box>
          </Box>
        )}
        {offer.for && (
          <Box data-field="for">
            <FormLabel id="whom">{`${own.behalf} *`}</FormLabel>
            <Select
              fullWidth
              displayEmpty
              labelId="whom"
              value={whom}
              error={Boolean(errors.for)}
              onChange={(event) => setWhom(event.target.value)}
            >
              {offer.for.map(({ id, name }) => (
                <MenuItem key={id} value={id}>
                  {name[lang]}
                </MenuItem>
              ))}
            </Select>
          </Box>
        )}
        {asks.map(({ key, field, optional }) => (
          <FieldBox
            key={key}
            name={key}
            field={field}
            value={values[key]}
            change={change}
            error={errors[key]}
            required={!optional || needed.includes(key)}
            all={values}
          />
        ))}
        {errors[''] && <Typography role="alert">{errors['']}</Typography>}
        <Typography sx={{ fontSize: '0.93rem' }} color="text.secondary">
          {`${own.sure} ${own.until(day(until))}`}
        </Typography>
        <Button type="submit" variant="contained" disabled={busy} sx={{ justifySelf: 'start' }}>
          {busy ? own.taking : own.take(act.label[lang])}
        </Button>
      </Box>
    </PanelContext.Provider>
  )
}

/** The reasons that these answers call for: what sends an answer back says why. */
export function neededBy({ insists = [] }: Pick<Offer, 'insists'>, values: Record<string, unknown>): string[] {
  return insists.filter(({ when }) => when.is.includes(String(values[when.field]))).map(({ key }) => key)
}

const shown = {
  border: 1,
  borderColor: 'divider',
  borderRadius: 2,
  bgcolor: 'background.default',
  p: 3,
  maxHeight: '50vh',
  overflowY: 'auto',
}

function defaults(asks: NonNullable<Offer['asks']>): Record<string, unknown> {
  return Object.fromEntries(
    asks.flatMap(({ key, field }) => ('default' in field && field.default !== undefined ? [[key, field.default]] : [])),
  )
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
