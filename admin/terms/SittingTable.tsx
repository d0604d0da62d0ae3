import { Link as MuiLink } from '@mui/material'
import { Link } from 'react-router'
import { writeDay } from '../../shared/deadline/days.ts'
import { type Sitting, sittingName } from '../../shared/sitting.ts'
import { usePanel } from '../panel.ts'
import { DataTable, hiddenInHand } from '../parts/DataTable.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { termWords } from '../words/terms.ts'

/** The sessions so far, newest first; each lasts until the next one begins. */
export function SittingTable({ sittings, chosen }: { sittings: Sitting[]; chosen: Sitting | undefined }) {
  const { lang } = usePanel()
  const words = termWords[lang]
  const rows = sittings.map((sitting, at) => ({ sitting, next: sittings[at + 1] })).reverse()
  return (
    <Sheet title={words.past} flush>
      <DataTable
        hover
        rows={rows}
        id={({ sitting }) => `${sitting.term}-${sitting.session}`}
        row={({ sitting }) => ({ selected: sitting === chosen })}
        columns={[
          {
            label: words.sitting,
            names: true,
            cell: ({ sitting }) => (
              <MuiLink component={Link} to={`/terms?of=${sitting.term}-${sitting.session}`} replace>
                {sittingName(sitting, lang)}
              </MuiLink>
            ),
          },
          { label: words.from, cell: ({ sitting }) => writeDay(sitting.from, lang, { weekday: false }) },
          {
            label: words.to,
            sx: hiddenInHand,
            cell: ({ next }) => (next ? writeDay(next.from, lang, { weekday: false }) : words.still),
          },
        ]}
      />
    </Sheet>
  )
}
