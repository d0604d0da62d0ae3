import { type CORSRule, CreateBucketCommand, HeadBucketCommand, PutBucketCorsCommand, S3Client } from '@aws-sdk/client-s3'
import type { Make } from './kinds.ts'
import { region } from './resolve.ts'
import { account } from './signature.ts'

type Declared = {
  BucketName?: string
  CorsConfiguration?: { CorsRules: { AllowedHeaders?: string[]; AllowedMethods: string[]; AllowedOrigins: string[]; MaxAge?: number }[] }
}

export const createBucket: Make = async (id, properties, { files, origin }, known) => {
  const { BucketName, CorsConfiguration } = (await properties()) as Declared
  const s3 = new S3Client({ endpoint: files, region, credentials: account, forcePathStyle: true })
  const Bucket = BucketName ?? known?.ref ?? `duban-${id.toLowerCase()}`
  await s3.send(new HeadBucketCommand({ Bucket })).catch(() => s3.send(new CreateBucketCommand({ Bucket })))
  const rules = CorsConfiguration?.CorsRules.map(
    ({ MaxAge, AllowedOrigins, ...rule }): CORSRule => ({
      ...rule,
      // What CloudFront calls itself there is the platform's own address here.
      AllowedOrigins: AllowedOrigins.map((allowed) => (allowed === 'https://*.cloudfront.net' ? origin : allowed)),
      ...(MaxAge !== undefined && { MaxAgeSeconds: MaxAge }),
    }),
  )
  if (rules) await s3.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules: rules } }))
  const RegionalDomainName = `${Bucket}.s3.${region}.amazonaws.com`
  return { ref: Bucket, attributes: { Arn: `arn:aws:s3:::${Bucket}`, RegionalDomainName, DomainName: RegionalDomainName } }
}
