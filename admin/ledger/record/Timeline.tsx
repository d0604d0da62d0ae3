import { Box, Button, Link } from '@mui/material'
import { useMemo, useState } from 'react'
import { writeDay } from '../../../shared/deadline/days.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { broughtBy } from '../../../shared/engine/attachments.ts'
import { standingEvents } from '../../../shared/engine/undo.ts'
import type { LedgerEvent } from '../../../shared/event.ts'
import type { FileLink } from '../../../shared/record.ts'
import type { Shown } from '../../data.ts'
import { FileList } from '../../fields/FileList.tsx'
import { list } from '../../fields/kind.ts'
import { fieldText } from '../../fields/kinds.tsx'
import { useAround } from '../../fields/useAround.ts'
import { Loading } from '../../frame/Loading.tsx'
import { usePanel } from '../../panel.ts'
import { InstantText } from '../../parts/DayText.tsx'
import { InlineButton } from '../../parts/InlineButton.tsx'
import { officeName } from '../../parts/office.ts'
import { Sheet } from '../../parts/Sheet.tsx'
import { useEvents } from '../useRecord.ts'
import { ChainLine } from './ChainLine.tsx'
import { Dot, Reminder } from './Reminder.tsx'
import { actOf, countersOf, isAct, newestFirst } from './timeline.ts'
import { UndoButton } from './UndoButton.tsx'
import { tellings, useNotices } from './useNotices.ts'
import { useUndoable } from './useUndoable.ts'

const FOLD = 12

/** What happened, newest first: the act, who and when, what was said as a quotation, changed fields as 原 → 现. */
export function Timeline({ ledger, record }: { ledger: Ledger; record: Shown }) {
  const { words } = usePanel()
  const { data, isPending } = useEvents(ledger.key, record.id, record.version)
  const [onlyActs, setOnlyActs] = useState(false)
  const [all, setAll] = useState(false)
  const notices = useNotices(record.id)
  const events = (data?.data ?? []).filter((event) => !onlyActs || isAct(event))
  const entries = newestFirst(events, onlyActs ? [] : tellings(notices))
  const shown = all ? entries : entries.slice(0, FOLD)
  const stand = useMemo(() => new Set(standingEvents(data?.data ?? []).map(({ seq }) => seq)), [data])
  const undoable = useUndoable(record, data?.data)
  return (
    <Sheet
      title={words.record.timeline}
      beside={
        <InlineButton aria-pressed={onlyActs} onClick={() => setOnlyActs(!onlyActs)}>
          {onlyActs ? words.record.timelineAll : words.record.timelineActs}
        </InlineButton>
      }
    >
      {isPending ? (
        <Loading rows={3} />
      ) : (
        <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {shown.map(({ event, notice }, at) =>
            event ? (
              <Entry
                key={event.seq}
                event={event}
                ledger={ledger}
                record={record}
                files={data?.files ?? []}
                undone={event.transition !== 'undo' && !stand.has(event.seq)}
                undo={undoable?.seq === event.seq}
                last={at === shown.length - 1}
              />
            ) : (
              notice && <Reminder key={notice.id} notice={notice} last={at === shown.length - 1} />
            ),
          )}
        </Box>
      )}
      {entries.length > shown.length && (
        <Button variant="text" onClick={() => setAll(true)}>
          {words.record.unfold}
        </Button>
      )}
      {data && <ChainLine chain={data.chain} />}
    </Sheet>
  )
}

/** Under which number a paper was sent out, and the file as it was. */
function SentOut({ paper: { key, word, year, no, edition }, record }: { paper: NonNullable<LedgerEvent['paper']>; record: Shown }) {
  return (
    <>
      {' · '}
      <Link underline="always" href={`/api/papers/${record.ledger}/${key}/${record.id}?edition=${edition}`} download>
        {`${word}〔${year}〕${no}号`}
      </Link>
    </>
  )
}

