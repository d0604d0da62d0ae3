import { Button } from '@mui/material'
import { lazy, Suspense, useState } from 'react'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { Loading } from '../frame/Loading.tsx'
import { useWidth } from '../frame/useWidth.ts'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { countyWords } from '../words/county.ts'
import type { Asked } from './question.ts'

const Charts = lazy(() => import('./chart/Charts.tsx').then(({ Charts: it }) => ({ default: it })))

/** Trend and ranking, fetched when somebody opens them. A phone shows none: its tables say the same in less room. */
export function ChartSheet({ asked, ledger }: { asked: Asked; ledger: Ledger }) {
  const { lang } = usePanel()
  const words = countyWords[lang].chart
  const phone = useWidth() === 'phone'
  const [open, setOpen] = useState(false)
  if (phone || !ledger.report) return null
  return (
    <Sheet title={words.title}>
      {open ? (
        <Suspense fallback={<Loading rows={4} />}>
          <Charts asked={asked} ledger={ledger} />
        </Suspense>
      ) : (
        <Button sx={{ displayPrint: 'none' }} onClick={() => setOpen(true)}>
          {words.open}
        </Button>
      )}
    </Sheet>
  )
}
