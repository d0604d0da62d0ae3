import { randomBytes } from 'node:crypto'
import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  type InitiateAuthCommandOutput,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import type { Identity, Judged } from './identity.ts'
import { confirmPhone, enrolPhone } from './phone.ts'

/** Passwords kept by a Cognito user pool. `endpoint` only on a machine with the emulator. */
export function cognito({ poolId, clientId, endpoint }: { poolId: string; clientId: string; endpoint?: string }): Identity {
  const client = new CognitoIdentityProviderClient(endpoint ? { endpoint } : {})
  const of = (email: string) => ({ UserPoolId: poolId, Username: email })
  const passwordOf = (email: string, password: string) => ({ ClientId: clientId, AuthParameters: { USERNAME: email, PASSWORD: password } })
  const tokenOf = async (email: string, password: string) => {
    const answer = await refusable(() =>
      client.send(new InitiateAuthCommand({ ...passwordOf(email, password), AuthFlow: 'USER_PASSWORD_AUTH' })),
    )
    return 'AuthenticationResult' in answer ? (answer.AuthenticationResult?.AccessToken ?? null) : null
  }
  const setPassword: Identity['setPassword'] = async (email, password, temporary = false) => {
    await client.send(new AdminSetUserPasswordCommand({ ...of(email), Password: password, Permanent: !temporary }))
  }
  const create: Identity['create'] = async (email, password) => {
    const UserAttributes = [
      { Name: 'email', Value: email },
      { Name: 'email_verified', Value: 'true' },
    ]
    const made = await client
      .send(new AdminCreateUserCommand({ ...of(email), UserAttributes, MessageAction: 'SUPPRESS' }))
      .then(() => true, unless('UsernameExistsException'))
    // Permanent, though nobody knows it: an account left in FORCE_CHANGE_PASSWORD would expire, and the emulator lets anyone answer for it.
    if (made || password !== undefined) await setPassword(email, password ?? unknown())
  }
  return {
    create,
    setPassword,
    signIn: async (email, password) => {
      const answer = await refusable(() =>
        client.send(new InitiateAuthCommand({ ...passwordOf(email, password), AuthFlow: 'USER_PASSWORD_AUTH' })),
      )
      if (!('$metadata' in answer)) return answer
      if (answer.ChallengeName !== 'NEW_PASSWORD_REQUIRED') return judged(answer)
      // The emulator asks for a new password without having compared the old one; the second flow compares.
      const sure = await refusable(() =>
        client.send(
          new AdminInitiateAuthCommand({ ...passwordOf(email, password), UserPoolId: poolId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' }),
        ),
      )
      return '$metadata' in sure ? judged(answer) : sure
    },
    choosePassword: (email, state, password) =>
      respond(client, clientId, 'NEW_PASSWORD_REQUIRED', state, { USERNAME: email, NEW_PASSWORD: password }),
    giveCode: (email, state, code) =>
      respond(client, clientId, 'SOFTWARE_TOKEN_MFA', state, { USERNAME: email, SOFTWARE_TOKEN_MFA_CODE: code }),
    disable: async (email) => void (await client.send(new AdminDisableUserCommand(of(email)))),
    enable: async (email) => void (await client.send(new AdminEnableUserCommand(of(email)))),
    enrol: async (email, password) => {
      const token = await tokenOf(email, password)
      return token ? enrolPhone(client, token) : null
    },
    confirm: async (email, password, code) => {
      const token = await tokenOf(email, password)
      return token !== null && confirmPhone(client, token, code)
    },
    renew: async (email) => {
      await client.send(new AdminDeleteUserCommand(of(email))).catch(unless('UserNotFoundException'))
      await create(email)
    },
  }
}

async function respond(
  client: CognitoIdentityProviderClient,
  ClientId: string,
  name: 'NEW_PASSWORD_REQUIRED' | 'SOFTWARE_TOKEN_MFA',
  state: string,
  responses: Record<string, string>,
): Promise<Judged> {
  const command = new RespondToAuthChallengeCommand({ ClientId, ChallengeName: name, Session: state, ChallengeResponses: responses })
  const answer = await refusable(() => client.send(command))
  return '$metadata' in answer ? judged(answer) : answer
}

function judged({ ChallengeName, Session }: Pick<InitiateAuthCommandOutput, 'ChallengeName' | 'Session'>): Judged {
  if (!ChallengeName) return { ok: true }
  const challenge = ChallengeName === 'NEW_PASSWORD_REQUIRED' ? 'newPassword' : 'totp'
  return { challenge, state: Session ?? '' }
}

/** The provider's ways to say no become values; anything else is a bug and throws. */
async function refusable<T>(send: () => Promise<T>): Promise<T | { wrong: true } | { disabled: true } | { expired: true }> {
  try {
    return await send()
  } catch (error) {
    const { name, message } = error as Error
    if (name === 'NotAuthorizedException' && message.includes('disabled')) return { disabled: true }
    if (name === 'NotAuthorizedException' && message.includes('session')) return { expired: true }
    if (wrongs.includes(name)) return { wrong: true }
    if (name === 'ExpiredCodeException') return { expired: true }
    throw error
  }
}

const wrongs = [
  'NotAuthorizedException',
  'UserNotFoundException',
  'InvalidPasswordException',
  'CodeMismatchException',
  'PasswordResetRequiredException',
]

function unless(name: string): (error: Error) => false {
  return (error) => {
    if (error.name === name) return false
    throw error
  }
}

/** A password that fits every policy and that nobody knows. */
function unknown(): string {
  return `Aa1!${randomBytes(24).toString('base64url')}`
}
