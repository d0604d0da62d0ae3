import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { AccountRecovery, Mfa, UserPool, type UserPoolClient } from 'aws-cdk-lib/aws-cognito'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { accept } from './accept.ts'
import type { Settings } from './settings.ts'

/** Who keeps passwords and second factors: what a door is told of it, and what whoever makes accounts may do there. */
export type People = {
  tells: { IDENTITY: Settings['identity'] } & Partial<Record<'POOL_ID' | 'CLIENT_ID', string>>
  may: (...more: string[]) => PolicyStatement[]
}

/** The county opens accounts; nobody signs himself up. */
export function people(stack: Stack, settings: Settings): People {
  // In the table nobody needs a right that he does not have.
  if (settings.identity === 'own') return { tells: { IDENTITY: 'own' }, may: () => [] }
  const { pool, client } = userPool(stack, settings)
  return {
    tells: { IDENTITY: 'cognito', POOL_ID: pool.userPoolId, CLIENT_ID: client.userPoolClientId },
    may: (...more) => [
      new PolicyStatement({
        actions: ['AdminCreateUser', 'AdminSetUserPassword', ...more].map((action) => `cognito-idp:${action}`),
        resources: [pool.userPoolArn],
      }),
    ],
  }
}

function userPool(stack: Stack, settings: Settings): { pool: UserPool; client: UserPoolClient } {
  const pool = new UserPool(stack, 'People', {
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    passwordPolicy: {
      minLength: 10,
      requireUppercase: true,
      requireLowercase: true,
      requireDigits: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(7),
    },
    mfa: Mfa.OPTIONAL,
    mfaSecondFactor: { otp: true, sms: false },
    // A forgotten password goes through our own letter, so that it is written in Chinese and logged.
    accountRecovery: AccountRecovery.NONE,
    deletionProtection: settings.protected,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  })
  accept(pool, {
    'AwsSolutions-COG2':
      'Township clerks share office computers and have no second device by rule; whoever has one turns the second factor on.',
    'AwsSolutions-COG3':
      'Threat protection is charged by the month and by the person; sign-in is throttled and locked by the product itself.',
    'AwsSolutions-COG8': 'The Plus plan is charged by the month and by the person; see COG3.',
  })
  const client = pool.addClient('Client', {
    authFlows: { userPassword: true, adminUserPassword: true },
    preventUserExistenceErrors: true,
    // As long as we keep our side of a challenge: CHALLENGE_MINUTES.
    authSessionValidity: Duration.minutes(10),
    disableOAuth: true,
    accessTokenValidity: Duration.minutes(5),
    idTokenValidity: Duration.minutes(5),
    refreshTokenValidity: Duration.hours(1),
  })
  return { pool, client }
}
