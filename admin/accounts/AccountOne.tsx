import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { REGISTERS } from '../../shared/scope.ts'
import { AddressRight } from '../addresses/AddressRight.tsx'
import { Loading } from '../frame/Loading.tsx'
import { Page } from '../frame/Page.tsx'
import { usePanel } from '../panel.ts'
import { InstantText } from '../parts/DayText.tsx'
import { officeName } from '../parts/office.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { AccountActs } from './AccountActs.tsx'
import { AccountEdit } from './AccountEdit.tsx'
import { AccountState } from './AccountList.tsx'
import { type Login, seesOf, useAccount, useAccountWords } from './accounts.ts'
import { deskName } from './desk-name.ts'
import { Facts } from './Facts.tsx'

/** One account: who, what he sees, when he came, and what can be done with it. */
export function AccountOne() {
  const { id = '' } = useParams()
  const { lang, offices, words: common } = usePanel()
  const words = useAccountWords()
  const found = useAccount(id)
  const [editing, setEditing] = useState(false)
  const account = found.data
  const back = (
    <Box
      component={Link}
      to="/accounts"
      sx={{ color: 'primary.main', textDecoration: 'none', fontSize: '0.94rem' }}
    >{`‹ ${words.one.back}`}</Box>
  )
  if (found.isPending) return <Loading />
  if (!account)
    return (
      <Page title={words.one.notFound} above={back}>
        <Button onClick={() => void found.refetch()}>{common.common.retry}</Button>
      </Page>
    )
  return (
    <Page title={account.name} above={back} beside={<AccountActs account={account} edit={() => setEditing(true)} />}>
      {account.bounced && (
        <Typography role="alert" sx={{ color: 'error.main', fontWeight: 600, mb: 3 }}>
          {account.complained ? words.one.complained : words.one.bounced} <AddressRight account={account} />
        </Typography>
      )}
      <Sheet>
        <Facts
          facts={[
            [words.head.state, <AccountState key="state" account={account} />],
            [words.head.office, account.office.name[lang]],
            [words.head.role, words.roles[account.role]],
            ...(account.posts
              ? [[words.head.posts, account.posts.map((post) => words.posts[post]).join(common.common.and)] as [string, string]]
              : []),
            [words.one.sees, seesOf(account, words, lang)],
            [words.head.email, account.email],
            [words.head.phone, account.phone ?? common.common.empty],
            ...(account.township && account.office.kind !== 'township'
              ? [[words.head.township, officeName(offices, account.township, lang, 'township')] as [string, string]]
              : []),
            ...(account.desks?.length
              ? [
                  [
                    words.head.desks,
                    account.desks
                      .filter((desk) => desk !== REGISTERS)
                      .map((desk) => deskName(desk, lang))
                      .join(common.common.and),
                  ] as [string, string],
                ]
              : []),
            [words.head.created, <InstantText key="at" at={account.createdAt} />],
          ]}
        />
      </Sheet>
      <Sheet title={words.one.logins}>
        <Logins logins={account.logins} />
      </Sheet>
      {editing && <AccountEdit account={account} close={() => setEditing(false)} />}
    </Page>
  )
}

function Logins({ logins }: { logins: Login[] }) {
  const words = useAccountWords()
  if (logins.length === 0) return <Typography color="text.secondary">{words.one.noLogins}</Typography>
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {logins.map(({ at, what, ip }) => (
        <Box component="li" key={at} sx={{ display: 'flex', gap: 4, flexWrap: 'wrap', py: 1 }}>
          <InstantText at={at} />
          <span>{words.login[what] ?? what}</span>
          <Typography component="span" color="text.secondary">
            {ip}
          </Typography>
        </Box>
      ))}
    </Box>
  )
}
