import { useMemo, useState } from 'react'
import { useDataProvider, useNotify, useResourceContext } from 'react-admin'
import { useParams } from 'react-router'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { LedgerEvent } from '../../shared/event.ts'
import type { FileLink } from '../../shared/record.ts'
import { differences, type Events, type PanelData, type Shown } from '../data.ts'
import { FilesContext } from '../fields/known-files.ts'
import { isUploading } from '../fields/upload.ts'
import { Loading } from '../frame/Loading.tsx'
import { NotFound } from '../frame/NotFound.tsx'
import { Page } from '../frame/Page.tsx'
import { request } from '../http.ts'
import { useLedger, usePanel } from '../panel.ts'
import { HttpError } from '../problem.ts'
import { sentenceOf } from '../sign/sentence.ts'
import { ConflictDialog } from './form/ConflictDialog.tsx'
import { FormFields, inFormOrder } from './form/FormFields.tsx'
import { FormFrame } from './form/FormFrame.tsx'
import { type Merge, merge } from './form/merge.ts'
import { byField, useAnswers, type Values } from './form/useAnswers.ts'
import { useLeave } from './form/useLeave.ts'
import { Crumbs } from './record/Crumbs.tsx'
import { SentBack } from './record/SentBack.tsx'
import { eventsPath, useKeep, useRecord } from './useRecord.ts'

/** Changing the fields of a record that its state and one's role allow. */
export function EditPage() {
  const key = useResourceContext() ?? ''
  const { id = '' } = useParams()
  const ledger = useLedger(key)
  const { words } = usePanel()
  const { data: record, error } = useRecord(key, id)
  if (!ledger || error) return <NotFound />
  if (!record?.may) return <Loading rows={5} />
  if (!record.may.edit) return <Page title={words.form.cannotEdit}>{record.heading}</Page>
  return <OfRecord key={record.id} ledger={ledger} record={record} />
}

const noFiles: FileLink[] = []

type Clashing = { current: Shown; merge: Merge; by: LedgerEvent['by'] | undefined }

function OfRecord({ ledger, record: opened }: { ledger: Ledger; record: Shown }) {
  const { words } = usePanel()
  const data = useDataProvider<PanelData>()
  const notify = useNotify()
  const keep = useKeep()
  // The version that was opened: what somebody else saves meanwhile is merged, not taken over under the hands.
  const [record, setRecord] = useState(opened)
  const name = `edit.${record.id}`
  const answers = useAnswers(name, record.data as Values)
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const [clashing, setClashing] = useState<Clashing | null>(null)
  const fields = useMemo(() => inFormOrder(ledger, record.may?.fields ?? []), [ledger, record.may])
  const path = `/${ledger.key}/${record.id}/show`
  const go = useLeave(answers.dirty)
  const leave = () => go(path)

  const save = async (values: Values, before: Shown) => {
    if (busy) return
    if (isUploading()) return setProblem(words.form.stillUploading)
    const pick = (all: Values) => Object.fromEntries(fields.map((key) => [key, all[key] === '' ? null : all[key]]))
    if (Object.keys(differences(pick(values), pick(before.data as Values))).length === 0) {
      answers.done()
      notify(words.form.nothing, { type: 'info' })
      return leave()
    }
    setBusy(true)
    setProblem('')
    try {
      const { data: next } = await data.update<Shown>(ledger.key, {
        id: record.id,
        data: { ...before, data: pick(values) } as Shown,
        previousData: { ...before, data: pick(before.data as Values) } as Shown,
      })
      answers.done()
      keep(next)
      notify(words.form.changed, { type: 'success' })
      leave()
    } catch (error) {
      await refused(error, values)
    } finally {
      setBusy(false)
    }
  }

  const refused = async (error: unknown, values: Values) => {
    const body = error instanceof HttpError ? error.body : undefined
    if (error instanceof HttpError && error.status === 422 && body?.faults?.length) return answers.fail(byField(body.faults, fields))
    if (!(error instanceof HttpError && error.status === 412 && body?.current)) return setProblem(sentenceOf(error, words))
    const current = body.current as Shown
    const together = merge(
      record.data as Values,
      current.data as Values,
      Object.fromEntries(fields.map((key) => [key, values[key]])),
      fields,
    )
    const events = await request<Events>(eventsPath(ledger.key, record.id)).catch(() => ({ data: [] as LedgerEvent[] }))
    setClashing({ current: { ...record, ...current }, merge: together, by: events.data.at(-1)?.by })
  }

  return (
    <Page
      title={words.form.edit(record.number ?? record.heading)}
      documentTitle={`${words.record.edit} ${record.heading}`}
      above={<Crumbs ledger={ledger} record={record} />}
    >
      <FormFrame
        name={name}
        answers={answers}
        order={fields}
        problem={problem}
        give={() => {
          answers.done()
          leave()
        }}
        buttons={[{ label: words.common.save, act: () => void save(answers.values, record), main: true, busy }]}
      >
        <SentBack ledger={ledger} record={record} />
        <FilesContext value={record.files ?? noFiles}>
          <FormFields ledger={ledger} fields={fields} answers={answers} />
        </FilesContext>
      </FormFrame>
      {clashing && (
        <ConflictDialog
          ledger={ledger}
          {...clashing}
          back={() => {
            answers.reset({ ...answers.values, ...clashing.merge.merged })
            setRecord(clashing.current)
            setClashing(null)
          }}
          save={(values) => {
            const { current } = clashing
            setRecord(current)
            setClashing(null)
            answers.reset(values)
            void save(values, current)
          }}
        />
      )}
    </Page>
  )
}
