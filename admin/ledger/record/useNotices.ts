import { useAsked } from '../../api.ts'

export type Said = {
  id: string
  duty?: string
  rule: string
  on: string
  office: string
  subject: string
  state: string
  at: string
  copy?: boolean
  /** The office that urged. */
  by?: string
}

/** What was said about a record, to those whom it concerns. Nothing when the log cannot be read: a reminder is no part of the record. */
export function useNotices(record: string): Said[] {
  const { data } = useAsked<{ data: Said[] }>(`/notices?record=${record}&limit=100`, { retry: false, staleTime: 60_000 })
  return (data?.data ?? []).filter((notice) => notice.state === 'sent' && !notice.copy)
}

/** How often the holder of a duty has been reminded after its day. */
export function urgedTimes(notices: Said[], duty: { id: string; key: string; dueOn: string | null }): number {
  return notices.filter((notice) => (notice.duty === duty.id || notice.duty === duty.key) && duty.dueOn !== null && notice.on > duty.dueOn)
    .length
}
