import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { noticeWords } from '../../shared/words/notices.ts'
import { Loading } from '../frame/Loading.tsx'
import { useWidth } from '../frame/useWidth.ts'
import { request } from '../http.ts'
import { usePanel, useWords } from '../panel.ts'
import type { Notice } from './notices.ts'

type Letter = { to: string; subject: string; html: string; text: string }

/** A mail as it was sent. Its frame may run nothing and load nothing. */
export function LetterDialog({ notice, close }: { notice: Notice; close: () => void }) {
  const { lang } = usePanel()
  const common = useWords().common
  const words = noticeWords[lang].letter
  const phone = useWidth() === 'phone'
  const [plain, setPlain] = useState(true)
  const letter = useQuery({
    queryKey: ['letter', notice.id],
    queryFn: ({ signal }) => request<Letter>(`/notices/${notice.id}/letter`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Dialog open onClose={close} fullWidth maxWidth="md" fullScreen={phone} aria-labelledby="letter-title">
      <DialogTitle id="letter-title">{letter.data?.subject ?? notice.subject}</DialogTitle>
      <DialogContent>
        <Typography color="text.secondary" sx={{ mb: 3 }}>
          {words.to(letter.data?.to ?? notice.to)}
        </Typography>
        {letter.isPending && <Loading />}
        {letter.isError && <Typography role="alert">{words.failed}</Typography>}
        {letter.data && plain && (
          <Box component="pre" sx={{ whiteSpace: 'pre-wrap', fontFamily: 'inherit', m: 0, overflowWrap: 'anywhere' }}>
            {letter.data.text}
          </Box>
        )}
        {letter.data && !plain && (
          <Box
            component="iframe"
            title={words.frame}
            sandbox=""
            srcDoc={letter.data.html}
            sx={{ width: '100%', height: '60vh', border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: '#FFFFFF' }}
          />
        )}
      </DialogContent>
      <DialogActions>
        {letter.data && <Button onClick={() => setPlain(!plain)}>{plain ? words.html : words.text}</Button>}
        <Button variant="contained" onClick={close}>
          {common.close}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
