import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

export type Checkpoints = {
  get: (mapping: string, shard: string) => string | undefined
  set: (mapping: string, shard: string, sequence: string) => void
}

/** How far each mapping has read each shard, kept in a file so that a restart neither loses nor repeats. */
export function checkpoints(file: string): Checkpoints {
  const read: Record<string, Record<string, string>> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  return {
    get: (mapping, shard) => read[mapping]?.[shard],
    set: (mapping, shard, sequence) => {
      read[mapping] = { ...read[mapping], [shard]: sequence }
      writeFileSync(`${file}.new`, JSON.stringify(read))
      renameSync(`${file}.new`, file)
    },
  }
}
