// Runs before `npm start`, `npm test` and `npm run job`, on whatever Node (20 or later) there is: brings what is missing and no more.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { findChromium, hasChineseFont } from './browser.js'
import { findJava } from './java.js'
import { hasOffice } from './office.js'

const what = process.argv[2]
const installed = 'node_modules/.installed-from'

packages()
if (what !== 'job' && !findJava()) debian(['openjdk-17-jre-headless'], 'The local database needs Java 11 or later.')
if (what === 'test') {
  if (!findChromium()) debian(['chromium'], 'The tests walk through the panel in Chromium, Chrome or Edge.')
  if (!hasOffice() || !runs('pdftotext'))
    debian(['libreoffice-writer-nogui', 'libreoffice-calc-nogui', 'poppler-utils'], 'The tests open papers and workbooks in LibreOffice.')
  if (!hasChineseFont()) debian(['fonts-noto-cjk'], 'The tests look at Chinese pages, which need a Chinese font.')
}

function packages() {
  const lock = readFileSync('package-lock.json', 'utf8')
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) return
  // A node_modules that npm itself brought up to date needs nothing.
  if (!current(lock)) {
    // Not `npm ci`: it refuses where a registry lacks the tools' binaries for other kinds of machine. The versions are the lock's all the same.
    console.log('Installing packages …')
    run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], 'The packages could not be installed.')
  }
  writeFileSync(installed, lock)
}

/** @param {string} lock */
function current(lock) {
  const hidden = 'node_modules/.package-lock.json'
  if (!existsSync(hidden) || !existsSync('node_modules/.bin/node')) return false
  /** @type {Record<string, { version?: string }>} */
  const there = JSON.parse(readFileSync(hidden, 'utf8')).packages
  /** @type {Record<string, { version?: string, optional?: boolean }>} */
  const wanted = JSON.parse(lock).packages
  return Object.entries(wanted).every(([path, { version, optional }]) => path === '' || optional || there[path]?.version === version)
}

/** True where a program is there. @param {string} name */
function runs(name) {
  return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0
}

/** @param {string[]} names @param {string} why */
function debian(names, why) {
  const command = `apt-get install -y --no-install-recommends ${names.join(' ')}`
  const may = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
  if (!may) fail(`${why} Install it with: sudo ${command}`)
  console.log(`Installing ${names.join(' ')} …`)
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const done = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300', ...names], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (done.status !== 0) fail(`${why} Installing it failed; try: sudo ${command}`)
}

/** @param {string} command @param {string[]} args @param {string} otherwise */
function run(command, args, otherwise) {
  if (spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status !== 0) fail(otherwise)
}

/** @param {string} sentence @returns {never} */
function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
