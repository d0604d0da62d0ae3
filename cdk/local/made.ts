import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.ts'

const HOME = 'dist'
const DAY = 86_400_000

/** The folder that `make` fills from these sources: made once, then found again by what the sources contain. */
export async function made(kind: string, sources: string[], make: (folder: string) => Promise<void>, now: Date): Promise<string> {
  const folder = join(HOME, `${kind}-${fingerprint(...sources)}`)
  if (existsSync(folder)) return folder
  mkdirSync(HOME, { recursive: true })
  // Another copy may be making the same: each makes aside, and the first to finish gives the folder its name.
  const aside = join(HOME, `making-${kind}-${process.pid}`)
  try {
    await make(aside)
    if (!existsSync(folder)) renameSync(aside, folder)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
  for (const name of readdirSync(HOME).filter((one) => one.replace('making-', '').startsWith(`${kind}-`))) {
    if (now.getTime() - statSync(join(HOME, name)).mtimeMs > DAY && join(HOME, name) !== folder)
      rmSync(join(HOME, name), { recursive: true })
  }
  return folder
}
