import { useDataProvider, useNotify } from 'react-admin'
import { useNavigate } from 'react-router'
import { Ask } from '../../accounts/Ask.tsx'
import type { PanelData, Shown } from '../../data.ts'
import { usePanel } from '../../panel.ts'
import { useInSentence } from '../../parts/spoken.ts'
import { sentenceOf } from '../../sign/sentence.ts'
import { backTo } from '../place.ts'
import { useKeep } from '../useRecord.ts'

/** Asks before a draft is deleted; the toast brings it back. */
export function DeleteDraft({ record, close }: { record: Shown; close: () => void }) {
  const { words } = usePanel()
  const inSentence = useInSentence()
  const drop = useDeleteDraft(record)
  return (
    <Ask
      title={words.record.deleteAsk(inSentence(record))}
      text={words.record.deleteText}
      verb={words.record.deleteDraft}
      keep={words.common.cancel}
      destructive
      act={drop}
      close={close}
    />
  )
}

function useDeleteDraft(record: Shown): () => Promise<void> {
  const { words } = usePanel()
  const data = useDataProvider<PanelData>()
  const notify = useNotify()
  const navigate = useNavigate()
  const keep = useKeep()
  return async () => {
    try {
      await data.delete(record.ledger, { id: record.id, previousData: record })
      keep({ ...record, gone: true })
      void navigate(backTo(record.ledger))
      const undo = async () => {
        const { data: back } = await data.restore(record.ledger, record.id)
        keep(back)
        void navigate(`/${record.ledger}/${record.id}/show`)
        notify(words.record.restored, { type: 'success' })
      }
      notify(words.record.deleted, {
        type: 'success',
        messageArgs: { undo: () => void undo().catch((error: unknown) => notify(sentenceOf(error, words), { type: 'error' })) },
      })
    } catch (error) {
      notify(sentenceOf(error, words), { type: 'error' })
    }
  }
}
