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
  untilThePipeCloses(folder)
  return folder
}

// A shell keeps reading our pipe: when this process is killed the pipe closes, and what is left goes as soon as those who still write there are gone too.
function untilThePipeCloses(folder: string): void {
  const script = 'cat; until rm -rf "$0"; do sleep 1; done'
  const child = spawn('sh', ['-c', script, folder], { cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  child.unref()
  const pipe = child.stdin as Socket
  pipe.unref()
}
