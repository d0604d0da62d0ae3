import { useEffect, useRef, useState } from 'react'
import { useDataProvider, useNotify } from 'react-admin'
import { useNavigate } from 'react-router'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Moved } from '../../../shared/engine/moved.ts'
import { sits } from '../../../shared/engine/seats.ts'
import { grouped } from '../../../shared/grouped.ts'
import { labelled } from '../../../shared/names.ts'
import type { Refusal } from '../../../shared/refusal.ts'
import { measureOf } from '../../../shared/spoken.ts'
import { leftOpen } from '../../../shared/words/left-open.ts'
import { dayIn } from '../../../shared/words/sentence.ts'
import { asVerb } from '../../../shared/words/verbs.ts'
import type { Act, PanelData, Shown, ShownDuty } from '../../data.ts'
import { isUploading } from '../../fields/upload.ts'
import { usePanel } from '../../panel.ts'
import { officeName } from '../../parts/office.ts'
import { said } from '../../parts/said.ts'
import { useInSentence } from '../../parts/spoken.ts'
import { HttpError } from '../../problem.ts'
import { sentenceOf } from '../../sign/sentence.ts'
import { inPlaceOf } from '../acts.ts'
import type { Happened } from '../form/happened.ts'
import { type Answers, byField } from '../form/useAnswers.ts'
import { RELATED } from '../record/related.ts'
import { useKeep } from '../useRecord.ts'
import { asksOf, faultsOf, fieldAsked } from './foresee.ts'
import { type Made, madeBy } from './made.ts'
import { takenSentence } from './taken.ts'

type Args = {
  ledger: Ledger
  record: Shown
  act: Act
  whom: string | undefined
  given: Record<string, unknown>
  outcome: Moved | Refusal | null
  answers: Answers
  /** The day it happened, as the server is to be told. */
  day: Happened
  /** A text without which the form is not sent, and a question that has to be said yes to first. */
  needed: string | undefined
  unsure: boolean
  done: (record: Shown) => void
}

/** Sends a transition. Faults that the browser can see are not sent; what the server refuses is said above the fields, and the fields stay. */
export function useTake({ ledger, record, act, whom, given, outcome, answers, day, needed, unsure, done }: Args) {
  const { words, lang, ledgers, offices, scope } = usePanel()
  const inSentence = useInSentence()
  const data = useDataProvider<PanelData>()
  const notify = useNotify()
  const navigate = useNavigate()
  const keep = useKeep()
  const key = useRef(newKey())
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<{ sentence: string; show?: () => void } | null>(null)
  const fields = [...asksOf(ledger, act.key).map((ask) => ask.key), 'for']

  const faults = outcome ? faultsOf(outcome).map(({ path, message }) => ({ path, message: message[lang] })) : []
  /** What is wrong as far as the browser knows. */
  const own = {
    ...byField(faults, fields),
    ...(act.for && act.for.length > 1 && !whom
      ? { for: inPlaceOf(ledger, act, scope).length > 0 ? words.act.behalfOf : words.act.askedBy }
      : {}),
    ...(needed && given[needed] === undefined
      ? { [needed]: leftOpen(fieldAsked(ledger, act.key, needed) ?? { label: said(needed) })[lang] }
      : {}),
  }
  const told = useRef<Record<string, string>>({})
  const { settle } = answers
  useEffect(() => settle(told.current, own))

  const submit = async () => {
    if (busy) return
    told.current = own
    if (Object.keys(own).length > 0) return answers.fail(own)
    if (unsure) return setProblem({ sentence: words.act.sureFirst })
    if (isUploading()) return setProblem({ sentence: words.form.stillUploading })
    setBusy(true)
    setProblem(null)
    try {
      const { data: next } = await data.take({
        ledger: ledger.key,
        id: record.id,
        transition: act.key,
        given,
        version: record.version,
        key: key.current,
        ...(whom ? { for: whom } : {}),
        ...day,
      })
      answers.done()
      const undo = () => void navigate(`/${ledger.key}/${next.id}/show?undo`)
      const made = madeBy(record.refs ?? [], next.refs ?? [], ledgers, scope)
      const [only, another] = made.flatMap(({ refs }) => refs)
      // Of several it is the item that leads to each.
      const path = only && !another ? `/${only.ledger}/${only.id}/show` : `/${ledger.key}/${next.id}/show#${RELATED}`
      const messageArgs = { undo, ...(only ? { open: () => void navigate(path) } : {}) }
      notify(success(next, made), { type: 'success', ...(next.gone ? {} : { messageArgs }) })
      done(next)
    } catch (error) {
      refused(error)
    } finally {
      setBusy(false)
    }
  }

  const refused = (error: unknown) => {
    const body = error instanceof HttpError ? error.body : undefined
    const status = error instanceof HttpError ? error.status : 0
    if ((status === 422 || status === 409) && body?.faults?.length) return answers.fail(byField(body.faults, fields))
    if (status !== 0 && status !== 408) key.current = newKey()
    const sentence = sentenceOf(error, words)
    setProblem({ sentence })
    // Only where somebody has saved since there is anything newer to look at.
    if (status === 409 || status === 412) void newer().then((found) => found && setProblem({ sentence, show: () => take(found) }))
  }

  const newer = async (): Promise<Shown | undefined> => {
    const found = await data.getOne<Shown>(ledger.key, { id: record.id }).catch(() => undefined)
    return found && found.data.version !== record.version ? found.data : undefined
  }
  const take = (found: Shown) => {
    setProblem(null)
    keep(found)
  }

  const tellMade = ({ ledger: { label, transitions, spoken }, refs, handIn }: Made): string => {
    const [only, another] = refs
    if (!only || another) return words.act.madeMany(refs.length, label[lang], measureOf({ spoken }))
    const item = inSentence(only)
    return handIn ? words.act.begun(item, labelled(transitions[handIn]?.label, handIn)[lang]) : words.act.made(item)
  }

  const success = (next: Shown, made: Made[]) => {
    // What was opened, and what has another day than before.
    const fresh = (next.duties ?? []).filter(
      ({ id, state, dueOn }) => state === 'open' && dueOn && !record.duties.some((before) => before.id === id && before.dueOn === dueOn),
    )
    const named = ({ holder }: ShownDuty) => (sits(scope, holder) ? '' : officeName(offices, holder.id, lang, holder.kind))
    const days = [...grouped(fresh.slice(0, 2), named)].map(([office, duties]) =>
      words.act.doneDue(
        duties.map(({ label, dueOn }) => words.act.dueBy(asVerb(label)[lang], dayIn(dueOn ?? '')[lang])).join(words.act.dueAnd),
        office || undefined,
      ),
    )
    const rule = ledger.transitions[act.key]
    const state = (key: string) => labelled(ledger.states[key]?.label, key)
    const after = {
      number: next.number,
      state: state(next.state),
      only: (rule?.branches ?? []).every(({ to }) => (to ?? rule?.to) === rule?.to),
      whose: ledger.register && next.heading,
    }
    const now = takenSentence(labelled(rule?.label, act.key), { number: record.number, state: state(record.state) }, after, words.act, lang)
    return [now, ...made.map(tellMade), ...days].join(lang === 'zh' ? '' : ' ')
  }
  return { busy, problem, submit }
}

/** One key for one intention: repeating after a lost answer does nothing twice. */
export function newKey(): string {
  return crypto.randomUUID
    ? crypto.randomUUID()
    : [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
