import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { useDataProvider, useGetOne } from 'react-admin'
import { afterStep, askAnew, useAsked } from '../api.ts'
import type { Events, PanelData, Shown } from '../data.ts'

/** One record. What the list knew is shown at once; `may` tells that all of it has come. */
export function useRecord(ledger: string, id: string) {
  return useGetOne<Shown>(ledger, { id }, { staleTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false, retry: false })
}

/** What happened to it; asked again with every version. */
export function useEvents(ledger: string, id: string, version: number | undefined) {
  return useAsked<Events>(eventsPath(ledger, id), { of: version, enabled: version !== undefined, placeholderData: (before) => before })
}

export const eventsPath = (ledger: string, id: string) => `/records/${ledger}/${id}/events`

/** Writes records that have just been answered where every page finds them, and lets what else tells of them ask anew: once for all of them. */
export function useKeep(): (...records: Shown[]) => void {
  const client = useQueryClient()
  return useCallback((...records: Shown[]) => keepIn(client, ...records), [client])
}

/** The same: lists, counts and duties ask anew at once, what was mailed about the records once that is written down. */
export function keepIn(client: QueryClient, ...records: Shown[]): void {
  if (records.length === 0) return
  for (const record of records) if (!record.gone) client.setQueryData([record.ledger, 'getOne', { id: record.id, meta: undefined }], record)
  void askAnew(client, ...afterStep([...new Set(records.map(({ ledger }) => ledger))]))
  void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === 'getList' || queryKey[1] === 'getInfiniteList' })
  setTimeout(() => {
    for (const { id } of records) askNotices(client, id)
  }, MAILED)
}

/** Lets the mails about a record, which stand among what happened to it, be asked for anew. */
export function askNotices(client: QueryClient, id: string): void {
  void askAnew(client, `/notices?record=${id}&`)
}

/** So long after a step its mails stand in the log. */
const MAILED = 3000

/** Looks quietly, when the page is seen again, whether somebody else has moved the record; never replaces what is under somebody's hands. */
export function useNewer(record: Shown | undefined): Shown | null {
  const data = useDataProvider<PanelData>()
  const [newer, setNewer] = useState<Shown | null>(null)
  const { ledger, id, version } = record ?? {}
  useEffect(() => {
    setNewer(null)
    if (!ledger || !id) return
    const look = async () => {
      if (document.visibilityState !== 'visible') return
      const { data: found } = await data.getOne<Shown>(ledger, { id }).catch(() => ({ data: null }))
      if (found && found.version !== version) setNewer(found)
    }
    const seen = () => void look()
    document.addEventListener('visibilitychange', seen)
    return () => document.removeEventListener('visibilitychange', seen)
  }, [ledger, id, version, data])
  return newer
}
