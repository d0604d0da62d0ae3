import { Typography } from '@mui/material'
import { usePanel } from '../panel.ts'
import { writeNumber } from '../parts/number.ts'
import { noticeWords } from '../words/notices.ts'
import type { Morning } from './notices.ts'

/** The morning's proof in one sentence: what was due, what went out, what did not and why. */
export function Proof({ morning }: { morning: Morning }) {
  const { lang, words: common } = usePanel()
  const words = noticeWords[lang].proof
  const { rest, reminders, sent, not, mails, waiting } = morning
  if (rest) return <Line>{words.rest(rest)}</Line>
  if (reminders.length === 0) return <Line>{waiting > 0 ? words.waiting(writeNumber(waiting)) : words.nothing}</Line>
  const reasons = [...new Set(not.flatMap(({ reason }) => (reason ? [reason.replace(words.reasonEnd, '')] : [])))].join(words.join)
  return (
    <Line>
      {words.all(writeNumber(reminders.length), writeNumber(sent.length))}
      {not.length > 0 && words.not(writeNumber(not.length), reasons || common.common.none)}
      {sent.length + not.length === reminders.length ? words.whole : words.short}
      {words.mails(writeNumber(mails))}
      {waiting > 0 && words.now(writeNumber(waiting))}
    </Line>
  )
}

function Line({ children }: { children: React.ReactNode }) {
  return <Typography sx={{ fontSize: '1.13rem', fontWeight: 700, mb: 3 }}>{children}</Typography>
}
