import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fingerprint } from './fingerprint.ts'
import { run } from './run.ts'

const HOME = 'dist'
const HOUR = 3600_000

/** The folder of the built panel, built now unless it was built from the same sources before. */
export async function buildPanel(signal: AbortSignal, now: Date): Promise<string> {
  const made = join(HOME, `panel-${fingerprint('admin', 'shared', 'vite.config.ts', 'package-lock.json')}`)
  if (existsSync(join(made, 'index.html'))) return made
  // Another copy may be building the same: each builds aside, and the first to finish gives the folder its name.
  const aside = join(HOME, `panel-making-${process.pid}`)
  mkdirSync(HOME, { recursive: true })
  await run('node_modules/vite/bin/vite.js', ['build', '--outDir', resolve(aside), '--logLevel', 'warn'], signal).catch((error) => {
    rmSync(aside, { recursive: true, force: true })
    throw error
  })
  if (existsSync(made)) rmSync(aside, { recursive: true })
  else renameSync(aside, made)
  for (const name of readdirSync(HOME).filter((one) => one.startsWith('panel-') && join(HOME, one) !== made)) {
    if (now.getTime() - statSync(join(HOME, name)).mtimeMs > HOUR) rmSync(join(HOME, name), { recursive: true })
  }
  return made
}
