import { Box } from '@mui/material'
import { useMemo } from 'react'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Shown } from '../../data.ts'
import { registerOf, useFiled } from '../../fields/register.ts'
import { usePanel } from '../../panel.ts'
import { accounted, unknownTo } from './unfiled.ts'

/** Which deputies of an open item no file names, so that what its steps enter about them stands with its township; nothing where a county keeps no files. */
export function Unfiled({ ledger, record }: { ledger: Ledger; record: Shown }) {
  const { ledgers } = usePanel()
  const about = useMemo(() => accounted(ledger, ledgers, record), [ledger, ledgers, record])
  if (record.township === null) return null
  return about.map((each) => <Names key={each.on.key} {...each} township={record.township} />)
}

function Names({ on, names, township }: { on: Ledger; names: string[]; township: string | null }) {
  const { offices, lang, words } = usePanel()
  const files = useFiled()
  const unknown = files && files.length > 0 ? unknownTo(registerOf(offices, files, lang), names, township) : []
  if (unknown.length === 0) return null
  return (
    <Box role="note" sx={{ color: 'text.secondary', mt: 3, overflowWrap: 'anywhere' }}>
      {words.record.unfiled(unknown.join(words.common.and), on.label[lang])}
    </Box>
  )
}
