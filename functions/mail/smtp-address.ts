import { env } from '../env.ts'

/** So long an address is used without asking again; a password that was changed is asked for at once. */
const FRESH_MS = 5 * 60_000
let known: { address: string; until: number } | undefined

/** The SMTP server with its credentials (`smtps://name:password@host:465`), read from its secret when a letter goes: it stands in no environment and no template. */
export async function smtpAddress(now: number): Promise<string> {
  const named = env('SMTP_URL')
  if (named) return named
  if (known && now < known.until) return known.address
  const { GetSecretValueCommand, SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager')
  const { SecretString } = await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: env('SMTP_SECRET') ?? '' }))
  const address = SecretString?.trim() ?? ''
  if (!/^smtps?:\/\/./.test(address)) throw new Error('The secret of SMTP_SECRET holds no address such as smtps://name:password@host:465')
  known = { address, until: now + FRESH_MS }
  return address
}

/** To be called when the server refused the credentials: the next letter reads the secret anew. */
export function forgetSmtpAddress(): void {
  known = undefined
}
