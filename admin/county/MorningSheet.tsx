import { Link as MuiLink } from '@mui/material'
import { Link } from 'react-router'
import { Unreached } from '../addresses/Unreached.tsx'
import { Loading } from '../frame/Loading.tsx'
import { useMorning } from '../notices/notices.ts'
import { Proof } from '../notices/Proof.tsx'
import { Retry } from '../parts/Retry.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import type { CountyWords } from '../words/county.ts'

/** The proof of this morning, with a way to mend what kept a mail back. */
export function MorningSheet({ words }: { words: CountyWords }) {
  const { data, isError, refetch } = useMorning()
  const said = words.morning
  return (
    <Sheet
      title={said.title}
      beside={
        <MuiLink component={Link} to="/notices" sx={{ displayPrint: 'none' }}>
          {said.view}
        </MuiLink>
      }
    >
      {!data && !isError && <Loading rows={1} />}
      {isError && <Retry sentence={words.failedPart} retry={() => void refetch()} />}
      {data && <Proof morning={data} />}
      <Unreached />
    </Sheet>
  )
}
