import { Box, Button, Typography } from '@mui/material'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { broughtBy } from '../../shared/importing/judge.ts'
import { IGNORE } from '../../shared/importing/meanings.ts'
import { usePanel } from '../panel.ts'
import { writeNumber } from '../parts/number.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { seenWords } from '../words/import-seen.ts'
import { importWords } from '../words/imports.ts'
import { ConflictTable, parted } from './ConflictTable.tsx'
import { counted } from './counted.ts'
import { FaultTable } from './FaultTable.tsx'
import { type Choices, type Fault, type Job, useSeen, type Values } from './job.ts'
import { ReadFrom } from './ReadFrom.tsx'
import type { SeenSheet } from './SheetSeen.tsx'
import { type PutRight, SheetsSeen } from './SheetsSeen.tsx'

type Props = {
  ledger: Ledger
  job: Job
  name: string
  other: () => void
  go: () => void
  choose: (choices: Choices) => void
  put: PutRight
  values?: Values | undefined
}

/** Headings of columns that hold what is not the sender's to bring, where it was refused. */
function foreignColumns({ fields }: Ledger, sheets: SeenSheet[], faults: Fault[], brought: string[]): string[] {
  const wrong = new Set(faults.map(({ path }) => path).filter((path) => Object.hasOwn(fields, path) && !brought.includes(path)))
  const columns = sheets.flatMap((sheet) => sheet.columns).filter(({ path }) => path !== undefined && wrong.has(path))
  return [...new Set(columns.map(({ heading }) => heading))].filter((heading) => heading !== '')
}

/** What the file would do, counted; what is wrong with it, by reason. The import waits until nothing is. */
export function CheckStep({ ledger, job, name, other, go, choose, put, values }: Props) {
  const { lang, scope, today, world, words: panel } = usePanel()
  const words = importWords[lang].check
  const seen = useSeen(job.id)
  const foreign = foreignColumns(ledger, seen.data?.data ?? [], job.rejected, broughtBy(ledger, scope, today, world))
  const { parts, stores, stopped } = counted(job)
  const { clashing, others } = parted(job.rejected)
  // Of a file that was refused as a whole its sentence says all.
  const first = others.length === 0 ? importWords[lang].conflict.first : job.wrong > 0 && words.fix(writeNumber(job.wrong))
  return (
    <Sheet>
      <Typography color="text.secondary">{words.file(name)}</Typography>
      <Typography role="status" sx={{ fontSize: '1.13rem', fontWeight: 700, my: 2 }}>
        {words.total(writeNumber(job.rows))}
        {parts.map(([what, n]) => (
          <Box
            key={what}
            component="span"
            sx={{ mr: 4, whiteSpace: 'nowrap', ...(what === 'wrong' && n > 0 ? { color: 'error.main' } : {}) }}
          >
            {`${words[what]} ${writeNumber(n)}`}
          </Box>
        ))}
      </Typography>
      <ReadFrom ledger={ledger} job={job} />
      <SheetsSeen ledger={ledger} sheets={seen.data?.data ?? []} faults={job.rejected} put={put} values={values} />
      {foreign.length > 0 && (
        <Box role="note" sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'center', mb: 3 }}>
          <span>{seenWords[lang].foreign(foreign.map((heading) => `“${heading}”`).join(panel.common.and))}</span>
          <Button onClick={() => put.say(Object.fromEntries(foreign.map((heading) => [heading, IGNORE])))}>
            {seenWords[lang].without}
          </Button>
        </Box>
      )}
      {!stopped && stores === 0 && <Typography sx={{ mb: 2 }}>{words.allSame(writeNumber(job.rows))}</Typography>}
      {clashing.length > 0 && <ConflictTable ledger={ledger} faults={clashing} choose={choose} />}
      {others.length > 0 && <FaultTable ledger={ledger} faults={others} mean={put.mean} />}
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'center', mt: 4 }}>
        {job.wrong > 0 && (
          <Button component="a" href={`/api/imports/${job.id}/errors`}>
            {words.workbook}
          </Button>
        )}
        <Button onClick={other}>{words.other}</Button>
        <Box sx={{ flex: 1 }} />
        {stopped && first && (
          <Typography id="import-why" color="text.secondary">
            {first}
          </Typography>
        )}
        <Button
          variant="contained"
          disabled={stores === 0}
          onClick={go}
          {...(stopped && first ? { 'aria-describedby': 'import-why' } : {})}
        >
          {stores > 0 ? words.go(writeNumber(stores)) : importWords[lang].title}
        </Button>
      </Box>
    </Sheet>
  )
}
