import { Box, Button, GlobalStyles, Link as MuiLink, Typography } from '@mui/material'
import { Link, useParams, useSearchParams } from 'react-router'
import { writeDay } from '../../shared/deadline/days.ts'
import { papersOf } from '../../shared/papers/standing.ts'
import { concerns } from '../../shared/papers/whose.ts'
import { DIVIDED } from '../county/CountLink.tsx'
import { draftsOf, openOf, useAllCounts } from '../county/figures.ts'
import { type Filter, listLink, owedFilter } from '../county/links.ts'
import { SystemsTable } from '../county/SystemsTable.tsx'
import { useFiled } from '../fields/register.ts'
import { NotFound } from '../frame/NotFound.tsx'
import { Page } from '../frame/Page.tsx'
import { useWho } from '../ledger/act/useWho.ts'
import { usePanel, useSay } from '../panel.ts'
import { LampText } from '../parts/Lamp.tsx'
import { writeNumber } from '../parts/number.ts'
import { officeName } from '../parts/office.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { TableExport } from '../parts/TableExport.tsx'
import { countyWords } from '../words/county.ts'
import { officeWords } from '../words/office.ts'
import { DueFirst } from './DueFirst.tsx'
import { PointsSheet } from './PointsSheet.tsx'
import { grading } from './points.ts'
import { seesAll } from './sees-all.ts'
import { YearSheet } from './YearSheet.tsx'

/**
 * Everything of one office on one screen: how much is open and late, what is due first, its work by system, its people. For the county and for itself. A
 * deputy's by the id of his account, or by his name.
 */
export function OfficePage() {
  const { kind = '', id = '' } = useParams()
  const { offices } = usePanel()
  const office = offices.find((each) => each.kind === kind && each.id === id)
  if (office) return <Whole key={`${kind}/${id}`} kind={kind} id={id} place={office.township} />
  return kind === 'deputy' ? <Named key={id} name={id} /> : <NotFound />
}

/** A deputy without an account: what he stands for, his file tells. */
function Named({ name }: { name: string }) {
  const filed = useFiled()
  const [asked] = useSearchParams()
  const called = filed?.filter((each) => each.name === name) ?? []
  const own = called.find(({ township }) => township === asked.get('township')) ?? called[0]
  if (own) return <Whole kind="deputy" id={name} name={name} place={own.township ?? undefined} />
  return filed ? <NotFound /> : <Page title={name}>{null}</Page>
}

/** `name`: of a deputy whom no account names. */
type Of = { kind: string; id: string; name?: string; place: string | undefined }

