import { spawn } from 'node:child_process'

/** Runs a tool of ours to its end; what it said is shown only when it failed. */
export async function run(file: string, args: string[], signal: AbortSignal, env: Record<string, string> = {}): Promise<void> {
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, NO_COLOR: '1', NODE_DISABLE_COMPILE_CACHE: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece) => {
      said += piece
    })
  }
  const code = await new Promise<number | null>((ended, failed) => child.once('exit', ended).once('error', failed))
  if (code !== 0) throw new Error(`${file} failed:\n${said}`)
}
