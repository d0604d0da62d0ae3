import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** One short name for what these files and folders contain; it changes when any of them does. */
export function fingerprint(...paths: string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) add(path)
  return hash.digest('hex').slice(0, 16)

  function add(path: string): void {
    if (!existsSync(path)) return
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name))
    else hash.update(`\0${path}\0`).update(readFileSync(path))
  }
}
