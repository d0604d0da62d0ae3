import { randomUUID } from 'node:crypto'
import { extname } from 'node:path'
import type { Context } from 'hono'
import { disposition } from '../files/disposition.ts'
import { parcel } from '../files/parcel.ts'
import { isFault, type SheetFault } from '../sheets/fault.ts'
import type { Env } from './area.ts'
import { problem } from './problem.ts'

type Paper = { name: string; type: string; bytes: Buffer }

/** Larger files go through the bucket: a function answers 6 MB at most, encoding counted. */
const MOST_BYTES = 4 * 1024 * 1024

/** The same for a file of any size: a large one by a short-lived address. */
export async function handedOver(c: Context<Env>, paper: Paper | SheetFault): Promise<Response> {
  if (isFault(paper) || paper.bytes.length <= MOST_BYTES) return attachment(c, paper)
  return c.redirect(await parcel(paper, `${randomUUID()}${extname(paper.name)}`, disposition(paper.name)), 303)
}

/** A file made here as an answer: always a download, under its own name; or why it cannot be made. */
export function attachment(c: Context<Env>, paper: Paper | SheetFault): Response {
  if (isFault(paper)) return problem(c, paper.status, paper.sentence)
  const { name, type, bytes } = paper
  return c.body(new Uint8Array(bytes), 200, { 'content-type': type, 'content-disposition': disposition(name) })
}
