import { Box, Button, MenuItem, Select, Table, TableBody, TableCell, TableHead, TableRow, TextField } from '@mui/material'
import type { Rung } from '../../shared/definition/ledger.ts'
import { usePanel } from '../panel.ts'
import { ladderWords } from '../words/ladder.ts'
import { sizeOf, type Unit, unitOf, type When, whenOf, withDay } from './rungs.ts'

type Props = { name: string; rungs: Rung[]; change: (rungs: Rung[]) => void }

/** A ladder of reminders, rung by rung: when, how often again, to whom, to whom in copy. */
export function LadderTable({ name, rungs, change }: Props) {
  const { lang } = usePanel()
  const words = ladderWords[lang]
  const put = (at: number, rung: Rung) => change(rungs.map((each, index) => (index === at ? rung : each)))
  // A rung has no name of its own, and none changes its place while it is written.
  const numbered = rungs.map((rung, at) => ({ rung, at }))
  return (
    <>
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={name}>
        <Table size="small">
          <TableHead>
            <TableRow>
              {[words.when, words.every, words.to, words.cc, ''].map((head) => (
                <TableCell key={head} component={head ? 'th' : 'td'} sx={{ verticalAlign: 'bottom', maxWidth: '9rem' }}>
                  {head}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {numbered.map(({ rung, at }) => (
              <Row
                key={at}
                name={`${name} ${at + 1}`}
                rung={rung}
                put={(next) => put(at, next)}
                remove={() => change(rungs.filter((_, index) => index !== at))}
                only={rungs.length === 1}
              />
            ))}
          </TableBody>
        </Table>
      </Box>
      <Button sx={{ m: 3 }} onClick={() => change([...rungs, { workdays: 1, to: ['holder'] }])}>
        {words.add}
      </Button>
    </>
  )
}

type RowProps = { name: string; rung: Rung; put: (rung: Rung) => void; remove: () => void; only: boolean }

function Row({ name, rung, put, remove, only }: RowProps) {
  const { lang } = usePanel()
  const words = ladderWords[lang]
  const when = whenOf(rung)
  const { every, cc: _, ...rest } = rung
  return (
    <TableRow sx={{ '& td': { py: 1 } }}>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        <Select
          size="small"
          value={when}
          onChange={({ target }) => put(withDay(rung, { when: target.value as When }))}
          inputProps={{ 'aria-label': `${name} ${words.when}` }}
        >
          {(['before', 'on', 'after'] as const).map((each) => (
            <MenuItem key={each} value={each}>
              {words.whens[each]}
            </MenuItem>
          ))}
        </Select>
        {when !== 'on' && (
          <>
            <Amount name={`${name} ${words.amount}`} value={sizeOf(rung)} change={(size) => put(withDay(rung, { size }))} />
            <Select
              size="small"
              value={unitOf(rung)}
              onChange={({ target }) => put(withDay(rung, { unit: target.value as Unit }))}
              inputProps={{ 'aria-label': `${name} ${words.unit}` }}
            >
              {(['days', 'workdays'] as const).map((unit) => (
                <MenuItem key={unit} value={unit}>
                  {words.units[unit]}
                </MenuItem>
              ))}
            </Select>
          </>
        )}
      </TableCell>
      <TableCell>
        {when === 'after' && (
          <Amount
            name={`${name} ${words.every}`}
            value={every ?? 0}
            change={(next) => put({ ...rest, ...(rung.cc ? { cc: rung.cc } : {}), ...(next > 0 ? { every: next } : {}) })}
          />
        )}
      </TableCell>
      <TableCell>
        <Who name={`${name} ${words.to}`} value={rung.to} change={(to) => to.length > 0 && put({ ...rung, to })} />
      </TableCell>
      <TableCell>
        <Who
          name={`${name} ${words.cc}`}
          value={rung.cc ?? []}
          change={(cc) => put({ ...rest, ...(every ? { every } : {}), ...(cc.length > 0 ? { cc } : {}) })}
        />
      </TableCell>
      <TableCell align="right">
        <Button variant="text" size="small" disabled={only} onClick={remove} aria-label={`${words.remove} ${name}`}>
          {words.remove}
        </Button>
      </TableCell>
    </TableRow>
  )
}

function Amount({ name, value, change }: { name: string; value: number; change: (value: number) => void }) {
  return (
    <TextField
      size="small"
      value={String(value)}
      onChange={({ target }) => /^\d{0,3}$/.test(target.value) && change(Number(target.value))}
      slotProps={{ htmlInput: { inputMode: 'numeric', 'aria-label': name } }}
      sx={{ width: '4.5rem', mx: 1 }}
    />
  )
}

const usual = ['holder', 'leader', 'head', 'owner', 'county', 'leaders']

function Who({ name, value, change }: { name: string; value: Rung['to']; change: (value: Rung['to']) => void }) {
  const { lang } = usePanel()
  const { who } = ladderWords[lang]
  const options = [...new Set([...usual, ...value])]
  const say = (word: string) => who[word] ?? word
  return (
    <Select
      size="small"
      multiple
      displayEmpty
      value={value}
      onChange={({ target }) => change(options.filter((word) => target.value.includes(word)) as Rung['to'])}
      renderValue={(chosen) => chosen.map(say).join(lang === 'zh' ? '、' : ', ') || '—'}
      inputProps={{ 'aria-label': name }}
      sx={{ minWidth: '9rem', maxWidth: '15rem' }}
    >
      {options.map((word) => (
        <MenuItem key={word} value={word}>
          {say(word)}
        </MenuItem>
      ))}
    </Select>
  )
}
