import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  type CreateUserPoolClientCommandInput,
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider'
import type { Make } from './kinds.ts'
import { accountId, region } from './resolve.ts'
import { account } from './signature.ts'

export const createPool: Make = async (id, properties, { people }, known) => {
  if (known) return known
  const { UsernameAttributes, UsernameConfiguration, Policies, MfaConfiguration } =
    (await properties()) as Partial<CreateUserPoolCommandInput>
  const { UserPool } = await cognito(people).send(
    new CreateUserPoolCommand({ PoolName: id, UsernameAttributes, UsernameConfiguration, Policies, MfaConfiguration }),
  )
  const ref = UserPool?.Id ?? ''
  return { ref, attributes: { Arn: `arn:aws:cognito-idp:${region}:${accountId}:userpool/${ref}` } }
}

export const createClient: Make = async (id, properties, { people }, known) => {
  if (known) return known
  const { UserPoolId, ExplicitAuthFlows } = (await properties()) as Partial<CreateUserPoolClientCommandInput>
  const { UserPoolClient } = await cognito(people).send(new CreateUserPoolClientCommand({ ClientName: id, UserPoolId, ExplicitAuthFlows }))
  return { ref: UserPoolClient?.ClientId ?? '' }
}

function cognito(endpoint: string): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient({ endpoint, region, credentials: account })
}
