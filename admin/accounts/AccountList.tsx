import { Box, Button, Chip, MenuItem, Link as MuiLink, Paper, Select, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { initials } from '../../shared/initials.ts'
import type { Lang } from '../../shared/names.ts'
import { REGISTERS, roles } from '../../shared/scope.ts'
import { Loading } from '../frame/Loading.tsx'
import { useWidth } from '../frame/useWidth.ts'
import { usePanel } from '../panel.ts'
import { DataTable, oneLine } from '../parts/DataTable.tsx'
import { InstantText } from '../parts/DayText.tsx'
import { writeNumber } from '../parts/number.ts'
import { Retry } from '../parts/Retry.tsx'
import type { AccountWords } from '../words/accounts.ts'
import { type Account, useAccounts, useAccountWords } from './accounts.ts'
import { deskName } from './desk-name.ts'

/** Everybody with an account; found by name, office, pinyin initials or e-mail. */
export function AccountList() {
  const words = useAccountWords()
  const { lang } = usePanel()
  const navigate = useNavigate()
  const phone = useWidth() === 'phone'
  const accounts = useAccounts()
  const [typed, setTyped] = useState('')
  const [only, setOnly] = useState('all')
  if (accounts.isPending) return <Loading />
  if (accounts.isError) return <Retry sentence={words.list.failed} retry={() => void accounts.refetch()} />
  const wanted = typed.trim().toLowerCase()
  const found = accounts.data.data.filter((account) => {
    const text = [
      account.name,
      account.email,
      account.office.name[lang],
      account.office.id,
      initials(account.name),
      initials(account.office.name.zh),
    ]
      .join(' ')
      .toLowerCase()
    const kept =
      only === 'all' || (only === 'off' ? account.disabled : only === 'trouble' ? account.bounced !== undefined : account.role === only)
    return kept && text.includes(wanted)
  })
  return (
    <>
      <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap', mb: 3, alignItems: 'center' }}>
        <TextField
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder={words.list.find}
          slotProps={{ htmlInput: { 'aria-label': words.list.find } }}
          sx={{ width: '18rem', maxWidth: '100%' }}
        />
        <Select size="small" value={only} onChange={(event) => setOnly(event.target.value)} inputProps={{ 'aria-label': words.list.role }}>
          <MenuItem value="all">{words.list.all}</MenuItem>
          {roles.map((role) => (
            <MenuItem key={role} value={role}>
              {words.roles[role]}
            </MenuItem>
          ))}
          <MenuItem value="off">{words.list.off}</MenuItem>
          <MenuItem value="trouble">{words.list.trouble}</MenuItem>
        </Select>
        <Typography color="text.secondary" sx={{ flex: 1 }}>
          {words.list.some(writeNumber(found.length))}
        </Typography>
        <Button variant="contained" onClick={() => void navigate('/accounts/create')}>
          {words.list.create}
        </Button>
      </Box>
      {found.length === 0 && <Typography color="text.secondary">{words.list.none}</Typography>}
      {found.length > 0 && (phone ? found.map((account) => <Card key={account.id} account={account} />) : <Rows accounts={found} />)}
    </>
  )
}

function Rows({ accounts }: { accounts: Account[] }) {
  const words = useAccountWords()
  const { lang } = usePanel()
  const { head } = words
  return (
    <DataTable
      outlined
      unbroken
      hover
      rows={accounts}
      id={({ id }) => id}
      columns={[
        {
          label: head.name,
          sx: oneLine,
          cell: ({ id, name }) => (
            <MuiLink component={Link} to={`/accounts/${id}`}>
              {name}
            </MuiLink>
          ),
        },
        { label: head.office, cell: ({ office }) => office.name[lang] },
        { label: head.role, sx: oneLine, cell: (account) => whatIs(account, words, lang) },
        { label: head.email, cell: ({ email }) => email },
        { label: head.last, sx: oneLine, cell: ({ signedInAt }) => (signedInAt ? <InstantText at={signedInAt} /> : words.state.never) },
        { label: head.state, sx: oneLine, cell: (account) => <AccountState account={account} /> },
      ]}
    />
  )
}

function Card({ account }: { account: Account }) {
  const words = useAccountWords()
  const { lang } = usePanel()
  return (
    <Paper variant="outlined" sx={{ p: 3, mb: 2 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, fontWeight: 700 }}>
        <MuiLink component={Link} to={`/accounts/${account.id}`}>
          {account.name}
        </MuiLink>
        <AccountState account={account} />
      </Box>
      <Typography variant="body2">{`${account.office.name[lang]} · ${whatIs(account, words, lang)}`}</Typography>
      <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
        {account.email}
      </Typography>
    </Paper>
  )
}

/** His role; in an office with posts, what he is there when he is not its liaison; the desks at which he sits. */
function whatIs({ role, posts = [], desks = [] }: Account, { roles, posts: names }: AccountWords, lang: Lang): string {
  const above = posts.filter((post) => post !== 'liaison')
  return [
    ...(above.length > 0 ? above.map((post) => names[post]) : [roles[role]]),
    ...desks.filter((desk) => desk !== REGISTERS).map((desk) => deskName(desk, lang)),
  ].join(' · ')
}

/** In use or not, and whether mail to it came back. */
export function AccountState({ account }: { account: Account }) {
  const words = useAccountWords()
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 2, alignItems: 'center', fontWeight: 400 }}>
      <Box component="span" sx={{ color: account.disabled ? 'text.secondary' : 'text.primary' }}>
        {account.disabled ? words.state.off : words.state.on}
      </Box>
      {account.bounced && <Chip size="small" color="error" variant="outlined" label={words.state.bounced} />}
    </Box>
  )
}
