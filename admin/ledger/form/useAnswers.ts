import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { dropDraft, keepDraft, readDraft } from '../../drafts.ts'

export type Values = Record<string, unknown>
type Errors = Record<string, string>
export type Answers = {
  values: Values
  errors: Errors
  /** How often faults were told. */
  failed: number
  dirty: boolean
  savedAt: Date | null
  set: (name: string, value: unknown) => void
  reset: (values: Values) => void
  fail: (errors: Errors) => void
  /** Takes back what was told and is no fault any more. */
  settle: (told: Errors, now: Errors) => void
  done: () => void
}

const PAUSE = 1500

/** What is being filled in: values, faults by field, and a copy in this browser shortly after each pause in typing. `name` is the copy's own. */
export function useAnswers(name: string, initial: Values, resume = false): Answers {
  const [values, setValues] = useState<Values>(() => (resume ? { ...initial, ...readDraft(name)?.values } : initial))
  const [errors, setErrors] = useState<Errors>({})
  const [failed, setFailed] = useState(0)
  const [dirty, setDirty] = useState(() => resume && readDraft(name) !== null)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const touched = useRef(false)

  useEffect(() => {
    if (!touched.current) return
    const timer = setTimeout(() => {
      const now = new Date()
      keepDraft(name, values, now)
      setSavedAt(now)
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [name, values])

  const set = useCallback((field: string, value: unknown) => {
    touched.current = true
    setDirty(true)
    setValues((now) => ({ ...now, [field]: value }))
    setErrors((before) => answered(before, field))
  }, [])
  const reset = useCallback((next: Values) => {
    touched.current = true
    setValues(next)
    setDirty(true)
    setErrors({})
  }, [])
  const fail = useCallback((next: Errors) => {
    setErrors(next)
    setFailed((times) => times + 1)
  }, [])
  const settle = useCallback((told: Errors, now: Errors) => setErrors((before) => stillWrong(before, told, now)), [])
  const done = useCallback(() => {
    touched.current = false
    setDirty(false)
    dropDraft(name)
  }, [name])
  return { values, errors, failed, dirty, savedAt, set, reset, fail, settle, done }
}

/** Faults after a field was filled in: its own is gone, and one that was told of no field in particular is judged anew. */
export function answered(errors: Errors, field: string): Errors {
  const { [field]: _, '': __, ...rest } = errors
  return field in errors || '' in errors ? rest : errors
}

/** Faults without those that the form told by itself (`told`) and finds no more (`now`), since another answer has changed; the same where all of them hold. */
export function stillWrong(errors: Errors, told: Errors, now: Errors): Errors {
  const left = Object.entries(errors).filter(([key, fault]) => told[key] !== fault || now[key] !== undefined)
  return left.length === Object.keys(errors).length ? errors : Object.fromEntries(left)
}

/** The first field with a fault gets the focus when faults are told, and only then: whoever mends one is not taken away to the next. */
export function useFocusFault(form: RefObject<HTMLElement | null>, { errors, failed }: Answers, order: string[]): void {
  const told = useRef(0)
  useEffect(() => {
    if (failed === told.current) return
    told.current = failed
    const names = order.filter((key) => errors[key])
    if (names.length > 0) focusFault(form.current, names)
  }, [form, errors, failed, order])
}

/** The first field with a fault gets the focus. */
export function focusFault(root: HTMLElement | null, names: string[]): void {
  for (const name of names) {
    const found = root?.querySelector<HTMLElement>(`[data-field="${name}"]`)
    const input = found?.querySelector<HTMLElement>('input, textarea, [tabindex="0"], button')
    if (!found) continue
    found.scrollIntoView({ block: 'center' })
    input?.focus({ preventScroll: true })
    return
  }
}

/**
 * Faults by field out of an answer: `given.lead` and `data.co.1` mark `lead` and `co`, `on` and `reason` the day it happened; what belongs to no field
 * stays under `''`.
 */
export function byField(faults: { path: string; message: string }[], fields: string[]): Record<string, string> {
  const found: Record<string, string[]> = {}
  for (const { path, message } of faults) {
    const [first = '', second = ''] = path.split('.')
    const name =
      second === '' && ['on', 'reason'].includes(first)
        ? `@${first}`
        : fields.includes(second)
          ? second
          : fields.includes(first)
            ? first
            : ''
    // What is wrong with several rows in the same way is told once, and at each field that it is wrong with.
    found[name] = [...new Set([...(found[name] ?? []), message])]
  }
  return Object.fromEntries(Object.entries(found).map(([name, messages]) => [name, messages.join(' ')]))
}
