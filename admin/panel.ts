import { createContext, useContext } from 'react'
import type { Definition, Ledger } from '../shared/definition/ledger.ts'
import type { Label, Lang } from '../shared/names.ts'
import type { Scope } from '../shared/scope.ts'
import type { Office, World } from '../shared/world.ts'
import type { ActWords } from './words/act.ts'
import type { PanelWords } from './words/panel.ts'

export type Me = {
  id: string
  name: string
  email: string
  role: Scope['role']
  office: { kind: Office['kind']; id: string; name: Label | string }
  township?: string
  desks?: string[]
  today: string
  lang?: Lang
}

/** What every page may count on: who asks, the definitions in force, the offices, the calendar and the language. Loaded before anything is drawn. */
export type Panel = {
  me: Me
  scope: Scope
  today: string
  definitions: Definition[]
  /** A definition was published: it holds from now on, without loading anything again. */
  define: (definition: Definition) => void
  ledgers: Ledger[]
  offices: Office[]
  world: World
  lang: Lang
  words: PanelWords & ActWords
  setLang: (lang: Lang) => void
  leave: () => void
}

export const PanelContext = createContext<Panel | null>(null)

export function usePanel(): Panel {
  const panel = useContext(PanelContext)
  if (!panel) throw new Error('usePanel stands outside the panel')
  return panel
}

export function useWords(): PanelWords & ActWords {
  return usePanel().words
}

/** The label in the person's language; a plain text stays as it is. */
export function useSay(): (label: Label | string | undefined) => string {
  const { lang } = usePanel()
  return (label) => say(label, lang)
}

export function say(label: Label | string | undefined, lang: Lang): string {
  if (label === undefined) return ''
  return typeof label === 'string' ? label : label[lang]
}

/** The ledger of a key; undefined when the caller may not use it. */
export function useLedger(key: string): Ledger | undefined {
  return usePanel().ledgers.find((ledger) => ledger.key === key)
}
