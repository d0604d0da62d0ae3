import { once } from 'node:events'
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join, resolve } from 'node:path'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { type Run, startCalls } from './calls.ts'
import { control } from './control.ts'
import { type Part, startDatabase } from './database.ts'
import { deploy, type Stack } from './deploy.ts'
import { startFiles } from './files.ts'
import { front, originHeaders, policyHeaders } from './front.ts'
import { byName, functions } from './functions.ts'
import { type Asked, gateway, proxied } from './gateway.ts'
import { guard, type Seen } from './guard.ts'
import type { Deployed, Places } from './kinds.ts'
import { startMail } from './mail.ts'
import { buildPanel } from './panel.ts'
import { startPeople } from './people.ts'
import { freePort } from './ports.ts'
import { region } from './resolve.ts'
import { schedules } from './schedules.ts'
import { account } from './signature.ts'
import { streams } from './streams.ts'
import { synthesise } from './synth.ts'

export type Wishes = {
  port: number
  mailPort: number
  data: string
  /** A day that stands for today. */
  today?: string
  /** Who keeps passwords: the emulator of a user pool, unless it is the table. */
  identity?: 'cognito' | 'own'
  /** Without the panel only the API answers: for tests. */
  panel: boolean
  /** A database that runs already, and how the names of tables begin in it: for tests. */
  database?: { endpoint: string; tables: string }
  /** Hears of every call of a function: for tests. */
  seen?: Seen
  /** Neither gateway nor functions end what takes long: for tests, in which the speed of a machine decides nothing. */
  unhurried?: boolean
}
export type Platform = {
  origin: string
  mail: string
  /** Starts a function of the stack, by its name there: `Remind`. */
  invoke: (name: string, event: unknown) => Promise<unknown>
  /** A request to the API that came at that instant; that comes now where a day stands for today. */
  ask: (asked: Asked, came: Date) => Promise<APIGatewayProxyStructuredResultV2>
  /** Waits until every event in the table's stream has been taken. */
  settled: () => Promise<void>
  stop: () => Promise<void>
}

