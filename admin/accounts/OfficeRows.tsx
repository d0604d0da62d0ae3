import { Box, Button, Paper } from '@mui/material'
import { Link } from 'react-router'
import type { Office } from '../../shared/world.ts'
import { useWidth } from '../frame/useWidth.ts'
import { usePanel } from '../panel.ts'
import { DataTable, oneLine } from '../parts/DataTable.tsx'
import { writeNumber } from '../parts/number.ts'
import { officeName } from '../parts/office.ts'
import { handOverWords } from '../words/hand-over.ts'
import { type Account, useAccountWords } from './accounts.ts'

type Acts = { edit: (office: Office) => void; close: (office: Office) => void; open: (office: Office) => void }
type Props = Acts & { offices: Office[]; all: Office[]; accounts: Account[] | undefined }

/** Offices as rows, on a phone as cards; each with its accounts and what can be done. */
export function OfficeRows({ offices, all, accounts, ...acts }: Props) {
  const { lang } = usePanel()
  const words = useAccountWords()
  const said = words.offices
  const phone = useWidth() === 'phone'
  const heir = ({ kind: own, successor }: Office) => (successor ? `，${said.takenOver(officeName(all, successor, lang, own))}` : '')
  const name = (office: Office) => `${office.name[lang]}${office.closed ? `（${said.closed}${heir(office)}）` : ''}`
  const kind = ({ kind: own, township }: Office) =>
    [said.kinds[own], own === 'deputy' && township && officeName(all, township, lang, 'township')].filter(Boolean).join(' · ')
  const people = ({ id, kind: own, closed }: Office) => (
    <People
      n={accounts?.filter(({ office, disabled }) => !disabled && office.id === id && office.kind === own).length}
      closed={closed === true}
    />
  )
  if (phone)
    return offices.map((office) => (
      <Paper key={`${office.kind}:${office.id}`} variant="outlined" sx={{ p: 3, mb: 2 }}>
        <Box sx={{ fontWeight: 700 }}>{name(office)}</Box>
        <Box sx={{ color: 'text.secondary' }}>{`${kind(office)} · ${office.id}`}</Box>
        {people(office)}
        <Box sx={{ ml: -2 }}>
          <Buttons office={office} {...acts} />
        </Box>
      </Paper>
    ))
  return (
    <DataTable
      outlined
      unbroken
      hover
      rows={offices}
      id={(office) => `${office.kind}:${office.id}`}
      row={({ closed }) => (closed ? { sx: { '& td': { color: 'text.secondary' } } } : {})}
      columns={[
        { label: said.zh, cell: name },
        { label: said.kind, sx: oneLine, cell: kind },
        { label: said.id, cell: ({ id }) => id },
        { label: words.tabs.accounts, cell: people },
        { label: '', right: true, sx: oneLine, cell: (office) => <Buttons office={office} {...acts} /> },
      ]}
    />
  )
}

function Buttons({ office, edit, close, open }: Acts & { office: Office }) {
  const { lang } = usePanel()
  const said = useAccountWords().offices
  return (
    <>
      <Button variant="text" size="small" onClick={() => edit(office)}>
        {said.rename}
      </Button>
      {office.kind !== 'county' && office.closed && (
        <Button variant="text" size="small" onClick={() => open(office)}>
          {said.open}
        </Button>
      )}
      {(office.kind === 'township' || office.kind === 'unit') && !office.closed && (
        <Button variant="text" size="small" component={Link} to={`/offices/${office.kind}/${office.id}/hand-over`}>
          {handOverWords[lang].verb}
        </Button>
      )}
      {office.kind !== 'county' && !office.closed && (
        <Button variant="text" size="small" color="error" onClick={() => close(office)}>
          {said.close}
        </Button>
      )}
    </>
  )
}

function People({ n, closed }: { n: number | undefined; closed: boolean }) {
  const { offices } = useAccountWords()
  if (n === undefined) return <>—</>
  if (n > 0 || closed) return <>{offices.people(writeNumber(n))}</>
  return <Box sx={{ color: 'error.main' }}>{offices.nobody}</Box>
}
