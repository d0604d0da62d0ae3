import type { Wanted } from './rights.ts'

type Places = { table: (name: string) => string; pool: (id: string) => string; sender: string }
type Item = { TableName: string; IndexName?: string }
const writes = { Put: 'PutItem', Update: 'UpdateItem', Delete: 'DeleteItem', ConditionCheck: 'ConditionCheckItem' }

/** The rights that a call of an AWS service needs: those of every item of a transaction, of every table of a batch. */
export function wanted(target: string, body: string, { table, pool, sender }: Places): Wanted[] {
  const [service = '', name = ''] = target.split('.')
  if (service.startsWith('DynamoDB')) {
    const on = (action: string, { TableName, IndexName }: Item) => ({
      action: `dynamodb:${action}`,
      resource: IndexName ? `${table(TableName)}/index/${IndexName}` : table(TableName),
    })
    const given = JSON.parse(body)
    if (name === 'TransactWriteItems')
      return given.TransactItems.flatMap((item: Record<string, Item>) =>
        Object.entries(writes).flatMap(([key, action]) => (item[key] ? [on(action, item[key])] : [])),
      )
    if (name === 'TransactGetItems') return given.TransactItems.map((item: { Get: Item }) => on('GetItem', item.Get))
    if (given.RequestItems) return Object.keys(given.RequestItems).map((TableName) => on(name, { TableName }))
    return [on(name, given)]
  }
  // Only the administrator's calls are signed with a role; the others carry the person's own password.
  if (service.startsWith('AWSCognito'))
    return name.startsWith('Admin') || name.startsWith('List')
      ? [{ action: `cognito-idp:${name}`, resource: pool(JSON.parse(body).UserPoolId) }]
      : []
  const action = new URLSearchParams(body).get('Action')
  if (action) return [{ action: `ses:${action}`, resource: sender }]
  throw new Error(`This machine does not know which rights ${target || 'that call'} needs`)
}
