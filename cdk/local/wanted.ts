import { calledBy } from './calls.ts'
import type { Wanted } from './rights.ts'

/** Names of what calls speak of, as the statements of the template spell them. */
export type Named = {
  table: (name: string) => string
  pool: (id: string) => string
  sender: string
  letters: (set: string) => string
  function: (name: string) => string
}
/** A call as it goes over the network: the header that says what it is of those services that have one, its path and its body. */
type Sent = { target: string; path: string; body: string }
type Keyed = { pk?: { S?: string } }
type Item = { TableName: string; IndexName?: string; Key?: Keyed; Item?: Keyed }
type Batched = { PutRequest?: { Item: Keyed }; DeleteRequest?: { Key: Keyed } }
type Call = Item & { TransactItems?: Record<string, Item>[]; RequestItems?: Record<string, Batched[]> }
const writes = { Put: 'PutItem', Update: 'UpdateItem', Delete: 'DeleteItem', ConditionCheck: 'ConditionCheckItem' }

/** The rights that a call of an AWS service needs: those of every item of a transaction, of every table of a batch. */
export function wanted({ target, path, body }: Sent, { table, pool, sender, letters, function: named }: Named): Wanted[] {
  const called = calledBy(path)
  if (called !== undefined) return [{ action: 'lambda:InvokeFunction', resource: named(called) }]
  const [service = '', name = ''] = target.split('.')
  if (service.startsWith('DynamoDB')) return ofTable(name, JSON.parse(body), table)
  // Only the administrator's calls are signed with a role; the others carry the person's own password.
  if (service.startsWith('AWSCognito'))
    return name.startsWith('Admin') || name.startsWith('List')
      ? [{ action: `cognito-idp:${name}`, resource: pool(JSON.parse(body).UserPoolId) }]
      : []
  const form = new URLSearchParams(body)
  const [action, set] = [form.get('Action'), form.get('ConfigurationSetName')]
  if (action === 'GetSendQuota') return [{ action: `ses:${action}`, resource: '*' }]
  if (action) return [sender, ...(set ? [letters(set)] : [])].map((resource) => ({ action: `ses:${action}`, resource }))
  throw new Error(`This machine does not know which rights ${target || 'that call'} needs`)
}

function ofTable(name: string, call: Call, table: Named['table']): Wanted[] {
  const on = (action: string, { TableName, IndexName, Key, Item }: Item): Wanted => ({
    action: `dynamodb:${action}`,
    resource: IndexName ? `${table(TableName)}/index/${IndexName}` : table(TableName),
    keys: partitions([Key, Item]),
  })
  const { TransactItems = [], RequestItems } = call
  if (name === 'TransactWriteItems')
    return TransactItems.flatMap((item) => Object.entries(writes).flatMap(([key, action]) => (item[key] ? [on(action, item[key])] : [])))
  if (name === 'TransactGetItems') return TransactItems.flatMap(({ Get }) => (Get ? [on('GetItem', Get)] : []))
  if (!RequestItems) return [on(name, call)]
  return Object.entries(RequestItems).map(([TableName, items]) => ({ ...on(name, { TableName }), keys: batched(items) }))
}

function batched(items: Batched[]): string[] {
  return Array.isArray(items) ? partitions(items.flatMap(({ PutRequest, DeleteRequest }) => [PutRequest?.Item, DeleteRequest?.Key])) : []
}

function partitions(items: (Keyed | undefined)[]): string[] {
  return items.flatMap((item) => item?.pk?.S ?? [])
}
