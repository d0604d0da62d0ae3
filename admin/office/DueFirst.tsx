import { Box, Link as MuiLink } from '@mui/material'
import { Link } from 'react-router'
import { heldBy } from '../../shared/duty.ts'
import { asPath, useAsked } from '../api.ts'
import { type Filter, listLink } from '../county/links.ts'
import type { Shown } from '../data.ts'
import { usePanel } from '../panel.ts'
import { Lamp } from '../parts/Lamp.tsx'
import { dutyLamp, soonest } from '../parts/lamp-of.ts'
import { officeName } from '../parts/office.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { Line } from '../today/Line.tsx'
import type { officeWords } from '../words/office.ts'

const SHOWN = 10

type Props = { owed: Filter; words: (typeof officeWords)['zh'] }

/** What of an office is due first, with the duty that runs: of an office that is asked what it owes, its own; else with whoever holds it. */
export function DueFirst({ owed, words }: Props) {
  const { words: common, lang, ledgers, offices } = usePanel()
  const { data } = useAsked<{ data: Shown[] }>(asPath('/records', { ...owed, sort: 'dueOn', limit: String(SHOWN) }), { staleTime: 30_000 })
  const found = (data?.data ?? []).flatMap((record) => {
    const duty = soonest(heldBy(record.duties, owed.holder))
    return duty?.dueOn ? [{ record, duty }] : []
  })
  if (found.length === 0) return null
  return (
    <Sheet
      title={words.next}
      beside={
        <MuiLink component={Link} to={listLink('all', owed, 'dueOn')} sx={{ displayPrint: 'none' }}>
          {words.all}
        </MuiLink>
      }
    >
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {found.map(({ record, duty }) => (
          <Line key={record.id} record={record} mark={<Lamp {...dutyLamp(duty, common, lang)} />}>
            {[
              duty.label[lang],
              !owed.holder && officeName(offices, duty.holder.id, lang, duty.holder.kind),
              record.number,
              ledgers.find(({ key }) => key === record.ledger)?.label[lang],
            ]
              .filter(Boolean)
              .join(' · ')}
          </Line>
        ))}
      </Box>
    </Sheet>
  )
}
