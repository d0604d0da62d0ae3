import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { restName } from '../../shared/deadline/calendar.ts'
import { writeRest } from '../../shared/deadline/days.ts'
import type { Post } from '../../shared/post.ts'
import { request } from '../http.ts'
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
  instead?: Post
  subject: string
  state: 'planned' | 'claimed' | 'sent' | 'failed' | 'suppressed'
  fate?: 'delivered' | 'bounced' | 'complained'
  at: string
  reason?: string
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
type Page = { data: Notice[]; next?: string }

const PAGE = 50
const MOST_PAGES = 10

/** The delivery log, newest first, in pages. */
export function useLog(asked: { date?: string; recipient?: string; record?: string }) {
  const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value))
  return useInfiniteQuery({
    queryKey: ['notices', query],
    queryFn: ({ signal, pageParam }) =>
      request<Page>(`/notices?${new URLSearchParams({ ...query, limit: String(PAGE), ...(pageParam ? { cursor: pageParam } : {}) })}`, {
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
}

/** Who would be mailed what on a day. */
export function usePreview(date: string, enabled = true) {
  const { lang } = usePanel()
  return useQuery({
    queryKey: ['preview', date, lang],
    queryFn: ({ signal }) => request<Preview>(`/notices/preview?date=${date}`, { signal }),
    enabled,
    staleTime: 60_000,
  })
}

export type Morning = {
  /** The rest day's name, when nothing goes out today. */
  rest: string | null
  reminders: Notice[]
  sent: Notice[]
  not: Notice[]
  mails: number
  bounced: Notice[]
  /** Mails that would go out if the run came now. */
  waiting: number
}

/** What the run of this morning did: what was due, what went out, what did not and why. Mails about events are not among it. */
export function useMorning(): { data: Morning | undefined; isError: boolean; refetch: () => unknown } {
  const { today, world, lang } = usePanel()
  const rest = restName(world.calendar, today)
  const ahead = usePreview(today, rest === null)
  const log = useQuery({ queryKey: ['morning', today], queryFn: ({ signal }) => everyNotice(today, signal) })
  return {
    data: log.data && morningOf(log.data, rest && writeRest(rest, lang), ahead.data?.planned ?? 0),
    isError: log.isError,
    refetch: log.refetch,
  }
}

function morningOf(all: Notice[], rest: string | null, waiting: number): Morning {
  const reminders = all.filter(({ rule }) => rule.startsWith('T'))
  const sent = reminders.filter(({ state }) => state === 'sent')
  return {
    rest,
    reminders,
    sent,
    not: reminders.filter(({ state }) => state === 'failed' || state === 'suppressed'),
    mails: new Set(sent.map(({ to }) => to)).size,
    bounced: all.filter(({ fate }) => fate === 'bounced'),
    waiting,
  }
}

async function everyNotice(date: string, signal: AbortSignal): Promise<Notice[]> {
  const found: Notice[] = []
  let cursor = ''
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await request<Page>(`/notices?${new URLSearchParams({ date, limit: '100', ...(cursor ? { cursor } : {}) })}`, { signal })
    found.push(...page.data)
    if (!page.next) break
    cursor = page.next
  }
  return found
}
