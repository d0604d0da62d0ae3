import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { env } from '../env.ts'

/** How long an upload may wait, and how long an address of a file works: long enough for a click, too short to be passed on. */
const UPLOAD_SECONDS = 900
const READ_SECONDS = 120

let made: S3Client | undefined

// An emulator has no address for each bucket, so there the bucket stands in the path.
const client = () => (made ??= new S3Client(process.env.AWS_ENDPOINT_URL_S3 ? { forcePathStyle: true } : {}))
const keyOf = (id: string) => `files/${id}`

/** A form post with which a browser puts exactly this file into the bucket. */
export async function uploadForm(file: { id: string; type: string; size: number }): Promise<{ url: string; fields: Record<string, string> }> {
  return createPresignedPost(client(), {
    Bucket: env('BUCKET'),
    Key: keyOf(file.id),
    Fields: { 'Content-Type': file.type },
    Conditions: [
      ['content-length-range', file.size, file.size],
      ['eq', '$Content-Type', file.type],
    ],
    Expires: UPLOAD_SECONDS,
  })
}

/** A short-lived address of a file, under its own name, always as a download: nothing uploaded is ever shown as a page of ours. */
export async function readAddress(file: { id: string; name: string; type: string }): Promise<string> {
  const plain = file.name.replace(/[^A-Za-z0-9._-]/g, '_')
  const command = new GetObjectCommand({
    Bucket: env('BUCKET'),
    Key: keyOf(file.id),
    ResponseContentDisposition: `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, escape)}`,
    ResponseContentType: file.type,
  })
  return getSignedUrl(client(), command, { expiresIn: READ_SECONDS })
}

/** The bytes of a file; null when they never arrived. */
export async function readBytes(id: string): Promise<Uint8Array | null> {
  try {
    const { Body } = await client().send(new GetObjectCommand({ Bucket: env('BUCKET'), Key: keyOf(id) }))
    return (await Body?.transformToByteArray()) ?? null
  } catch (error) {
    if ((error as Error).name === 'NoSuchKey') return null
    throw error
  }
}

const escape = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`
