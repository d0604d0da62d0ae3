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
import { Sheet } from '../parts/Sheet.tsx'
import { Line } from './Line.tsx'
import { allLate, waitedFor, waitedSentence } from './waits.ts'

const SHOWN = 5

/** Records of mine on which somebody else must act: how many, with how many offices, and the worst of them. */
export function Waiting() {
  const { words, lang, scope, ledgers, world } = usePanel()
  const { data } = useAsked<{ data: Shown[]; next?: string }>('/records?sort=dueOn&limit=100', { staleTime: 60_000 })
  const { data: counted } = useAll({ overdue: 'true' }, scope.office.kind !== 'unit')
  if (scope.office.kind === 'unit' || !data) return null
  const waiting = waitedFor(data.data, scope, (record, duty) => {
    const ledger = ledgers.find(({ key }) => key === record.ledger)
    return ledger !== undefined && isAsked(ledger, record, duty, scope, world)
  })
  if (waiting.length === 0) return null
  const { said, late } = waitedSentence(waiting, data, words.today)
  const opens = allLate(waiting, data, counted, words.today)
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
        {said}
        {late && (
          <>
            {said && words.common.of}
            <LampText colour="red">{late}</LampText>
          </>
        )}
        {(said || late) && words.today.stop}
        {late && opens && (
          <Link component={To} to={`/all?filter=${encodeURIComponent('{"overdue":"true"}')}`}>
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
