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
import { confirmPhone, enrolPhone, switchPhoneOff } from './phone.ts'

/** Passwords kept by a Cognito user pool. `endpoint` only on a machine with the emulator. */
export function cognito({ poolId, clientId, endpoint }: { poolId: string; clientId: string; endpoint?: string }): Identity {
  const client = new CognitoIdentityProviderClient(endpoint ? { endpoint } : {})
  const of = (email: string) => ({ UserPoolId: poolId, Username: email })
  const passwordOf = (email: string, password: string) => ({ ClientId: clientId, AuthParameters: { USERNAME: email, PASSWORD: password } })
  const tokenOf = async (email: string, password: string) => {
    const answer = await refusable(() =>
      client.send(new InitiateAuthCommand({ ...passwordOf(email, password), AuthFlow: 'USER_PASSWORD_AUTH' })),
    )
    if (!('$metadata' in answer)) return null
    return answer.ChallengeName === 'SOFTWARE_TOKEN_MFA'
      ? { session: answer.Session ?? '' }
      : (answer.AuthenticationResult?.AccessToken ?? null)
  }
  const make = async (email: string) => {
    const UserAttributes = [
      { Name: 'email', Value: email },
      { Name: 'email_verified', Value: 'true' },
    ]
    const command = new AdminCreateUserCommand({ ...of(email), UserAttributes, MessageAction: 'SUPPRESS' })
    return client.send(command).then(() => true, unless('UsernameExistsException'))
  }
  const setPassword: Identity['setPassword'] = async (email, password, temporary = false) => {
    const set = () => client.send(new AdminSetUserPasswordCommand({ ...of(email), Password: password, Permanent: !temporary }))
    try {
      const done = await set().then(() => true, unless('UserNotFoundException'))
      if (done) return true
      // The account stands in the table, and making its credentials failed at the time.
      await make(email)
      await set()
      return true
    } catch (error) {
      if (weak(error as Error)) return false
      throw error
    }
  }
  const create: Identity['create'] = async (email, password) => {
    const made = await make(email)
    // Permanent, though nobody knows it: an account left in FORCE_CHANGE_PASSWORD would expire, and the emulator lets anyone answer for it.
    if ((made || password !== undefined) && !(await setPassword(email, password ?? unknown())))
      throw new Error('The password that was given does not meet the rules of the pool')
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
      if (token === null) return null
      return typeof token === 'string' ? enrolPhone(client, token) : { on: true }
    },
    confirm: async (email, password, code) => {
      const token = await tokenOf(email, password)
      return typeof token === 'string' && confirmPhone(client, token, code)
    },
    dropPhone: async (email, password, code) => {
      const token = await tokenOf(email, password)
      if (token === null) return { wrong: 'password' }
      if (typeof token === 'string') return { ok: true }
      const responses = { USERNAME: email, SOFTWARE_TOKEN_MFA_CODE: code }
      const answer = await refusable(() => client.send(response(clientId, 'SOFTWARE_TOKEN_MFA', token.session, responses)))
      if (!('AuthenticationResult' in answer) || !answer.AuthenticationResult?.AccessToken) return { wrong: 'code' }
      await switchPhoneOff(client, answer.AuthenticationResult.AccessToken)
      return { ok: true }
    },
    renew: async (email) => {
      await client.send(new AdminDeleteUserCommand(of(email))).catch(unless('UserNotFoundException'))
      await create(email)
    },
  }
}

async function respond(
  client: CognitoIdentityProviderClient,
  clientId: string,
  name: Challenge,
  state: string,
  responses: Record<string, string>,
): Promise<Judged> {
  const answer = await refusable(() => client.send(response(clientId, name, state, responses)))
  return '$metadata' in answer ? judged(answer) : answer
}

type Challenge = 'NEW_PASSWORD_REQUIRED' | 'SOFTWARE_TOKEN_MFA'

function response(ClientId: string, name: Challenge, state: string, responses: Record<string, string>): RespondToAuthChallengeCommand {
  return new RespondToAuthChallengeCommand({ ClientId, ChallengeName: name, Session: state, ChallengeResponses: responses })
}

function judged({ ChallengeName, Session }: Pick<InitiateAuthCommandOutput, 'ChallengeName' | 'Session'>): Judged {
  if (!ChallengeName) return { ok: true }
  const challenge = ChallengeName === 'NEW_PASSWORD_REQUIRED' ? 'newPassword' : 'totp'
  return { challenge, state: Session ?? '' }
}

/** The provider's ways to say no become values; anything else is a bug and throws. */
async function refusable<T>(
  send: () => Promise<T>,
): Promise<T | { wrong: true } | { weak: true } | { disabled: true } | { expired: true }> {
  try {
    return await send()
  } catch (error) {
    const { name, message } = error as Error
    if (name === 'NotAuthorizedException' && message.includes('disabled')) return { disabled: true }
    if (name === 'NotAuthorizedException' && message.includes('session')) return { expired: true }
    if (weak(error as Error)) return { weak: true }
    if (wrongs.includes(name)) return { wrong: true }
    if (name === 'ExpiredCodeException') return { expired: true }
    throw error
  }
}

/** What the pool's policy, or the pattern of its API, does not take. */
function weak({ name, message }: Error): boolean {
  return name === 'InvalidPasswordException' || (name === 'InvalidParameterException' && /password/i.test(message))
}

const wrongs = ['NotAuthorizedException', 'UserNotFoundException', 'CodeMismatchException', 'PasswordResetRequiredException']

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
