import { env } from '../env.ts'
import { disposition } from './disposition.ts'
import { addressOf, copyOnce, getBytes, isThere, s3 } from './s3.ts'

/** How long an upload may wait, and how long an address of a file works: long enough for a click, too short to be passed on. */
const UPLOAD_SECONDS = 900
const READ_SECONDS = 120

/** Where a browser's form puts a file; whoever has the form may send it again while it is valid. */
const uploadOf = (id: string) => `uploads/${id}`
/** Where a file lies that a record holds: only we write there, and once. */
const keptAt = (id: string) => `files/${id}`

/** A form post with which a browser puts exactly this file into the bucket. */
export async function uploadForm(file: {
  id: string
  type: string
  size: number
}): Promise<{ url: string; fields: Record<string, string> }> {
  const { createPresignedPost } = await import('@aws-sdk/s3-presigned-post')
  return createPresignedPost(await s3(), {
    Bucket: env('BUCKET'),
    Key: uploadOf(file.id),
    Fields: { 'Content-Type': file.type },
    Conditions: [
      ['content-length-range', file.size, file.size],
      ['eq', '$Content-Type', file.type],
    ],
    Expires: UPLOAD_SECONDS,
  })
}

/** A short-lived address of a file, under its own name, always as a download: nothing uploaded is ever shown as a page of ours. */
export async function readAddress(file: { id: string; name: string; type: string; links: unknown[] }): Promise<string> {
  const how = { ResponseContentDisposition: disposition(file.name), ResponseContentType: file.type }
  const key = file.links.length > 0 || (await isThere(keptAt(file.id))) ? keptAt(file.id) : uploadOf(file.id)
  return addressOf(key, how, READ_SECONDS)
}

/** True when the bytes of a file that was announced have arrived. */
export async function hasArrived(id: string): Promise<boolean> {
  return (await isThere(uploadOf(id))) || isThere(keptAt(id))
}

/** Keeps an uploaded file as it is now, before a record holds it: no form can change it any more. Kept once, it stays as it is. */
export async function keepFile(id: string): Promise<void> {
  if (!(await isThere(keptAt(id)))) await copyOnce(uploadOf(id), keptAt(id))
}

/** The bytes of an uploaded file; null when they never arrived. */
export async function readBytes(id: string): Promise<Uint8Array | null> {
  return (await getBytes(keptAt(id))) ?? getBytes(uploadOf(id))
}
