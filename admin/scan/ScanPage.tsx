import AttachIcon from '@mui/icons-material/AttachFileRounded'
import CameraIcon from '@mui/icons-material/PhotoCameraOutlined'
import { Box, Button, Typography, useMediaQuery } from '@mui/material'
import { useRef } from 'react'
import { useSearchParams } from 'react-router'
import { Page } from '../frame/Page.tsx'
import { usePanel } from '../panel.ts'
import { scanWords } from '../words/scan.ts'
import { PageRow } from './PageRow.tsx'
import { usePages } from './usePages.ts'

/** 收回纸件: pages that were signed or stamped go to the item whose code they bear, after it is shown which that is. */
export function ScanPage() {
  const { lang } = usePanel()
  const say = scanWords[lang]
  const [params] = useSearchParams()
  const [ledger = '', id = ''] = params.get('item')?.split('/') ?? []
  const { pages, add, attach, attachAll, drop } = usePages(ledger && id ? { ledger, id } : null)
  const hand = useMediaQuery('(pointer: coarse)')
  const [picker, camera] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)]
  const ready = pages.filter(({ at }) => at === 'found').length
  const input = (which: typeof picker, more: { multiple: true } | { capture: 'environment' }) => (
    <input
      ref={which}
      type="file"
      accept={'capture' in more ? 'image/*' : 'image/*,application/pdf'}
      hidden
      {...more}
      onChange={(event) => {
        void add([...(event.target.files ?? [])])
        event.target.value = ''
      }}
    />
  )
  return (
    <Page title={say.title}>
      <Typography sx={{ mb: 3, maxWidth: '46rem' }}>{say.lead}</Typography>
      {params.get('name') && <Typography sx={{ mb: 3 }}>{say.toOne(params.get('name') ?? '')}</Typography>}
      <Box
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          void add([...event.dataTransfer.files])
        }}
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 2,
          mb: 3,
          p: 3,
          border: 1,
          borderStyle: 'dashed',
          borderColor: 'text.secondary',
          borderRadius: 2,
        }}
      >
        {hand && (
          <Button variant="contained" startIcon={<CameraIcon />} onClick={() => camera.current?.click()}>
            {say.photograph}
          </Button>
        )}
        <Button variant={hand ? 'outlined' : 'contained'} startIcon={<AttachIcon />} onClick={() => picker.current?.click()}>
          {say.choose}
        </Button>
        {ready > 1 && <Button onClick={() => void attachAll()}>{say.all(ready)}</Button>}
        {input(camera, { capture: 'environment' })}
        {input(picker, { multiple: true })}
      </Box>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}>
        {pages.map((page) => (
          <PageRow key={page.key} page={page} attach={() => void attach(page)} drop={() => drop(page)} />
        ))}
      </Box>
    </Page>
  )
}
