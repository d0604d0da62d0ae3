/** Where an item lies. Every `pk` begins with the county. */
export type Key = { pk: string; sk: string }
export type Item = Key & { [attribute: string]: unknown }

/** A condition in DynamoDB's own words: `{text: '#v = :v', names: {'#v': 'v'}, values: {':v': 3}}`. */
export type Condition = { text: string; names?: Record<string, string>; values?: Record<string, unknown> }

/** What an update does: attributes set, numbers and sets added to, attributes removed, and when it may. */
export type Changes = { set?: Record<string, unknown>; add?: Record<string, number | Set<string>>; remove?: string[]; when?: Condition }

type Expression = {
  ConditionExpression?: string
  ExpressionAttributeNames?: Record<string, string>
  ExpressionAttributeValues?: Record<string, unknown>
}

/** The condition parameters of a put or delete. `absent`: only when nothing lies there. */
export function conditioned(options: { absent?: true; when?: Condition }): Expression {
  if (options.absent) return { ConditionExpression: 'attribute_not_exists(pk)' }
  const { when } = options
  if (!when) return {}
  return {
    ConditionExpression: when.text,
    ...(when.names ? { ExpressionAttributeNames: when.names } : {}),
    ...(when.values ? { ExpressionAttributeValues: when.values } : {}),
  }
}

/** The parameters of an update. Attribute names go through placeholders, so any name will do. */
export function updated({ set = {}, add = {}, remove = [], when }: Changes): Expression & { UpdateExpression: string } {
  const names: Record<string, string> = { ...when?.names }
  const values: Record<string, unknown> = { ...when?.values }
  const named = (attribute: string, letter: string, at: number) => {
    names[`#${letter}${at}`] = attribute
    return `#${letter}${at}`
  }
  const valued = (value: unknown, letter: string, at: number) => {
    values[`:${letter}${at}`] = value
    return `:${letter}${at}`
  }
  const parts = [
    Object.entries(set).map(([name, value], at) => `${named(name, 's', at)} = ${valued(value, 's', at)}`),
    remove.map((name, at) => named(name, 'r', at)),
    Object.entries(add).map(([name, value], at) => `${named(name, 'a', at)} ${valued(value, 'a', at)}`),
  ]
  const clauses = ['SET', 'REMOVE', 'ADD'].flatMap((word, at) => (parts[at]?.length ? [`${word} ${parts[at].join(', ')}`] : []))
  return {
    UpdateExpression: clauses.join(' '),
    ...(when ? { ConditionExpression: when.text } : {}),
    ...(Object.keys(names).length ? { ExpressionAttributeNames: names } : {}),
    ...(Object.keys(values).length ? { ExpressionAttributeValues: values } : {}),
  }
}
