import ExpandMoreIcon from '@mui/icons-material/ExpandMoreRounded'
import { Button, ListSubheader, Menu, MenuItem } from '@mui/material'
import { lazy, Suspense, useState } from 'react'
import { useListContext, useNotify } from 'react-admin'
import { useNavigate } from 'react-router'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { makeable } from '../../../shared/papers/fitting.ts'
import { papersOf } from '../../../shared/papers/standing.ts'
import { concerns } from '../../../shared/papers/whose.ts'
import type { LedgerRecord } from '../../../shared/record.ts'
import { listQuery } from '../../cursors.ts'
import type { Shown } from '../../data.ts'
import { request } from '../../http.ts'
import { usePanel } from '../../panel.ts'
import { writeNumber } from '../../parts/number.ts'
import { sentenceOf } from '../../sign/sentence.ts'
import { paperWords } from '../../words/papers.ts'
import { reportWords } from '../../words/reports.ts'
import { useTotal } from '../list/useTotal.ts'

const KeepDialog = lazy(() => import('../../reports/KeepDialog.tsx').then(({ KeepDialog: it }) => ({ default: it })))

/** Papers of more than so many rows are made behind the request. */
const AT_ONCE = 100

/** 文书 ▾ for the rows that are selected: one list, one for each office, or a package with one for each row; of all that the list finds, too. */
export function ListPapers({ ledger, ids, chosen }: { ledger: Ledger; ids: string[]; chosen: Shown[] }) {
  const { lang, scope, today, world, words: panelWords } = usePanel()
  const { filterValues } = useListContext()
  const total = useTotal() ?? 0
  const navigate = useNavigate()
  const notify = useNotify()
  const [all, setAll] = useState(false)
  const [at, setAt] = useState<HTMLElement | null>(null)
  const [keeping, setKeeping] = useState(false)
  const [bound, setBound] = useState(false)
  const [tables, setTables] = useState(false)
  const words = paperWords[lang]
  const keeps = scope.role !== 'leader' && (scope.office.kind === 'county' || scope.office.kind === 'township')
  const mine = Object.entries(papersOf(ledger)).filter(([, paper]) => concerns(paper, { ledger, record: undefined, scope, world }))
  const whole = all || chosen.length < ids.length
  const around = { kin: { children: [], named: [], phases: () => undefined }, today, scope, world }
  const records = chosen.map((record) => ({ ...record, took: record.took ?? {} }) as unknown as LedgerRecord)
  // What can be made of none of them is not offered; of what is not at hand the server judges.
  const papers = mine.filter(([, paper]) => whole || makeable(paper, ledger, records, around))
  const lists = papers.filter(([, paper]) => paper.of === 'list')
  const slips = papers.filter(([, paper]) => paper.of === undefined)
  const parts: { title: string; papers: typeof papers; as?: string; slip?: true }[] = [
    { title: words.list, papers: lists, as: tables ? '&as=xlsx' : '' },
    { title: words.several, papers: slips, as: bound ? '&as=one' : '', slip: true as const },
  ].filter(({ papers }) => papers.length > 0)
  if (!mine.some(([, { of }]) => of === undefined || of === 'list')) return null
  const behind = async (key: string) => {
    setAt(null)
    const found = all ? `?${listQuery(filterValues as Record<string, unknown>)}` : ''
    const body = { as: bound ? 'one' : 'files', ...(all ? {} : { ids }) }
    try {
      const { id } = await request<{ id: string }>(`/paper-jobs/${ledger.key}/${key}${found}`, { method: 'POST', body })
      await navigate(`/papers/jobs/${id}`)
    } catch (error) {
      notify(sentenceOf(error as Error, panelWords), { type: 'error' })
    }
  }
  return (
    <>
      <Button aria-haspopup="menu" aria-expanded={at !== null} endIcon={<ExpandMoreIcon />} onClick={(event) => setAt(event.currentTarget)}>
        {words.menu}
      </Button>
      <Menu anchorEl={at} open={at !== null} onClose={() => setAt(null)}>
        {parts.length === 0 && <MenuItem disabled>{words.nothing}</MenuItem>}
        {parts.flatMap(({ title, papers, as = '', slip }) => [
          <ListSubheader key={title}>{title}</ListSubheader>,
          ...papers.map(([key, { label, each }]) => (
            <MenuItem
              key={`${title} ${key}`}
              {...(slip && (all || ids.length > AT_ONCE)
                ? { onClick: () => void behind(key) }
                : {
                    component: 'a',
                    href: `/api/papers/${ledger.key}/${key}?ids=${ids.join()}${as}`,
                    download: true,
                    onClick: () => setAt(null),
                  })}
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
        {slips.length > 0 && total > ids.length && (
          <MenuItem role="menuitemcheckbox" aria-checked={all} onClick={() => setAll(!all)}>
            {all ? '☑' : '☐'} {words.all(writeNumber(total))}
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
