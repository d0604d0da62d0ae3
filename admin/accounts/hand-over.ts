import type { Office } from '../../shared/world.ts'
import { asPath, useAsked } from '../api.ts'
import type { Shown } from '../data.ts'
import { usePanel } from '../panel.ts'
import type { Preview } from './closing.ts'

/** What of an office's work is to go: everything that the filter finds (`all`), or the items that are ticked. */
export type Choice = { all: boolean; items: { ledger: string; id: string }[]; ledger: string; township: string; words: string }

const SHOWN = 100

/** What an office has open under a filter, soonest first; `more`: there are others. */
export function useOpenWork({ kind, id }: Office, { ledger, township, words }: Choice) {
  const { ledgers } = usePanel()
  const own = kind === 'unit' ? { unit: id, ...(township ? { township } : {}) } : { township: id }
  const query = { ...own, q: words.trim(), sort: 'dueOn', limit: String(SHOWN) }
  const asked = useAsked<{ data: Shown[]; next?: string }>(asPath(ledger ? `/records/${ledger}` : '/records', query), { staleTime: 0 })
  const phase = (record: Shown) => ledgers.find(({ key }) => key === record.ledger)?.states[record.state]?.phase
  const mine = (record: Shown) =>
    record.duties.some(({ state, holder }) => (state === 'open' || state === 'paused') && holder.kind === kind && holder.id === id)
  const open = (asked.data?.data ?? []).filter((record) => mine(record) || !['done', 'void', undefined].includes(phase(record)))
  return { open, more: asked.data?.next !== undefined, pending: asked.isPending }
}

/** The choice as the API takes it. */
export function chosenBody({ all, items, ledger, township, words }: Choice): { items: Choice['items'] } | { query: string } {
  if (!all) return { items }
  const asked = new URLSearchParams({ ...(township ? { township } : {}), ...(words.trim() ? { q: words.trim() } : {}) }).toString()
  return { query: asked || !ledger ? `${ledger}?${asked}` : ledger }
}

/** What would be handed over now. */
export function usePart({ kind, id }: Office, choice: Choice, to: Office | null) {
  const chosen = chosenBody(choice)
  return useAsked<Preview>(`/offices/${kind}/${id}/hand-over`, {
    body: { to: to?.id, reason: '-', dryRun: true, ...chosen },
    enabled: to !== null && (choice.all || choice.items.length > 0),
    staleTime: 0,
    gcTime: 0,
  })
}
