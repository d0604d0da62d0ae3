import { Box, Button, Link as MuiLink, Typography } from '@mui/material'
import { Link } from 'react-router'
import { usePanel } from '../panel.ts'
import { writeNumber } from '../parts/number.ts'
import { noticeWords } from '../words/notices.ts'
import { isPast, type Morning } from './notices.ts'

/** The morning's proof in one sentence: what was owed, what went out, what did not; below it why not, for whoever can mend it. `listed`: what went out stands below. */
export function Proof({ morning, listed = false }: { morning: Morning; listed?: boolean }) {
  const { lang, me, today } = usePanel()
  const words = noticeWords[lang].proof
  const { rest, proof, waiting, missed = false } = morning
  if (rest) return <Line>{words.rest(rest)}</Line>
  // A run that did not come is for who can see to it, and nobody else's business.
  if (!proof && me.role !== 'admin' && isPast(today, new Date())) return null
  if (!proof || proof.duties === 0) return <Line>{waiting > 0 ? words.waiting(writeNumber(waiting), missed, listed) : words.nothing}</Line>
  const { date, duties, sent, planned, suppressed, mails, doubtful = 0 } = proof
  return (
    <Box sx={{ mb: 3 }}>
      <Line>
        {words.all(writeNumber(duties), writeNumber(sent + planned + suppressed))}
        {words.sent(writeNumber(sent))}
        {planned > 0 && words.planned(writeNumber(planned))}
        {suppressed > 0 && words.not(writeNumber(suppressed))}
        {planned > 0 ? words.short : words.whole}
        {words.mails(writeNumber(mails))}
        {doubtful > 0 && words.doubtful(writeNumber(doubtful))}
        {waiting > 0 && words.now(writeNumber(waiting))}
      </Line>
      <Faults morning={morning} />
      <Button component="a" href={`/api/proofs/export?date=${date}`} download sx={{ displayPrint: 'none' }}>
        {words.export}
      </Button>
    </Box>
  )
}

/** What somebody has to look after, office by office. */
function Faults({ morning: { proof } }: { morning: Morning }) {
  const { lang, me } = usePanel()
  const words = noticeWords[lang].proof
  const faults = proof?.faults ?? []
  if (faults.length === 0) return null
  return (
    <Box sx={{ mb: 2 }}>
      <Typography component="h2" sx={{ fontWeight: 700, color: 'error.main' }}>
        {words.faults}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 5 }}>
        {faults.map(({ kind, office, to, post, reminders, message }) => (
          <li key={`${kind} ${office} ${to} ${post}`}>
            {words.fault(to, writeNumber(reminders))} <span>{message}</span>
          </li>
        ))}
      </Box>
      {me.role === 'admin' && (
        <MuiLink component={Link} to="/accounts" sx={{ displayPrint: 'none' }}>
          {words.mend}
        </MuiLink>
      )}
    </Box>
  )
}

function Line({ children }: { children: React.ReactNode }) {
  return <Typography sx={{ fontSize: '1.13rem', fontWeight: 700, mb: 2 }}>{children}</Typography>
}
