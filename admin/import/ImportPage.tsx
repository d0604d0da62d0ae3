import { Step, StepLabel, Stepper, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { mayImport } from '../../shared/engine/rights.ts'
import { reporting } from '../county/question.ts'
import { NotFound } from '../frame/NotFound.tsx'
import { Page } from '../frame/Page.tsx'
import { useWidth } from '../frame/useWidth.ts'
import { usePanel } from '../panel.ts'
import { sentenceOf } from '../sign/sentence.ts'
import { importWords } from '../words/imports.ts'
import { AskColumns } from './AskColumns.tsx'
import { CheckStep } from './CheckStep.tsx'
import { ChooseStep } from './ChooseStep.tsx'
import { DoneStep } from './DoneStep.tsx'
import { takeOver } from './handed.ts'
import { askedColumns, type Choices, type Chosen, type Columns, isOpen, type Job, send, useJob, withValues } from './job.ts'
import { KeepDays } from './KeepDays.tsx'
import { LedgerPicker } from './LedgerPicker.tsx'
import { PastImports } from './PastImports.tsx'
import { Running } from './Running.tsx'
import type { SeenSheet } from './SheetSeen.tsx'
import { type PutRight, Unread } from './SheetsSeen.tsx'

type Refused = { faults?: { path: string; message: string }[]; sheets?: SeenSheet[] }

/** Brings a register in: choose, check, import, done. A dry run always comes first. */
export function ImportPage() {
  const { ledgers, scope, lang } = usePanel()
  const { ledger: key } = useParams()
  const navigate = useNavigate()
  const own = reporting(ledgers).filter((ledger) => ledger.import !== undefined && mayImport(ledger, scope))
  const ledger = key ? own.find((each) => each.key === key) : own[0]
  const words = importWords[lang]
  if (own.length === 0)
    return (
      <Page title={words.title}>
        <Typography>{words.mayNot}</Typography>
      </Page>
    )
  if (!ledger) return <NotFound />
  return (
    <Page title={words.titleOf(ledger.label[lang])}>
      <LedgerPicker ledgers={own} value={ledger.key} choose={(next) => void navigate(`/import/${next}`)} />
      <Import key={ledger.key} ledger={ledger} />
    </Page>
  )
}

function Import({ ledger }: { ledger: Ledger }) {
  const { lang, scope, words: panel } = usePanel()
  const words = importWords[lang]
  const phone = useWidth() === 'phone'
  const [params, setParams] = useSearchParams()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [checked, setChecked] = useState<Job | null>(null)
  const [busy, setBusy] = useState<'check' | 'store' | null>(null)
  const [percent, setPercent] = useState(0)
  const [fault, setFault] = useState<string[]>([])
  const [asked, setAsked] = useState<string[]>([])
  const [unread, setUnread] = useState<SeenSheet[]>([])
  const [sheets, setSheets] = useState<SeenSheet[]>([])
  const running = useJob(params.get('job'))
  const checking = useJob(checked?.id ?? null, checked ?? undefined)
  const dry = checked && (checking.data ?? checked)
  const job = running.data
  const step = params.get('job') ? (job && !isOpen({ state: job.state }) ? 3 : 2) : busy === 'store' ? 2 : chosen ? 1 : 0

  const again = () => {
    setChosen(null)
    setChecked(null)
    setAsked([])
    setUnread([])
    setFault([])
    setParams({})
  }
  const run = async (file: Chosen, dryRun: boolean) => {
    setBusy(dryRun ? 'check' : 'store')
    setFault([])
    setAsked([])
    setUnread([])
    setPercent(0)
    try {
      const sent = await send(ledger.key, file, dryRun, setPercent)
      setChosen(sent.chosen)
      dryRun ? setChecked(sent.job) : setParams({ job: sent.job.id })
    } catch (error) {
      const { faults = [], sheets = [] } = (error as { body?: Refused }).body ?? {}
      const headings = askedColumns(faults)
      setSheets(sheets)
      setAsked(headings)
      setChecked(null)
      if (headings.length > 0) return
      setFault(faults.length ? [...new Set(faults.map(({ message }) => message))] : [sentenceOf(error, panel)])
      if (sheets.length > 0) {
        setChosen(file)
        setUnread(sheets)
      } else setChosen(null)
    } finally {
      setBusy(null)
    }
  }
  const take = (file: File) => {
    setChosen({ file })
    void run({ file }, true)
  }
  // A file that a list handed over is checked at once.
  useEffect(() => {
    const file = takeOver(ledger.key)
    if (file) take(file)
  })
  // A large file tells when it is checked, a small one at once.
  const unclear = asked.length > 0 ? asked : dry?.state === 'refused' && dry.rejected.length > 0 ? askedColumns(dry.rejected) : []
  const explain = (columns: Columns) => chosen && void run({ ...chosen, columns: { ...chosen.columns, ...columns } }, true)
  const put: PutRight = {
    say: explain,
    mean: (values) => chosen && void run({ ...chosen, values: withValues(chosen.values, values) }, true),
    mark: (headings) => chosen && void run({ ...chosen, headings: { ...chosen.headings, ...headings } }, true),
  }
  const decide = (choices: Choices) => chosen && void run({ ...chosen, choices: { ...chosen.choices, ...choices } }, true)
  return (
    <>
      <Stepper activeStep={step} orientation="horizontal" alternativeLabel={phone} sx={{ mb: 4, maxWidth: '44rem' }}>
        {words.steps.map((label, at) => (
          <Step key={label} completed={at < step || (step === 3 && job?.state === 'done')}>
            <StepLabel>{label}</StepLabel>
          </Step>
        ))}
      </Stepper>
      {step === 0 && (
        <>
          <ChooseStep ledger={ledger} take={take} faults={fault} />
          <PastImports />
          {scope.role === 'admin' && <KeepDays />}
        </>
      )}
      {step === 1 && busy === null && chosen && unclear.length > 0 && (
        <AskColumns ledger={ledger} headings={unclear} sheets={sheets} name={chosen.file.name} other={again} say={explain} />
      )}
      {step === 1 && busy === null && chosen && unread.length > 0 && (
        <Unread ledger={ledger} sheets={unread} sentences={fault} name={chosen.file.name} other={again} put={put} />
      )}
      {step === 1 && (busy === 'check' || (unclear.length === 0 && unread.length === 0 && (!dry || isOpen(dry)))) && (
        <Running job={dry} percent={percent} />
      )}
      {step === 1 && busy === null && unclear.length === 0 && unread.length === 0 && dry && !isOpen(dry) && (
        <CheckStep
          ledger={ledger}
          job={dry}
          name={chosen?.file.name ?? ''}
          other={again}
          go={() => chosen && void run(chosen, false)}
          choose={decide}
          put={put}
          values={chosen?.values}
        />
      )}
      {step === 2 && !running.isError && <Running job={job ?? null} percent={percent} storing />}
      {step === 2 && running.isError && <Typography role="alert">{words.lost}</Typography>}
      {step === 3 && job && <DoneStep ledger={ledger} job={job} again={again} />}
    </>
  )
}
