import { useCallback, useEffect, useRef, useState } from 'react'
import { dropDraft, keepDraft, readDraft } from '../../drafts.ts'

export type Values = Record<string, unknown>
export type Answers = {
  values: Values
  errors: Record<string, string>
  dirty: boolean
  savedAt: Date | null
  set: (name: string, value: unknown) => void
  reset: (values: Values) => void
  fail: (errors: Record<string, string>) => void
  done: () => void
}

const PAUSE = 1500

/** What is being filled in: values, faults by field, and a copy in this browser shortly after each pause in typing. `name` is the copy's own. */
export function useAnswers(name: string, initial: Values, resume = false): Answers {
  const [values, setValues] = useState<Values>(() => (resume ? { ...initial, ...readDraft(name)?.values } : initial))
  const [errors, setErrors] = useState<Record<string, string>>({})
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
    setErrors(({ [field]: _, ...rest }) => rest)
  }, [])
  const reset = useCallback((next: Values) => {
    touched.current = true
    setValues(next)
    setDirty(true)
    setErrors({})
  }, [])
  const done = useCallback(() => {
    touched.current = false
    setDirty(false)
    dropDraft(name)
  }, [name])
  return { values, errors, dirty, savedAt, set, reset, fail: setErrors, done }
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
  const found: Record<string, string> = {}
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
    found[name] = found[name] ? `${found[name]} ${message}` : message
  }
  return found
}
