import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { env } from '../env.ts'
import type { Paper } from '../sheets/papers.ts'

const SECONDS = 300
let made: S3Client | undefined

// An emulator has no address for each bucket, so there the bucket stands in the path.
const client = () => (made ??= new S3Client(process.env.AWS_ENDPOINT_URL_S3 ? { forcePathStyle: true } : {}))

/** Lays a file that is too large for an answer into the bucket, under `exports/`, and gives a short-lived address for it. */
export async function parcel(paper: Paper, key: string, disposition: string): Promise<string> {
  const place = { Bucket: env('BUCKET'), Key: `exports/${key}` }
  await client().send(new PutObjectCommand({ ...place, Body: paper.bytes, ContentType: paper.type }))
  return getSignedUrl(
    client(),
    new GetObjectCommand({ ...place, ResponseContentDisposition: disposition, ResponseContentType: paper.type }),
    { expiresIn: SECONDS },
  )
}
