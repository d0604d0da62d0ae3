import { env } from '../env.ts'
import { disposition } from './disposition.ts'
import { addressOf, getBytes, isThere, s3 } from './s3.ts'

/** How long an upload may wait, and how long an address of a file works: long enough for a click, too short to be passed on. */
const UPLOAD_SECONDS = 900
const READ_SECONDS = 120

const keyOf = (id: string) => `files/${id}`

/** A form post with which a browser puts exactly this file into the bucket. */
export async function uploadForm(file: {
  id: string
  type: string
  size: number
}): Promise<{ url: string; fields: Record<string, string> }> {
  const { createPresignedPost } = await import('@aws-sdk/s3-presigned-post')
  return createPresignedPost(await s3(), {
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
  const how = { ResponseContentDisposition: disposition(file.name), ResponseContentType: file.type }
  return addressOf(keyOf(file.id), how, READ_SECONDS)
}

/** True when the bytes of a file that was announced have arrived. */
export async function hasArrived(id: string): Promise<boolean> {
  return isThere(keyOf(id))
}

/** The bytes of an uploaded file; null when they never arrived. */
export async function readBytes(id: string): Promise<Uint8Array | null> {
  return getBytes(keyOf(id))
}
