import CloseIcon from '@mui/icons-material/CloseRounded'
import { Box, Button, Checkbox, FormControlLabel, IconButton, MenuItem, Select, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { type Calendar, isPublished, type NamedDay } from '../../shared/deadline/calendar.ts'
import { writeDay } from '../../shared/deadline/days.ts'
import { useSayDone } from '../accounts/accounts.ts'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { calendarWords } from '../words/calendar.ts'
import { type CountySettings, useSaveSettings } from './settings.ts'

type Kind = 'off' | 'work'

/** Days that the county sets beside the national calendar. Each change is saved at once: there is nothing to forget. */
export function OwnDays({ settings, year, calendar }: { settings: CountySettings; year: number; calendar: Calendar }) {
  const { lang, today } = usePanel()
  const words = calendarWords[lang]
  const save = useSaveSettings()
  const { done, failed } = useSayDone()
  const [day, setDay] = useState('')
  const [name, setName] = useState('')
  const [kind, setKind] = useState<Kind>('off')
  const [fault, setFault] = useState('')
  const rows = (['off', 'work'] as const)
    .flatMap((each) => settings[each].map((named) => ({ ...named, kind: each })))
    .filter((each) => each.day.startsWith(`${year}-`))
    .sort((a, b) => a.day.localeCompare(b.day))
  const put = (next: CountySettings) =>
    save.mutateAsync(next).then(
      () => done(words.saved),
      (error: unknown) => failed(error),
    )
  const without = (list: NamedDay[], gone: string) => list.filter((each) => each.day !== gone)
  const bare = (gone: string): CountySettings => ({ ...settings, off: without(settings.off, gone), work: without(settings.work, gone) })
  const add = async () => {
    const wrong = day === '' ? words.needDay : name.trim() === '' ? words.needName : ''
    setFault(wrong)
    if (wrong) return
    const next = bare(day)
    await put({ ...next, [kind]: [...next[kind], { day, name: name.trim() }] })
    setDay('')
    setName('')
  }
  const enter = (on: boolean) =>
    put({ ...settings, published: on ? [...settings.published, year] : settings.published.filter((each) => each !== year) })
  const ours = settings.published.includes(year)
  return (
    <Sheet title={words.countyTitle}>
      <Typography color="text.secondary" sx={{ mb: 3, maxWidth: '44rem' }}>
        {words.countyHelp}
      </Typography>
      {(ours || !isPublished(calendar, year)) && (
        <Box sx={{ mb: 3 }}>
          <FormControlLabel
            control={<Checkbox checked={ours} onChange={(event) => void enter(event.target.checked)} />}
            label={`${words.year(String(year))} ${words.announced}`}
          />
          <Typography variant="caption" color="text.secondary" sx={{ display: 'block' }}>
            {words.announcedHelp}
          </Typography>
        </Box>
      )}
      {rows.length === 0 && <Typography sx={{ mb: 3 }}>{words.none}</Typography>}
      <Box component="ul" sx={{ m: 0, mb: 3, p: 0, listStyle: 'none' }}>
        {rows.map((row) => (
          <Box component="li" key={row.day} sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
            <span>{writeDay(row.day, lang, { year: 'auto', today })}</span>
            <span>{row.name}</span>
            <Typography component="span" color="text.secondary">
              {words[row.kind]}
            </Typography>
            <IconButton aria-label={words.drop(writeDay(row.day, lang))} onClick={() => void put(bare(row.day))}>
              <CloseIcon fontSize="small" />
            </IconButton>
          </Box>
        ))}
      </Box>
      <Box
        component="form"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
        sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}
      >
        <TextField
          type="date"
          value={day}
          onChange={(event) => setDay(event.target.value)}
          slotProps={{ htmlInput: { 'aria-label': words.day, min: `${year}-01-01`, max: `${year}-12-31` } }}
        />
        <TextField
          value={name}
          placeholder={words.name}
          onChange={(event) => setName(event.target.value)}
          slotProps={{ htmlInput: { 'aria-label': words.name, maxLength: 40 } }}
        />
        <Select
          size="small"
          value={kind}
          onChange={(event) => setKind(event.target.value as Kind)}
          inputProps={{ 'aria-label': words.kind }}
        >
          <MenuItem value="off">{words.off}</MenuItem>
          <MenuItem value="work">{words.work}</MenuItem>
        </Select>
        <Button type="submit" disabled={save.isPending}>
          {words.add}
        </Button>
      </Box>
      {fault && (
        <Typography role="alert" variant="caption" sx={{ color: 'error.main' }}>
          {fault}
        </Typography>
      )}
    </Sheet>
  )
}
