import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { Scope } from '../../shared/scope.ts'
import { prefix } from './keys.ts'
import { client, type Item, tableName } from './table.ts'

/**
 * Everything that the table holds of a county, as last written, in no order. For what an operator starts with rights of his own, verifying and keeping copies:
 * no door may scan, and none is bundled with this.
 */
export async function* everything(scope: Scope): AsyncGenerator<Item> {
  const county = `${prefix(scope)}#`
  let after: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await client().send(
      new ScanCommand({ TableName: tableName(), ConsistentRead: true, ...(after ? { ExclusiveStartKey: after } : {}) }),
    )
    for (const item of Items as Item[]) if (item.pk.startsWith(county)) yield item
    after = LastEvaluatedKey
  } while (after)
}

/** What kind of item a key is of: `R` for records and events, `N` for counters, and so on. */
export const kindOf = ({ pk }: Pick<Item, 'pk'>): string => pk.split('#')[1] ?? ''
