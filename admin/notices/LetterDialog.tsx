import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material'
import { useAsked } from '../api.ts'
import { Loading } from '../frame/Loading.tsx'
import { useWidth } from '../frame/useWidth.ts'
import { usePanel, useWords } from '../panel.ts'
import { HttpError } from '../problem.ts'
import { noticeWords } from '../words/notices.ts'
import type { Notice } from './notices.ts'

type Letter = { to: string; subject: string; text: string }

/** A mail in the words in which it was sent. Its text part: the page's own policy lets no foreign styles in, so the other would stand there naked. */
export function LetterDialog({ notice, close }: { notice: Notice; close: () => void }) {
  const { lang } = usePanel()
  const common = useWords().common
  const words = noticeWords[lang].letter
  const phone = useWidth() === 'phone'
  const letter = useAsked<Letter>(`/notices/${notice.id}/letter`, { staleTime: Number.POSITIVE_INFINITY })
  return (
    <Dialog open onClose={close} fullWidth maxWidth="md" fullScreen={phone} aria-labelledby="letter-title">
      <DialogTitle id="letter-title">{letter.data?.subject ?? notice.subject}</DialogTitle>
      <DialogContent>
        <Typography color="text.secondary" sx={{ mb: 3 }}>
          {words.to(letter.data?.to ?? notice.to)}
        </Typography>
        {letter.isPending && <Loading />}
        {letter.isError && (
          <Typography role="alert">
            {letter.error instanceof HttpError && letter.error.status < 500 ? words.others : words.failed}
          </Typography>
        )}
        <Box component="pre" sx={{ whiteSpace: 'pre-wrap', fontFamily: 'inherit', m: 0, overflowWrap: 'anywhere' }}>
          {letter.data?.text}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={close}>
          {common.close}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
