import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** True where LibreOffice is there with both its parts, for texts and for tables: Debian brings them apart, and the one alone opens nothing of the other. */
export function hasOffice() {
  const { status, stdout } = spawnSync('sh', ['-c', 'command -v soffice'], { encoding: 'utf8' })
  if (status !== 0) return false
  const program = dirname(realpathSync(stdout.trim()))
  return process.platform !== 'linux' || ['libswlo.so', 'libsclo.so'].every((part) => existsSync(join(program, part)))
}
