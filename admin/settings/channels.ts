import { useQuery } from '@tanstack/react-query'
import { request } from '../http.ts'

export type Channel = { key: string; kind: string; name: string }

/** The county's ways beside mail. */
export function useChannels(enabled = true): Channel[] {
  const found = useQuery({
    queryKey: ['channels'],
    queryFn: ({ signal }) => request<{ data: Channel[] }>('/channels', { signal }),
    enabled,
  })
  return found.data?.data ?? []
}
