import type { Seen } from '../../shared/importing/seen.ts'
import { useAsked } from '../api.ts'
import { upload } from '../fields/upload.ts'
import { request } from '../http.ts'
import type { LeftRow, Undo } from './past.ts'

export type Fault = {
  row: number
  path: string
  message: string
  rows?: number
  cell?: string
  sheet?: string
  instead?: { said: string; by: string }
  conflict?: { cell: string; version: number; base: string; theirs: string; mine: string }
}
export type Job = {
  id: string
  ledger: string
  dryRun: boolean
  state: 'checking' | 'storing' | 'done' | 'refused'
  progress: { done: number; of: number }
  rows: number
  repeats: number
  created: number
  updated: number
  unchanged: number
  wrong: number
  rejected: Fault[]
  sheets: { name: string; hidden?: true; heading: number; rows: number; hiddenRows: number; emptyRows: number }[]
  ignored: string[]
  passed: { sheet: string; row?: number; text: string }[]
  remarks: Fault[]
  answered: Columns
  undone?: number
  left?: LeftRow[]
  undo?: Undo
}
/** What headings mean: heading → field, or `ignore`. */
export type Columns = { [heading: string]: string }
/** In which row of a tab the headings stand. */
export type HeadingRows = { [tab: string]: number }
/** What was chosen where both sides changed a cell, on the version that was shown. */
export type Choices = { [cell: string]: { take: 'mine' | 'theirs'; version: number } }
/** What is meant by what cells say: field → what they say → what is meant. */
export type Values = { [path: string]: { [said: string]: string } }
type Said = { columns?: Columns; headings?: HeadingRows; choices?: Choices; values?: Values }
/** A file on its way: itself, the id that the platform gave a large one, what was said of its columns, headings and cells, and what was chosen. */
export type Chosen = { file: File; id?: string } & Said

const MB = 1024 * 1024
/** Larger files are uploaded first. */
const DIRECT = 4 * MB
export const MOST = 20 * MB
const POLL = 1500

/** Checks a file (`dryRun`) or imports it. A large one is uploaded once and named afterwards. */
export async function send(
  ledger: string,
  chosen: Chosen,
  dryRun: boolean,
  progress: (percent: number) => void,
): Promise<{ job: Job; chosen: Chosen }> {
  const path = `/imports/${ledger}${dryRun ? '?dryRun=true' : ''}`
  if (chosen.file.size <= DIRECT) {
    const form = new FormData()
    form.append('file', chosen.file)
    for (const [name, said] of Object.entries(saidOf(chosen))) form.append(name, JSON.stringify(said))
    return { job: await request<Job>(path, { method: 'POST', body: form }), chosen }
  }
  const id = chosen.id ?? (await upload(chosen.file, progress)).id
  return {
    job: await request<Job>(path, { method: 'POST', body: { file: id, ...saidOf(chosen) } }),
    chosen: { ...chosen, id },
  }
}

const saidOf = ({ file: _, id: __, ...said }: Chosen): Said => Object.fromEntries(Object.entries(said).filter(([, each]) => each))

/** What was said of cells before, and what is said now. */
export function withValues(before: Values = {}, more: Values): Values {
  return Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(more)])].map((path) => [path, { ...before[path], ...more[path] }]),
  )
}

export const isOpen = ({ state, undo }: Pick<Job, 'state' | 'undo'>) =>
  state === 'checking' || state === 'storing' || undo?.state === 'running'

/** How far an import has come, asked again until it is done. */
export function useJob(id: string | null, first?: Job) {
  return useAsked<Job>(id && `/imports/${id}`, {
    enabled: !first || isOpen(first),
    ...(first ? { initialData: first } : {}),
    refetchInterval: ({ state }) => (state.data && !isOpen(state.data) ? false : POLL),
  })
}

/** What the first tabs of a checked file look like. */
export function useSeen(id: string) {
  return useAsked<{ data: (Seen & { heading?: number })[] }>(`/imports/${id}/sheets`)
}

/** The headings that must be explained before a file can be read; none when anything else is wrong with it. */
export function askedColumns(faults: { path: string }[]): string[] {
  const asked = faults.flatMap(({ path }) => (path.startsWith('columns.') ? [path.slice('columns.'.length)] : []))
  return asked.length === faults.length ? asked : []
}
