import { Box, TableCell, TableRow } from '@mui/material'
import { memo, useMemo } from 'react'
import { writeDay } from '../../../shared/deadline/days.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import type { Shown } from '../../data.ts'
import { fieldText } from '../../fields/kinds.tsx'
import { useAround } from '../../fields/useAround.ts'
import { usePanel, useSay } from '../../panel.ts'
import { InlineButton } from '../../parts/InlineButton.tsx'
import { officeName } from '../../parts/office.ts'
import { gridWords } from '../../words/grid.ts'
import { daysNote } from '../act/days-now.ts'
import { foresee, givenOf } from '../act/foresee.ts'
import { useDay } from '../act/useDay.ts'
import { useEngine } from '../act/useEngine.ts'
import { useWho } from '../act/useWho.ts'
import type { Values } from '../form/useAnswers.ts'
import { SentBack } from '../record/SentBack.tsx'
import type { Outcome } from './ActGrid.tsx'
import { CellLabel, GridCell } from './GridCell.tsx'
import type { Proposal } from './propose.ts'
import { type Ask, isEmpty, isReady } from './rows.ts'

type Props = {
  ledger: Ledger
  act: string
  record: Shown
  cells: Ask[]
  values: Values
  /** What is named of the day, for all rows. */
  named: Values
  set: (id: string, values: Values) => void
  outcome: Outcome | undefined
  proposal: Proposal | undefined
  office: string | undefined
  busy: boolean
}

/** One item: what it is, its cells, and the day and the people that follow from them; after the step what came of it. */
export const GridRow = memo(
  function GridRow({ ledger, act, record, cells, values, named, set, outcome, proposal, office, busy }: Props) {
    const { lang, offices, words: panel } = usePanel()
    const words = gridWords[lang]
    const noteOf = (key: string) => daysNote(ledger, [record], act, key, (day) => writeDay(day, lang, { weekday: true }), panel)
    const around = useAround(ledger, record)
    const called = record.number ?? record.heading
    const taken = outcome && !outcome.refused && !outcome.undone
    const shown = { ...record.data, ...values }
    return (
      <TableRow data-row={record.id}>
        <TableCell>
          <Box sx={{ fontWeight: 600 }}>{record.number}</Box>
          <Box sx={{ overflowWrap: 'anywhere' }}>{record.heading}</Box>
          <SentBack ledger={ledger} record={record} />
          {record.township && (
            <Box sx={{ color: 'text.secondary', fontSize: '0.87rem' }}>{officeName(offices, record.township, lang, 'township')}</Box>
          )}
        </TableCell>
        {cells.map(({ key }) => {
          const field = ledger.fields[key]
          return (
            <TableCell key={key}>
              {taken || busy ? (
                field && !isEmpty(values[key]) && fieldText(field, values[key], around)
              ) : (
                <>
                  <CellLabel ledger={ledger} name={key} />
                  <GridCell
                    ledger={ledger}
                    name={key}
                    id={record.id}
                    called={called}
                    value={values[key]}
                    change={(value) => set(record.id, { ...values, [key]: value })}
                    all={shown}
                  />
                  {noteOf(key) && <Box sx={{ fontSize: '0.87rem', color: 'text.secondary' }}>{noteOf(key)}</Box>}
                  {key === office && proposal && isEmpty(values[key]) && (
                    <Box
                      sx={{ fontSize: '0.87rem', mt: 1 }}
                      title={proposal.named ? words.named : (proposal.weak ? words.whyWeak : words.why)(proposal.like)}
                    >
                      <InlineButton onClick={() => set(record.id, { ...values, [key]: proposal.answer })}>
                        {(proposal.weak ? words.weak : words.proposed)(officeName(offices, proposal.answer, lang, 'unit'))}
                      </InlineButton>
                    </Box>
                  )}
                </>
              )}
            </TableCell>
          )
        })}
        <TableCell aria-live="polite">
          {outcome?.refused && (
            <Box role="alert" sx={{ color: 'error.main' }}>
              {outcome.refused}
            </Box>
          )}
          {taken ? (
            <Owed
              opened={outcome.record.duties.filter(({ id, state }) => state === 'open' && !record.duties.some((was) => was.id === id))}
              ledger={ledger}
            />
          ) : (
            isReady(cells, values) && <Foreseen ledger={ledger} act={act} record={record} cells={cells} values={values} named={named} />
          )}
        </TableCell>
      </TableRow>
    )
  },
  (before, now) =>
    before.record === now.record &&
    before.values === now.values &&
    before.named === now.named &&
    before.outcome === now.outcome &&
    before.proposal === now.proposal &&
    before.busy === now.busy,
)

type Opened = { id: string; key: string; dueOn: string | null; holder: { kind: string; id: string } }

/** The days that the step would set, by the server's own rules, or why it cannot be taken so. */
function Foreseen({ ledger, act, record, cells, values, named }: Pick<Props, 'ledger' | 'act' | 'record' | 'cells' | 'values' | 'named'>) {
  const { ledgers, scope, today, world } = usePanel()
  const engine = useEngine()
  const { told } = useDay(ledger, act)
  const say = useSay()
  const outcome = useMemo(() => {
    const around = { ledger, ledgers, scope, today, world }
    const given = givenOf(cells, values, record.data)
    return (
      engine && foresee(engine.transition, record, { key: act }, given, undefined, around, told(record, { ...named, ...values }, given))
    )
  }, [engine, told, ledger, act, record, cells, values, named, ledgers, scope, today, world])
  if (!outcome) return null
  if (!isRefusal(outcome)) return <Owed opened={outcome.opened} ledger={ledger} />
  const why = outcome.refused === 'input' ? outcome.faults?.map(({ message }) => say(message)).join(' ') : say(outcome.sentence)
  return <Box sx={{ color: 'error.main' }}>{why}</Box>
}

function Owed({ opened, ledger }: { opened: Opened[]; ledger: Ledger }) {
  const { lang, today } = usePanel()
  const words = gridWords[lang]
  const say = useSay()
  const who = useWho()
  const heard = opened.flatMap(({ holder }) => who(holder) ?? [null])
  // Who they are is on its way: nobody is said to have no account before.
  const names = heard.includes(null) ? undefined : [...new Set(heard)]
  return (
    <>
      {opened.map(({ id, key, dueOn }) => (
        <div key={id}>{words.dueBy(say(ledger.duties[key]?.label), dueOn ? writeDay(dueOn, lang, { year: 'auto', today }) : '')}</div>
      ))}
      {opened.length > 0 && names && (
        <Box sx={{ color: 'text.secondary', fontSize: '0.87rem' }}>{`${words.told} ${names.join('、') || words.nobody}`}</Box>
      )}
    </>
  )
}
