import { Button, Typography } from '@mui/material'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { countyWords } from '../words/county.ts'
import type { Asked } from './question.ts'

/** A year in which nothing has been handed out: no figures, and the way to the year before. */
export function Empty({ asked, ledger }: { asked: Asked; ledger: Ledger }) {
  const { lang } = usePanel()
  const words = countyWords[lang]
  const before = String(Number(asked.year) - 1)
  return (
    <Sheet>
      <Typography sx={{ mb: asked.year ? 3 : 0 }}>
        {asked.year ? words.empty(ledger.label[lang], asked.year) : words.emptyAll(ledger.label[lang])}
      </Typography>
      {asked.year && <Button onClick={() => asked.ask({ year: before })}>{words.see(before)}</Button>}
    </Sheet>
  )
}
