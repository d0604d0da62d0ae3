import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

export type Checkpoints = {
  get: (mapping: string, shard: string) => string | undefined
  set: (mapping: string, shard: string, sequence: string) => void
  /** Writes down at once what is still to be written. */
  keep: () => void
}

const PAUSE = 200

/** How far each mapping has read each shard, kept in a file: a restart loses nothing, and a crash repeats a moment at most, as Lambda may. */
export function checkpoints(file: string): Checkpoints {
  const read: Record<string, Record<string, string>> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  let timer: NodeJS.Timeout | undefined
  const keep = () => {
    if (!timer) return
    clearTimeout(timer)
    timer = undefined
    writeFileSync(`${file}.new`, JSON.stringify(read))
    renameSync(`${file}.new`, file)
  }
  return {
    get: (mapping, shard) => read[mapping]?.[shard],
    set: (mapping, shard, sequence) => {
      read[mapping] = { ...read[mapping], [shard]: sequence }
      timer ??= setTimeout(keep, PAUSE)
    },
    keep,
  }
}
