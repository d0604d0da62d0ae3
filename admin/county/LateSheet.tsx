import { Box, Button, Link as MuiLink, Typography } from '@mui/material'
import { Link } from 'react-router'
import { daysBetween } from '../../shared/deadline/calendar.ts'
import { writeDaysLeft } from '../../shared/deadline/days.ts'
import { calledIn } from '../../shared/heading.ts'
import type { Shown } from '../data.ts'
import { Loading } from '../frame/Loading.tsx'
import { UrgeLate } from '../ledger/list/UrgeLate.tsx'
import { usePanel } from '../panel.ts'
import { Lamp } from '../parts/Lamp.tsx'
import { soonest } from '../parts/lamp-of.ts'
import { writeNumber } from '../parts/number.ts'
import { officeName } from '../parts/office.ts'
import { partOf } from '../parts/part-of.ts'
import { Sheet } from '../parts/Sheet.tsx'
import type { CountyWords } from '../words/county.ts'
import { SHOWN, useAllCounts, useOverdue } from './figures.ts'
import { type Filter, listLink } from './links.ts'
import { type Asked, countedAs } from './question.ts'

/** A row of two lines with its line below: what comes pushes away nothing that stands below it. */
const ROW = 4.6

/** What is overdue now, the oldest first, with the office that owes it. */
export function LateSheet({ asked, words }: { asked: Asked; words: CountyWords }) {
  const { words: common, ledgers } = usePanel()
  const base: Filter = asked.year ? { year: asked.year } : {}
  const late = useOverdue(asked.ledger?.key, base)
  const found = late.data?.data ?? []
  // Over all ledgers the list does not say how many there are; the counts of the page do.
  const countsOf = useAllCounts(countedAs(asked), asked.ledger === undefined)
  const counted = ledgers.every(({ key }) => countsOf(key))
    ? ledgers.reduce((sum, { key }) => sum + (countsOf(key)?.overdue ?? 0), 0)
    : undefined
  const total = late.data?.total ?? counted
  const beside =
    found.length > 0 && total !== undefined ? (
      <MuiLink
        component={Link}
        to={listLink(asked.ledger?.key ?? 'all', { ...base, overdue: 'true' }, 'dueOn')}
        sx={{ displayPrint: 'none', whiteSpace: 'nowrap' }}
      >
        {words.late.all(writeNumber(Math.max(total, found.length)))}
      </MuiLink>
    ) : undefined
  return (
    <Sheet title={words.late.title} beside={beside}>
      {late.isPending && (
        <Box sx={{ minHeight: `${SHOWN * ROW}rem` }}>
          <Loading rows={3} />
        </Box>
      )}
      {late.isError && (
        <Typography>
          {words.failedPart}{' '}
          <Button variant="text" onClick={() => void late.refetch()}>
            {common.common.retry}
          </Button>
        </Typography>
      )}
      {late.isSuccess && found.length === 0 && <Typography color="text.secondary">{words.late.none}</Typography>}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {found.map((record) => (
          <LateRow key={record.id} record={record} />
        ))}
      </Box>
      <Box sx={{ '&:not(:empty)': { mt: 3 } }}>
        <UrgeLate records={found} many={words.late.urge} />
      </Box>
    </Sheet>
  )
}

function LateRow({ record }: { record: Shown }) {
  const { lang, offices, today, ledgers } = usePanel()
  const duty = soonest(record.duties)
  const days = duty?.dueOn ? daysBetween(today, duty.dueOn) : null
  const beside = [record.number, duty && officeName(offices, duty.holder.id, lang, duty.holder.kind)].filter(Boolean).join(' · ')
  const title = calledIn({ heading: record.heading }, partOf(record, ledgers), lang)
  return (
    <Box
      component="li"
      sx={{
        py: 2,
        '&:not(:last-of-type)': { borderBottom: 1, borderColor: 'divider' },
        '&:first-of-type': { pt: 0 },
        '&:last-of-type': { pb: 0 },
      }}
    >
      <MuiLink
        component={Link}
        to={`/${record.ledger}/${record.id}/show`}
        title={title}
        sx={{ display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
      >
        {title}
      </MuiLink>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 2, mt: 0.5 }}>
        <Typography variant="body2" color="text.secondary" sx={{ minWidth: 0 }}>
          {beside}
        </Typography>
        {days !== null && (
          <Lamp colour={days < 0 ? 'red' : 'amber'} shape={days < 0 ? 'square' : 'triangle'} text={writeDaysLeft(days, lang)} />
        )}
      </Box>
    </Box>
  )
}
