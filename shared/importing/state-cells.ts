import type { Ledger } from '../definition/ledger.ts'
import type { Label } from '../names.ts'
import type { Value } from '../record.ts'
import { besideChoice, notState, otherResult, takenForResult } from '../words/cells.ts'
import type { Said } from './arrival.ts'
import { isNone, isStroke, unreadCell } from './cells.ts'
import { type CellFault, proposing } from './instead.ts'
import { cellFields } from './meanings.ts'
import { nearest } from './nearest.ts'
import { isFilled, type SheetCell, shownText } from './sheet.ts'
import type { States } from './states.ts'

type Stated = { said?: Said; result?: { path: string; value: string }; remark?: Label; fault?: CellFault }

/** What a cell of the column of states says: a state, a result (`of`: what the row tells of it elsewhere), or what it could say instead. An export's cell is never a fault. */
export function readState(
  ledger: Ledger,
  states: States,
  cell: SheetCell,
  of: (path: string) => Value | undefined,
  written: boolean,
): Stated {
  if (!isFilled(cell) || isStroke(cell) || isNone(cell)) return {}
  const unread = unreadCell(cell)
  if (unread) return { fault: unread }
  const text = shownText(cell).trim()
  const told = states(text)
  if (!told) return written ? {} : { fault: noState(ledger, text.slice(0, 60)) }
  const rest = told.rest === undefined ? {} : { remark: besideChoice(told.rest) }
  if ('state' in told) return { said: { text: text.slice(0, 60), state: told.state, ...(written ? { written } : {}) }, ...rest }
  const { path, option: value } = told
  const field = cellFields(ledger)[path]
  const present = of(path)
  if (!field || present === value) return rest
  if (present !== undefined && present !== null) return { fault: otherResult(text.slice(0, 60), field.label) }
  return { result: { path, value }, remark: takenForResult(text.slice(0, 60), field.label) }
}

/** The states that an item can be in, by their names, and the one that may be meant. */
function noState({ states }: Ledger, text: string): CellFault {
  const all = Object.values(states).flatMap(({ label, retired }) => (retired ? [] : [label]))
  const near = nearest(
    text,
    all.map(({ zh }) => ({ name: zh, word: zh })),
  )
  return proposing(notState(text, all, near), text, near)
}
