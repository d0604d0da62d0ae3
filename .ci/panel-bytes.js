// What a browser loads until somebody who signs in sees the home page: the page, the application, and what these import by name, each compressed. Ends with 1
// when that is more than the bound.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildPanel } from '../cdk/local/panel.ts'

/** Kilobytes of gzip. Whoever must raise it says in the commit what it buys. */
const MOST = 300
/** The parts that the home page is made of, beside what index.html names. */
const parts = /^(App|Today)-.*\.js$/
const folder = process.argv[2] ?? (await buildPanel(new AbortController().signal, new Date()))
const read = new Map([['index.html', gzipped('index.html')]])
for (const [, path = ''] of readFileSync(join(folder, 'index.html'), 'utf8').matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)) follow(path)
for (const name of readdirSync(join(folder, 'assets'))) if (parts.test(name)) follow(join('assets', name))
const sum = [...read.values()].reduce((all, bytes) => all + bytes, 0)
for (const [path, bytes] of [...read].sort(([, one], [, other]) => other - one))
  console.log(`${(bytes / 1000).toFixed(1).padStart(7)} KB ${path}`)
console.log(`${(sum / 1000).toFixed(1).padStart(7)} KB until the home page, at most ${MOST}`)
process.exit(sum / 1000 <= MOST ? 0 : 1)

/** A file and whatever it imports by name; what is asked for later is not read yet. @param {string} path */
function follow(path) {
  if (read.has(path)) return
  read.set(path, gzipped(path))
  if (!path.endsWith('.js')) return
  for (const [, other = ''] of readFileSync(join(folder, path), 'utf8').matchAll(/(?:^|[;}\s])(?:import|from)\s*["'](\.[^"']+\.js)["']/g))
    follow(join(dirname(path), other))
}

/** @param {string} path */
function gzipped(path) {
  return gzipSync(readFileSync(join(folder, path)), { level: 9 }).byteLength
}
