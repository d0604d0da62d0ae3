import { type CfnElement, Stack, Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

/** Records why a finding of cdk-nag is right to stand on this part. */
export function accept<T extends IConstruct>(part: T, findings: Record<string, string>): T {
  Validations.of(part).acknowledge(...Object.entries(findings).map(([id, reason]) => ({ id, reason })))
  return part
}

/** The name of the finding that a role may do something to everything under `owner`: `:*`, `/*`. */
export function everythingUnder(owner: IConstruct, rest: string): string {
  return `AwsSolutions-IAM5[Resource::<${Stack.of(owner).getLogicalId(owner.node.defaultChild as CfnElement)}.Arn>${rest}]`
}
