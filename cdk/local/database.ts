import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { java } from '../../.ci/java.js'
import { freePort } from './ports.ts'

export type Part = { endpoint: string; stop: () => Promise<void> }

// The shell keeps reading our pipe: when this process goes, however it goes, the pipe closes and Java is ended with it.
const UNTIL_THE_PIPE_CLOSES = 'exec 3<&0; "$@" <&- & j=$!; (cat <&3 >/dev/null; kill $j) & wait $j'

/** Amazon's own DynamoDB Local on a free port; in memory unless given a folder, from which it serves what it stored before. */
export async function startDatabase(folder?: string): Promise<Part> {
  const home = join(dirname(createRequire(import.meta.url).resolve('amplify-dynamodb-simulator/package.json')), 'emulator')
  const port = await freePort()
  if (folder) mkdirSync(folder, { recursive: true })
  const args = [
    `-Djava.library.path=${home}/DynamoDBLocal_lib`,
    // In memory it lives briefly and works in short bursts: less compiling halves its time on two cores.
    ...(folder ? [] : ['-XX:TieredStopAtLevel=1']),
    '-XX:+UseSerialGC',
    '-Xmx1g',
    '-jar',
    `${home}/DynamoDBLocal.jar`,
    '-port',
    String(port),
    '-sharedDb',
    '-disableTelemetry',
  ]
  const where = folder ? ['-dbPath', folder] : ['-inMemory']
  const child = spawn('sh', ['-c', UNTIL_THE_PIPE_CLOSES, 'sh', java(), ...args, ...where], {
    cwd: folder ?? tmpdir(),
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (piece) => {
    said = (said + piece).slice(-2000)
  })
  const gone = once(child, 'exit')
  const endpoint = `http://127.0.0.1:${port}`
  await answers(endpoint, gone, () => said)
  return {
    endpoint,
    stop: async () => {
      child.stdin.end()
      await gone
    },
  }
}

async function answers(endpoint: string, gone: Promise<unknown>, said: () => string): Promise<void> {
  let ended = false
  void gone.then(() => {
    ended = true
  })
  // However slow the machine: it answers (to a request without a signature 400, which will do), or it ends.
  const silent = () =>
    fetch(endpoint).then(
      () => false,
      () => true,
    )
  while (await silent()) {
    if (ended) throw new Error(`DynamoDB Local ended at once: ${said()}`)
    await new Promise((again) => setTimeout(again, 50))
  }
}
