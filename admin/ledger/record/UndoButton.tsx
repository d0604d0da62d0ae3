import { useSearchParams } from 'react-router'
import { usePanel } from '../../panel.ts'
import { InlineButton } from '../../parts/InlineButton.tsx'

/** Opens the form in which the last act is taken back. */
export function UndoButton() {
  const { words } = usePanel()
  const [, setParams] = useSearchParams()
  return (
    <InlineButton onClick={() => setParams({ undo: '' }, { replace: true, preventScrollReset: true })}>{words.record.undo}</InlineButton>
  )
}
