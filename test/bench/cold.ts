import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'rolldown'
import { bundle } from '../../cdk/bundles.ts'
import { beginSession } from '../../functions/store/sessions.ts'
import { tableName } from '../../functions/store/table.ts'
import { createRecord } from '../../functions/transact.ts'
import { eventOf } from '../functions/api-house.ts'
import './tsx.ts'
import { at, openTable, today, township } from './house.ts'

// What a cold start costs, beside a handler without a product: `node test/bench/cold.ts [rounds]`. Each is a process of its own, from its start to its
// first answer, by turns, so that a busy machine disturbs all alike: ratios are meant, milliseconds are not. `cpu` is the least that was seen.
const rounds = Number(process.argv[2] ?? 15)
const folder = mkdtempSync(join(tmpdir(), 'duban-cold-'))
const database = await openTable()
const own = township('xinan')
const { handler } = await import('../../functions/http.ts')
await at(handler as never, own)
const cookie = `duban=${await beginSession(own.person, new Date())}`
const clock = { now: new Date(), today }
const made = await createRecord(own, 'suggestions', { data: { title: '维修桥梁', body: '桥梁年久失修。'.repeat(60) } }, {}, clock)
if (!made || !('record' in made)) throw new Error(JSON.stringify(made))
const key = { pk: `duban#R#suggestions#${made.record.id}`, sk: 'A' }

await bundle(folder)
const bare = `export const handler = async () => { new Request('http://x/'); return { body: await new Response('{"ok":true}').text() } }`
const reading = `import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb'
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}))
export const handler = async () => {
  new Request('http://x/')
  const { Item } = await client.send(new GetCommand({ TableName: ${JSON.stringify(tableName())}, Key: ${JSON.stringify(key)} }))
  return { statusCode: Item ? 200 : 404, body: await new Response(JSON.stringify(Item)).text() }
}`
const ask = (path: string) => eventOf('GET', path, { cookie })
const starts: [name: string, bundle: string, event: object, beside: string][] = [
  ['bare: one Request and Response', await rival('bare', bare), {}, ''],
  ['document client alone: one item', await rival('reading', reading), {}, ''],
  // Whoever watches has no session; an administrator's adds figures to it.
  ['health', door('http'), eventOf('GET', '/api/health', {}), 'bare: one Request and Response'],
  ['who is signed in', door('http'), ask('/api/session'), 'document client alone: one item'],
  ['one record with `may`', door('http'), ask(`/api/records/suggestions/${made.record.id}`), 'document client alone: one item'],
  ['the definitions', door('http'), ask('/api/ledgers'), 'document client alone: one item'],
  ['project, nothing to do', door('project'), { Records: [] }, 'document client alone: one item'],
  ['notify, nothing to do', door('notify'), { Records: [] }, 'document client alone: one item'],
]
const taken = new Map(starts.map(([name]) => [name, [] as Start[]]))
for (let round = 0; round < rounds; round += 1) for (const [name, file, event] of starts) taken.get(name)?.push(start(file, event))
console.log('\n| first answer of a process | cpu, ms | share | wall, ms | share |\n| --- | ---: | ---: | ---: | ---: |')
for (const [name, , , beside] of starts) {
  const [cpu, wall] = [least(name), middle(name)]
  const share = (of: number, by: number) => (beside ? (of / by).toFixed(2) : '')
  console.log(`| ${name} | ${cpu.toFixed(0)} | ${share(cpu, least(beside))} | ${wall.toFixed(0)} | ${share(wall, middle(beside))} |`)
}
await database.stop()
rmSync(folder, { recursive: true })
process.exit()

type Start = { cpu: number; wall: number }

function door(name: string): string {
  return join(folder, name, 'index.mjs')
}

async function rival(name: string, contents: string): Promise<string> {
  const input = join(folder, `${name}.js`)
  const file = join(folder, `${name}.mjs`)
  writeFileSync(input, contents)
  await build({
    input,
    platform: 'node',
    resolve: { mainFields: ['module', 'main'], modules: [resolve('node_modules')] },
    output: { file, format: 'esm', minify: true, codeSplitting: false },
  })
  return file
}

function start(file: string, event: object): Start {
  const text = `const { handler } = await import(${JSON.stringify(file)})
  const answer = await handler(${JSON.stringify(event)}, {})
  if (answer?.statusCode >= 400) throw new Error(JSON.stringify(answer))
  const { userCPUTime, systemCPUTime } = process.resourceUsage()
  process.stdout.write(String((userCPUTime + systemCPUTime) / 1000), () => process.exit())`
  const began = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', text], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return { cpu: Number(stdout), wall: performance.now() - began }
}

function least(name: string): number {
  return Math.min(...(taken.get(name) ?? []).map(({ cpu }) => cpu))
}

function middle(name: string): number {
  const sorted = (taken.get(name) ?? []).map(({ wall }) => wall).sort((one, other) => one - other)
  return sorted[sorted.length >> 1] ?? Number.NaN
}
