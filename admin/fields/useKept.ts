import { useRef } from 'react'
import { canonical } from '../../shared/canonical.ts'

/** The same object for as long as it says the same: the picker takes a new list for a new choice, and empties what is being typed. */
export function useKept<T>(value: T): T {
  const kept = useRef(value)
  if (canonical(kept.current) !== canonical(value)) kept.current = value
  return kept.current
}