/** The whole system on this machine: the parts, the template deployed to them, and what runs its functions. */
export async function startPlatform(wishes: Wishes, ending = new AbortController()): Promise<Platform> {
  const folder = resolve(wishes.data)
  const origin = `http://localhost:${wishes.port}`
  mkdirSync(folder, { recursive: true })
  const parts: Part[] = []
  const begun = <T extends Part>(part: T): T => {
    parts.push(part)
    return part
  }
  const stops: (() => unknown)[] = []
  const stop = async () => {
    ending.abort()
    for (const one of stops.reverse()) await one()
    await Promise.all(parts.map((part) => part.stop()))
  }
  try {
    const kept = remembered<{ files?: number }>(join(folder, 'ports.json'))
    const [dynamo, people, files, mail, assembly, panel] = await all([
      wishes.database ?? startDatabase(join(folder, 'dynamodb')).then(begun),
      startPeople(join(folder, 'cognito')).then(begun),
      freePort(kept.files).then((port) => startFiles(join(folder, 's3'), port).then(begun)),
      startMail(wishes.mailPort, join(folder, 'mail.json')).then(begun),
      synthesise({ identity: wishes.identity ?? 'cognito' }, ending.signal, new Date()),
      wishes.panel ? buildPanel(ending.signal, new Date()) : 'dist/none',
    ])
    ending.signal.throwIfAborted()
    remember(join(folder, 'ports.json'), { files: Number(new URL(files.endpoint).port) })

    const known = remembered<Record<string, Deployed>>(join(folder, 'deployed.json'))
    const fresh = Object.keys(known).length === 0
    let called: Run = () => undefined
    const graves = join(folder, 'dead-letters.jsonl')
    const bury = (door: string, input: unknown, reason: string) => appendFileSync(graves, `${JSON.stringify({ door, reason, input })}\n`)
    const calls = await startCalls({ run: (name, event) => called(name, event), bury }).then(begun)
    const places = {
      dynamo: dynamo.endpoint,
      people: people.endpoint,
      files: files.endpoint,
      mail: mail.endpoint,
      calls: calls.endpoint,
      origin,
    }
    const stack = await deploy(assembly.template, { ...places, ...(wishes.database && { tables: wishes.database.tables }) }, known)
    remember(join(folder, 'deployed.json'), known)

    const watch = await guard(stack, places, wishes.seen)
    stops.push(watch.stop)
    const doors = await functions(
      stack,
      assembly,
      folder,
      (role) => ({
        AWS_ENDPOINT_URL_DYNAMODB: watch.endpoint('dynamo', role),
        AWS_ENDPOINT_URL_S3: files.endpoint,
        AWS_ENDPOINT_URL_SES: watch.endpoint('mail', role),
        AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: watch.endpoint('people', role),
        AWS_ENDPOINT_URL_LAMBDA: watch.endpoint('calls', role),
        ...(wishes.today && { TODAY: wishes.today }),
      }),
      wishes.unhurried,
    )
    stops.push(() => Promise.all([...doors.values()].map((door) => door.stop())))
    called = (name, event) => byName(doors, name)?.invoke(event)
    const flow = await streams(stack, doors, dynamo.endpoint, folder, ending.signal)
    stops.unshift(flow.stop)
    stops.push(await schedules(stack, doors, folder))
    const door = (name: string) => [...doors.values()].find((one) => one.name.replace(/[0-9A-F]{8}$/, '') === name)
    const inside = {
      panel,
      api: await gateway(stack, doors, wishes.unhurried),
      control: control(door, flow.settled, await asOperator(stack, places)),
      headers: await policyHeaders(stack, files.endpoint),
      origin: await originHeaders(stack),
    }
    for (const server of await listen(() => front(inside), wishes.port)) {
      stops.push(() => {
        server.closeAllConnections()
        return new Promise((closed) => server.close(closed))
      })
    }
    const invoke = async (name: string, event: unknown) => {
      const found = door(name)
      if (!found) throw new Error(`The stack has no function ${name}`)
      return found.invoke(event)
    }
    if (!fresh) await bringUp(join(folder, 'brought-up.json'), assembly.folder, invoke)
    else remember(join(folder, 'brought-up.json'), { by: assembly.folder })
    const ask: Platform['ask'] = async (asked, came) =>
      (await invoke('Http', proxied(asked, 'ANY /api/{proxy+}', wishes.today ? new Date() : came))) as APIGatewayProxyStructuredResultV2
    return { origin, mail: mail.endpoint, invoke, ask, settled: flow.settled, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The surroundings of whoever works on the parts with rights of his own, not with a role of the template. */
async function asOperator(stack: Stack, { dynamo, people, files, mail }: Places): Promise<Record<string, string>> {
  const [[, { Environment }] = ['', {}]] = await stack.of('AWS::Lambda::Function')
  return {
    ...(Environment as { Variables: Record<string, string> }).Variables,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: account.accessKeyId,
    AWS_SECRET_ACCESS_KEY: account.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: dynamo,
    AWS_ENDPOINT_URL_S3: files,
    AWS_ENDPOINT_URL_SES: mail,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: people,
  }
}

// Unlike Promise.all this waits for every one, so that whatever was begun can be ended when another failed.
async function all<T extends unknown[]>(begun: { [K in keyof T]: Promise<T[K]> | T[K] }): Promise<T> {
  const ended = await Promise.allSettled(begun)
  for (const one of ended) if (one.status === 'rejected') throw one.reason
  return ended.map((one) => one.status === 'fulfilled' && one.value) as T
}

// `localhost` is either of two addresses; the second is missing on some machines.
async function listen(make: () => Server, port: number): Promise<Server[]> {
  const four = make().listen(port, '127.0.0.1')
  await once(four, 'listening')
  const six = make().listen(port, '::1')
  const there = await Promise.race([once(six, 'listening').then(() => true), once(six, 'error').then(() => false)])
  return there ? [four, six] : [four]
}

/** Data that another version wrote: whatever it kept in another form is written again before anybody reads. */
async function bringUp(file: string, by: string, invoke: Platform['invoke']): Promise<void> {
  if (remembered<{ by?: string }>(file).by === by) return
  for (let done = false; !done; ) {
    const report = (await invoke('Migrate', {})) as { done: boolean; records?: number }
    done = report.done
    if (report.records) process.stdout.write(`Data of an earlier version: ${report.records} records brought up.\n`)
  }
  remember(file, { by })
}

function remembered<T extends object>(file: string): T {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : ({} as T)
}

function remember(file: string, value: object): void {
  writeFileSync(file, JSON.stringify(value, null, 2))
}
