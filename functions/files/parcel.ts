import type { Paper } from '../sheets/papers.ts'
import { addressOf, putBytes } from './s3.ts'

const SECONDS = 300

/** Lays a file that is too large for an answer into the bucket, under `exports/`, and gives a short-lived address for it. */
export async function parcel(paper: Paper, key: string, disposition: string): Promise<string> {
  await putBytes(`exports/${key}`, paper.bytes, paper.type)
  return addressOf(`exports/${key}`, { ResponseContentDisposition: disposition, ResponseContentType: paper.type }, SECONDS)
}
