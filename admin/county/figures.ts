import { useQueries, useQuery } from '@tanstack/react-query'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Total } from '../../shared/figures/figures.ts'
import type { Label } from '../../shared/names.ts'
import type { Shown } from '../data.ts'
import { request } from '../http.ts'
import { type Filter, openStates } from './links.ts'

export type Counts = { total: number; states: Record<string, number>; overdue: number; nearDue: number }
export type Group = { id: string; name?: Label | string; total: Total; updatedAt?: string }
export type Answer = { asOf: string; total: Total; groups?: Group[]; trend?: { asOf: string; total: Total }[] }
export type Question = { ledger: string; asOf: string; by?: string | undefined; year?: string | undefined; months?: string | undefined }

const fresh = 30_000

/** Figures as of a day, by township, unit or a field of the ledger's report. */
export function useFigures({ ledger, ...asked }: Question, enabled = true) {
  const query = queryOf(asked)
  return useQuery({
    queryKey: ['figures', ledger, query],
    queryFn: ({ signal }) => request<Answer>(`/figures/${ledger}?${query}`, { signal }),
    enabled: enabled && ledger !== '',
    staleTime: fresh,
  })
}

/** Records per state and per lamp, with the list's filters: the numbers of lists, so each of them opens its list. */
export function useCounts(ledger: string, filter: Filter, enabled = true) {
  return useQuery({ ...counting(ledger, filter), enabled: enabled && ledger !== '' })
}

/** The counts of every ledger under one filter, in one answer: none is missing once it has come. */
export function useAllCounts(filter: Filter, enabled = true): (ledger: string) => Counts | undefined {
  const query = queryOf(filter)
  const { data } = useQuery({
    queryKey: ['counts', 'all', query],
    queryFn: ({ signal }) => request<{ data: Record<string, Counts> }>(`/counts?${query}`, { signal }),
    staleTime: fresh,
    enabled,
  })
  return (ledger) => data && (data.data[ledger] ?? none)
}

const none: Counts = { total: 0, states: {}, overdue: 0, nearDue: 0 }

/** The counts of several questions at once. */
export function useManyCounts(asked: { ledger: string; filter: Filter }[]) {
  return useQueries({ queries: asked.map(({ ledger, filter }) => counting(ledger, filter)) })
}

function counting(ledger: string, filter: Filter) {
  const query = queryOf(filter)
  return {
    queryKey: ['counts', ledger, query],
    queryFn: ({ signal }: { signal: AbortSignal }) => request<Counts>(`/counts/${ledger}?${query}`, { signal }),
    staleTime: fresh,
  }
}

/** What is overdue, the oldest first; of all ledgers without one. */
export function useOverdue(ledger: string | undefined, filter: Filter, limit: number) {
  const query = queryOf({ ...filter, overdue: 'true', sort: 'dueOn', limit: String(limit) })
  return useQuery({
    queryKey: ['overdue', ledger ?? '', query],
    queryFn: ({ signal }) => request<{ data: Shown[]; total?: number }>(`/records${ledger ? `/${ledger}` : ''}?${query}`, { signal }),
    staleTime: fresh,
  })
}

export function openOf(ledger: Ledger, counts: Counts): number {
  return openStates(ledger).reduce((sum, state) => sum + (counts.states[state] ?? 0), 0)
}

function queryOf(asked: Record<string, string | undefined>): string {
  return new URLSearchParams(Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1]))).toString()
}
