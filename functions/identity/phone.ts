import {
  AssociateSoftwareTokenCommand,
  type CognitoIdentityProviderClient,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider'

/** Gives the person's phone a secret; it counts only after `confirmPhone`. */
export async function enrolPhone(client: CognitoIdentityProviderClient, token: string): Promise<{ secret: string } | { unable: true }> {
  try {
    const { SecretCode } = await client.send(new AssociateSoftwareTokenCommand({ AccessToken: token }))
    return { secret: SecretCode ?? '' }
  } catch (error) {
    if (without.includes((error as Error).name)) return { unable: true }
    throw error
  }
}

/** What a pool answers that knows no second factor. */
const without = ['SoftwareTokenMFANotFoundException', 'InvalidParameterException', 'UnsupportedOperationException', 'NotImplemented']

/** From now on signing in asks for the password alone. */
export async function switchPhoneOff(client: CognitoIdentityProviderClient, token: string): Promise<void> {
  const SoftwareTokenMfaSettings = { Enabled: false, PreferredMfa: false }
  await client.send(new SetUserMFAPreferenceCommand({ AccessToken: token, SoftwareTokenMfaSettings }))
}

/** True when the six digits fit the secret; from then on each sign-in asks for a code. */
export async function confirmPhone(client: CognitoIdentityProviderClient, token: string, code: string): Promise<boolean> {
  try {
    const { Status } = await client.send(new VerifySoftwareTokenCommand({ AccessToken: token, UserCode: code }))
    if (Status !== 'SUCCESS') return false
  } catch (error) {
    if (['EnableSoftwareTokenMFAException', 'CodeMismatchException'].includes((error as Error).name)) return false
    throw error
  }
  const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true }
  await client.send(new SetUserMFAPreferenceCommand({ AccessToken: token, SoftwareTokenMfaSettings }))
  return true
}
