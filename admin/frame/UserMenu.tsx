import ExpandMoreIcon from '@mui/icons-material/ExpandMoreRounded'
import PersonIcon from '@mui/icons-material/PersonOutlineRounded'
import { Box, Button, Divider, IconButton, ListSubheader, Menu, MenuItem, ToggleButton, ToggleButtonGroup } from '@mui/material'
import { lazy, Suspense, useState } from 'react'
import { useLogout, useStore } from 'react-admin'
import type { Lang } from '../../shared/names.ts'
import { personAt } from '../../shared/person-at.ts'
import { usePanel, useSay } from '../panel.ts'
import { useChannels } from '../settings/channels.ts'
import { channelWords } from '../words/channels.ts'
import { showShortcuts } from './keys.ts'

const ChangePassword = lazy(() => import('../sign/ChangePassword.tsx').then(({ ChangePassword: it }) => ({ default: it })))
const SecondFactor = lazy(() => import('../sign/SecondFactor.tsx').then(({ SecondFactor: it }) => ({ default: it })))
const AwayDialog = lazy(() => import('./AwayDialog.tsx').then(({ AwayDialog: it }) => ({ default: it })))
const sizes = ['1', '1.15', '1.3']

/** The person's own settings: language, text size, colours, shortcuts; and the way out. */
export function UserMenu({ short }: { short: boolean }) {
  const { me, words, lang, setLang } = usePanel()
  const say = useSay()
  const logout = useLogout()
  const [dialog, setDialog] = useState<'password' | 'factor' | 'away' | null>(null)
  const [at, setAt] = useState<HTMLElement | null>(null)
  const [size, setSize] = useStore<string>('textSize', '1')
  // Read by the mails: a deputy who signed with others hears of the item as well.
  const [coSigned, setCoSigned] = useStore<boolean>('coSigned', false)
  // The same: by which of the county's ways he hears instead of by mail.
  const [channel, setChannel] = useStore<string | null>('channel', null)
  const channels = useChannels(at !== null)
  const [mode, setMode] = useStore<'light' | 'dark'>('theme', 'light')
  const [keys, setKeys] = useStore<boolean>('shortcuts', true)
  const office = say(me.office.name)
  const name = personAt(office, me.name)
  const open = (event: { currentTarget: HTMLElement }) => setAt(event.currentTarget)
  return (
    <>
      {short ? (
        <IconButton onClick={open} aria-label={`${words.frame.settings} ${name}`} aria-haspopup="menu">
          <PersonIcon />
        </IconButton>
      ) : (
        <Button
          variant="text"
          onClick={open}
          aria-haspopup="menu"
          endIcon={<ExpandMoreIcon />}
          sx={{ color: 'text.primary', fontWeight: 600, minWidth: 0 }}
        >
          <Box component="span" title={name} sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
            {name}
          </Box>
        </Button>
      )}
      <Menu anchorEl={at} open={at !== null} onClose={() => setAt(null)} slotProps={{ paper: { sx: { minWidth: '17rem' } } }}>
        {short && <ListSubheader>{name}</ListSubheader>}
        {me.role === 'leader' && <ListSubheader>{words.frame.readOnly}</ListSubheader>}
        <Choice
          label={words.frame.language}
          value={lang}
          options={[
            ['zh', '中文'],
            ['en', 'English'],
          ]}
          choose={(next) => setLang(next as Lang)}
        />
        <Choice
          label={words.frame.large}
          value={size}
          options={sizes.map((each, index) => [each, words.frame.sizes[index] ?? ''])}
          choose={(next) => setSize(String(next))}
        />
        <Choice
          label={words.frame.theme}
          value={mode}
          options={[
            ['light', words.frame.light],
            ['dark', words.frame.dark],
          ]}
          choose={(next) => setMode(next as 'light' | 'dark')}
        />
        {me.role === 'deputy' && (
          <Choice
            label={words.frame.coSigned}
            value={coSigned}
            options={[
              [true, words.common.yes],
              [false, words.common.no],
            ]}
            choose={(next) => setCoSigned(next === true)}
          />
        )}
        {channels.length > 0 && (
          <Choice
            label={channelWords[lang].choose}
            value={channels.some(({ key }) => key === channel) ? (channel ?? '') : ''}
            options={[['', channelWords[lang].mail], ...channels.map(({ key, name: said }): [string, string] => [key, said])]}
            choose={(next) => setChannel(next === '' ? null : String(next))}
          />
        )}
        <Choice
          label={words.frame.keys}
          value={keys}
          options={[
            [true, words.common.yes],
            [false, words.common.no],
          ]}
          choose={(next) => setKeys(next === true)}
        />
        <MenuItem
          onClick={() => {
            setAt(null)
            showShortcuts()
          }}
        >
          {words.frame.showKeys}
        </MenuItem>
        {me.role !== 'deputy' && (
          <MenuItem
            onClick={() => {
              setAt(null)
              setDialog('away')
            }}
          >
            {words.frame.away}
          </MenuItem>
        )}
        <MenuItem
          onClick={() => {
            setAt(null)
            setDialog('password')
          }}
        >
          {words.sign.change}
        </MenuItem>
        <MenuItem
          onClick={() => {
            setAt(null)
            setDialog('factor')
          }}
        >
          {words.sign.twoSteps}
        </MenuItem>
        <Divider />
        <MenuItem onClick={() => void logout()}>{words.frame.signOut}</MenuItem>
      </Menu>
      <Suspense fallback={null}>
        {dialog === 'password' && <ChangePassword close={() => setDialog(null)} />}
        {dialog === 'away' && <AwayDialog close={() => setDialog(null)} />}
        {dialog === 'factor' && <SecondFactor close={() => setDialog(null)} />}
      </Suspense>
    </>
  )
}

type Value = string | number | boolean
function Choice({
  label,
  value,
  options,
  choose,
}: {
  label: string
  value: Value
  options: [Value, string][]
  choose: (value: Value) => void
}) {
  return (
    <MenuItem
      disableRipple
      sx={{ display: 'flex', justifyContent: 'space-between', gap: 4, cursor: 'default' }}
      onKeyDown={(event) => event.key !== 'Escape' && event.stopPropagation()}
    >
      <span>{label}</span>
      <ToggleButtonGroup
        size="small"
        exclusive
        value={value}
        onChange={(_, next: Value | null) => next !== null && choose(next)}
        aria-label={label}
      >
        {options.map(([each, word]) => (
          <ToggleButton
            key={String(each)}
            value={each}
            sx={{ textTransform: 'none', px: 3, minHeight: '2.4rem', '&.Mui-selected': { color: 'primary.main', fontWeight: 700 } }}
          >
            {word}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </MenuItem>
  )
}
