import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Office } from '../../shared/world.ts'
import { askAllAnew, useAsked } from '../api.ts'

export type Preview = { duties: number; records: number; people: number; notices: number }
type Left = { ledger: string; id: string; why: string }
export type Closing = { id: string; state: 'running' | 'done'; progress: { done: number; of: number }; left: Left[] }

/** What would be handed over if the office were closed now. */
export function usePreview({ kind, id }: Office) {
  return useAsked<Preview>(`/offices/${kind}/${id}/close`, { body: { reason: '-', dryRun: true }, staleTime: 0, gcTime: 0 })
}

/** How far a closing is, asked anew each second until it is done; all else is then asked for anew. */
export function useClosing(begun: Closing): Closing {
  const client = useQueryClient()
  const { data = begun } = useAsked<Closing>(`/closings/${begun.id}`, {
    initialData: begun,
    refetchInterval: ({ state: { data: now } }) => (now?.state === 'done' ? false : 1000),
  })
  const done = data.state === 'done'
  useEffect(() => {
    // What the office owed and led is another’s now.
    if (done) void askAllAnew(client, '/closings/')
  }, [client, done])
  return data
}
