import { usePaged } from '../api-lists.ts'
import { request } from '../http.ts'
import { writeNumber } from '../parts/number.ts'
import type { ImportWords } from '../words/imports.ts'
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

/** How many of each kind, in words; nothing for none. */
export const kindsOf = ({ created, updated }: Pick<Job, 'created' | 'updated'>): [string, string] => [
  created > 0 ? writeNumber(created) : '',
  updated > 0 ? writeNumber(updated) : '',
]

/** What became of an import that was taken back: which went and which are as before, or how many of all where some were left. */
export function undoneOf(job: Pick<Job, 'created' | 'updated'>, undone: number, left: number, words: ImportWords['past']): string {
  return left > 0 ? words.undoneBut(writeNumber(undone), writeNumber(left)) : words.undone(...kindsOf(job))
}

/** The imports of one's office, for the administrator of all, newest first, page by page. */
export function usePast() {
  return usePaged<Past>('/imports?limit=10')
}

/** Takes an import back; what comes back may still be going on. */
export function undoImport(id: string): Promise<Job> {
  return request<Job>(`/imports/${id}/undo`, { method: 'POST' })
}
