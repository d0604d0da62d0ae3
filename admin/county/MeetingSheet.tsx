import { Link as MuiLink } from '@mui/material'
import { Link } from 'react-router'
import { Sheet } from '../parts/Sheet.tsx'
import { LastMeeting, useLastMeeting } from '../week/LastMeeting.tsx'
import type { CountyWords } from '../words/county.ts'

/** What the last meeting decided and how far it is; nothing while none was held. */
export function MeetingSheet({ words }: { words: CountyWords }) {
  const held = useLastMeeting()
  if (!held) return null
  return (
    <Sheet
      title={words.meeting.title}
      beside={
        <MuiLink component={Link} to="/papers/week" sx={{ displayPrint: 'none' }}>
          {words.meeting.view}
        </MuiLink>
      }
    >
      <LastMeeting held={held} />
    </Sheet>
  )
}
