import { useRef, useState } from 'react'
import { useListContext, useNotify } from 'react-admin'
import { everything, listQuery } from '../../cursors.ts'
import type { Shown } from '../../data.ts'
import { request } from '../../http.ts'
import { usePanel } from '../../panel.ts'
import { sentenceOf } from '../../sign/sentence.ts'
import { useTotal } from './useTotal.ts'

/** So many items are acted on at once; more would be a list that nobody checks. */
export const MOST = 200
const PAGE = 100

/**
 * The records that are selected, on whatever page they were, and a way to select all that the list holds under its filters. What left the page stays
 * known: a number that says 40 acts on 40.
 */
export function useChosen(ledger: string): { chosen: Shown[]; total: number | undefined; selectAll: (() => Promise<void>) | undefined } {
  const { words } = usePanel()
  const notify = useNotify()
  const { data = [], selectedIds = [], onSelect, filterValues, sort } = useListContext<Shown>()
  const known = useRef(new Map<string, Shown>())
  const [, draw] = useState(0)
  for (const record of data) known.current.set(record.id, record)
  const total = useTotal()
  const selectAll = async () => {
    try {
      const ids: string[] = []
      let cursor: string | undefined
      do {
        const query = listQuery(filterValues as Record<string, unknown>, sort)
        const at = cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''
        const answer = await request<{ data: Shown[]; next?: string }>(
          `${ledger === everything ? '/records' : `/records/${ledger}`}?${query}&limit=${PAGE}${at}`,
        )
        for (const record of answer.data) known.current.set(record.id, record)
        ids.push(...answer.data.map(({ id }) => id))
        cursor = answer.next
      } while (cursor !== undefined && ids.length < MOST)
      onSelect(ids.slice(0, MOST))
      draw((times) => times + 1)
    } catch (error) {
      notify(sentenceOf(error, words), { type: 'error' })
    }
  }
  const chosen = selectedIds.flatMap((id) => known.current.get(String(id)) ?? [])
  const more = total !== undefined && total > data.length && chosen.length < Math.min(total, MOST)
  return { chosen, total, selectAll: more ? selectAll : undefined }
}
