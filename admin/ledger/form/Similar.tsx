import { Box, Link } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { called } from '../../../shared/heading.ts'
import type { Shown } from '../../data.ts'
import { request } from '../../http.ts'
import { usePanel } from '../../panel.ts'
import { useOnceTyped } from '../../parts/useOnceTyped.ts'
import { closest, questionsFor } from './likeness.ts'

const PAUSE = 600
const LEAST = 4

/**
 * Items that seem to say what a title says, so that nobody writes one twice, or answers anew what was answered: below the title of a new one, and where one is
 * registered or answered (`but`: itself). They open beside what is being written.
 */
export function Similar({ ledger, title, but }: { ledger: Ledger; title: string; but?: string }) {
  const { words, lang } = usePanel()
  const [settled, setSettled] = useState('')
  useOnceTyped(title.trim(), settled, setSettled, PAUSE)
  const questions = [...settled].length < LEAST ? [] : questionsFor(settled, ledger)
  const { data } = useQuery({
    queryKey: ['similar', ledger.key, questions],
    queryFn: ({ signal }) => Promise.all(questions.map((q) => search(ledger.key, q, signal))),
    enabled: questions.length > 0,
    staleTime: 60_000,
    retry: false,
    placeholderData: (before) => before,
  })
  const found =
    questions.length > 0
      ? closest(
          settled,
          (data ?? []).flat().filter(({ id }) => id !== but),
        )
      : []
  return (
    <Box role="status" sx={{ fontSize: '0.93rem', color: 'text.secondary', '&:not(:empty)': { mt: 1 } }}>
      {found.map(({ id, number, heading, state }) => (
        <Box key={id} sx={{ overflowWrap: 'anywhere' }}>
          {words.form.similar}
          <Link href={`/${ledger.key}/${id}/show`} target="_blank" rel="noopener">
            {called({ number, heading })}
          </Link>
          {words.form.similarState(ledger.states[state]?.label[lang] ?? state)}
        </Box>
      ))}
    </Box>
  )
}

async function search(ledger: string, q: string, signal: AbortSignal): Promise<Shown[]> {
  return (await request<{ data: Shown[] }>(`/records/${ledger}?${new URLSearchParams({ q, limit: '5' })}`, { signal })).data
}
