import { previousWorkday, restName } from '../../shared/deadline/calendar.ts'
import { shanghaiDay, shanghaiTime, writeRest } from '../../shared/deadline/days.ts'
import type { Post } from '../../shared/post.ts'
import { asPath, useAsked } from '../api.ts'
import { usePaged } from '../api-lists.ts'
import { usePanel } from '../panel.ts'

type Subject = { ledger: string; id: string; number?: string; heading: string }
export type Notice = {
  id: string
  record: Subject
  duty?: string
  rule: string
  on: string
  dueOn?: string | null
  to: string
  office: string
  copy?: boolean
  /** Of news: what happened and what is to be done by when. */
  says?: string
  instead?: Post
  subject: string
  state: 'planned' | 'claimed' | 'sent' | 'failed' | 'suppressed'
  fate?: 'delivered' | 'bounced' | 'complained'
  at: string
  reason?: string
  /** The item was deleted since, or one may not read it any more. */
  gone?: true
}
export type Mailing = {
  to: string
  name: string
  office: { kind: string; id: string }
  subject: string
  total: number
  notices: { record: Subject; duty?: string; rule: string; dueOn?: string | null; copy?: boolean; instead?: Post }[]
}
export type Preview = { date: string; workday: boolean; rest?: string; planned: number; data: Mailing[] }
/** What the next working days bring, and of one day every mail. */
export type Forecast = {
  from: string
  to: string
  days: { date: string; mails: number; reminders: number }[]
  data?: Omit<Mailing, 'subject'>[]
}

/** The delivery log, newest first, in pages. */
export function useLog(asked: { date?: string; recipient?: string; record?: string }) {
  return usePaged<Notice>(asPath('/notices', { ...asked, limit: '50' }))
}

/** Who would be mailed what on a day. */
export function usePreview(date: string, enabled = true) {
  const { lang } = usePanel()
  return useAsked<Preview>(enabled ? `/notices/preview?date=${date}` : null, { of: lang, staleTime: 60_000 })
}

/** The forecast of the next sixty working days, of one office or ledger when asked; with `date` the mails of that day. */
export function useForecast(asked: { date?: string; office?: string; ledger?: string }) {
  return useAsked<Forecast>(asPath('/notices/forecast', asked), { staleTime: 60_000, placeholderData: (before) => before })
}

export type Fault = { kind: string; office: string; to: string; post?: Post; reminders: number; message: string }
export type MorningProof = {
  date: string
  at: string
  duties: number
  sent: number
  planned: number
  suppressed: number
  mails: number
  doubtful?: number
  faults: Fault[]
}
export type Morning = {
  /** The rest day's name, when nothing goes out today. */
  rest: string | null
  /** Null while this morning's run has not ended. */
  proof: MorningProof | null
  /** Mails that would go out if the run came now. */
  waiting: number
  /** The run of this morning should have ended, and did not. Known to the administrator. */
  missed?: true
}

/** What the run of this morning came to, and what would go out now. For the county. */
export function useMorning(): { data: Morning | undefined; isError: boolean; refetch: () => unknown } {
  const { today, world, lang, me } = usePanel()
  const rest = restName(world.calendar, today)
  const ahead = usePreview(today, rest === null)
  const of = (day: string) => `/proofs?date=${day}&maybe=true`
  const proof = useAsked<MorningProof | null>(of(today), { of: lang })
  const before = useAsked<MorningProof | null>(of(previousWorkday(world.calendar, today)), {
    of: lang,
    enabled: rest === null && proof.data === null && me.role === 'admin' && isPast(today, new Date()),
  })
  const morning = morningOf(rest && writeRest(rest, lang), proof.data, ahead.data)
  const missed = morning !== undefined && before.data != null
  return {
    data: missed ? { ...morning, missed } : morning,
    isError: proof.isError || (!morning && ahead.isError),
    refetch: () => (proof.isError ? proof.refetch() : ahead.refetch()),
  }
}

/** True once the run of that morning should have ended: it begins at 08:30. */
export const isPast = (day: string, now: Date): boolean => shanghaiDay(now) === day && shanghaiTime(now) > '09:00'

/** A morning as far as it is known; undefined while its only sentence would be a guess. A proof of something stands without what is still to come. */
export function morningOf(
  rest: string | null,
  proof: MorningProof | null | undefined,
  ahead: { planned: number } | undefined,
): Morning | undefined {
  if (proof === undefined || (rest === null && !proof?.duties && !ahead)) return undefined
  return { rest, proof, waiting: ahead?.planned ?? 0 }
}
