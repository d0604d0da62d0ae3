import { Box, Link } from '@mui/material'
import { useRef, useState } from 'react'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { called } from '../../../shared/heading.ts'
import { asPath } from '../../api.ts'
import { useAskedEach } from '../../api-lists.ts'
import type { Shown } from '../../data.ts'
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
  const asked = useAskedEach<{ data: Shown[] }>(
    questions.map((q) => asPath(`/records/${ledger.key}`, { q, limit: '5' })),
    { staleTime: 60_000, retry: false },
  )
  // What was found stands until more is known.
  const known = useRef<Shown[]>([])
  if (!asked.some(({ isPending }) => isPending)) known.current = asked.flatMap(({ data }) => data?.data ?? [])
  const found =
    questions.length > 0
      ? closest(
          settled,
          known.current.filter(({ id }) => id !== but),
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
