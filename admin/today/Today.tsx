import { Box, Button, Typography } from '@mui/material'
import { lazy, Suspense, useState } from 'react'
import { useStore } from 'react-admin'
import { Link } from 'react-router'
import { shanghaiTime, writeDay } from '../../shared/deadline/days.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { mayCreate } from '../../shared/engine/rights.ts'
import { type Tally, tallyOf } from '../../shared/tally.ts'
import { AddressTasks } from '../addresses/AddressTasks.tsx'
import { Loading } from '../frame/Loading.tsx'
import { Page } from '../frame/Page.tsx'
import { ledBack } from '../ledger/sent-back.ts'
import { usePanel } from '../panel.ts'
import { LampText } from '../parts/Lamp.tsx'
import { useInSentence } from '../parts/spoken.ts'
import { DutyGroup } from './DutyGroup.tsx'
import { daySentence } from './day-sentence.ts'
import { eachOnce, type OwedDuty, useDuties } from './duties.ts'
import { Drafts, RecentlyViewed, useDrafts } from './Extras.tsx'
import { Fresh } from './Fresh.tsx'
import { groupDuties, itemsOf } from './groups.ts'
import { Pending, usePending } from './Pending.tsx'
import { Returned } from './Returned.tsx'
import { Waiting } from './Waiting.tsx'

const FirstSteps = lazy(() => import('./FirstSteps.tsx').then(({ FirstSteps: it }) => ({ default: it })))
const OFFERED = 5

/** What needs me today: my office's duties by how soon, then what others owe us. */
export function Today() {
  const { words, lang, me, scope, ledgers } = usePanel()
  const { data, isPending, error, refetch } = useDuties()
  const drafts = useDrafts()
  const pending = usePending()
  // Decided once: the first visit is over when the page is left, not when it is remembered.
  const [met] = useStore<boolean>('met', false)
  const [first] = useState(!met)
  const [later, setLater] = useState(false)
  const duties = eachOnce(data ?? [])
  // What came back is new to whoever thought it done, however far its day is.
  const isBack = ({ key, record, daysLeft }: OwedDuty) => {
    const ledger = ledgers.find((each) => each.key === record.ledger)
    const back = ledger && ledBack(ledger, { state: record.state, took: record.took ?? {} })
    return (daysLeft ?? 1) > 0 && back?.opens.includes(key) === true
  }
  const back = duties.filter(isBack)
  const groups = groupDuties(duties.filter((duty) => !back.includes(duty)))
  const leader = me.role === 'leader'
  const creates = ledgers.filter((ledger) => mayCreate(ledger, scope) && !ledger.part)
  // A deputy comes to bring what he wrote himself; who handles things has one button for it.
  const own = ({ states, initial }: Ledger) => states[initial]?.phase === 'draft'
  const offered = scope.office.kind === 'deputy' ? creates.filter(own).slice(0, OFFERED) : creates.slice(0, 1)
  return (
    <Page
      title={words.today.title}
      beside={offered.map((ledger, at) => (
        <Button
          key={ledger.key}
          component={Link}
          to={`/${ledger.key}/create`}
          {...(at === 0 ? { variant: 'contained', 'data-key': 'new' } : {})}
        >
          {words.list.create(ledger.label[lang])}
        </Button>
      ))}
    >
      <Greeting counts={leader || isPending ? undefined : tallyOf(duties, me.today)} />
      {first && (
        <Suspense fallback={null}>
          <FirstSteps />
        </Suspense>
      )}
      {!leader && isPending && <Loading />}
      {error && !data && (
        <Box role="alert" sx={{ my: 4 }}>
          {words.list.failed} <Button onClick={() => void refetch()}>{words.common.retry}</Button>
        </Box>
      )}
      <Returned records={drafts.returned} />
      {!leader && data && groups.now.length === 0 && drafts.returned.length === 0 && back.length === 0 && pending?.length === 0 && (
        <Quiet next={groups.next[0] ?? groups.later.find((duty) => duty.dueOn)} />
      )}
      {groups.now.length > 0 && <DutyGroup title={words.today.now} duties={groups.now} strong />}
      {back.length > 0 && <DutyGroup title={words.today.cameBack} duties={back} strong />}
      {groups.next.length > 0 && <DutyGroup title={words.today.next} duties={groups.next} />}
      {groups.later.length > 0 &&
        (later ? (
          <DutyGroup title={words.today.later} duties={groups.later} />
        ) : (
          <Box sx={{ mb: 4 }}>
            <Button variant="text" onClick={() => setLater(true)}>
              {`${words.today.later} ${words.common.items(String(itemsOf(groups.later)))}`}
            </Button>
          </Box>
        ))}
      {!leader && <Pending rows={pending ?? []} />}
      {me.role === 'admin' && <AddressTasks />}
      <Waiting />
      {leader && <Fresh />}
      <Drafts {...drafts} />
      <RecentlyViewed />
    </Page>
  )
}

function Greeting({ counts }: { counts: Tally | undefined }) {
  const { words, me } = usePanel()
  const hour = Number(shanghaiTime(new Date()).slice(0, 2))
  const greeting =
    hour < 5
      ? words.today.anyHour
      : hour < 11
        ? words.today.morning
        : hour < 13
          ? words.today.noon
          : hour < 18
            ? words.today.afternoon
            : words.today.evening
  return (
    <Typography component="p" sx={{ fontSize: '1.2rem', fontWeight: 600, mb: 4 }}>
      {words.today.hello(greeting, me.name)}
      {daySentence(counts ?? { late: 0, today: 0, week: 0 }, words.today).map(({ text, late }) =>
        late ? (
          <LampText key={text} colour="red">
            {text}
          </LampText>
        ) : (
          text
        ),
      )}
    </Typography>
  )
}

/** Nothing to do is good news, told with what comes next; never a picture of a box. */
function Quiet({
  next,
}: {
  next: { dueOn: string | null; record: { ledger: string; id: string; number?: string; heading: string } } | undefined
}) {
  const { words, lang } = usePanel()
  const inSentence = useInSentence()
  return (
    <Typography sx={{ mb: 4 }}>
      {words.today.empty}
      {next?.dueOn && (
        <Link to={`/${next.record.ledger}/${next.record.id}/show`}>
          {words.today.upcoming(writeDay(next.dueOn, lang, { weekday: true }), inSentence(next.record))}
        </Link>
      )}
    </Typography>
  )
}
