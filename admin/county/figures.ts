import { useQuery } from '@tanstack/react-query'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Total } from '../../shared/figures/figures.ts'
import type { Label } from '../../shared/names.ts'
import type { Shown } from '../data.ts'
import { request } from '../http.ts'
import { type Filter, openStates, statesIn } from './links.ts'

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
  const query = queryOf(asked)
  return useQuery<Answer>({
    queryKey: ['figures', ledger, query],
    queryFn: ({ signal }) => request<Answer>(`/figures/${ledger}?${query}`, { signal }),
    enabled: enabled && ledger !== '',
    staleTime: fresh,
    placeholderData: undivided<Answer>(ledger, query),
  })
}

/** Records per state and per lamp, with the list's filters: the numbers of lists, so each of them opens its list. */
export function useCounts(ledger: string, filter: Filter, enabled = true) {
  const query = queryOf(filter)
  return useQuery<Counts>({
    queryKey: ['counts', ledger, query],
    queryFn: ({ signal }) => request<Counts>(`/counts/${ledger}?${query}`, { signal }),
    staleTime: fresh,
    enabled: enabled && ledger !== '',
    placeholderData: undivided<Counts>(ledger, query),
  })
}

/** What was told stands until the same is told divided otherwise, so that no figure goes grey for it. */
const undivided =
  <T>(ledger: string, query: string) =>
  (told: T | undefined, before: { queryKey: readonly unknown[] } | undefined): T | undefined =>
    before?.queryKey[1] === ledger && whole(String(before.queryKey[2])) === whole(query) ? told : undefined

function whole(query: string): string {
  const asked = new URLSearchParams(query)
  asked.delete('by')
  return asked.toString()
}

/** The counts of every ledger under one filter, in one answer: none is missing once it has come. */
export function useAllCounts(filter: Filter, enabled = true): (ledger: string) => Counts | undefined {
  const { data } = useAll(filter, enabled)
  return (ledger) => data && (data[ledger] ?? none)
}

/** The same as it is answered: a ledger in which nothing is found is left out. Divided by `by` or not, it is one question. */
export function useAll(filter: Filter, enabled = true) {
  const query = queryOf(filter)
  return useQuery({ ...allOf(query), enabled, placeholderData: undivided<AllAnswer>('all', query), select: ({ data }) => data })
}

type AllAnswer = { data: { [ledger: string]: Counts }; groups?: CountGroup[] }
const allOf = (query: string) => ({
  queryKey: ['counts', 'all', query],
  queryFn: ({ signal }: { signal: AbortSignal }) => request<AllAnswer>(`/counts?${query}`, { signal }),
  staleTime: fresh,
})

const none: Counts = { total: 0, states: {}, overdue: 0, nearDue: 0 }

/** The counts of all ledgers together, divided by townships, units or desks. */
export function useAllGroups(filter: Filter, by: string) {
  return useQuery({ ...allOf(queryOf({ ...filter, by })), select: ({ groups = [] }) => ({ groups }) })
}

/** So much of what is overdue is shown. */
export const SHOWN = 5

/** What is overdue, the oldest first; of all ledgers without one. */
export function useOverdue(ledger: string | undefined, filter: Filter, enabled = true) {
  const query = queryOf({ ...filter, overdue: 'true', sort: 'dueOn', limit: String(SHOWN) })
  return useQuery({
    queryKey: ['overdue', ledger ?? '', query],
    queryFn: ({ signal }) => request<{ data: Shown[]; total?: number }>(`/records${ledger ? `/${ledger}` : ''}?${query}`, { signal }),
    staleTime: fresh,
    enabled,
  })
}

/** Plans and drafts: nobody is working on them, but some are due by a day. */
export function draftsOf(ledger: Ledger, counts: Counts): number {
  return statesIn(ledger, 'draft').reduce((sum, state) => sum + (counts.states[state] ?? 0), 0)
}

export function openOf(ledger: Ledger, counts: Counts): number {
  return openStates(ledger).reduce((sum, state) => sum + (counts.states[state] ?? 0), 0)
}

function queryOf(asked: Record<string, string | undefined>): string {
  return new URLSearchParams(Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1]))).toString()
}
