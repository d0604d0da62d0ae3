import { Box, Button, Typography } from '@mui/material'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { usePanel } from '../panel.ts'
import { writeNumber } from '../parts/number.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { importWords } from '../words/imports.ts'
import { ConflictTable, parted } from './ConflictTable.tsx'
import { FaultTable } from './FaultTable.tsx'
import { wrongRows } from './faults.ts'
import { type Choices, type Job, useSeen } from './job.ts'
import { ReadFrom } from './ReadFrom.tsx'
import { type PutRight, SheetsSeen } from './SheetsSeen.tsx'

type Props = {
  ledger: Ledger
  job: Job
  name: string
  other: () => void
  go: () => void
  choose: (choices: Choices) => void
  put: PutRight
}

/** What the file would do, counted; what is wrong with it, by reason. The import waits until nothing is. */
export function CheckStep({ ledger, job, name, other, go, choose, put }: Props) {
  const { lang } = usePanel()
  const words = importWords[lang].check
  const seen = useSeen(job.id)
  const wrong = wrongRows(job.rejected)
  const { clashing, others } = parted(job.rejected)
  const changes = job.created + job.updated
  const counts: [string, number][] = [
    [words.created, job.created],
    [words.updated, job.updated],
    [words.unchanged, job.unchanged],
    [words.wrong, wrong],
  ]
  return (
    <Sheet>
      <Typography color="text.secondary">{words.file(name)}</Typography>
      <Typography role="status" sx={{ fontSize: '1.13rem', fontWeight: 700, my: 2 }}>
        {words.total(writeNumber(job.rows))}
        {counts.map(([label, n]) => (
          <Box
            key={label}
            component="span"
            sx={{ mr: 4, whiteSpace: 'nowrap', ...(label === words.wrong && n > 0 ? { color: 'error.main' } : {}) }}
          >
            {`${label} ${writeNumber(n)}`}
          </Box>
        ))}
      </Typography>
      <ReadFrom ledger={ledger} job={job} />
      <SheetsSeen ledger={ledger} sheets={seen.data?.data ?? []} faults={job.rejected} put={put} />
      {wrong === 0 && changes === 0 && <Typography sx={{ mb: 2 }}>{words.allSame(writeNumber(job.rows))}</Typography>}
      {clashing.length > 0 && <ConflictTable ledger={ledger} faults={clashing} choose={choose} />}
      {others.length > 0 && <FaultTable ledger={ledger} faults={others} />}
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'center', mt: 4 }}>
        {wrong > 0 && (
          <Button component="a" href={`/api/imports/${job.id}/errors`}>
            {words.workbook}
          </Button>
        )}
        <Button onClick={other}>{words.other}</Button>
        <Box sx={{ flex: 1 }} />
        {wrong > 0 && (
          <Typography id="import-why" color="text.secondary">
            {others.length > 0 ? words.fix(writeNumber(wrong)) : importWords[lang].conflict.first}
          </Typography>
        )}
        <Button
          variant="contained"
          disabled={wrong > 0 || changes === 0}
          onClick={go}
          {...(wrong > 0 ? { 'aria-describedby': 'import-why' } : {})}
        >
          {words.go(writeNumber(changes || job.rows))}
        </Button>
      </Box>
    </Sheet>
  )
}
