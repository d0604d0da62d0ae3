import { resolve } from 'node:path'
import { made } from './made.ts'
import { run } from './run.ts'

/** The folder of the built panel. */
export function buildPanel(signal: AbortSignal, now: Date): Promise<string> {
  const build = (folder: string) =>
    run('node_modules/vite/bin/vite.js', ['build', '--outDir', resolve(folder), '--logLevel', 'warn'], signal)
  return made('panel', ['admin', 'shared', 'vite.config.ts', 'package-lock.json'], build, now)
}
