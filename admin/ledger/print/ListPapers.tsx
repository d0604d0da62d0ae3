import ExpandMoreIcon from '@mui/icons-material/ExpandMoreRounded'
import { Button, ListSubheader, Menu, MenuItem } from '@mui/material'
import { useState } from 'react'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { papersOf } from '../../../shared/papers/standing.ts'
import { usePanel } from '../../panel.ts'
import { paperWords } from '../../words/papers.ts'

/** 文书 ▾ for the rows that are selected: one list, one for each office, or a package with one for each row. */
export function ListPapers({ ledger, ids }: { ledger: Ledger; ids: string[] }) {
  const { lang } = usePanel()
  const [at, setAt] = useState<HTMLElement | null>(null)
  const words = paperWords[lang]
  const all = Object.entries(papersOf(ledger))
  const parts = [
    { title: words.list, papers: all.filter(([, paper]) => paper.of === 'list') },
    { title: words.several, papers: all.filter(([, paper]) => paper.of !== 'list') },
  ].filter(({ papers }) => papers.length > 0)
  if (parts.length === 0) return null
  return (
    <>
      <Button aria-haspopup="menu" aria-expanded={at !== null} endIcon={<ExpandMoreIcon />} onClick={(event) => setAt(event.currentTarget)}>
        {words.menu}
      </Button>
      <Menu anchorEl={at} open={at !== null} onClose={() => setAt(null)}>
        {parts.flatMap(({ title, papers }) => [
          <ListSubheader key={title}>{title}</ListSubheader>,
          ...papers.map(([key, { label, each }]) => (
            <MenuItem
              key={key}
              component="a"
              href={`/api/papers/${ledger.key}/${key}?ids=${ids.join()}`}
              download
              onClick={() => setAt(null)}
            >
              {each ? words.each(label[lang]) : label[lang]}
            </MenuItem>
          )),
        ])}
      </Menu>
    </>
  )
}
