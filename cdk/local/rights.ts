import type { Stack } from './deploy.ts'

export type Statement = {
  Effect: string
  Action: string | string[]
  Resource: string | string[]
  Condition?: { [operator: string]: { [key: string]: string | string[] } }
}
type Declared = { PolicyDocument: { Statement: Statement[] }; Roles: string[] }
/** What a call wants to do, to what; `keys`: the partitions of the table that it touches. */
export type Wanted = { action: string; resource: string; keys?: string[] }
/** The first of these that the role may not do. */
export type Rights = (roleArn: string, wanted: Wanted[]) => Wanted | undefined

/** What each role of the template may do, as IAM would decide it from the template's policies. */
export async function rights(stack: Stack): Promise<Rights> {
  const policies = (await stack.of('AWS::IAM::Policy')).map(([, properties]) => properties as Declared)
  return (roleArn, wanted) => {
    const role = roleArn.split(':').pop() ?? ''
    const statements = policies.filter(({ Roles }) => Roles.includes(role)).flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    return refusedBy(statements, wanted)
  }
}

/** The first of these that the statements do not allow, or deny. */
export function refusedBy(statements: Statement[], wanted: Wanted[]): Wanted | undefined {
  const some = (effect: string, one: Wanted) => statements.some((each) => each.Effect === effect && concerns(each, one))
  return wanted.find((one) => some('Deny', one) || !some('Allow', one))
}

/** Whether a statement speaks of that call. */
export function concerns({ Action, Resource, Condition = {} }: Statement, { action, resource, keys = [] }: Wanted): boolean {
  return (
    covers(Action, action) &&
    covers(Resource, resource) &&
    Object.entries(Condition).every(([operator, tests]) => {
      const { 'dynamodb:LeadingKeys': patterns, ...others } = tests
      if (operator !== 'ForAnyValue:StringLike' || patterns === undefined || Object.keys(others).length > 0)
        throw new Error(`This machine does not know the condition ${operator} ${Object.keys(tests).join(', ')}`)
      return keys.some((key) => covers(patterns, key))
    })
  )
}

function covers(granted: string | string[], name: string): boolean {
  return [granted].flat().some((pattern) => (compiled.get(pattern) ?? compile(pattern)).test(name))
}

// A template has some hundred patterns, and every call is held against many of them.
const compiled = new Map<string, RegExp>()

function compile(pattern: string): RegExp {
  const text = pattern
    .replace(/[^\w*]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('\\?', '.')
  const made = new RegExp(`^${text}$`, 's')
  compiled.set(pattern, made)
  return made
}
