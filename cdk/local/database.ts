import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { java } from '../../.ci/java.js'
import { throwAway, tuneDatabase } from './database-tuning.ts'
import { freePort } from './ports.ts'

export type Part = { endpoint: string; stop: () => Promise<void> }

// The shell keeps reading our pipe: when this process goes, however it goes, the pipe closes and Java is ended with it.
const UNTIL_THE_PIPE_CLOSES = 'exec 3<&0; "$@" <&- & j=$!; (cat <&3 >/dev/null; kill $j) & wait $j'

/** Amazon's own DynamoDB Local on a free port, serving what it stored before in that folder; without one it keeps nothing once it has stopped. */
export async function startDatabase(given?: string): Promise<Part> {
  const home = join(dirname(createRequire(import.meta.url).resolve('amplify-dynamodb-simulator/package.json')), 'emulator')
  const port = await freePort()
  const folder = given ?? mkdtempSync(join(throwAway(), 'duban-'))
  mkdirSync(folder, { recursive: true })
  const args = [
    `-Djava.library.path=${home}/DynamoDBLocal_lib`,
    // It works in short bursts: less compiling halves its time on two cores.
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '-Xmx1g',
    '-jar',
    `${home}/DynamoDBLocal.jar`,
    '-port',
    String(port),
    '-sharedDb',
    '-disableTelemetry',
    '-dbPath',
    folder,
  ]
  const child = spawn('sh', ['-c', UNTIL_THE_PIPE_CLOSES, 'sh', java(), ...args], {
    cwd: folder,
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
  tuneDatabase(folder)
  return {
    endpoint,
    stop: async () => {
      child.stdin.end()
      await gone
      if (given === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answers(endpoint: string, gone: Promise<unknown>, said: () => string): Promise<void> {
  let ended = false
  void gone.then(() => {
    ended = true
  })
  // However slow the machine: it answers, or it ends. The first question makes it open its file.
  const silent = () =>
    fetch(endpoint, { method: 'POST', headers: { ...unsigned, 'x-amz-target': 'DynamoDB_20120810.ListTables' }, body: '{}' }).then(
      ({ ok }) => !ok,
      () => true,
    )
  while (await silent()) {
    if (ended) throw new Error(`DynamoDB Local ended at once: ${said()}`)
    await new Promise((again) => setTimeout(again, 50))
  }
}

// It asks who somebody is, and checks no signature.
const unsigned = {
  'content-type': 'application/x-amz-json-1.0',
  authorization: 'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
}
