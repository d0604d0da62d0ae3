import { Autocomplete, Box, Checkbox, FormControlLabel, MenuItem, Select, TextField, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { type Post, posts } from '../../shared/post.ts'
import type { Role } from '../../shared/scope.ts'
import type { Office } from '../../shared/world.ts'
import { officeMatches } from '../fields/office.tsx'
import { usePanel } from '../panel.ts'
import { rolesOf, useAccountWords } from './accounts.ts'

type TextProps = {
  id: string
  label: string
  value: string
  change: (value: string) => void
  error?: string | undefined
  help?: string
  type?: string
  required?: boolean
  autoComplete?: string
}

/** A line of text with its label above and its fault below. */
export function TextBox({ id, label, value, change, error, help, type = 'text', required = false, autoComplete = 'off' }: TextProps) {
  return (
    <Labelled id={id} label={label} error={error} help={help} required={required}>
      <TextField
        id={id}
        type={type}
        fullWidth
        value={value}
        error={Boolean(error)}
        onChange={(event) => change(event.target.value)}
        slotProps={{ htmlInput: { autoComplete, 'aria-describedby': `${id}-help`, 'aria-required': required } }}
      />
    </Labelled>
  )
}

type OfficeProps = {
  id: string
  label: string
  value: Office | null
  options: Office[]
  change: (office: Office | null) => void
  error?: string | undefined
}

/** An office, found by name, pinyin initials or id. */
export function OfficeBox({ id, label, value, options, change, error }: OfficeProps) {
  const { lang, words } = usePanel()
  const kinds = useAccountWords().offices.kinds
  return (
    <Labelled id={id} label={label} error={error} required>
      <Autocomplete
        id={id}
        options={options}
        value={value}
        autoHighlight
        onChange={(_, next) => change(next)}
        isOptionEqualToValue={(a, b) => a.id === b.id && a.kind === b.kind}
        getOptionLabel={(option) => option.name[lang]}
        getOptionKey={(option) => `${option.kind}:${option.id}`}
        groupBy={(option) => kinds[option.kind] ?? option.kind}
        filterOptions={(all, { inputValue }) => all.filter((option) => officeMatches(option, inputValue))}
        noOptionsText={words.common.none}
        renderInput={(params) => (
          <TextField
            {...params}
            error={Boolean(error)}
            slotProps={{ htmlInput: { ...params.inputProps, 'aria-describedby': `${id}-help` } }}
          />
        )}
      />
    </Labelled>
  )
}

/** The roles that this kind of office knows. */
export function RoleBox({
  id,
  label,
  kind,
  value,
  change,
}: {
  id: string
  label: string
  kind: Office['kind'] | undefined
  value: Role | ''
  change: (role: Role) => void
}) {
  const words = useAccountWords()
  const options = kind ? rolesOf[kind] : []
  return (
    <Labelled id={id} label={label} required>
      <Select
        id={`${id}-select`}
        fullWidth
        displayEmpty
        value={value}
        disabled={options.length < 2}
        onChange={(event) => change(event.target.value as Role)}
        inputProps={{ id, 'aria-label': label }}
      >
        {options.map((role) => (
          <MenuItem key={role} value={role}>
            {words.roles[role]}
          </MenuItem>
        ))}
      </Select>
    </Labelled>
  )
}

/** What somebody is in his office; one person may be several things. */
export function PostBox({
  id,
  value,
  change,
  error,
}: {
  id: string
  value: Post[]
  change: (posts: Post[]) => void
  error: string | undefined
}) {
  const { form, posts: names } = useAccountWords()
  const flip = (post: Post, held: boolean) => change(posts.filter((each) => (each === post ? held : value.includes(each))))
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, mb: 4 }} aria-describedby={`${id}-help`}>
      <Box component="legend" sx={{ fontWeight: 600, mb: 1, p: 0 }}>
        {form.posts}
      </Box>
      {posts.map((post) => (
        <FormControlLabel
          key={post}
          control={<Checkbox id={`${id}-${post}`} checked={value.includes(post)} onChange={(_, held) => flip(post, held)} />}
          label={names[post]}
        />
      ))}
      <Typography
        id={`${id}-help`}
        variant="caption"
        {...(error ? { role: 'alert' } : {})}
        sx={{ display: 'block', color: error ? 'error.main' : 'text.secondary' }}
      >
        {error ?? form.postsHelp}
      </Typography>
    </Box>
  )
}

export function Labelled({
  id,
  label,
  error,
  help,
  required = false,
  children,
}: {
  id: string
  label: string
  error?: string | undefined
  help?: string | undefined
  required?: boolean
  children: ReactNode
}) {
  return (
    <Box sx={{ mb: 4 }}>
      <Box component="label" htmlFor={id} sx={{ display: 'block', fontWeight: 600, mb: 1 }}>
        {label}
        {required && (
          <Box component="span" aria-hidden sx={{ color: 'error.main' }}>
            {' *'}
          </Box>
        )}
      </Box>
      {children}
      {(error ?? help) && (
        <Typography
          id={`${id}-help`}
          variant="caption"
          {...(error ? { role: 'alert' } : {})}
          sx={{ color: error ? 'error.main' : 'text.secondary' }}
        >
          {error ?? help}
        </Typography>
      )}
    </Box>
  )
}
