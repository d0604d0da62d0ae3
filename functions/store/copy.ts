import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Item } from './table.ts'

/** An item as one line of text, which tells what DynamoDB tells: bytes and sets too. */
export function written(item: Item): string {
  return JSON.stringify(marshall(item, { removeUndefinedValues: true }), (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  )
}

/** The item of such a line. */
export function readBack(line: string): Item {
  const image = JSON.parse(line, (name, value: unknown) =>
    name === 'B' && typeof value === 'string' ? Buffer.from(value, 'base64') : value,
  )
  return unmarshall(image as Record<string, AttributeValue>) as Item
}
