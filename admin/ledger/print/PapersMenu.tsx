import ExpandMoreIcon from '@mui/icons-material/ExpandMoreRounded'
import { Button, Menu, MenuItem } from '@mui/material'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { placeOfPages } from '../../../shared/engine/come-back.ts'
import { heading } from '../../../shared/heading.ts'
import { fits } from '../../../shared/papers/fill.ts'
import { papersOf } from '../../../shared/papers/standing.ts'
import type { LedgerRecord } from '../../../shared/record.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import type { Shown } from '../../data.ts'
import { usePanel } from '../../panel.ts'
import { paperWords } from '../../words/papers.ts'
import { scanWords } from '../../words/scan.ts'

/** 文书 ▾: every paper that can be made of this record as it stands. */
export function PapersMenu({ ledger, record }: { ledger: Ledger; record: Shown }) {
  const { lang, scope, today, world } = usePanel()
  const [at, setAt] = useState<HTMLElement | null>(null)
  const words = paperWords[lang]
  const kin = { children: [], named: [], phases: () => undefined }
  const papers = Object.entries(papersOf(ledger)).filter(([, paper]) =>
    fits(paper, ledger, record as unknown as LedgerRecord, { kin, today, scope, world }),
  )
  const takesPages = !isRefusal(placeOfPages(ledger, record as unknown as LedgerRecord, scope, world))
  if (papers.length === 0 && !takesPages) return null
  const whither = new URLSearchParams({ item: `${ledger.key}/${record.id}`, name: record.number ?? heading(ledger, record) })
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
        {takesPages && (
          <MenuItem component={Link} to={`/papers/scan?${whither}`} onClick={() => setAt(null)}>
            {scanWords[lang].menu}
          </MenuItem>
        )}
      </Menu>
    </>
  )
}
