import { Typography } from '@mui/material'
import { type Sitting, sittingName } from '../../shared/sitting.ts'
import { CountLink } from '../county/CountLink.tsx'
import { openOf, useAllCounts } from '../county/figures.ts'
import { workStates } from '../county/links.ts'
import { Loading } from '../frame/Loading.tsx'
import { usePanel } from '../panel.ts'
import { DataTable } from '../parts/DataTable.tsx'
import { writeNumber } from '../parts/number.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { termWords } from '../words/terms.ts'

/** What was made in a session, by ledger, and how much of it is unfinished: what the next session inherits. */
export function ItemsOf({ sitting }: { sitting: Sitting }) {
  const { lang, ledgers } = usePanel()
  const words = termWords[lang]
  const filter = { term: String(sitting.term), session: String(sitting.session) }
  const countsOf = useAllCounts(filter)
  const rows = ledgers.flatMap((ledger) => {
    const counts = countsOf(ledger.key)
    return counts && counts.total > 0 ? [{ ledger, total: counts.total, left: openOf(ledger, counts), late: counts.overdue }] : []
  })
  const sum = (of: 'total' | 'left' | 'late') => writeNumber(rows.reduce((total, row) => total + row[of], 0))
  const counted = ledgers.every((ledger) => countsOf(ledger.key) !== undefined)
  return (
    <Sheet title={words.ofSitting(sittingName(sitting, lang))} flush>
      {!counted && <Loading />}
      {counted && rows.length === 0 && <Typography sx={{ px: 5, pb: 4 }}>{words.empty}</Typography>}
      {rows.length > 0 && (
        <DataTable
          hover
          rows={rows}
          id={({ ledger }) => ledger.key}
          columns={[
            { label: words.ledger, names: true, cell: ({ ledger }) => ledger.label[lang], sum: words.sum },
            {
              label: words.total,
              right: true,
              cell: ({ ledger, total }) => <CountLink to={{ ledger: ledger.key, filter }} n={total} />,
              sum: sum('total'),
            },
            {
              label: words.left,
              right: true,
              cell: ({ ledger, left }) => (
                <CountLink to={{ ledger: ledger.key, filter: { ...filter, state: workStates(ledger).join(',') } }} n={left} />
              ),
              sum: sum('left'),
            },
            {
              label: words.late,
              right: true,
              cell: ({ ledger, late }) => (
                <CountLink to={{ ledger: ledger.key, filter: { ...filter, overdue: 'true' } }} n={late} colour="red" />
              ),
              sum: sum('late'),
            },
          ]}
        />
      )}
      {rows.length > 0 && (
        <Typography color="text.secondary" sx={{ px: { xs: 4, sm: 5 }, py: 3 }}>
          {words.goOn}
        </Typography>
      )}
    </Sheet>
  )
}
