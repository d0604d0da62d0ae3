import UploadIcon from '@mui/icons-material/UploadFileOutlined'
import { Box, Link as MuiLink, Typography } from '@mui/material'
import { type DragEvent, useState } from 'react'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { useWidth } from '../frame/useWidth.ts'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { importWords } from '../words/imports.ts'
import { MOST } from './job.ts'

/** The file, dropped or chosen; what is plainly none is refused before it travels. */
export function ChooseStep({ ledger, take, faults }: { ledger: Ledger; take: (file: File) => void; faults: string[] }) {
  const { lang } = usePanel()
  const words = importWords[lang].choose
  const phone = useWidth() === 'phone'
  const [over, setOver] = useState(false)
  const [wrong, setWrong] = useState('')
  const offer = (file: File | undefined) => {
    if (!file) return
    const fault = !/\.(xlsx|xlsm|xls|et|csv|txt|tsv)$/i.test(file.name)
      ? words.notSheet
      : file.size === 0
        ? words.empty
        : file.size > MOST
          ? words.tooBig
          : ''
    setWrong(fault)
    if (!fault) take(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    offer(event.dataTransfer.files[0])
  }
  const said = wrong ? [wrong] : faults
  return (
    <Sheet>
      {phone && <Typography sx={{ mb: 3, fontWeight: 600 }}>{words.better}</Typography>}
      {said.length > 0 && (
        <Box role="alert" sx={{ color: 'error.main', fontWeight: 600, mb: 3 }}>
          {said.slice(0, 20).map((sentence) => (
            <div key={sentence}>{sentence}</div>
          ))}
        </Box>
      )}
      <Box
        component="label"
        onDragOver={(event: DragEvent) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        sx={{
          display: 'grid',
          placeItems: 'center',
          gap: 2,
          textAlign: 'center',
          p: { xs: 6, sm: 10 },
          border: 2,
          borderStyle: 'dashed',
          borderColor: over ? 'primary.main' : 'divider',
          bgcolor: over ? 'action.selected' : 'transparent',
          borderRadius: 2,
          cursor: 'pointer',
          '&:focus-within': { borderColor: 'primary.main' },
        }}
      >
        <UploadIcon aria-hidden sx={{ fontSize: '2.4rem', color: 'primary.main' }} />
        <span>{over ? words.drop1 : words.drop}</span>
        <Box
          component="input"
          type="file"
          accept=".xlsx,.xlsm,.xls,.et,.csv,.txt,.tsv"
          onChange={(event) => {
            offer((event.target as HTMLInputElement).files?.[0])
            ;(event.target as HTMLInputElement).value = ''
          }}
          sx={{ position: 'absolute', width: '1px', height: '1px', opacity: 0 }}
        />
      </Box>
      <Box sx={{ display: 'flex', gap: 5, flexWrap: 'wrap', my: 3 }}>
        <MuiLink href={`/api/imports/${ledger.key}/template`}>{words.template}</MuiLink>
        <MuiLink href={`/api/exports/${ledger.key}?format=xlsx`}>{words.filled}</MuiLink>
      </Box>
      <Typography>{words.allOrNone}</Typography>
      <Typography color="text.secondary">{words.match}</Typography>
    </Sheet>
  )
}
