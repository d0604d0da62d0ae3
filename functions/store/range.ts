/**
 * A stretch of one partition, of the table or of an index (`g1` … `g6`): sort keys that begin with `begins`, or lie from `from` to `to`,
 * both included. Ascending unless `newest`. `after` is what the page before answered as `next`.
 * `moved`: of each item only what tells whether it has (`rev` and `at`), which is less to carry and costs the same.
 */
export type Range = {
  pk: string
  index?: 'g1' | 'g2' | 'g3' | 'g4' | 'g5' | 'g6'
  begins?: string
  from?: string
  to?: string
  newest?: boolean
  limit?: number
  eventual?: boolean
  moved?: true
  after?: Record<string, unknown>
}

/** The parameters of a Query for a range. An index never reads consistently. */
export function keyRange(range: Range) {
  const { index, limit, after, moved } = range
  const [hash, sort] = index ? [`${index}pk`, `${index}sk`] : ['pk', 'sk']
  const [condition, values] = sortCondition(range)
  return {
    ...(index ? { IndexName: `${index}-keys` } : { ConsistentRead: !range.eventual }),
    KeyConditionExpression: `#pk = :pk${condition ? ` AND ${condition}` : ''}`,
    ExpressionAttributeNames: {
      '#pk': hash,
      ...(condition ? { '#sk': sort } : {}),
      ...(moved ? { '#at': 'at' } : {}),
    },
    ...(moved ? { ProjectionExpression: 'pk, sk, rev, #at' } : {}),
    ExpressionAttributeValues: { ':pk': range.pk, ...values },
    ScanIndexForward: !range.newest,
    ...(limit ? { Limit: limit } : {}),
    ...(after ? { ExclusiveStartKey: after } : {}),
  }
}

/** True when nothing can lie between the two bounds; DynamoDB calls that an error. */
export function isEmpty({ from, to }: Range): boolean {
  return from !== undefined && to !== undefined && from > to
}

function sortCondition({ begins, from, to }: Range): [string, Record<string, string>] {
  if (begins !== undefined) return ['begins_with(#sk, :begins)', { ':begins': begins }]
  if (from !== undefined && to !== undefined) return ['#sk BETWEEN :from AND :to', { ':from': from, ':to': to }]
  if (from !== undefined) return ['#sk >= :from', { ':from': from }]
  if (to !== undefined) return ['#sk <= :to', { ':to': to }]
  return ['', {}]
}
