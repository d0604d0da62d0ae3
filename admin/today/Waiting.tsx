import { Box, Link } from '@mui/material'
import { Link as To } from 'react-router'
import { useAsked } from '../api.ts'
import { useAll } from '../county/figures.ts'
import type { Shown } from '../data.ts'
import { isAsked } from '../ledger/asked-of.ts'
import { usePanel } from '../panel.ts'
import { Lamp, LampText } from '../parts/Lamp.tsx'
import { dutyLamp } from '../parts/lamp-of.ts'
import { OfficeName } from '../parts/OfficeName.tsx'
import { officeName } from '../parts/office.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { Line } from './Line.tsx'
import { allLate, waitedFor, waitedSentence } from './waits.ts'

const SHOWN = 5

/** Records of mine on which somebody else must act: how many, with how many offices, and the worst of them. */
export function Waiting() {
  const { words, lang, scope, offices, ledgers, world } = usePanel()
  const { data } = useAsked<{ data: Shown[]; next?: string }>('/records?sort=dueOn&limit=100', { staleTime: 60_000 })
  // What stands here belongs to the place: a township reads items of the county too, which nobody here is waiting for.
  const { kind, id } = scope.office
  const late: Record<string, string> = { overdue: 'true', ...(kind === 'township' ? { township: id } : {}) }
  const { data: counted } = useAll(late, kind !== 'unit')
  if (kind === 'unit' || !data) return null
  const waiting = waitedFor(data.data, scope, (record, duty) => {
    const ledger = ledgers.find(({ key }) => key === record.ledger)
    return ledger !== undefined && isAsked(ledger, record, duty, scope, world)
  })
  if (waiting.length === 0) return null
  const sentence = waitedSentence(waiting, data, words.today)
  const place = kind === 'county' ? words.today.wholeCounty : kind === 'township' ? officeName(offices, id, lang, kind) : ''
  const opens = allLate(counted, place, words.today)
  return (
    <Sheet
      title={words.today.waiting}
      beside={
        <Link component={To} to="/all">
          {words.frame.all}
        </Link>
      }
    >
      <Box sx={{ color: 'text.secondary', mb: 2 }}>
        {sentence.said}
        {sentence.late && (
          <>
            {sentence.said && words.common.of}
            <LampText colour="red">{sentence.late}</LampText>
          </>
        )}
        {(sentence.said || sentence.late) && words.today.stop}
        {sentence.late && opens && (
          <Link component={To} to={`/all?filter=${encodeURIComponent(JSON.stringify(late))}`}>
            {opens}
          </Link>
        )}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {waiting.slice(0, SHOWN).map(({ record, duty }) => (
          <Line key={record.id} record={record} mark={<Lamp {...dutyLamp(duty, words, lang)} />}>
            {record.number ? `${record.number} · ` : ''}
            <OfficeName id={duty.holder.id} kind={duty.holder.kind} />
            {` · ${duty.label[lang]}`}
          </Line>
        ))}
      </Box>
    </Sheet>
  )
}
