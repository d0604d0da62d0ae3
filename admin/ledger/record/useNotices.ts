import type { Post } from '../../../shared/post.ts'
import { useAsked } from '../../api.ts'

export type Said = {
  id: string
  duty?: string
  rule: string
  on: string
  office: string
  /** Who of that office, and what there. */
  name?: string
  post?: Post
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

/**
 * How often the holder of a duty was urged by somebody, and how often reminded by the platform, after its day: days, however many people heard of it on
 * one.
 */
export function urgedTimes(notices: Said[], duty: { id: string; key: string; dueOn: string | null }): { urged: number; reminded: number } {
  const { dueOn } = duty
  const late = notices.filter(({ duty: of, on }) => (of === duty.id || of === duty.key) && dueOn !== null && on > dueOn)
  const days = (holds: (notice: Said) => boolean) => new Set(late.filter(holds).map(({ on }) => on)).size
  return { urged: days(isUrging), reminded: days(({ rule }) => rule.startsWith('T')) }
}

/** True for what somebody sent because somebody is late. */
export const isUrging = ({ rule }: Pick<Said, 'rule'>): boolean => rule === 'urge'

/** What was said at one time to one office, and to whom of it. */
export type Telling = Pick<Said, 'id' | 'at' | 'rule' | 'office' | 'by'> & { to: Pick<Said, 'name' | 'post'>[] }

/** One line of what happened for each telling, however many mails it was and whatever they were about. */
export function tellings(notices: Said[]): Telling[] {
  const together = new Map<string, Said[]>()
  for (const notice of notices) {
    const when = [notice.at, notice.office, isUrging(notice), notice.by].join(' ')
    together.set(when, [...(together.get(when) ?? []), notice])
  }
  return [...together.values()].flatMap((all) => {
    const [first] = all
    const people = new Map(all.flatMap(({ name, post }) => (name ? [[name, { name, post }] as const] : [])))
    return first ? [{ id: first.id, at: first.at, rule: first.rule, office: first.office, by: first.by, to: [...people.values()] }] : []
  })
}
