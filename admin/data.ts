import type { DataProvider, GetListParams, GetListResult, Identifier, RaRecord } from 'react-admin'
import type { Duty } from '../shared/duty.ts'
import type { LedgerEvent } from '../shared/event.ts'
import type { Label } from '../shared/names.ts'
import type { FileLink, LedgerRecord } from '../shared/record.ts'
import type { Chain, RefAnswer } from '../shared/wire.ts'
import { pages } from './cursors.ts'
import { request } from './http.ts'

export type Act = { key: string; possible: boolean; why?: Label | string; for?: string[]; discharges?: string[] }
export type May = { edit: boolean; fields?: string[]; delete?: boolean; transitions: Act[] }
export type Ref = RefAnswer
export type ShownDuty = Duty & { overdue: boolean; daysLeft: number | null; label: Label }

/** A record as the API answers it. */
export type Shown = Omit<LedgerRecord, 'duties' | 'took' | 'head' | 'readers'> & {
  took: LedgerRecord['took']
  dueOn: string | null
  heading: string
  duties: ShownDuty[]
  overdue: boolean
  refs: Ref[]
  /** Names of the people in its fields. */
  people?: { id: string; name: string }[]
  files?: (FileLink & { by?: string; at?: string })[]
  /** The step took it out of the caller's own sight. */
  gone?: true
  /** It is stored, but could not be told in full just then. */
  short?: true
  may?: May
}

export type Taking = {
  ledger: string
  id: string
  transition: string
  given: Record<string, unknown>
  version: number
  for?: string
  on?: string
  reason?: string
  key?: string
}
export type Events = { data: LedgerEvent[]; files: FileLink[]; chain: Chain }
export type PanelData = DataProvider & {
  take: (taking: Taking) => Promise<{ data: Shown }>
  restore: (ledger: string, id: Identifier) => Promise<{ data: Shown }>
  undo: (undoing: { ledger: string; id: string; reason: string; version: number; key: string }) => Promise<{ data: Shown }>
}

/** The framework's way to the API. Every resource is a ledger. Changes carry the version that was seen, and only what differs from it. */
export function dataProvider(): PanelData {
  const walk = pages()
  const getOne = async (ledger: string, id: Identifier) => ({ data: await request<Shown>(`/records/${ledger}/${id}`) })
  /** What a change answered; read anew where only that it was stored could be said. */
  const changed = async (ledger: string, sent: Promise<Shown>) => {
    const data = await sent
    return data.short ? getOne(ledger, data.id) : { data }
  }
  return {
    getList: async <T extends RaRecord>(ledger: string, params: GetListParams) =>
      (await walk(ledger, params)) as unknown as GetListResult<T>,
    getOne: (ledger: string, { id }: { id: Identifier }) => getOne(ledger, id) as never,
    getMany: async (ledger: string, { ids }: { ids: Identifier[] }) =>
      ({ data: (await Promise.all(ids.map((id) => getOne(ledger, id)))).map(({ data }) => data) }) as never,
    getManyReference: () => Promise.reject(new Error('no page asks for references')),
    create: async (ledger: string, { data, meta }: { data: unknown; meta?: { key?: string } }) =>
      changed(ledger, request(`/records/${ledger}`, { method: 'POST', body: data, ...(meta?.key ? { key: meta.key } : {}) })) as never,
    update: async (ledger: string, { id, data, previousData, meta }: UpdateParams) => {
      const body = { data: differences(data.data ?? {}, previousData?.data ?? {}) }
      const version = meta?.version ?? previousData?.version
      return changed(ledger, request(`/records/${ledger}/${id}`, { method: 'PATCH', body, ...(version ? { version } : {}) })) as never
    },
    updateMany: () => Promise.reject(new Error('no page changes many at once')),
    delete: async (ledger: string, { id, previousData }: { id: Identifier; previousData?: object | undefined }) => {
      const { version } = (previousData ?? {}) as Held
      await request(`/records/${ledger}/${id}`, { method: 'DELETE', ...(version ? { version } : {}) })
      return { data: previousData } as never
    },
    deleteMany: () => Promise.reject(new Error('no page deletes many at once')),
    take: ({ ledger, id, version, key, ...body }) => {
      return changed(ledger, request(`/records/${ledger}/${id}/events`, { method: 'POST', version, ...(key ? { key } : {}), body }))
    },
    restore: (ledger, id) => changed(ledger, request(`/records/${ledger}/${id}/restore`, { method: 'POST' })),
    undo: ({ ledger, id, reason, version, key }) =>
      changed(ledger, request(`/records/${ledger}/${id}/undo`, { method: 'POST', version, key, body: { reason } })),
  }
}

type Held = { data?: Record<string, unknown>; version?: number }
type UpdateParams = { id: Identifier; data: Held; previousData?: Held; meta?: { version?: number } }

/** The fields that differ; what was taken away is null. */
export function differences(now: Record<string, unknown>, before: Record<string, unknown>): Record<string, unknown> {
  const keys = [...new Set([...Object.keys(now), ...Object.keys(before)])]
  return Object.fromEntries(
    keys.filter((key) => JSON.stringify(now[key] ?? null) !== JSON.stringify(before[key] ?? null)).map((key) => [key, now[key] ?? null]),
  )
}
