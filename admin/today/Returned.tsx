import { Box, Button, Link } from '@mui/material'
import { Link as To } from 'react-router'
import type { Shown } from '../data.ts'
import { SentBack } from '../ledger/record/SentBack.tsx'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'

/** What was sent back to be worked over, each with the reason: it lies with us although no day runs. */
export function Returned({ records }: { records: Shown[] }) {
  const { words, ledgers, lang } = usePanel()
  if (records.length === 0) return null
  return (
    <Sheet title={words.today.returned} beside={<span>{words.common.items(String(records.length))}</span>}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 3 }}>
        {records.map((record) => {
          const ledger = ledgers.find(({ key }) => key === record.ledger)
          const path = `/${record.ledger}/${record.id}`
          return (
            <Box component="li" key={record.id}>
              <Box sx={{ display: 'flex', flexWrap: { xs: 'wrap', sm: 'nowrap' }, alignItems: 'center', gap: 2, columnGap: 4 }}>
                <Box sx={{ flex: '1 1 14rem', minWidth: 0, overflowWrap: 'anywhere' }}>
                  <Link component={To} to={`${path}/show`} data-row-link sx={{ color: 'text.primary', fontWeight: 700 }}>
                    {record.heading}
                  </Link>
                  <Box sx={{ color: 'text.secondary', fontSize: '0.93rem' }}>
                    {[record.number, ledger?.label[lang]].filter(Boolean).join(' · ')}
                  </Box>
                </Box>
                <Button
                  component={To}
                  to={path}
                  variant="contained"
                  aria-label={`${words.today.workOver} ${record.heading}`}
                  sx={{ width: { xs: '100%', sm: 'auto' } }}
                >
                  {words.today.workOver}
                </Button>
              </Box>
              {ledger && <SentBack ledger={ledger} record={record} />}
            </Box>
          )
        })}
      </Box>
    </Sheet>
  )
}
