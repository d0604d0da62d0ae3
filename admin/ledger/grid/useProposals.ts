import { useMemo } from 'react'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { useEvery } from '../../api.ts'
import type { Shown } from '../../data.ts'
import { alikeBy } from '../act/alike.ts'
import { sentBack } from '../sent-back.ts'
import { learn, type Proposal } from './propose.ts'

const PAGES = 3
const TEXT = 200

/** What to propose for a field of one office: what the latest items of the ledger that were like each record have in it. */
export function useProposals(ledger: Ledger, field: string | undefined, records: Shown[]): Record<string, Proposal> {
  const { data } = useEvery<Shown>(field === undefined ? null : `/records/${ledger.key}?sort=-updatedAt&limit=100`, {
    enough: (_, pages) => pages >= PAGES,
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

/** What a record is about, for comparing: its heading, the choice by which items are alike, and the beginning of its text. */
function aboutOf(ledger: Ledger): (record: Shown) => string {
  const by = alikeBy(ledger)
  const text = Object.keys(ledger.fields).find((key) => {
    const field = ledger.fields[key]
    return field?.kind === 'text' && (field.max ?? 2000) > TEXT && field.only === undefined && field.required
  })
  return ({ heading, data }) => [heading, by && data[by], text && String(data[text] ?? '').slice(0, TEXT)].filter(Boolean).join(' ')
}
