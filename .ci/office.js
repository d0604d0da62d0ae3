import { execFile, spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

/** True where LibreOffice is there with both its parts, for texts and for tables: Debian brings them apart, and the one alone opens nothing of the other. */
export function hasOffice() {
  const { status, stdout } = spawnSync('sh', ['-c', 'command -v soffice'], { encoding: 'utf8' })
  if (status !== 0) return false
  const program = dirname(realpathSync(stdout.trim()))
  return process.platform !== 'linux' || ['libswlo.so', 'libsclo.so'].every((part) => existsSync(join(program, part)))
}

/**
 * Lets LibreOffice make files of another kind (`pdf`, `xlsx` …) of `files`, into `folder`. What it keeps for a person and for a machine lies in the folder too: of two
 * that started at the same time on a machine where none ever had, one fell.
 * @param {string} to @param {string} folder @param {string[]} files
 */
export async function convert(to, folder, files) {
  const own = { UserInstallation: 'person', UNO_SHARED_PACKAGES: 'machine', UNO_SHARED_PACKAGES_CACHE: 'machine/cache' }
  const places = Object.entries(own).map(([name, place]) => `-env:${name}=file://${folder}/office/${place}`)
  await promisify(execFile)('soffice', [...places, '--headless', '--convert-to', to, '--outdir', folder, ...files])
}
