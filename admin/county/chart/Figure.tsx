import { Box, Typography } from '@mui/material'
import { type ReactNode, useId, useState } from 'react'
import { usePanel } from '../../panel.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { InlineButton } from '../../parts/InlineButton.tsx'
import { countyWords } from '../../words/county.ts'

type Row = { id: string; cells: string[] }
type Props = { title: string; head: string[]; rows: Row[]; children: ReactNode }

/** A chart with the table of its numbers behind 看数据. */
export function Figure({ title, head, rows, children }: Props) {
  const { lang } = usePanel()
  const words = countyWords[lang].chart
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <Box component="figure" sx={{ m: 0, minWidth: 0 }}>
      <Typography component="figcaption" sx={{ fontWeight: 600, mb: 2 }}>
        {title}
      </Typography>
      {children}
      <InlineButton aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)} sx={{ mt: 2 }}>
        {open ? words.hide : words.data}
      </InlineButton>
      <div id={id} hidden={!open}>
        <DataTable
          label={title}
          dense
          rows={rows}
          id={(row) => row.id}
          columns={head.map((label, at) => ({ label, names: at === 0, right: at > 0, cell: ({ cells }: Row) => cells[at] }))}
        />
      </div>
    </Box>
  )
}
