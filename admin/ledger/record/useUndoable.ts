import { lastAct, mayUndo, standingEvents } from '../../../shared/engine/undo.ts'
import type { LedgerEvent } from '../../../shared/event.ts'
import type { Shown } from '../../data.ts'
import { usePanel } from '../../panel.ts'

/** The last act, when this person may take it back, as far as the record's own events tell; what else it moved is the server's to judge. */
export function useUndoable(record: Shown, events: LedgerEvent[] | undefined): LedgerEvent | undefined {
  const { scope, today, world } = usePanel()
  const last = events && lastAct(events, record)
  return events && last && !last.cause && !mayUndo(standingEvents(events), last, scope, { today, world }) ? last : undefined
}
