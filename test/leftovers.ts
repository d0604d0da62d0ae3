import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const KIND = 'duban-run-'

/**
 * Gives this process, and all that it starts, one folder for what they leave: whoever asks for a temporary place gets it there, be it us, CDK, the browser or an
 * office program. It goes when this process goes, however it goes. Says where it is.
 */
export function throwAwayLeftovers(): string {
  const around = tmpdir()
  if (basename(around).startsWith(KIND)) return around
  const folder = mkdtempSync(join(around, KIND))
  process.env.TMPDIR = folder
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }))
  whenThisIsKilled(folder)
  return folder
}

// A shell keeps reading our pipe: when this process is killed the pipe closes, and what is left goes, again and again while those live who were given the place.
const UNTIL_THE_PIPE_CLOSES = `cat
while rm -rf "$0"; [ $((n += 1)) -lt 600 ] && grep -qsxzF "TMPDIR=$0" /proc/[0-9]*/environ; do sleep 0.5; done
rm -rf "$0"`

function whenThisIsKilled(folder: string): void {
  const env = { PATH: process.env.PATH }
  const child = spawn('sh', ['-c', UNTIL_THE_PIPE_CLOSES, folder], { cwd: '/', env, detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  child.unref()
  const pipe = child.stdin as Socket
  pipe.unref()
}
