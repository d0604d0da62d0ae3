import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Total } from '../../shared/figures/figures.ts'
import type { Label } from '../../shared/names.ts'
import { asPath, useAsked } from '../api.ts'
import type { Shown } from '../data.ts'
import { type Filter, statesIn, workStates } from './links.ts'

export type Counts = { total: number; states: Record<string, number>; overdue: number; nearDue: number; groups?: CountGroup[] }
/** What of a question belongs to one township, unit or value of a field. */
export type CountGroup = { id: string; total: number; open: number; overdue: number; nearDue: number; owes?: Lamps }
/** Of an office: what of it is late or near that it owes itself. */
export type Lamps = { overdue: number; nearDue: number }
export type Group = { id: string; name?: Label | string; total: Total; updatedAt?: string }
export type Answer = {
  asOf: string
  total: Total
  groups?: Group[]
  before?: { total: Total; groups: Group[] }
  trend?: { asOf: string; total: Total }[]
}
export type Question = { ledger: string; asOf: string } & { [asked in 'by' | 'year' | 'months' | 'against']?: string | undefined }

const fresh = 30_000

/** Figures as of a day, by township, unit or a field of the ledger's report. */
export function useFigures({ ledger, ...asked }: Question, enabled = true) {
  return useFresh<Answer>(asPath(`/figures/${ledger}`, asked), enabled && ledger !== '')
}

/** Records per state and per lamp, with the list's filters: the numbers of lists, so each of them opens its list. */
export function useCounts(ledger: string, filter: Filter, enabled = true) {
  return useFresh<Counts>(asPath(`/counts/${ledger}`, filter), enabled && ledger !== '')
}

/** What was told stands until the same is told divided otherwise, so that no figure goes grey for it. */
function useFresh<T, Told = T>(path: string, enabled: boolean, select?: (answer: T) => Told) {
  return useAsked<T, Told>(path, {
    enabled,
    staleTime: fresh,
    placeholderData: (told, before) => (before && whole(String(before.queryKey[0])) === whole(path) ? (told as never) : undefined),
    ...(select ? { select } : {}),
  })
}

function whole(path: string): string {
  const [base, query] = path.split('?')
  const asked = new URLSearchParams(query)
  asked.delete('by')
  return `${base}?${asked}`
}

/** The counts of every ledger under one filter, in one answer: none is missing once it has come. */
export function useAllCounts(filter: Filter, enabled = true): (ledger: string) => Counts | undefined {
  const { data } = useAll(filter, enabled)
  return (ledger) => data && (data[ledger] ?? none)
}

/** The same as it is answered: a ledger in which nothing is found is left out. Divided by `by` or not, it is one question. */
export function useAll(filter: Filter, enabled = true) {
  return useFresh(asPath('/counts', filter), enabled, countsIn)
}

type AllAnswer = { data: { [ledger: string]: Counts }; groups?: CountGroup[] }
const countsIn = ({ data }: AllAnswer) => data

const none: Counts = { total: 0, states: {}, overdue: 0, nearDue: 0 }

/** The counts of all ledgers together, divided by townships, units or desks. */
export function useAllGroups(filter: Filter, by: string) {
  return useAsked(asPath('/counts', { ...filter, by }), { staleTime: fresh, select: ({ groups = [] }: AllAnswer) => ({ groups }) })
}

/** So much of what is overdue is shown. */
export const SHOWN = 5

/** What is overdue, the oldest first; of all ledgers without one. */
export function useOverdue(ledger: string | undefined, filter: Filter, enabled = true) {
  const path = asPath(ledger ? `/records/${ledger}` : '/records', { ...filter, overdue: 'true', sort: 'dueOn', limit: String(SHOWN) })
  return useAsked<{ data: Shown[]; total?: number }>(path, { staleTime: fresh, enabled })
}

/** Plans and drafts: nobody is working on them, but some are due by a day. */
export function draftsOf(ledger: Ledger, counts: Counts): number {
  return statesIn(ledger, 'draft').reduce((sum, state) => sum + (counts.states[state] ?? 0), 0)
}

export function openOf(ledger: Ledger, counts: Counts): number {
  return workStates(ledger).reduce((sum, state) => sum + (counts.states[state] ?? 0), 0)
}
