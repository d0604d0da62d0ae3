import { Box, Link } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { Link as To } from 'react-router'
import { sits } from '../../shared/engine/seats.ts'
import type { Shown } from '../data.ts'
import { request } from '../http.ts'
import { usePanel } from '../panel.ts'
import { Lamp, LampText } from '../parts/Lamp.tsx'
import { dutyLamp, soonest } from '../parts/lamp-of.ts'
import { OfficeName } from '../parts/OfficeName.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { Line } from './Line.tsx'

const SHOWN = 5

/** Records of mine on which somebody else must act: how many, with how many offices, and the worst of them. */
export function Waiting() {
  const { words, lang, scope } = usePanel()
  const { data } = useQuery({
    queryKey: ['waiting'],
    queryFn: ({ signal }) => request<{ data: Shown[]; next?: string }>('/records?sort=dueOn&limit=100', { signal }),
    staleTime: 60_000,
  })
  if (scope.office.kind === 'unit' || !data) return null
  const ours = (record: Shown) => scope.office.kind === 'county' || record.township === scope.township
  const waiting = data.data.filter(ours).flatMap((record) => {
    const duty = soonest(record.duties.filter((each) => !sits(scope, each.holder)))
    return duty ? [{ record, duty }] : []
  })
  const offices = new Set(waiting.map(({ duty }) => `${duty.holder.kind}:${duty.holder.id}`)).size
  const late = waiting.filter(({ duty }) => duty.overdue)
  if (waiting.length === 0) return null
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
        {words.today.waitingSentence(offices, waiting.length, data.next === undefined ? undefined : data.data.length)}
        {late.length > 0 && (
          <>
            {words.common.of}
            <LampText colour="red">{words.today.waitingLate(late.length)}</LampText>
          </>
        )}
        {words.today.stop}
        {late.length > 0 && (
          <Link component={To} to={`/all?filter=${encodeURIComponent('{"overdue":"true"}')}`}>
            {words.today.allLate}
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
