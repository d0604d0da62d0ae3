import { useAsked } from '../api.ts'

export type Channel = { key: string; kind: string; name: string }

/** The county's ways beside mail. */
export function useChannels(enabled = true): Channel[] {
  return useAsked<{ data: Channel[] }>(enabled ? '/channels' : null).data?.data ?? []
}
