import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Shown } from '../../data.ts'
import { request } from '../../http.ts'
import { alikeBy } from '../act/alike.ts'
import { sentBack } from '../sent-back.ts'
import { learn, type Proposal } from './propose.ts'

const PAGES = 3
const TEXT = 200

/** What to propose for a field of one office: what the latest items of the ledger that were like each record have in it. */
export function useProposals(ledger: Ledger, field: string | undefined, records: Shown[]): Record<string, Proposal> {
  const { data } = useQuery({
    queryKey: ['examples', ledger.key],
    queryFn: ({ signal }) => latest(ledger.key, signal),
    enabled: field !== undefined,
    staleTime: 300_000,
  })
  return useMemo(() => {
    const about = aboutOf(ledger)
    const known = (data ?? []).flatMap((record) => {
      const answer = record.data[field ?? '']
      return typeof answer === 'string' && answer !== '' ? [{ text: about(record), answer }] : []
    })
    const propose = learn(known)
    return Object.fromEntries(
      records.flatMap((record) => {
        // Who has just handed it back is who has all that is like it.
        const found = sentBack(ledger, { state: record.state, took: record.took ?? {} }) === undefined ? propose(about(record)) : undefined
        return found ? [[record.id, found]] : []
      }),
    )
  }, [ledger, field, records, data])
}

async function latest(ledger: string, signal: AbortSignal): Promise<Shown[]> {
  const found: Shown[] = []
  let cursor: string | undefined
  for (let page = 0; page < PAGES && (page === 0 || cursor !== undefined); page++) {
    const query = new URLSearchParams({ sort: '-updatedAt', limit: '100', ...(cursor ? { cursor } : {}) })
    const answer = await request<{ data: Shown[]; next?: string }>(`/records/${ledger}?${query}`, { signal })
    found.push(...answer.data)
    cursor = answer.next
  }
  return found
}

/** What a record is about, for comparing: its heading, the choice by which items are alike, and the beginning of its text. */
function aboutOf(ledger: Ledger): (record: Shown) => string {
  const by = alikeBy(ledger)
  const text = Object.keys(ledger.fields).find((key) => {
    const field = ledger.fields[key]
    return field?.kind === 'text' && (field.max ?? 2000) > TEXT && field.only === undefined && field.required
  })
  return ({ heading, data }) => [heading, by && data[by], text && String(data[text] ?? '').slice(0, TEXT)].filter(Boolean).join(' ')
}
