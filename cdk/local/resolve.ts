/** Where the intrinsic functions of a template find the values that a deployment gave its resources. */
export type Values = { ref: (id: string) => Promise<unknown>; attribute: (id: string, name: string) => Promise<unknown> }

export const region = 'local'
export const accountId = '000000000000'
const stackName = 'duban-local'
const pseudo: Record<string, string> = {
  'AWS::Region': region,
  'AWS::AccountId': accountId,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': stackName,
}

/** How Lambda calls a function of the template: with the stack's name before its own. */
export const functionName = (id: string): string => `${stackName}-${id}`

/** A part of a template with its intrinsic functions worked out; an unknown one is an error. */
export async function resolve(value: unknown, values: Values): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((one) => resolve(one, values)))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const [only] = entries
  if (only && entries.length === 1 && (only[0] === 'Ref' || only[0].startsWith('Fn::'))) return intrinsic(only[0], only[1], values)
  return Object.fromEntries(await Promise.all(entries.map(async ([key, one]) => [key, await resolve(one, values)])))
}

async function intrinsic(name: string, given: unknown, values: Values): Promise<unknown> {
  if (name === 'Ref') return pseudo[String(given)] ?? values.ref(String(given))
  if (name === 'Fn::GetAtt') {
    const [id, attribute] = typeof given === 'string' ? given.split('.') : (given as string[])
    return values.attribute(id ?? '', attribute ?? '')
  }
  if (name === 'Fn::Sub') return substitute(given, values)
  const args = (await resolve(given, values)) as unknown[]
  if (name === 'Fn::Join') return (args[1] as string[]).join(String(args[0]))
  if (name === 'Fn::Select') return (args[1] as unknown[])[Number(args[0])]
  if (name === 'Fn::Split') return String(args[1]).split(String(args[0]))
  throw new Error(`This machine does not know ${name}`)
}

async function substitute(given: unknown, values: Values): Promise<string> {
  const [text, own] = Array.isArray(given) ? (given as [string, Record<string, unknown>]) : [String(given), {}]
  const parts = await Promise.all(
    text.split(/\$\{([^}]+)\}/).map((part, at) => {
      if (at % 2 === 0) return part
      if (part in own) return resolve(own[part], values)
      return part.includes('.') ? intrinsic('Fn::GetAtt', part, values) : intrinsic('Ref', part, values)
    }),
  )
  return parts.join('')
}
