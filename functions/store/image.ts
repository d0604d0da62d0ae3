import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'

/** The item in an image of the table's stream, as the rest of the house knows it. The types of Lambda and of the SDK differ in what they leave out. */
export function plainItem(image: object): Record<string, unknown> {
  return unmarshall(image as Record<string, AttributeValue>)
}
