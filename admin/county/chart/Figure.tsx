import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import { type ReactNode, useId, useState } from 'react'
import { usePanel } from '../../panel.ts'
import { InlineButton } from '../../parts/InlineButton.tsx'
import { countyWords } from '../../words/county.ts'
import { dense } from '../GroupTable.tsx'

type Props = { title: string; head: string[]; rows: { id: string; cells: string[] }[]; children: ReactNode }

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
      <Box id={id} hidden={!open} sx={{ overflowX: 'auto' }}>
        <Table size="small" aria-label={title} sx={dense}>
          <TableHead>
            <TableRow>
              {head.map((each, at) => (
                <TableCell key={each} align={at === 0 ? 'left' : 'right'}>
                  {each}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(({ id: row, cells: [first, ...rest] }) => (
              <TableRow key={row}>
                <TableCell component="th" scope="row" sx={{ fontWeight: 400 }}>
                  {first}
                </TableCell>
                {rest.map((cell, at) => (
                  <TableCell key={head[at + 1]} align="right">
                    {cell}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </Box>
  )
}