type EntryProps = { undone: boolean; undo: boolean; event: LedgerEvent; ledger: Ledger; record: Shown; files: FileLink[]; last: boolean }
function Entry({ event, ledger, record, files, last, undone, undo }: EntryProps) {
  const { words, lang, offices, today } = usePanel()
  const around = useAround(ledger, { ...record, files })
  const act = isAct(event)
  const name = (id: string, kind?: string) => officeName(offices, id, lang, kind)
  const { office, name: person } = event.by
  // A deputy is his own office.
  const isHimself = office.kind === 'deputy' && name(office.id, office.kind) === person
  const isFiles = (key: string) => ledger.fields[key]?.kind === 'files'
  const brought = Object.values(broughtBy(ledger, event)).flat()
  const gone = Object.entries(event.changes).flatMap(([key, { old, new: now }]) =>
    isFiles(key) ? list(old).filter((id) => !list(now).includes(id)) : [],
  )
  const said = Object.entries(event.said).flatMap(([key, value]) =>
    ledger.fields[key] && !isFiles(key)
      ? [{ key, label: ledger.fields[key].label[lang], text: fieldText(ledger.fields[key], value, around) }]
      : [],
  )
  const changes =
    event.transition === 'create' || event.transition === 'import'
      ? []
      : Object.entries(event.changes).filter(([key]) => ledger.fields[key] && ledger.fields[key].kind !== 'computed' && !isFiles(key))
  return (
    <Box component="li" sx={{ position: 'relative', pl: 5.5, pb: 3.5 }}>
      <Dot filled={act} last={last} />
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'baseline' }}>
        <Box
          component={undone ? 's' : 'span'}
          sx={{ fontWeight: act && !undone ? 700 : 400, color: undone ? 'text.secondary' : 'inherit' }}
        >
          {actOf(event, ledger, words, lang)}
        </Box>
        {undone && (
          <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.87rem' }}>
            {words.record.undoneMark}
          </Box>
        )}
        {undo && <UndoButton />}
      </Box>
      <Box sx={{ color: 'text.secondary', fontSize: '0.93rem' }}>
        {event.entered ? (
          words.record.enteredLater(
            writeDay(event.on, lang, { weekday: false, year: 'auto', today }),
            writeDay(event.entered, lang, { weekday: false, year: 'auto', today }),
          )
        ) : (
          <InstantText at={event.at} />
        )}
        {` · ${office.kind === 'system' ? words.common.system : isHimself ? '' : `${name(office.id, office.kind)} `}`}
        {office.kind !== 'system' && (
          <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
            {person}
          </Box>
        )}
        {event.for && ` · ${words.record.onBehalf(name(event.for))}`}
        {event.by.via && ` · ${words.record.byMail}`}
        {event.file && ` · ${words.record.fromFile(event.file.name)}`}
        {event.paper && <SentOut paper={event.paper} record={record} />}
      </Box>
      {event.handed && (
        <Box>
          {words.record[event.handed.part ? 'passedOn' : 'handedOver'](
            name(event.handed.from, event.handed.kind),
            name(event.handed.to, event.handed.kind),
          )}
        </Box>
      )}
      {said.map(({ key, label, text }) => (
        <Box
          component="blockquote"
          key={key}
          sx={{ m: 0, mt: 1, pl: 3, borderLeft: 2, borderColor: 'divider', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
        >
          <Box component="span" sx={{ color: 'text.secondary' }}>{`${label}：`}</Box>
          {text}
        </Box>
      ))}
      {event.reason && (
        <Box component="blockquote" sx={{ m: 0, mt: 1, pl: 3, borderLeft: 2, borderColor: 'divider', overflowWrap: 'anywhere' }}>
          <Box component="span" sx={{ color: 'text.secondary' }}>{`${words.record.whyLate}：`}</Box>
          {event.reason}
        </Box>
      )}
      {brought.length > 0 && (
        <Box role="group" aria-label={words.form.brought} sx={{ mt: 1.5 }}>
          <FileList ids={brought} files={files} />
        </Box>
      )}
      {gone.length > 0 && <Box sx={{ fontSize: '0.93rem', color: 'text.secondary' }}>{words.form.tookAway(gone.length)}</Box>}
      {changes.map(([key, { old, new: now }]) => {
        const field = ledger.fields[key]
        const text = field && fieldText(field, now, around)
        // What the reader may not see is no news to him.
        if (!field || text === words.form.otherItem) return null
        return (
          <Box
            key={key}
            sx={{
              fontSize: '0.93rem',
              color: 'text.secondary',
              display: '-webkit-box',
              WebkitLineClamp: 3,
              WebkitBoxOrient: 'vertical',
              overflow: 'hidden',
              overflowWrap: 'anywhere',
            }}
          >
            {`${field.label[lang]}：`}
            {old === null || (Number(now) > Number(old) && countersOf(ledger).includes(key))
              ? text
              : changed(fieldText(field, old, around), text ?? '', words.record)}
          </Box>
        )
      })}
    </Box>
  )
}

/** What became of a value; one that was there and is there no more was taken away. */
const changed = (was: string, now: string, words: { wasNow: (was: string, now: string) => string; cleared: (was: string) => string }) =>
  now === '' ? words.cleared(was) : words.wasNow(was, now)
