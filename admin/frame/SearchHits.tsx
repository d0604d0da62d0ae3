import { Box, Paper } from '@mui/material'
import { useEffect } from 'react'
import { asPath, useAsked } from '../api.ts'
import type { Shown } from '../data.ts'
import { usePanel } from '../panel.ts'
import { Marked } from '../parts/Marked.tsx'
import { officeWords } from '../words/office.ts'
import { ASKED, againOf, type Hit, hitsOf, officesCalled } from './hits.ts'

/** `settled`: what is typed, once it stands. */
type Props = { id: string; q: string; settled: string; last: string[]; at: number; found: (hits: Hit[]) => void; go: (hit: Hit) => void }

/** What is found while typing, over all ledgers; with nothing typed, what was looked for before. The cursor stays in the field. */
export function SearchHits({ id, q, settled, last, at, found, go }: Props) {
  const { words, lang, ledgers, offices } = usePanel()
  const { data, isFetching } = useAsked<{ data: Shown[] }>(
    q === '' || settled === '' ? null : asPath('/records', { q: settled, limit: String(ASKED) }),
    { staleTime: 30_000 },
  )
  const current = q === settled ? data?.data : undefined
  const records = hitsOf(current ?? [], (key) => ledgers.find((each) => each.key === key)?.label[lang] ?? key)
  const hits = q === '' ? againOf(last) : [...officesCalled(offices, q, lang, officeWords[lang].kinds), ...records]
  const known = hits.map(({ key }) => key).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lines are new objects each time; their keys tell when they are others.
  useEffect(() => found(hits), [known])
  const said = q !== '' && hits.length === 0 ? (current && !isFetching ? words.frame.noHits : undefined) : undefined
  if (hits.length === 0 && !said) return null
  return (
    <Paper variant="outlined" sx={sheet}>
      {q === '' && <Box sx={{ px: 4, pt: 1, color: 'text.secondary', fontSize: '0.87rem' }}>{words.frame.searched}</Box>}
      {said && (
        <Box role="status" sx={{ px: 4, py: 2, color: 'text.secondary' }}>
          {said}
        </Box>
      )}
      <Box component="ul" role="listbox" id={id} aria-label={words.frame.results} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {hits.map((hit, index) => (
          <Box
            component="li"
            role="option"
            id={`${id}-${index}`}
            key={hit.key}
            aria-selected={index === at}
            // Before the field loses the cursor, which would close the list under the hand.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => go(hit)}
            sx={{
              px: 4,
              py: 1.5,
              cursor: 'pointer',
              bgcolor: index === at ? 'action.selected' : undefined,
              '&:hover': { bgcolor: 'action.hover' },
            }}
          >
            <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
              <Marked text={hit.label} q={hit.again ? '' : q} />
            </Box>
            {hit.sub && (
              <Box sx={{ color: 'text.secondary', fontSize: '0.87rem' }}>
                <Marked text={hit.sub} q={q} />
              </Box>
            )}
          </Box>
        ))}
      </Box>
    </Paper>
  )
}

const sheet = {
  position: 'absolute',
  top: '100%',
  left: 0,
  right: 0,
  mt: 1,
  py: 1,
  zIndex: 1200,
  maxHeight: '70vh',
  overflowY: 'auto',
} as const
