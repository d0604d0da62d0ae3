import type { Stack } from 'aws-cdk-lib'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { accept } from './accept.ts'
import type { Settings } from './settings.ts'

/** What CloudFront sends, and all that the API takes; references, never texts in the template. */
export type FrontSecret = { sent: string; taken: string }

/**
 * What only CloudFront and the API know, so that the API can tell what came through CloudFront. Rotated by a deployment with the next `-c frontSecret=N`: the one
 * before is taken as well, for CloudFront needs minutes to send the new one everywhere, and the one before that is deleted.
 */
export function frontSecret(stack: Stack, { frontSecret: now }: Settings): FrontSecret {
  const [sent = '', ...before] = (now > 1 ? [now, now - 1] : [now]).map((n) => secretOf(stack, n))
  return { sent, taken: [sent, ...before].join(',') }
}

function secretOf(stack: Stack, n: number): string {
  const secret = new Secret(stack, n === 1 ? 'FrontSecret' : `FrontSecret${n}`, {
    description: 'By this the API knows that a request came through CloudFront',
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
  })
  accept(secret, {
    'AwsSolutions-SMG4': 'It opens nothing: it proves the address of a caller, and without it the address that the gateway saw is taken.',
  })
  return secret.secretValue.unsafeUnwrap()
}
