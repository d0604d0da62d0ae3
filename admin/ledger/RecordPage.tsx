import { Box, Button, Skeleton, Typography } from '@mui/material'
import { useEffect } from 'react'
import { useResourceContext, useStore } from 'react-admin'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { called } from '../../shared/heading.ts'
import type { Shown } from '../data.ts'
import { Loading } from '../frame/Loading.tsx'
import { NotFound } from '../frame/NotFound.tsx'
import { Page } from '../frame/Page.tsx'
import { useWidth } from '../frame/useWidth.ts'
import { useLedger, usePanel } from '../panel.ts'
import { sentenceOf } from '../sign/sentence.ts'
import { ActDrawer } from './act/ActDrawer.tsx'
import { arrange } from './acts.ts'
import { backTo } from './place.ts'
import { ActBar, ActButtons } from './record/ActButtons.tsx'
import { Band } from './record/Band.tsx'
import { Crumbs } from './record/Crumbs.tsx'
import { Duties } from './record/Duties.tsx'
import { Headline } from './record/Headline.tsx'
import { Newer } from './record/Newer.tsx'
import { Related } from './record/Related.tsx'
import { Road } from './record/Road.tsx'
import { Sections } from './record/Sections.tsx'
import { Timeline } from './record/Timeline.tsx'
import { UndoDialog } from './record/UndoDialog.tsx'
import { useKeep, useRecord } from './useRecord.ts'

/** One record of any ledger: where it stands, who must act, why that day. `?do=` opens the form of a transition, as links in mails do. */
export function RecordPage() {
  const key = useResourceContext() ?? ''
  const { id = '' } = useParams()
  const ledger = useLedger(key)
  const { words } = usePanel()
  const { data: record, error } = useRecord(key, id)
  if (!ledger) return <NotFound />
  if (error && !record) {
    const gone = (error as { status?: number }).status === 404
    return (
      <Page title={gone ? words.fault.notFoundTitle : words.list.failed}>
        <Typography role="alert" sx={{ mb: 4 }}>
          {gone ? words.fault.notFound : sentenceOf(error, words)}
        </Typography>
        <Button component={Link} to={backTo(key)}>
          {words.fault.toList}
        </Button>
      </Page>
    )
  }
  return record ? <OfRecord key={record.id} ledger={ledger} record={record} /> : <Loading rows={5} />
}

function OfRecord({ ledger, record }: { ledger: Ledger; record: Shown }) {
  const { lang, scope } = usePanel()
  const width = useWidth()
  const navigate = useNavigate()
  const keep = useKeep()
  const [params, setParams] = useSearchParams()
  const wanted = params.get('do')
  const acts = arrange(ledger, record, scope)
  const act = record.may?.transitions.find((each) => each.key === wanted && each.possible)
  useRecent(record)
  const take = (transition: string) => setParams({ do: transition }, { replace: true, preventScrollReset: true })
  const close = () => setParams({}, { replace: true, preventScrollReset: true })
  const done = (next: Shown) => {
    close()
    keep(next)
    if (next.gone) void navigate(backTo(ledger.key))
    // A closing drawer gives the focus back to its button, which may be gone by then.
    else setTimeout(() => document.getElementById('band')?.focus(), 250)
  }
  // Of a record opened from a list the rest is on its way: a sign of it stands below, so that nothing moves when it comes.
  const whole = record.may !== undefined
  const main = (
    <>
      <Sections ledger={ledger} record={record} />
      <Related ledger={ledger} record={record} />
      {!whole && <Skeleton animation={false} height={160} />}
    </>
  )
  const duties = <Duties ledger={ledger} record={record} />
  const timeline = <Timeline ledger={ledger} record={record} />
  return (
    <Page title={record.heading} documentTitle={called(record)} above={<Crumbs ledger={ledger} record={record} />}>
      <Newer ledger={ledger} record={record} />
      <Headline ledger={ledger} record={record} />
      {width === 'phone' && <Road ledger={ledger} record={record} short />}
      <Band ledger={ledger} record={record} next={acts.primary && ledger.transitions[acts.primary.key]?.label[lang]}>
        {width !== 'phone' && <ActButtons ledger={ledger} acts={acts} record={record} take={take} />}
      </Band>
      {width !== 'phone' && <Road ledger={ledger} record={record} />}
      {width === 'desk' ? (
        <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 24.8rem', gap: 4, '@media print': { display: 'block' } }}>
          <div>{main}</div>
          <aside>
            {duties}
            {timeline}
          </aside>
        </Box>
      ) : (
        <>
          {duties}
          {main}
          {timeline}
        </>
      )}
      {width === 'phone' && <ActBar ledger={ledger} acts={acts} record={record} take={take} />}
      {params.has('undo') && <UndoDialog ledger={ledger} record={record} close={close} done={done} />}
      {act && <ActDrawer ledger={ledger} record={record} act={act} close={close} done={done} />}
    </Page>
  )
}

/** A record that was opened lately. */
export type Recent = { ledger: string; id: string; number?: string; heading: string }

/** Kept with the person's settings: the last eight that he opened. */
function useRecent({ ledger, id, number, heading }: Shown): void {
  const [recent, setRecent] = useStore<Recent[]>('recent', [])
  useEffect(() => {
    if (recent[0]?.id === id) return
    setRecent([{ ledger, id, heading, ...(number ? { number } : {}) }, ...recent.filter((each) => each.id !== id)].slice(0, 8))
  }, [ledger, id, number, heading, recent, setRecent])
}
