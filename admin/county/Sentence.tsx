import { Link as MuiLink, Skeleton, Typography } from '@mui/material'
import { Link } from 'react-router'
import { daysBetween } from '../../shared/deadline/calendar.ts'
import { writeDay } from '../../shared/deadline/days.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { everything } from '../cursors.ts'
import type { Shown } from '../data.ts'
import { usePanel } from '../panel.ts'
import { LampText } from '../parts/Lamp.tsx'
import { soonest } from '../parts/lamp-of.ts'
import { writeNumber } from '../parts/number.ts'
import { officeName } from '../parts/office.ts'
import { type CountyWords, countyWords } from '../words/county.ts'
import { DIVIDED } from './CountLink.tsx'
import { type Answer, type Counts, draftsOf, openOf, useAllCounts, useOverdue } from './figures.ts'
import { type Filter, listLink, workStates } from './links.ts'
import { type Asked, countedAs } from './question.ts'

type Props = { asked: Asked; ledger: Ledger; counts: Counts | undefined; figures: Answer | undefined }

/** The page in one sentence, for who reads no further. */
export function Sentence({ asked, ledger, counts, figures }: Props) {
  const { lang } = usePanel()
  const words = countyWords[lang]
  const oldest = useOverdue(ledger.key, asked.year ? { year: asked.year } : {}, asked.live).data?.data[0]
  if (!asked.live) {
    if (!figures) return <Waiting />
    const { open, overdue } = figures.total
    return <Line>{words.sentence.asOf(writeDay(asked.asOf, lang), writeNumber(open), writeNumber(overdue), asked.year)}</Line>
  }
  if (!counts) return <Waiting />
  const { overdue, nearDue } = counts
  const base: Filter = asked.year ? { year: asked.year } : {}
  const to = { list: ledger.key, base, open: workStates(ledger).join(',') }
  return (
    <Now
      words={words}
      open={openOf(ledger, counts)}
      drafts={draftsOf(ledger, counts)}
      late={overdue}
      soon={nearDue}
      oldest={oldest}
      to={to}
    />
  )
}

/** The same over all ledgers. */
export function AllSentence({ asked, words }: { asked: Asked; words: CountyWords }) {
  const { ledgers } = usePanel()
  const filter: Filter = asked.year ? { year: asked.year } : {}
  const countsOf = useAllCounts(countedAs(asked))
  const oldest = useOverdue(undefined, filter).data?.data[0]
  if (ledgers.some(({ key }) => countsOf(key) === undefined)) return <Waiting />
  const sum = (of: (counts: Counts, ledger: Ledger) => number) =>
    ledgers.reduce((all, ledger) => {
      const data = countsOf(ledger.key)
      return data ? all + of(data, ledger) : all
    }, 0)
  return (
    <Now
      words={words}
      open={sum((data, ledger) => openOf(ledger, data))}
      drafts={sum((data, ledger) => draftsOf(ledger, data))}
      late={sum((data) => data.overdue)}
      soon={sum((data) => data.nearDue)}
      oldest={oldest}
      to={{ list: everything, base: filter }}
    />
  )
}

type NowProps = {
  words: CountyWords
  open: number
  drafts: number
  late: number
  soon: number
  oldest: Shown | undefined
  /** The list behind the numbers, and the states that are open in it: of several ledgers no list can be asked for these. */
  to: { list: string; base: Filter; open?: string }
}
function Now({ words, open, drafts, late, soon, oldest, to: { list, base, open: states } }: NowProps) {
  const { lang, offices, today } = usePanel()
  const said = words.sentence
  const duty = oldest && soonest(oldest.duties)
  const days = duty?.dueOn ? daysBetween(duty.dueOn, today) : 0
  const more = late > 0 || soon > 0 || open > 0
  return (
    <Line>
      {states && open > 0 ? (
        <To to={listLink(list, { ...base, state: states }, 'dueOn')}>{said.open(writeNumber(open), base.year ?? '')}</To>
      ) : (
        <Open n={open} said={said.open(writeNumber(open), base.year ?? '')} />
      )}
      {more && said.join(drafts > 0, late > 0)}
      {late > 0 && (
        <To to={listLink(list, { ...base, overdue: 'true' }, 'dueOn')}>
          <LampText colour="red">{said.late(writeNumber(late))}</LampText>
        </To>
      )}
      {late === 0 && (open > 0 || soon > 0) && said.none}
      {soon > 0 && said.and}
      {soon > 0 && <To to={listLink(list, { ...base, nearDue: 'true' }, 'dueOn')}>{said.soon(writeNumber(soon))}</To>}
      {more && drafts > 0 && said.with}
      {said.stop}
      {duty && days > 0 && said.oldest(writeNumber(days), officeName(offices, duty.holder.id, lang, duty.holder.kind))}
    </Line>
  )
}

/** Of several ledgers no list holds what is open: the table below divides it. */
function Open({ n, said }: { n: number; said: string }) {
  if (n === 0) return said
  return (
    <MuiLink href={`#${DIVIDED}`} color="inherit" underline="hover">
      {said}
    </MuiLink>
  )
}

function To({ to, children }: { to: string; children: React.ReactNode }) {
  return (
    <MuiLink component={Link} to={to} color="inherit" underline="hover" sx={{ '@media print': { color: 'inherit' } }}>
      {children}
    </MuiLink>
  )
}

function Line({ children }: { children: React.ReactNode }) {
  return (
    <Typography component="p" sx={{ fontSize: { xs: '1.13rem', sm: '1.2rem' }, fontWeight: 700, lineHeight: 1.5, mb: 3 }}>
      {children}
    </Typography>
  )
}

function Waiting() {
  return <Skeleton animation={false} sx={{ fontSize: '1.2rem', lineHeight: 1.5, mb: 3, maxWidth: '36rem' }} />
}
