import { Link as MuiLink, Typography } from '@mui/material'
import { Link } from 'react-router'
import type { Ledger } from '../../shared/definition/ledger.ts'
import { partsOf, wholeOf } from '../../shared/definition/parted.ts'
import type { Lang } from '../../shared/names.ts'
import { measureOf } from '../../shared/spoken.ts'
import { asPath, useAsked } from '../api.ts'
import { useAllCounts } from '../county/figures.ts'
import { type Filter, listLink } from '../county/links.ts'
import { reporting } from '../county/question.ts'
import type { Shown } from '../data.ts'
import { Loading } from '../frame/Loading.tsx'
import { usePanel } from '../panel.ts'
import { DataTable, hiddenInHand, oneLine } from '../parts/DataTable.tsx'
import { writeNumber } from '../parts/number.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { StateChip } from '../parts/StateChip.tsx'
import { TableExport } from '../parts/TableExport.tsx'
import type { OfficeWords } from '../words/office.ts'

/** So many are listed here; of more there is the list. */
const SHOWN = 100

/** As what a record names somebody: 领衔代表, 督查代表. */
export function roleOf(ledger: Ledger, { data }: Pick<Shown, 'data'>, name: string, lang: Lang, self = ''): string {
  const roles = Object.entries(ledger.fields).flatMap(([key, field]) => (field.kind === 'deputies' ? partsOf(key, field) : []))
  const names = (value: unknown) => Array.isArray(value) && value.includes(name)
  return (
    roles
      // His own file names him as nothing but himself.
      .flatMap(({ path, field, of }) =>
        names(of(data[wholeOf(path)])) ? [wholeOf(path) === ledger.register ? self : field.label[lang]] : [],
      )
      .join(lang === 'zh' ? '、' : ', ')
  )
}

/**
 * What somebody took part in this year, kind of work by kind of work with how many there are, each with how it stands: with his points it is his file, on screen and
 * on paper.
 */
export function YearSheet({ base, name, words }: { base: Filter; name: string; words: OfficeWords }) {
  const { ledgers, lang, today } = usePanel()
  const year = today.slice(0, 4)
  const filter = { ...base, year }
  const { data } = useAsked<{ data: Shown[]; next?: string }>(asPath('/records', { ...filter, limit: String(SHOWN) }), {
    staleTime: 30_000,
  })
  const title = words.year(year)
  // Where all of them are shown, they are counted as they stand.
  const countsOf = useAllCounts(filter, data?.next !== undefined)
  const ledgerOf = (key: string) => ledgers.find((ledger) => ledger.key === key) as Ledger
  const records = reporting(ledgers).flatMap(({ key }) => (data?.data ?? []).filter(({ ledger }) => ledger === key))
  const kindHead = (key: string) => {
    const held = records.filter(({ ledger }) => ledger === key).length
    return (
      <MuiLink component={Link} to={listLink(key, filter)} color="inherit" underline="hover">
        {words.ofWork(ledgerOf(key).label[lang], writeNumber(Math.max(countsOf(key)?.total ?? 0, held)), measureOf(ledgerOf(key)))}
      </MuiLink>
    )
  }
  return (
    <Sheet
      title={title}
      beside={
        <>
          <MuiLink component={Link} to={listLink('all', filter)} sx={{ displayPrint: 'none' }}>
            {words.all}
          </MuiLink>
          {records.length > 0 && <TableExport name={`${name} ${title}`} />}
        </>
      }
    >
      {!data && <Loading rows={5} />}
      {data && records.length === 0 && <Typography color="text.secondary">{words.noYear}</Typography>}
      {records.length > 0 && (
        <DataTable
          label={title}
          dense
          rows={records}
          id={({ id }) => id}
          over={({ ledger }, before) => ledger !== before?.ledger && kindHead(ledger)}
          columns={[
            { label: words.number, sx: { ...oneLine, ...hiddenInHand }, cell: ({ number }) => number },
            {
              label: words.heading,
              names: true,
              sx: { '&&': { whiteSpace: 'normal' }, minWidth: '12rem' },
              cell: ({ ledger, id, heading }) => (
                <MuiLink component={Link} to={`/${ledger}/${id}/show`} underline="hover">
                  {heading}
                </MuiLink>
              ),
            },
            { label: words.role, cell: (record) => roleOf(ledgerOf(record.ledger), record, name, lang, words.self) },
            {
              label: words.state,
              sx: oneLine,
              cell: ({ ledger, state, took }) => <StateChip ledger={ledgerOf(ledger)} state={state} took={took} plain />,
            },
          ]}
        />
      )}
      {data?.next && <Typography color="text.secondary">{words.onlySo(String(SHOWN))}</Typography>}
    </Sheet>
  )
}
