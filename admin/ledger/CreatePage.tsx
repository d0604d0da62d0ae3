import { Box, MenuItem, Select } from '@mui/material'
import { useMemo, useRef, useState } from 'react'
import { useDataProvider, useNotify, useResourceContext } from 'react-admin'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { mayCreate } from '../../shared/engine/rights.ts'
import { namingField } from '../../shared/heading.ts'
import type { PanelData, Shown } from '../data.ts'
import { isUploading } from '../fields/upload.ts'
import { NotFound } from '../frame/NotFound.tsx'
import { Page } from '../frame/Page.tsx'
import { useLedger, usePanel, useSay } from '../panel.ts'
import { useInSentence } from '../parts/spoken.ts'
import { HttpError } from '../problem.ts'
import { sentenceOf } from '../sign/sentence.ts'
import { Doubts } from './act/Doubts.tsx'
import { doubtsOf } from './act/doubts.ts'
import { newKey } from './act/useTake.ts'
import { FormFields, inFormOrder } from './form/FormFields.tsx'
import { FormFrame } from './form/FormFrame.tsx'
import { creatableFields, defaultsOf, filledIn } from './form/filling.ts'
import { HappenedOn } from './form/HappenedOn.tsx'
import { handInStep, isKept } from './form/hand-in-step.ts'
import { happened, ON, REASON } from './form/happened.ts'
import { Similar } from './form/Similar.tsx'
import { byField, useAnswers } from './form/useAnswers.ts'
import { useLeave } from './form/useLeave.ts'
import { backTo } from './place.ts'
import { useKeep } from './useRecord.ts'

/** A new record of any ledger: kept as a draft, or sent on at once by the first step of its road. */
export function CreatePage() {
  const key = useResourceContext() ?? ''
  const ledger = useLedger(key)
  const { scope } = usePanel()
  return ledger && mayCreate(ledger, scope) ? <OfLedger key={key} ledger={ledger} /> : <NotFound />
}

