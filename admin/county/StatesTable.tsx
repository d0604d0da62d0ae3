import type { Ledger } from '../../shared/definition/ledger.ts'
import { Loading } from '../frame/Loading.tsx'
import { DataTable } from '../parts/DataTable.tsx'
import { StateChip } from '../parts/StateChip.tsx'
import type { CountyWords } from '../words/county.ts'
import { CountLink } from './CountLink.tsx'
import type { Counts } from './figures.ts'

/** How many stand in each state, in the ledger's own order. */
export function StatesTable({
  ledger,
  counts,
  year,
  words,
}: {
  ledger: Ledger
  counts: Counts | undefined
  year: string
  words: CountyWords
}) {
  if (!counts) return <Loading />
  const states = Object.keys(ledger.states).filter((state) => !ledger.states[state]?.retired || counts.states[state])
  return (
    <DataTable
      caption={words.table.states}
      dense
      hover
      rows={states}
      id={(state) => state}
      columns={[
        { label: words.table.state, names: true, cell: (state) => <StateChip ledger={ledger} state={state} plain /> },
        {
          label: words.table.count,
          right: true,
          cell: (state) => (
            <CountLink to={{ ledger: ledger.key, filter: { state, ...(year ? { year } : {}) } }} n={counts.states[state] ?? 0} />
          ),
        },
      ]}
    />
  )
}
