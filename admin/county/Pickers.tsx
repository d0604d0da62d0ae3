import { Button, Dialog, DialogActions, DialogContent, DialogTitle, MenuItem, Select, TextField } from '@mui/material'
import { useState } from 'react'
import { addDays } from '../../shared/deadline/calendar.ts'
import { writeDay } from '../../shared/deadline/days.ts'
import { useWidth } from '../frame/useWidth.ts'
import { usePanel } from '../panel.ts'
import type { CountyWords } from '../words/county.ts'
import { ALL, type Asked, reporting } from './question.ts'

const YEARS = 6

/** Which ledger, which year, as of which day. All three stand in the address. */
export function Pickers({ asked, words }: { asked: Asked; words: CountyWords }) {
  const { ledgers, lang, today, words: common } = usePanel()
  const phone = useWidth() === 'phone'
  const [choosing, setChoosing] = useState(false)
  const thisYear = Number(today.slice(0, 4))
  const years = Array.from({ length: YEARS }, (_, at) => String(thisYear - at))
  const said = words.pick
  return (
    <>
      <Picker label={said.ledger} value={asked.ledger?.key ?? ALL} choose={(ledger) => asked.ask({ ledger, by: null })}>
        <MenuItem value={ALL}>{said.all}</MenuItem>
        {reporting(ledgers).map((ledger) => (
          <MenuItem key={ledger.key} value={ledger.key}>
            {ledger.label[lang]}
          </MenuItem>
        ))}
      </Picker>
      <Picker label={said.year} value={asked.year || ALL} choose={(year) => asked.ask({ year })}>
        {[...new Set([...years, ...(asked.year ? [asked.year] : [])])].map((year) => (
          <MenuItem key={year} value={year}>
            {said.year1(year)}
          </MenuItem>
        ))}
        <MenuItem value={ALL}>{said.years}</MenuItem>
      </Picker>
      {asked.ledger && (
        <Button onClick={() => setChoosing(true)} aria-haspopup="dialog">
          {`${said.asOf} ${asked.live ? said.today : writeDay(asked.asOf, lang, { year: 'auto', today, weekday: false })} ▾`}
        </Button>
      )}
      {!phone && <Button onClick={() => window.print()}>{common.common.print}</Button>}
      {choosing && <DayDialog asked={asked} words={words} close={() => setChoosing(false)} />}
    </>
  )
}

function Picker({
  label,
  value,
  choose,
  children,
}: {
  label: string
  value: string
  choose: (value: string) => void
  children: React.ReactNode
}) {
  return (
    <Select
      size="small"
      value={value}
      onChange={(event) => choose(event.target.value)}
      inputProps={{ 'aria-label': label }}
      MenuProps={{ slotProps: { paper: { sx: { maxHeight: '70vh' } } } }}
      sx={{ height: '2.67rem', fontWeight: 600, maxWidth: '15rem' }}
    >
      {children}
    </Select>
  )
}

function DayDialog({ asked, words, close }: { asked: Asked; words: CountyWords; close: () => void }) {
  const { today, words: common } = usePanel()
  const [day, setDay] = useState(asked.asOf)
  const show = (asOf: string | null) => {
    asked.ask({ asOf })
    close()
  }
  return (
    <Dialog open onClose={close}>
      <DialogTitle>{words.pick.asOf}</DialogTitle>
      <DialogContent>
        <TextField
          type="date"
          value={day}
          onChange={(event) => setDay(event.target.value)}
          slotProps={{ htmlInput: { 'aria-label': words.pick.day, max: addDays(today, -1) } }}
          sx={{ mt: 2, minWidth: '16rem' }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>{common.common.cancel}</Button>
        {!asked.live && <Button onClick={() => show(null)}>{words.pick.back}</Button>}
        <Button variant="contained" disabled={day === '' || day >= today} onClick={() => show(day)}>
          {words.pick.show}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
