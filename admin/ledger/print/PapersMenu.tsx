import ExpandMoreIcon from '@mui/icons-material/ExpandMoreRounded'
import { Button, Menu, MenuItem } from '@mui/material'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { fits } from '../../../shared/papers/fill.ts'
import { papersOf } from '../../../shared/papers/standing.ts'
import type { LedgerRecord } from '../../../shared/record.ts'
import type { Shown } from '../../data.ts'
import { usePanel } from '../../panel.ts'
import { paperWords } from '../../words/papers.ts'

/** 文书 ▾: every paper that can be made of this record as it stands. */
export function PapersMenu({ ledger, record }: { ledger: Ledger; record: Shown }) {
  const { lang, scope, today } = usePanel()
  const [at, setAt] = useState<HTMLElement | null>(null)
  const words = paperWords[lang]
  const kin = { children: [], named: [], phases: () => undefined }
  const papers = Object.entries(papersOf(ledger)).filter(([, paper]) =>
    fits(paper, ledger, record as unknown as LedgerRecord, { kin, today, scope }),
  )
  if (papers.length === 0) return null
  return (
    <>
      <Button
        variant="text"
        size="small"
        sx={{ minHeight: 0, py: 0 }}
        aria-haspopup="menu"
        aria-expanded={at !== null}
        endIcon={<ExpandMoreIcon />}
        onClick={(event) => setAt(event.currentTarget)}
      >
        {words.menu}
      </Button>
      <Menu anchorEl={at} open={at !== null} onClose={() => setAt(null)}>
        {papers.map(([key, { label }]) => (
          <MenuItem key={key} component={Link} to={`/papers/${ledger.key}/${key}/${record.id}`} onClick={() => setAt(null)}>
            {label[lang]}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
