import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const HOMES = ['/usr/lib/jvm', '/opt', '/Library/Java/JavaVirtualMachines', '/opt/homebrew/opt', '/usr/local/opt']

/** The first Java of version 11 or later on this machine, or undefined. */
export function findJava() {
  const homes = HOMES.flatMap((folder) => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []))
  const candidates = [
    ...(process.env.JAVA_HOME ? [join(process.env.JAVA_HOME, 'bin/java')] : []),
    'java',
    ...homes.flatMap((home) => [join(home, 'bin/java'), join(home, 'Contents/Home/bin/java')]),
  ]
  return candidates.find((java) => (java === 'java' || existsSync(java)) && version(java) >= 11)
}

/** Java to run the database with; a sentence saying how to get it when there is none. */
export function java() {
  const found = findJava()
  if (!found) throw new Error('The local database needs Java 11 or later. Install it with: sudo apt-get install openjdk-17-jre-headless')
  return found
}

/** @param {string} java */
function version(java) {
  const said = spawnSync(java, ['-XX:-UsePerfData', '-version'], { encoding: 'utf8' })
  const found = /version "(\d+)(?:\.(\d+))?/.exec(said.stderr ?? '')
  return found ? Number(found[1] === '1' ? found[2] : found[1]) : 0
}
