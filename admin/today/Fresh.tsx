import { Box, Link } from '@mui/material'
import { Link as To } from 'react-router'
import { shanghaiDay } from '../../shared/deadline/days.ts'
import { useAsked } from '../api.ts'
import type { Shown } from '../data.ts'
import { usePanel } from '../panel.ts'
import { DayText } from '../parts/DayText.tsx'
import { OfficeName } from '../parts/OfficeName.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { Line } from './Line.tsx'

/** What came up last, over all ledgers: what a leader reads who has nothing to do himself. */
export function Fresh() {
  const { words, lang, ledgers } = usePanel()
  const { data } = useAsked<{ data: Shown[] }>('/records?sort=-createdAt&limit=5', { staleTime: 60_000 })
  if (!data || data.data.length === 0) return null
  return (
    <Sheet
      title={words.today.fresh}
      beside={
        <Link component={To} to="/all?sort=createdAt&order=DESC">
          {words.frame.all}
        </Link>
      }
    >
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.data.map((record) => (
          <Line key={record.id} record={record} mark={<DayText day={shanghaiDay(record.createdAt)} as="short" />}>
            {record.number ? `${record.number} · ` : ''}
            {ledgers.find((ledger) => ledger.key === record.ledger)?.label[lang]}
            {record.township && (
              <>
                {' · '}
                <OfficeName id={record.township} kind="township" />
              </>
            )}
          </Line>
        ))}
      </Box>
    </Sheet>
  )
}
