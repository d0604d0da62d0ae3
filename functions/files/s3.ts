import type { GetObjectCommandInput, PutObjectCommandInput, S3Client } from '@aws-sdk/client-s3'
import { env } from '../env.ts'

let made: S3Client | undefined

/** Loaded on first use: most requests never touch a file, and the SDK is a fifth of what a cold function would read. */
const sdk = () => import('@aws-sdk/client-s3')

/** The client of the bucket. An emulator has no address for each bucket, so there the bucket stands in the path. */
export async function s3(): Promise<S3Client> {
  const { S3Client } = await sdk()
  made ??= new S3Client(process.env.AWS_ENDPOINT_URL_S3 ? { forcePathStyle: true } : {})
  return made
}

/** The bytes at a key; null when nothing lies there. */
export async function getBytes(key: string): Promise<Uint8Array | null> {
  const { GetObjectCommand } = await sdk()
  try {
    const { Body } = await (await s3()).send(new GetObjectCommand({ Bucket: env('BUCKET'), Key: key }))
    return (await Body?.transformToByteArray()) ?? null
  } catch (error) {
    if ((error as Error).name === 'NoSuchKey') return null
    throw error
  }
}

/** True when something lies at a key. */
export async function isThere(key: string): Promise<boolean> {
  const { HeadObjectCommand } = await sdk()
  try {
    await (await s3()).send(new HeadObjectCommand({ Bucket: env('BUCKET'), Key: key }))
    return true
  } catch (error) {
    if ((error as Error).name === 'NotFound') return false
    throw error
  }
}

/** Copies what lies at a key to another one, unless something lies there by then; nothing when there is nothing to copy. */
export async function copyOnce(from: string, to: string): Promise<void> {
  const { CopyObjectCommand } = await sdk()
  const Bucket = env('BUCKET')
  // Tags are replaced by none: to copy them would take a right of its own.
  const command = new CopyObjectCommand({ Bucket, Key: to, CopySource: `${Bucket}/${from}`, IfNoneMatch: '*', TaggingDirective: 'REPLACE' })
  try {
    await (await s3()).send(command)
  } catch (error) {
    if (!['PreconditionFailed', 'NoSuchKey'].includes((error as Error).name)) throw error
  }
}

export async function putBytes(key: string, bytes: PutObjectCommandInput['Body'], type: string): Promise<void> {
  const { PutObjectCommand } = await sdk()
  await (await s3()).send(new PutObjectCommand({ Bucket: env('BUCKET'), Key: key, Body: bytes, ContentType: type }))
}

/** An address of what lies at a key that works for some seconds. */
export async function addressOf(
  key: string,
  how: Pick<GetObjectCommandInput, 'ResponseContentDisposition' | 'ResponseContentType'>,
  seconds: number,
): Promise<string> {
  const [{ GetObjectCommand }, { getSignedUrl }] = await Promise.all([sdk(), import('@aws-sdk/s3-request-presigner')])
  return getSignedUrl(await s3(), new GetObjectCommand({ Bucket: env('BUCKET'), Key: key, ...how }), { expiresIn: seconds })
}
