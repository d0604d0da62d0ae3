import { Link as MuiLink, Typography } from '@mui/material'
import { Link } from 'react-router'
import { Retry } from '../accounts/Retry.tsx'
import { Loading } from '../frame/Loading.tsx'
import { type Notice, useMorning } from '../notices/notices.ts'
import { officeOf } from '../notices/rule.ts'
import { usePanel } from '../panel.ts'
import { writeNumber } from '../parts/number.ts'
import { shortOfficeName } from '../parts/office.ts'
import { Sheet } from '../parts/Sheet.tsx'
import type { CountyWords } from '../words/county.ts'

/** Whether the mails of this morning went out, with a way to mend what kept one back. */
export function MorningSheet({ words }: { words: CountyWords }) {
  const { me, today } = usePanel()
  const { data, isError, refetch } = useMorning()
  const said = words.morning
  const mend = me.role === 'admin' ? '/accounts' : `/notices?date=${today}`
  return (
    <Sheet
      title={said.title}
      beside={
        <MuiLink component={Link} to="/notices" sx={{ displayPrint: 'none' }}>
          {said.view}
        </MuiLink>
      }
    >
      {!data && !isError && <Loading rows={1} />}
      {isError && <Retry sentence={words.failedPart} retry={() => void refetch()} />}
      {data?.rest && <Typography>{said.rest(data.rest)}</Typography>}
      {data && !data.rest && (
        <Typography>
          {data.reminders.length === 0
            ? data.waiting > 0
              ? said.waiting(writeNumber(data.waiting))
              : said.nothing
            : said.sent(writeNumber(data.mails))}
          <Trouble
            words={said.failed(writeNumber(data.not.filter(({ state }) => state === 'failed').length))}
            of={data.not.filter(({ state }) => state === 'failed')}
            to="/notices"
          />
          <Trouble words={said.bounced(writeNumber(data.bounced.length))} of={data.bounced} to={mend} />
          <Trouble
            words={said.silent(writeNumber(data.not.filter(({ state }) => state === 'suppressed').length))}
            of={data.not.filter(({ state }) => state === 'suppressed')}
            to={mend}
          />
        </Typography>
      )}
    </Sheet>
  )
}

/** What went wrong, with the offices it concerns. */
function Trouble({ words, of, to }: { words: string; of: Notice[]; to: string }) {
  const { offices, lang, words: common } = usePanel()
  if (of.length === 0) return null
  const names = [...new Set(of.map(({ office }) => officeOf(office)).map(({ kind, id }) => shortOfficeName(offices, id, lang, kind)))]
  return (
    <>
      {common.common.of}
      {words}
      {lang === 'zh' ? '：' : ': '}
      <MuiLink component={Link} to={to}>
        {names.join(common.common.and)}
      </MuiLink>
    </>
  )
}
