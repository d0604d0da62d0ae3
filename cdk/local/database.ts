import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { java } from '../../.ci/java.js'
import { throwAway, tuneDatabase } from './database-tuning.ts'
import { freePort } from './ports.ts'

export type Part = { endpoint: string; stop: () => Promise<void> }

// The shell keeps reading our pipe: when this process goes, however it goes, the pipe closes and Java is ended with it, and what is thrown away goes too.
const UNTIL_THE_PIPE_CLOSES = `exec 3<&0; "$@" <&- & j=$!
(cat <&3 >/dev/null; kill $j && [ -n "$THROWN_AWAY" ] && { while kill -0 $j 2>/dev/null; do sleep 0.2; done; rm -rf "$THROWN_AWAY"; }) & wait $j`

/**
 * Java's second compiler is worth its time only where hundreds of thousands of calls come, and there only for what is called most: on two cores an `npm start`
 * takes twice as long with it, and a run of the tests costs a fifth more without (from some 45,000 calls on).
 */
const compiled = {
  short: ['-XX:TieredStopAtLevel=1'],
  long: ['Invocation=40000', 'MinInvocation=20000', 'Compile=80000', 'BackEdge=1000000'].map(
    (each) => `-XX:Tier4${each.replace('=', 'Threshold=')}`,
  ),
}

/**
 * Amazon's own DynamoDB Local on a free port, serving what it stored before in that folder; without one it keeps nothing once it has stopped. When it ends by
 * itself it is started again, on the same port with the same data.
 */
export async function startDatabase(given?: string, life: keyof typeof compiled = 'short'): Promise<Part> {
  const home = join(dirname(createRequire(import.meta.url).resolve('amplify-dynamodb-simulator/package.json')), 'emulator')
  const port = await freePort()
  const folder = given ?? mkdtempSync(join(throwAway(), 'duban-'))
  mkdirSync(folder, { recursive: true })
  const args = [
    `-Djava.library.path=${home}/DynamoDBLocal_lib`,
    ...compiled[life],
    '-XX:+UseSerialGC',
    '-XX:-UsePerfData',
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
  const endpoint = `http://127.0.0.1:${port}`
  const thrownAway = given === undefined ? folder : ''
  let running = begin(args, folder, thrownAway)
  let stopping = false
  await answers(endpoint, running)
  tuneDatabase(folder)
  const kept = (async () => {
    while (await running.gone.then(() => !stopping)) {
      console.error('DynamoDB Local ended; it is started again')
      running = begin(args, folder, thrownAway)
      await answers(endpoint, running)
    }
  })()
  kept.catch((error: unknown) => console.error(String(error)))
  return {
    endpoint,
    stop: async () => {
      stopping = true
      running.end()
      await kept.catch(() => {})
      if (given === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Running = { gone: Promise<unknown>; said: () => string; end: () => void }

function begin(args: string[], cwd: string, thrownAway: string): Running {
  const child = spawn('sh', ['-c', UNTIL_THE_PIPE_CLOSES, 'sh', java(), ...args], {
    cwd,
    env: { ...process.env, THROWN_AWAY: thrownAway },
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (piece) => {
    said = (said + piece).slice(-2000)
  })
  return { gone: once(child, 'exit'), said: () => said, end: () => void child.stdin.end() }
}

async function answers(endpoint: string, { gone, said }: Running): Promise<void> {
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
