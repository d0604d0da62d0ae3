import type { Stack } from 'aws-cdk-lib'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { accept } from './accept.ts'

/** What only CloudFront and the API know, so that the API can tell what came through CloudFront; a reference, never a text in the template. */
export function frontSecret(stack: Stack): string {
  const secret = new Secret(stack, 'FrontSecret', {
    description: 'By this the API knows that a request came through CloudFront',
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
  })
  accept(secret, {
    'AwsSolutions-SMG4': 'It opens nothing: it proves the address of a caller, and without it the address that the gateway saw is taken.',
  })
  return secret.secretValue.unsafeUnwrap()
}