function OfLedger({ ledger }: { ledger: Ledger }) {
  const { words, lang, scope, today, world, offices } = usePanel()
  const data = useDataProvider<PanelData>()
  const notify = useNotify()
  const say = useSay()
  const inSentence = useInSentence()
  const keep = useKeep()
  const name = `new.${ledger.key}`
  const answers = useAnswers(name, defaultsOf(ledger, scope))
  const leave = useLeave(answers.dirty)
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const key = useRef(newKey())
  const fields = useMemo(() => inFormOrder(ledger, creatableFields(ledger, scope, world)), [ledger, scope, world])
  const order = ['township', ...fields, ON, REASON]
  const draft = isKept(ledger)
  const chosen = answers.values.township as string | undefined
  const step = useMemo(() => handInStep(ledger, scope, world, chosen), [ledger, scope, world, chosen])
  const next = step === undefined ? undefined : ledger.transitions[step]
  const places =
    scope.office.kind === 'county' && ledger.level !== 'county'
      ? offices.filter((office) => office.kind === 'township' && !office.closed)
      : []

  const save = async (then?: string) => {
    if (busy) return
    if (isUploading()) return setProblem(words.form.stillUploading)
    setBusy(true)
    setProblem('')
    try {
      const { township, ...values } = answers.values
      const given = filledIn(ledger, fields, values, today, scope.person)
      const { create } = await import('../../shared/engine/creation.ts')
      const told = happened(values)
      const born = { id: 'r0', data: given, township: (township as string | undefined) ?? null }
      const entered = { on: today, ...(told.on ? { said: true } : {}), ...(told.reason ? { reason: told.reason } : {}) }
      const foreseen = create(ledger, born, scope, told.on ?? today, world, {}, entered)
      if ('refused' in foreseen && foreseen.faults)
        return answers.fail(
          byField(
            foreseen.faults.map(({ path, message }) => ({ path, message: message[lang] })),
            order,
          ),
        )
      if (then && !('refused' in foreseen)) {
        const { handInFaults } = await import('./form/hand-in.ts')
        const barred = handInFaults(ledger, foreseen.record, then, fields, { scope, today: told.on ?? today, world })
        if (barred.length > 0)
          return answers.fail(
            byField(
              barred.map(({ path, message }) => ({ path, message: message[lang] })),
              order,
            ),
          )
      }
      const { data: made } = await data.create<Shown>(ledger.key, {
        data: { data: given, ...(township ? { township } : {}), ...told },
        meta: { key: key.current },
      })
      const act = then ? made.may?.transitions.find(({ key }) => key === then) : undefined
      const shown =
        then && act?.possible
          ? (await data.take({ ledger: ledger.key, id: made.id, transition: then, given: {}, version: made.version, ...told })).data
          : made
      answers.done()
      keep(shown)
      const state = shown.state === ledger.initial ? undefined : ledger.states[shown.state]?.label[lang]
      const why = act && !act.possible && act.why ? ` ${say(act.why)}` : ''
      const done = draft && !state ? words.form.draftSaved : words.form.created(inSentence(shown), state)
      notify(done + why, { type: why ? 'warning' : 'success' })
      leave(shown.gone ? backTo(ledger.key) : `/${ledger.key}/${shown.id}/show`)
    } catch (error) {
      const faults = (error instanceof HttpError ? error.body.faults : undefined) ?? []
      if (faults.length) answers.fail(byField(faults, order))
      else setProblem(sentenceOf(error, words))
      if (error instanceof HttpError && error.status >= 400) key.current = newKey()
    } finally {
      setBusy(false)
    }
  }
  const submit = next ? { label: next.label[lang], act: () => void save(step), main: true, busy } : undefined
  const named = namingField(ledger)
  const title = named && answers.values[named]
  const below = named && typeof title === 'string' ? { [named]: <Similar ledger={ledger} title={title} /> } : {}
  return (
    <Page title={words.form.new(ledger.label[lang])}>
      <FormFrame
        name={name}
        answers={answers}
        order={order}
        problem={problem}
        give={() => {
          answers.done()
          leave(backTo(ledger.key))
        }}
        buttons={[
          { label: draft ? words.form.saveDraft : words.common.save, act: () => void save(), main: !submit, busy },
          ...(submit ? [submit] : []),
        ]}
      >
        {places.length > 0 && (
          <Box data-field="township" sx={{ mb: 4 }}>
            <Box id="f-township-label" sx={{ fontWeight: 600, mb: 1 }}>
              {words.form.township}
              {ledger.level === 'township' && (
                <Box component="span" aria-hidden sx={{ color: 'error.main' }}>
                  {' *'}
                </Box>
              )}
            </Box>
            <Select
              labelId="f-township-label"
              displayEmpty
              value={(answers.values.township as string | undefined) ?? ''}
              onChange={(event) => answers.set('township', event.target.value || undefined)}
              error={Boolean(answers.errors.township)}
              sx={{ minWidth: '16rem' }}
            >
              <MenuItem value="">{ledger.level === 'township' ? words.common.choose : words.record.county}</MenuItem>
              {places.map((office) => (
                <MenuItem key={office.id} value={office.id}>
                  {office.name[lang]}
                </MenuItem>
              ))}
            </Select>
            <Box sx={{ color: 'error.main', fontSize: '0.87rem' }}>{answers.errors.township}</Box>
          </Box>
        )}
        <FormFields ledger={ledger} fields={fields} answers={answers} below={below} />
        <Box sx={{ mt: 4 }}>
          <HappenedOn answers={answers} label={words.form.enteredOn} />
        </Box>
        {step && answers.dirty && (
          <Box sx={{ mt: 4 }}>
            <Doubts doubts={doubtsOf(ledger, { state: ledger.initial, data: {} }, step, answers.values, { lang, words, today, scope })} />
          </Box>
        )}
      </FormFrame>
    </Page>
  )
}
