import { useMemo } from 'react'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { useEvery } from '../../api.ts'
import type { Shown } from '../../data.ts'
import { usePanel } from '../../panel.ts'
import { alikeBy } from '../act/alike.ts'
import { sentBack } from '../sent-back.ts'
import { unitsIn } from './named.ts'
import { learn, type Proposal, proposalFor } from './propose.ts'

const PAGES = 3
const TEXT = 200

/**
 * What to propose for a field of one office: the unit that the item's own text names, else what the latest items of the ledger that were like it have
 * there.
 */
export function useProposals(ledger: Ledger, field: string | undefined, records: Shown[]): Record<string, Proposal> {
  const { offices } = usePanel()
  const { data } = useEvery<Shown>(field === undefined ? null : `/records/${ledger.key}?sort=-updatedAt&limit=100`, {
    enough: (_, pages) => pages >= PAGES,
    learned: true,
    staleTime: 300_000,
  })
  return useMemo(() => {
    const about = aboutOf(ledger)
    const known = (data ?? []).flatMap((record) => {
      const answer = record.data[field ?? '']
      const { words, kind } = about(record)
      return typeof answer === 'string' && answer !== '' ? [{ text: `${words} ${kind}`, answer }] : []
    })
    const learned = learn(known)
    const ofUnit = ledger.fields[field ?? '']
    const named = (text: string) => (ofUnit?.kind === 'office' && ofUnit.of === 'unit' ? unitsIn(text, offices) : [])
    const propose = (record: Shown) => {
      const { text, ...rest } = about(record)
      return proposalFor(learned, { ...rest, units: named(text) })
    }
    return Object.fromEntries(
      records.flatMap((record) => {
        // Who has just handed it back is who has all that is like it.
        const found = sentBack(ledger, { state: record.state, took: record.took ?? {} }) === undefined ? propose(record) : undefined
        return found ? [[record.id, found]] : []
      }),
    )
  }, [ledger, field, records, data, offices])
}

type About = { words: string; kind: string; text: string }

/** What a record is about, for comparing: its heading with the beginning of its text, the choice by which items are alike, and all that it says. */
function aboutOf(ledger: Ledger): (record: Shown) => About {
  const by = alikeBy(ledger)
  const text = Object.keys(ledger.fields).find((key) => {
    const field = ledger.fields[key]
    return field?.kind === 'text' && (field.max ?? 2000) > TEXT && field.only === undefined && field.required
  })
  return ({ heading, data }) => {
    const all = text ? String(data[text] ?? '') : ''
    return { words: `${heading} ${all.slice(0, TEXT)}`, kind: String((by && data[by]) ?? ''), text: `${heading}\n${all}` }
  }
}
