import { Box, Button, MenuItem, TextField } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { papersOf } from '../../shared/papers/standing.ts'
import { concerns } from '../../shared/papers/whose.ts'
import { request } from '../http.ts'
import { usePanel } from '../panel.ts'
import { officeName } from '../parts/office.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { sentenceOf } from '../sign/sentence.ts'
import { reportWords } from '../words/reports.ts'
import type { Report } from './report.ts'

/** Years that can be told of. */
const YEARS = 6
const ALL = 'all'

/** 年度文书: papers of an office's year over all its ledgers, made for Word or as tables, or kept as a report of today. */
export function OfficePapers() {
  const { lang, ledgers, offices, scope, today, words, world } = usePanel()
  const say = reportWords[lang]
  const navigate = useNavigate()
  const now = Number(today.slice(0, 4))
  const [year, setYear] = useState(String(now))
  const [township, setTownship] = useState(ALL)
  const keeps = scope.role !== 'leader'
  const place: Record<string, string> = township === ALL ? {} : { township }
  const papers = ledgers.flatMap((ledger) =>
    Object.entries(papersOf(ledger)).flatMap(([key, paper]) =>
      paper.of === 'office' && concerns(paper, { ledger, record: undefined, scope, world })
        ? [{ path: `${ledger.key}/${key}`, each: paper.each, label: paper.label[lang] }]
        : [],
    ),
  )
  const { mutate, isPending, error } = useMutation({
    mutationFn: (path: string) => request<Report>(`/reports/${path}`, { method: 'POST', body: { year: Number(year), ...place } }),
    onSuccess: ({ id }) => void navigate(`/papers/reports/${id}`),
  })
  if (papers.length === 0) return null
  const query = new URLSearchParams({ year, ...place })
  const places = offices.filter(({ kind, closed }) => kind === 'township' && !closed)
  return (
    <Sheet title={say.years}>
      <p>{say.yearsLead}</p>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, mb: 3 }}>
        <TextField id="paper-year" select size="small" label={say.year} value={year} onChange={({ target }) => setYear(target.value)}>
          {Array.from({ length: YEARS }, (_, back) => String(now - back)).map((each) => (
            <MenuItem key={each} value={each}>
              {each}
            </MenuItem>
          ))}
        </TextField>
        {scope.office.kind === 'county' && (
          <TextField
            id="paper-township"
            select
            size="small"
            label={say.township}
            value={township}
            onChange={({ target }) => setTownship(target.value)}
            sx={{ minWidth: 200 }}
          >
            <MenuItem value={ALL}>{say.allTownships}</MenuItem>
            {places.map(({ id }) => (
              <MenuItem key={id} value={id}>
                {officeName(offices, id, lang, 'township')}
              </MenuItem>
            ))}
          </TextField>
        )}
      </Box>
      {error && <p role="alert">{sentenceOf(error, words)}</p>}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {papers.map(({ path, each, label }) => (
          <Box component="li" key={path} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, py: 1 }}>
            <Box sx={{ minWidth: 200 }}>{each && scope.office.kind === 'county' && township === ALL ? say.forEach(label) : label}</Box>
            <Button component="a" href={`/api/papers/${path}?${query}`} download aria-label={`${say.word} ${label}`}>
              {say.word}
            </Button>
            <Button component="a" href={`/api/papers/${path}?${query}&as=xlsx`} download aria-label={`${say.sheets} ${label}`}>
              {say.sheets}
            </Button>
            {keeps && (
              <Button disabled={isPending} onClick={() => mutate(path)} aria-label={`${say.keepYear} ${label}`}>
                {say.keepYear}
              </Button>
            )}
          </Box>
        ))}
      </Box>
    </Sheet>
  )
}
