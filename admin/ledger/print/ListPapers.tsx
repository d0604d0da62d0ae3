import ExpandMoreIcon from '@mui/icons-material/ExpandMoreRounded'
import { Button, ListSubheader, Menu, MenuItem } from '@mui/material'
import { lazy, Suspense, useState } from 'react'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { papersOf } from '../../../shared/papers/standing.ts'
import { usePanel } from '../../panel.ts'
import { paperWords } from '../../words/papers.ts'
import { reportWords } from '../../words/reports.ts'

const KeepDialog = lazy(() => import('../../reports/KeepDialog.tsx').then(({ KeepDialog: it }) => ({ default: it })))

/** 文书 ▾ for the rows that are selected: one list, one for each office, or a package with one for each row. */
export function ListPapers({ ledger, ids }: { ledger: Ledger; ids: string[] }) {
  const { lang, scope } = usePanel()
  const [at, setAt] = useState<HTMLElement | null>(null)
  const [keeping, setKeeping] = useState(false)
  const [bound, setBound] = useState(false)
  const [tables, setTables] = useState(false)
  const words = paperWords[lang]
  const keeps = scope.role !== 'leader' && (scope.office.kind === 'county' || scope.office.kind === 'township')
  const all = Object.entries(papersOf(ledger))
  const lists = all.filter(([, paper]) => paper.of === 'list')
  const slips = all.filter(([, paper]) => paper.of !== 'list')
  const parts: { title: string; papers: typeof all; as?: string }[] = [
    { title: words.list, papers: lists, as: tables ? '&as=xlsx' : '' },
    { title: words.several, papers: slips, as: bound ? '&as=one' : '' },
  ].filter(({ papers }) => papers.length > 0)
  if (parts.length === 0) return null
  return (
    <>
      <Button aria-haspopup="menu" aria-expanded={at !== null} endIcon={<ExpandMoreIcon />} onClick={(event) => setAt(event.currentTarget)}>
        {words.menu}
      </Button>
      <Menu anchorEl={at} open={at !== null} onClose={() => setAt(null)}>
        {parts.flatMap(({ title, papers, as = '' }) => [
          <ListSubheader key={title}>{title}</ListSubheader>,
          ...papers.map(([key, { label, each }]) => (
            <MenuItem
              key={`${title} ${key}`}
              component="a"
              href={`/api/papers/${ledger.key}/${key}?ids=${ids.join()}${as}`}
              download
              onClick={() => setAt(null)}
            >
              {each ? words.each(label[lang]) : label[lang]}
            </MenuItem>
          )),
        ])}
        {slips.length > 0 && (
          <MenuItem role="menuitemcheckbox" aria-checked={bound} onClick={() => setBound(!bound)}>
            {bound ? '☑' : '☐'} {words.bound}
          </MenuItem>
        )}
        {lists.length > 0 && (
          <MenuItem role="menuitemcheckbox" aria-checked={tables} onClick={() => setTables(!tables)}>
            {tables ? '☑' : '☐'} {words.tables}
          </MenuItem>
        )}
        {keeps && lists.length > 0 && (
          <MenuItem
            onClick={() => {
              setAt(null)
              setKeeping(true)
            }}
          >
            {reportWords[lang].keep}
          </MenuItem>
        )}
      </Menu>
      {keeping && (
        <Suspense fallback={null}>
          <KeepDialog
            ledger={ledger.key}
            papers={lists.map(([key, { label }]) => [key, label[lang]])}
            ids={ids}
            close={() => setKeeping(false)}
          />
        </Suspense>
      )}
    </>
  )
}
