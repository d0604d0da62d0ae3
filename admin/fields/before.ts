import { createContext, useContext } from 'react'

/** Who stood in a field of offices on the latest items like the one at hand, newest first, and what makes them alike; nobody where that cannot be told. */
export type Before = { of: (name: string) => string[]; like: string }

export const BeforeContext = createContext<Before>({ of: () => [], like: '' })

export function useBefore(name: string | undefined): { ids: string[]; like: string } {
  const { of, like } = useContext(BeforeContext)
  return { ids: name === undefined ? [] : of(name), like }
}
