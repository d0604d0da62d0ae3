import { whoWords } from '../../shared/definition/describe.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { targets } from '../ledger/road.ts'
import { usePanel } from '../panel.ts'
import { DataTable } from '../parts/DataTable.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { designer } from '../words/designer.ts'

/** The steps of a ledger in one table: from where to where, and whose they are. */
export function Steps({ ledger }: { ledger: Ledger }) {
  const { lang, words } = usePanel()
  const said = designer[lang]
  const states = (keys: string[]) => keys.map((key) => ledger.states[key]?.label[lang] ?? key).join(words.common.and)
  return (
    <Sheet title={said.road} flush>
      <DataTable
        group={said.road}
        sx={{ '& td': { minWidth: '7rem' } }}
        rows={Object.entries(ledger.transitions ?? {})}
        id={([key]) => key}
        columns={[
          { label: said.step, cell: ([, rule]) => rule.label[lang] },
          { label: said.from, cell: ([, { from }]) => states(from) },
          { label: said.to, cell: ([, rule]) => (targets(rule).length > 0 ? states([...new Set(targets(rule))]) : said.same) },
          { label: said.by, cell: ([, { by }]) => whoWords(ledger, by)[lang] },
        ]}
      />
    </Sheet>
  )
}
