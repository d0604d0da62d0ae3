import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

/** The browser of this machine that the walks are taken in, or undefined. `CHROMIUM` names another. */
export function findChromium() {
  return [process.env.CHROMIUM ?? '', ...PLACES].find((path) => path !== '' && existsSync(path))
}

/** Whether Chinese text can be drawn; where fontconfig is missing the system has its own fonts. */
export function hasChineseFont() {
  const said = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' })
  return said.error ? process.platform !== 'linux' || existsSync('/usr/share/fonts/opentype/noto') : said.stdout.trim() !== ''
}
