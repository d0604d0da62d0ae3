import { Duration, type Stack } from 'aws-cdk-lib'
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { Settings } from './settings.ts'

/** No inline script, no foreign source; the hash is that of the empty style element which the panel's styles fill. */
export function securityHeaders(stack: Stack, bucket: Bucket, { stage }: Settings): ResponseHeadersPolicy {
  const files = `https://${bucket.bucketRegionalDomainName}`
  const policy = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
    'img-src': `'self' data: blob: ${files}`,
    'font-src': "'self'",
    'connect-src': `'self' ${files}`,
    'manifest-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  }
  return new ResponseHeadersPolicy(stack, 'Headers', {
    // These names are the account's, in all its regions.
    responseHeadersPolicyName: `duban-${stage}-${stack.region}`,
    securityHeadersBehavior: {
      contentSecurityPolicy: {
        contentSecurityPolicy: Object.entries(policy)
          .map(([name, value]) => `${name} ${value}`)
          .join('; '),
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
    },
    customHeadersBehavior: {
      customHeaders: [
        { header: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=()', override: true },
        { header: 'Cross-Origin-Opener-Policy', value: 'same-origin', override: true },
      ],
    },
  })
}
