import { Box, Button, Link, TextField } from '@mui/material'
import { useState } from 'react'
import { useNotify } from 'react-admin'
import { Link as To, useParams, useSearchParams } from 'react-router'
import { copyOf } from '../../shared/definition/copy.ts'
import type { Definition, Ledger } from '../../shared/definition/ledger.ts'
import { Ask } from '../accounts/Ask.tsx'
import { NotFound } from '../frame/NotFound.tsx'
import { Page } from '../frame/Page.tsx'
import { request } from '../http.ts'
import { LeaveDialog } from '../ledger/form/LeaveDialog.tsx'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { HttpError } from '../problem.ts'
import { sentenceOf } from '../sign/sentence.ts'
import { designer } from '../words/designer.ts'
import { AddField } from './AddField.tsx'
import { amountsOf } from './amounts.ts'
import { Labels } from './Labels.tsx'
import { Lengths } from './Lengths.tsx'
import { Reminders } from './Reminders.tsx'
import { Steps } from './Steps.tsx'

type Fault = { path: string; message: string }
/** What a definition came to, and to whom it opens what was closed. */
type Made = Definition & { opens?: Fault[] }

/** One definition: read, amended, judged before it is published. A new one begins as a copy (`?from=`) under its own name. */
export function LedgerPage() {
  const { key = '' } = useParams()
  const [params] = useSearchParams()
  const { definitions } = usePanel()
  const found = definitions.find(({ ledger }) => ledger.key === key)
  const model = definitions.find(({ ledger }) => ledger.key === params.get('from'))
  if (found) return <One key={`${key} ${found.version}`} name={key} before={found} start={found.ledger} />
  const called = params.get('name') ?? ''
  // One name, until somebody writes another for those who read English.
  return model && called ? (
    <One key={`${key} new`} name={key} start={copyOf(model.ledger, key, { zh: called, en: called })} />
  ) : (
    <NotFound />
  )
}

function One({ name, before, start }: { name: string; before?: Definition; start: Ledger }) {
  const { lang, words, define } = usePanel()
  const said = designer[lang]
  const notify = useNotify()
  // What is drawn may lag behind what is written: JSON on its way is no ledger yet.
  const [after, setAfter] = useState(start)
  const [written, setWritten] = useState(start)
  const [text, setText] = useState<string | null>(null)
  const [faults, setFaults] = useState<Fault[]>([])
  const [problem, setProblem] = useState('')
  const [good, setGood] = useState(false)
  const [opens, setOpens] = useState<Fault[]>([])
  const [asking, setAsking] = useState(false)
  const [saved, setSaved] = useState(false)
  const blank = amountsOf(after).some(({ value }) => value === null)
  const dirty = !saved && JSON.stringify(written) !== JSON.stringify(start)
  const change = (next: Ledger) => {
    setAfter(next)
    setWritten(next)
    setGood(false)
    setFaults([])
    setText(null)
  }
  const type = (next: string) => {
    setText(next)
    setGood(false)
    try {
      const read = JSON.parse(next) as Ledger
      setWritten(read)
      if (isDrawable(read)) setAfter(read)
      setProblem('')
    } catch (error) {
      setProblem(said.notJson(error instanceof Error ? error.message : ''))
    }
  }

  const send = async (dryRun: boolean, meant = false) => {
    setProblem('')
    setFaults([])
    try {
      const made = await request<Made>(`/ledgers/${name}${dryRun ? '?dryRun=true' : meant ? '?opens=true' : ''}`, {
        method: 'PUT',
        body: { ledger: written },
        ...(before ? { version: before.version } : {}),
      })
      if (made.version === before?.version) return notify(said.nothing, { type: 'info' })
      setGood(true)
      setOpens(made.opens ?? [])
      if (dryRun) return
      setSaved(true)
      define(made)
      notify(said.published(made.version), { type: 'success' })
    } catch (error) {
      setGood(false)
      setFaults(error instanceof HttpError ? (error.body.faults ?? []) : [])
      setProblem(sentenceOf(error, words))
    }
  }
  return (
    <Page
      title={after.label?.[lang] ?? name}
      above={
        <Link component={To} to="/settings/ledgers" sx={{ fontSize: '0.93rem' }}>
          {said.title}
        </Link>
      }
      beside={
        <>
          <Button disabled={blank} onClick={() => void send(true)}>
            {said.check}
          </Button>
          <Button
            variant="contained"
            disabled={!good || saved || blank}
            onClick={() => (opens.length > 0 ? setAsking(true) : void send(false))}
          >
            {said.publish}
          </Button>
        </>
      }
    >
      <div role="status">{good && !saved && <Box sx={{ color: 'primary.main', fontWeight: 600, mb: 3 }}>{said.good}</Box>}</div>
      {good && !saved && opens.length > 0 && <Told title={said.opens(opens.length)} list={opens} />}
      {asking && (
        <Ask
          title={said.opensAsk}
          text={opens.map(({ message }) => message).join('\n')}
          verb={said.publish}
          keep={said.keep}
          destructive
          act={() => send(false, true)}
          close={() => setAsking(false)}
        />
      )}
      {problem && (
        <Box role="alert" sx={{ color: 'error.main', bgcolor: 'error.light', borderRadius: 2, px: 4, py: 2, mb: 3 }}>
          {faults.length > 0 ? said.faults(faults.length) : problem}
          {faults.map(({ path, message }) => (
            <div key={`${path} ${message}`}>
              <code>{path}</code> {message}
            </div>
          ))}
        </Box>
      )}
      <Lengths ledger={after} change={change} />
      <Reminders ledger={after} change={change} />
      <Labels ledger={after} before={start} change={change} />
      <AddField ledger={after} change={change} />
      <Steps ledger={after} />
      <Sheet title={said.whole}>
        <Box component="details">
          <Box component="summary" id="whole-help" sx={{ color: 'text.secondary', mb: 2, cursor: 'pointer' }}>
            {said.wholeHelp}
          </Box>
          <TextField
            fullWidth
            multiline
            minRows={8}
            maxRows={30}
            value={text ?? JSON.stringify(after, null, 2)}
            onChange={(event) => type(event.target.value)}
            slotProps={{
              htmlInput: {
                'aria-label': said.whole,
                'aria-describedby': 'whole-help',
                spellCheck: false,
                style: { fontFamily: 'monospace', fontSize: '0.87rem' },
              },
            }}
          />
        </Box>
      </Sheet>
      <LeaveDialog dirty={dirty} />
    </Page>
  )
}

/** What is not wrong, and yet to be looked at before it is published. */
function Told({ title, list }: { title: string; list: Fault[] }) {
  return (
    <Box role="alert" sx={{ bgcolor: 'warning.light', borderRadius: 2, px: 4, py: 2, mb: 3 }}>
      {title}
      {list.map(({ path, message }) => (
        <div key={path}>{message}</div>
      ))}
    </Box>
  )
}

/** Whole enough for the tables above the text; the gate of the server judges the rest. */
function isDrawable({ label, fields, states, transitions, duties }: Partial<Ledger>): boolean {
  const named = (part: object | undefined) =>
    Object.values(part ?? {}).every((each: { label?: object } | null) => typeof each?.label === 'object')
  return typeof label === 'object' && [fields, states, transitions, duties].every((part) => typeof part === 'object' && named(part))
}
