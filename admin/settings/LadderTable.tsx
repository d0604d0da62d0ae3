import { Button, MenuItem, Select, TextField } from '@mui/material'
import type { Rung } from '../../shared/definition/ledger.ts'
import { usePanel } from '../panel.ts'
import { DataTable, oneLine } from '../parts/DataTable.tsx'
import { ladderWords } from '../words/ladder.ts'
import { sizeOf, type Unit, unitOf, type When, whenOf, withDay } from './rungs.ts'

type Props = { name: string; rungs: Rung[]; change: (rungs: Rung[]) => void }

/** A ladder of reminders, rung by rung: when, how often again, to whom, to whom in copy. */
export function LadderTable({ name, rungs, change }: Props) {
  const { lang } = usePanel()
  const words = ladderWords[lang]
  // A rung has no name of its own, and none changes its place while it is written.
  const numbered = rungs.map((rung, at) => ({
    rung,
    at,
    called: `${name} ${at + 1}`,
    put: (next: Rung) => change(rungs.map((each, index) => (index === at ? next : each))),
  }))
  return (
    <>
      <DataTable
        group={name}
        sx={{ '& thead th': { verticalAlign: 'bottom', maxWidth: '9rem' }, '& td': { py: 1 } }}
        rows={numbered}
        id={({ at }) => String(at)}
        columns={[
          {
            label: words.when,
            sx: oneLine,
            cell: ({ rung, called, put }) => <Day name={called} rung={rung} put={put} />,
          },
          {
            label: words.every,
            cell: ({ rung: { every, ...rest }, called, put }) =>
              whenOf(rest) === 'after' && (
                <Amount
                  name={`${called} ${words.every}`}
                  value={every ?? 0}
                  change={(next) => put({ ...rest, ...(next > 0 ? { every: next } : {}) })}
                />
              ),
          },
          {
            label: words.to,
            cell: ({ rung, called, put }) => (
              <Who name={`${called} ${words.to}`} value={rung.to} change={(to) => to.length > 0 && put({ ...rung, to })} />
            ),
          },
          {
            label: words.cc,
            cell: ({ rung: { cc = [], ...rest }, called, put }) => (
              <Who
                name={`${called} ${words.cc}`}
                value={cc}
                change={(next) => put({ ...rest, ...(next.length > 0 ? { cc: next } : {}) })}
              />
            ),
          },
          {
            label: '',
            right: true,
            cell: ({ at, called }) => (
              <Button
                variant="text"
                size="small"
                disabled={rungs.length === 1}
                onClick={() => change(rungs.filter((_, index) => index !== at))}
                aria-label={`${words.remove} ${called}`}
              >
                {words.remove}
              </Button>
            ),
          },
        ]}
      />
      <Button sx={{ m: 3 }} onClick={() => change([...rungs, { workdays: 1, to: ['holder'] }])}>
        {words.add}
      </Button>
    </>
  )
}

/** So many days before or after the day, or on it. */
function Day({ name, rung, put }: { name: string; rung: Rung; put: (rung: Rung) => void }) {
  const { lang } = usePanel()
  const words = ladderWords[lang]
  const when = whenOf(rung)
  return (
    <>
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
    </>
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
