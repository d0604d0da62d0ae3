import { Box } from '@mui/material'
import { Loading } from '../frame/Loading.tsx'
import { usePanel } from '../panel.ts'
import { CountLink } from './CountLink.tsx'
import { openOf, useAll } from './figures.ts'
import { type Filter, workStates } from './links.ts'

/** What a number of open items over all ledgers is made up of: no one list holds it, so each ledger's part opens its own. */
export function OpenIn({ filter }: { filter: Filter }) {
  const { ledgers, lang } = usePanel()
  const { data } = useAll(filter)
  const parts = ledgers.flatMap((ledger) => {
    const counts = data?.[ledger.key]
    const n = counts ? openOf(ledger, counts) : 0
    return n > 0 ? [{ ledger, n }] : []
  })
  return (
    <>
      {!data && <Loading rows={1} />}
      <Box component="ul" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, listStyle: 'none', m: 0, p: 0, pl: 4 }}>
        {parts.map(({ ledger, n }) => (
          <li key={ledger.key}>
            {`${ledger.label[lang]} `}
            <CountLink n={n} to={{ ledger: ledger.key, filter: { ...filter, state: workStates(ledger).join(',') } }} />
          </li>
        ))}
      </Box>
    </>
  )
}
