import { DeleteCommand, PutCommand, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import './tsx.ts'
import { client, type Item } from '../../functions/store/table.ts'
import { bare } from './bare.ts'
import { fill } from './fill.ts'
import { at, county, openTable, township, unit } from './house.ts'
import { operations } from './operations.ts'

// What the database alone takes for the writes of one step: `node test/bench/floor.ts [operation]`. They are caught once and sent again and again with other ids
// and no line of the product, beside the bare route and the step itself.
const asked = process.argv[2] ?? 'assign with a co-unit'
const [window, rounds] = [300, 4]

type Write = {
  name: string
  input: { TransactItems?: TransactWriteCommandInput['TransactItems']; TableName?: string; Item?: Item; Key?: Item }
}
type Work = () => Promise<unknown>

const database = await openTable()
const { handler } = await import('../../functions/http.ts')
const filled = await fill(1000, 800, { folder: database.folder, searched: false })
const ask = await at((await bare(filled.sample)) as never, { ...county, person: 'pbare0000' })
const [clerk, office, liaison] = [
  await at(handler as never, county),
  await at(handler as never, township('xinan')),
  await at(handler as never, unit('water')),
]
const [, beside = '', work] = operations({ clerk, office, liaison }, filled, 800).find(([name]) => name === asked) ?? []
if (!work) throw new Error(`There is no operation called ${asked}`)
const step = () => ask('POST', beside, { title: '关于维修桥梁的建议' })
const writes = await caught(work)
console.log(`${asked}: ${writes.map(({ name }) => name.replace('Command', '')).join(', ')}`)
const works: { [name: string]: Work } = { 'the bare route': step, 'the writes alone': again(writes), 'the step': work }
console.log('| share of the bare route | c = 1 | c = 16 |\n| --- | ---: | ---: |')
const [alone, many] = [await rates(1), await rates(16)]
for (const name of Object.keys(works)) console.log(`| ${name} | ${share(alone, name)} | ${share(many, name)} |`)
await database.stop()
process.exit()

/** The writes of one call, as they go to the database. */
async function caught(call: Work): Promise<Write[]> {
  const found: Write[] = []
  await call()
  client().middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        if (/Put|Delete|Transact/.test(commandName)) found.push({ name: commandName, input: structuredClone(args.input) as Write['input'] })
        return next(args)
      },
    { step: 'initialize', name: 'caught' },
  )
  await call()
  client().middlewareStack.remove('caught')
  return found
}

/** The same with an id of its own each time, without conditions: transactions first, the rest side by side. */
function again(all: Write[]): Work {
  const isFirst = ({ name }: Write) => name.startsWith('Transact')
  let turn = 0
  return async () => {
    turn += 1
    const id = turn.toString(32).padStart(8, '0')
    const named = JSON.parse(JSON.stringify(all).replace(/(r[0-9a-z]{16})[0-9a-z]{8}/g, `$1${id}`)) as Write[]
    for (const write of named.filter(isFirst)) await send(write)
    await Promise.all(named.filter((write) => !isFirst(write)).map(send))
  }
}

function send({ name, input: { TransactItems = [], TableName, Item, Key } }: Write): Promise<unknown> {
  if (name.startsWith('Put')) return client().send(new PutCommand({ TableName, Item }))
  if (name.startsWith('Delete')) return client().send(new DeleteCommand({ TableName, Key }))
  const puts = TransactItems.flatMap(({ Put }) => (Put ? [{ Put: { TableName: Put.TableName, Item: Put.Item } }] : []))
  return client().send(new TransactWriteCommand({ TransactItems: puts }))
}

/** Calls in a millisecond, in windows by turns. */
async function rates(askers: number): Promise<Map<string, number>> {
  const sums = new Map(Object.keys(works).map((name) => [name, { n: 0, ms: 0 }]))
  for (let round = 0; round < rounds; round += 1)
    for (const [name, sum] of sums) {
      const began = performance.now()
      const one = async () => {
        for (; performance.now() < began + window; sum.n += 1) await works[name]?.()
      }
      await Promise.all(Array.from({ length: askers }, one))
      sum.ms += performance.now() - began
    }
  return new Map([...sums].map(([name, { n, ms }]) => [name, n / ms]))
}

function share(found: Map<string, number>, name: string): string {
  return ((found.get(name) ?? 0) / (found.get('the bare route') ?? 1)).toFixed(2)
}
