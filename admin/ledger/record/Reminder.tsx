import { Box } from '@mui/material'
import { postNames } from '../../../shared/words/mail.ts'
import { officeOf } from '../../notices/rule.ts'
import { usePanel } from '../../panel.ts'
import { InstantText } from '../../parts/DayText.tsx'
import { officeName } from '../../parts/office.ts'
import { isUrging, type Telling } from './useNotices.ts'

/** A point on the line of what happened; filled for what somebody did. */
export function Dot({ filled, last }: { filled: boolean; last: boolean }) {
  return (
    <>
      <Box
        aria-hidden
        sx={{
          position: 'absolute',
          left: -2,
          top: '0.45rem',
          width: 9,
          height: 9,
          borderRadius: '50%',
          border: '2px solid',
          borderColor: 'primary.main',
          bgcolor: filled ? 'primary.main' : 'background.paper',
          boxSizing: 'content-box',
        }}
      />
      {!last && (
        <Box aria-hidden sx={{ position: 'absolute', left: 4, top: '1.4rem', bottom: '-0.3rem', width: '1px', bgcolor: 'divider' }} />
      )}
    </>
  )
}

/** A reminder among what happened, or an urging and whose it was, and to whom it went. */
export function Reminder({ notice, last }: { notice: Telling; last: boolean }) {
  const { words, lang, offices } = usePanel()
  const name = (token: string) => {
    const { kind, id } = officeOf(token)
    return officeName(offices, id, lang, kind)
  }
  const people = notice.to.map(({ name = '', post }) => words.record.holding(name, post && postNames[post][lang]))
  return (
    <Box component="li" sx={{ position: 'relative', pl: 5.5, pb: 3.5, color: 'text.secondary' }}>
      <Dot filled={false} last={last} />
      <Box>
        {words.record.told(
          words.record[isUrging(notice) ? 'urgeTitle' : 'reminded'](name(notice.office)),
          people.join(lang === 'zh' ? '、' : ', '),
        )}
      </Box>
      <Box sx={{ fontSize: '0.93rem' }}>
        <InstantText at={notice.at} />
        {notice.by ? ` · ${name(notice.by)}` : isUrging(notice) ? '' : ` · ${words.common.system}`}
      </Box>
    </Box>
  )
}
