import { Box, Button, Link as MuiLink, Typography } from '@mui/material'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { Loading } from '../frame/Loading.tsx'
import { useWidth } from '../frame/useWidth.ts'
import { usePanel, useWords } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { countyWords } from '../words/county.ts'
import { type Answer, type Counts, useFigures, useManyCounts } from './figures.ts'
import { GroupTable } from './GroupTable.tsx'
import { groupIds, groupings, rowFilter, rowOf, STATES } from './grouping.ts'
import type { Filter } from './links.ts'
import { type Asked, endOfLastMonth } from './question.ts'
import { StatesTable } from './StatesTable.tsx'

type Props = { asked: Asked; ledger: Ledger; whole: Counts | undefined; figures: Answer | undefined }

/** The figures divided: by township first, then as the ledger's report says, and by state. */
export function GroupSheet({ asked, ledger, whole, figures }: Props) {
  const { lang } = usePanel()
  const words = countyWords[lang]
  const phone = useWidth() === 'phone'
  const ways = groupings(ledger, words, lang)
  const way = ways.find(({ key }) => key === asked.by) ?? ways[0]
  if (!way) return null
  const query = new URLSearchParams({ format: 'xlsx', ...(asked.year ? { year: asked.year } : {}) })
  const beside = (
    <Box component="nav" aria-label={words.table.choose} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, displayPrint: 'none' }}>
      {ways
        .filter((each) => each !== way && (each.key !== STATES || asked.live))
        .map((each) => (
          <Button key={each.key} variant="text" size="small" onClick={() => asked.ask({ by: each.key })} sx={small}>
            {each.label}
          </Button>
        ))}
      <MuiLink href={`/api/exports/${ledger.key}?${query}`} sx={{ ...small, fontWeight: 600, p: '4px 8px' }}>
        {words.table.export}
      </MuiLink>
    </Box>
  )
  return (
    <Sheet title={way.label} beside={phone ? undefined : beside}>
      {phone && beside}
      {way.key === STATES ? (
        <StatesTable ledger={ledger} counts={whole} year={asked.year} words={words} />
      ) : (
        <Grouped key={way.key} asked={asked} ledger={ledger} by={way.key} column={way.column} whole={whole} figures={figures} />
      )}
    </Sheet>
  )
}

function Grouped({ asked, ledger, by, column, whole, figures }: Props & { by: string; column: string }) {
  const { lang, offices } = usePanel()
  const common = useWords().common
  const words = countyWords[lang]
  const { asOf, year, live } = asked
  const base: Filter = year ? { year } : {}
  const now = useFigures({ ledger: ledger.key, asOf, year, by })
  const before = useFigures({ ledger: ledger.key, asOf: endOfLastMonth(asOf), year, by })
  const ids = groupIds(by, now.data?.groups, offices)
  const filters = ids.map((id) => rowFilter(ledger, by, id))
  const counts = useManyCounts(live ? filters.map((filter) => ({ ledger: ledger.key, filter: { ...base, ...filter } })) : [])
  if (now.isError)
    return (
      <Typography>
        {words.failedPart}{' '}
        <Button variant="text" onClick={() => void now.refetch()}>
          {common.retry}
        </Button>
      </Typography>
    )
  if (now.isPending) return <Loading rows={11} />
  const given = { ledger, by, now: now.data.groups, before: before.data?.groups, offices, lang, words }
  const rows = ids.map((id, at) => rowOf(id, filters[at] ? counts[at]?.data : undefined, live, given))
  return (
    <GroupTable
      rows={rows}
      ledger={ledger}
      column={column}
      base={base}
      live={live}
      whole={whole}
      figures={figures}
      fresh={sumFresh(rows)}
      words={words}
      shared={by !== 'township'}
    />
  )
}

function sumFresh(rows: { fresh: number | undefined }[]): number {
  return rows.reduce((sum, { fresh }) => sum + (fresh ?? 0), 0)
}

const small = { minHeight: 0, fontSize: '0.94rem' } as const
