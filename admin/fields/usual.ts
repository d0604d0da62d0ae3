import { useState } from 'react'
import { useStoreContext } from 'react-admin'

const KEPT = 3

/** The offices that the person chose lately, so that they stand first next time, in the order in which they stood when the field was opened. */
export function useUsualOffices(kind: string): [string[], (ids: string[]) => void] {
  const store = useStoreContext()
  const key = `usual.${kind}`
  const known = () => store.getItem<string[]>(key) ?? []
  const [usual] = useState(known)
  const remember = (ids: string[]) => {
    if (ids.length > 0) store.setItem(key, [...new Set([...[...ids].reverse(), ...known()])].slice(0, KEPT))
  }
  return [usual, remember]
}
