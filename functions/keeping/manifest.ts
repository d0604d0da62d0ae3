import { createHash } from 'node:crypto'

/** What a copy holds. `files`: each file of the folder with its SHA-256; `digest`: of what it tells, in whatever order, so that two copies can be compared. */
export type Manifest = {
  made: string
  county: string
  records: number
  events: number
  ledgers: { [ledger: string]: number }
  items: { [kind: string]: number }
  attached: number
  digest: { records: string; items: string; attached: string }
  files: { [name: string]: string }
}

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** The digest of lines in whatever order they come. */
export function digestOf(lines: string[]): string {
  return sha256(lines.map(sha256).sort().join(''))
}
