import { usePaged } from '../api-lists.ts'
import { request } from '../http.ts'
import type { Job } from './job.ts'

export type LeftRow = { row: number; sheet?: string; id?: string; number?: string; heading?: string; why: string }
export type Undo = { state: 'running' | 'done'; at: string; by: { name: string }; progress: { done: number; of: number } }
/** An import that was, as the history tells it. `file`: until when the file can be had again. */
export type Past = Pick<Job, 'id' | 'ledger' | 'state' | 'rows' | 'created' | 'updated' | 'unchanged'> & {
  name: string
  at: string
  by: { id: string; name: string; office: { kind: string; id: string } }
  rejected: number
  undone?: number
  left?: number
  undo?: Undo
  file?: string
  may: { undo: boolean }
}

/** The imports of one's office, for the administrator of all, newest first, page by page. */
export function usePast() {
  return usePaged<Past>('/imports?limit=10')
}

/** Takes an import back; what comes back may still be going on. */
export function undoImport(id: string): Promise<Job> {
  return request<Job>(`/imports/${id}/undo`, { method: 'POST' })
}
