import type { Stack } from './deploy.ts'

type Statement = { Effect: string; Action: string | string[]; Resource: string | string[] }
type Declared = { PolicyDocument: { Statement: Statement[] }; Roles: string[] }
export type Wanted = { action: string; resource: string }
/** The first of these that the role may not do. */
export type Rights = (roleArn: string, wanted: Wanted[]) => Wanted | undefined

/** What each role of the template may do, as IAM would decide it from the template's policies. */
export async function rights(stack: Stack): Promise<Rights> {
  const policies = (await stack.of('AWS::IAM::Policy')).map(([, properties]) => properties as Declared)
  return (roleArn, wanted) => {
    const role = roleArn.split(':').pop() ?? ''
    const statements = policies.filter(({ Roles }) => Roles.includes(role)).flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    return wanted.find(({ action, resource }) => !statements.some((one) => covers(one.Action, action) && covers(one.Resource, resource)))
  }
}

function covers(granted: string | string[], name: string): boolean {
  return [granted].flat().some((pattern) => new RegExp(`^${pattern.replace(/[^\w*]/g, '\\$&').replaceAll('*', '.*')}$`).test(name))
}
