import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { AccountRecovery, Mfa, UserPool, type UserPoolClient } from 'aws-cdk-lib/aws-cognito'
import { accept } from './accept.ts'
import type { Settings } from './settings.ts'

export type People = { pool: UserPool; client: UserPoolClient }

/** Passwords and second factors. The county opens accounts; nobody signs himself up. */
export function people(stack: Stack, settings: Settings): People {
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
