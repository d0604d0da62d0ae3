import type { Job } from './job.ts'

type Counts = Pick<Job, 'repeats' | 'created' | 'updated' | 'unchanged' | 'wrong' | 'rejected'>
type Counted = {
  /** What becomes of the rows of a file; together they are all its rows. */
  parts: ['created' | 'updated' | 'unchanged' | 'repeated' | 'wrong', number][]
  /** Rows that an import would store: none as long as anything is wrong. */
  stores: number
  /** Nothing is stored before something is mended. */
  stopped: boolean
}

/** The counts of a checked file, from which the page tells all that it tells of how many. */
export function counted({ repeats, created, updated, unchanged, wrong, rejected }: Counts): Counted {
  const stopped = rejected.length > 0
  const all: Counted['parts'] = [
    ['created', created],
    ['updated', updated],
    ['unchanged', unchanged],
    ['repeated', repeats],
    ['wrong', wrong],
  ]
  return { parts: all.filter(([what, n]) => what !== 'repeated' || n > 0), stores: stopped ? 0 : created + updated, stopped }
}
