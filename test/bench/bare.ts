import { GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { Hono } from 'hono'
import { handle } from 'hono/aws-lambda'
import { newId } from '../../functions/store/keys.ts'
import { client, putItems, tableName } from '../../functions/store/table.ts'
import type { LedgerRecord } from '../../shared/record.ts'

/** Routes without a product: one request to the same table and its answer. */
export async function bare(records: LedgerRecord[]) {
  const [sample] = records as [LedgerRecord]
  await putItems(records.map((record, at) => ({ pk: 'bare#L', sk: `${at}`.padStart(6, '0'), v: 1, record })))
  await putItems(Array.from({ length: 88 }, (_, at) => ({ pk: 'bare#N', sk: `${at}`, n: at, 'd:2026-06-10': 3, 'd:2026-06-11': 4 })))
  const TableName = tableName()
  const query = async (pk: string, Limit: number) =>
    (
      await client().send(
        new QueryCommand({ TableName, Limit, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } }),
      )
    ).Items
  const get = async (sk: string) => (await client().send(new GetCommand({ TableName, Key: { pk: 'bare#L', sk } }))).Item
  const write = (...items: { sk: string; [name: string]: unknown }[]) => {
    const pk = `bare#${newId('r', new Date())}`
    return client().send(new TransactWriteCommand({ TransactItems: items.map((item) => ({ Put: { TableName, Item: { pk, ...item } } })) }))
  }
  const event = { sk: 'E#1', at: sample.createdAt, by: sample.createdBy, changes: sample.data }
  const app = new Hono()
    .get('/get', async (c) => c.json((await get('000007')) ?? {}))
    .get('/list', async (c) => c.json({ data: await query('bare#L', 25) }))
    .get('/counters', async (c) => c.json({ data: await query('bare#N', 88) }))
    .post('/create', async (c) => {
      const record = { ...sample, data: await c.req.json() }
      await write({ sk: 'A', record }, event, { sk: 'NO' })
      return c.json(record)
    })
    .post('/step', async (c) => {
      const item = await get('000007')
      await write({ ...item, sk: 'A' }, event, { sk: 'L' }, { sk: 'D' })
      return c.json({ ...item, given: await c.req.json() })
    })
  return handle(app)
}