function Whole({ kind, id, name: called, place }: Of) {
  const { lang, me, offices, ledgers, scope, today } = usePanel()
  const say = useSay()
  const words = officeWords[lang]
  // What of it is late or near is said as the county's page says it.
  const said = countyWords[lang].sentence
  const name = called ?? officeName(offices, id, lang, kind)
  const base = filterOf(kind, id, name)
  // An office answers for what it owes itself: an item of its may be late because of another. A deputy's is whatever names him.
  const owed: Filter = kind === 'deputy' ? base : owedFilter(kind, id)
  const countsOf = useAllCounts(base)
  const owedOf = useAllCounts(owed)
  const sum = (count: (ledger: (typeof ledgers)[number]) => number) => ledgers.reduce((all, ledger) => all + count(ledger), 0)
  const known = [countsOf, owedOf].every((of) => of(ledgers[0]?.key ?? '') !== undefined)
  const open = sum((ledger) => openOf(ledger, countsOf(ledger.key) ?? nothing))
  const drafts = sum((ledger) => draftsOf(ledger, countsOf(ledger.key) ?? nothing))
  const late = sum(({ key }) => owedOf(key)?.overdue ?? 0)
  const soon = sum(({ key }) => owedOf(key)?.nearDue ?? 0)
  const who = useWho()({ kind, id })
  // Who reads another office's page is told what he may see, which is not all that there is.
  const part = !seesAll(scope.office, kind, id, place)
  const graded = kind === 'deputy' ? grading(ledgers) : undefined
  return (
    <Page
      title={name}
      above={
        <Box sx={{ color: 'text.secondary' }}>
          {[words.kinds[kind], place && officeName(offices, place, lang, 'township')].filter(Boolean).join(' · ')}
        </Box>
      }
      beside={
        <>
          {kind === 'township' && (scope.office.kind === 'county' || scope.office.id === id) && <YearFiles township={id} />}
          <Button onClick={() => window.print()} sx={{ displayPrint: 'none' }}>
            {words.print}
          </Button>
        </>
      }
    >
      <GlobalStyles styles={{ '@page': { size: 'A4 portrait', margin: '15mm' } }} />
      <Typography role="status" sx={{ fontSize: '1.13rem', fontWeight: 600, mb: 4 }}>
        {known && part && words.part}
        {known && open + late + soon === 0 && (part ? words.partNone : words.none)}
        {known && open + late + soon > 0 && (
          <>
            <MuiLink href={`#${DIVIDED}`} color="inherit" underline="hover">
              {words.sentence(writeNumber(open), kind)}
            </MuiLink>
            {late + soon > 0 && (kind === 'deputy' ? said.join(drafts > 0, late > 0) : part ? words.partOwed : words.owed)}
            {late > 0 && (
              <MuiLink component={Link} to={listLink('all', { ...owed, overdue: 'true' }, 'dueOn')} underline="hover">
                <LampText colour="red">{said.late(writeNumber(late))}</LampText>
              </MuiLink>
            )}
            {late > 0 && soon > 0 && said.and}
            {soon > 0 && (
              <MuiLink component={Link} to={listLink('all', { ...owed, nearDue: 'true' }, 'dueOn')} underline="hover">
                <LampText colour="amber">{said.soon(writeNumber(soon))}</LampText>
              </MuiLink>
            )}
            {kind === 'deputy' && late + soon > 0 && drafts > 0 && said.with}
            {words.stop}
          </>
        )}
      </Typography>
      {graded && <PointsSheet ledger={graded} name={name} place={place} words={words} />}
      {kind === 'deputy' && <YearSheet base={base} name={name} words={words} />}
      <DueFirst owed={owed} words={words} />
      <Sheet title={words.systems} beside={<TableExport name={`${name} ${words.systems}`} />}>
        <Box id={DIVIDED} sx={{ overflowX: 'auto', scrollMarginTop: '8rem' }}>
          <SystemsTable base={base} {...(kind === 'deputy' ? {} : { owed })} caption={words.systems} words={countyWords[lang]} held />
        </Box>
        {kind !== 'deputy' && (
          <Typography component="p" variant="caption" color="text.secondary">
            {words.ownDays}
          </Typography>
        )}
      </Sheet>
      {kind !== 'deputy' && scope.office.kind === 'county' && who && (
        <Sheet title={words.people}>{who.length > 0 ? who.join(lang === 'zh' ? '、' : ', ') : words.nobody}</Sheet>
      )}
      <Typography variant="caption" sx={{ display: 'none', displayPrint: 'block' }}>
        {countyWords[lang].printed(writeDay(today, lang), say(me.office.name))}
      </Typography>
    </Page>
  )
}

/** 一乡镇一档: the papers of a township's year. */
function YearFiles({ township }: { township: string }) {
  const { lang, ledgers, scope, world } = usePanel()
  const papers = ledgers.flatMap((ledger) =>
    Object.entries(papersOf(ledger)).flatMap(([key, paper]) =>
      paper.of === 'office' && paper.each && concerns(paper, { ledger, record: undefined, scope, world })
        ? [{ path: `${ledger.key}/${key}`, label: paper.label }]
        : [],
    ),
  )
  return papers.map(({ path, label }) => (
    <Button key={path} component="a" href={`/api/papers/${path}?township=${township}`} download sx={{ displayPrint: 'none' }}>
      {label[lang]}
    </Button>
  ))
}

/** What belongs to an office, as lists are asked for it. A deputy's is what names him. */
function filterOf(kind: string, id: string, name: string): Filter {
  return kind === 'deputy' ? { q: name } : kind === 'township' ? { township: id } : { unit: id }
}

const nothing = { total: 0, states: {}, overdue: 0, nearDue: 0 }
