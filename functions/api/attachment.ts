import type { Context } from 'hono'
import { disposition } from '../files/disposition.ts'
import { isFault, type SheetFault } from '../sheets/fault.ts'
import type { Env } from './area.ts'
import { problem } from './problem.ts'

type Paper = { name: string; type: string; bytes: Buffer }

/** A file made here as an answer: always a download, under its own name; or why it cannot be made. */
export function attachment(c: Context<Env>, paper: Paper | SheetFault): Response {
  if (isFault(paper)) return problem(c, paper.status, paper.sentence)
  const { name, type, bytes } = paper
  return c.body(new Uint8Array(bytes), 200, { 'content-type': type, 'content-disposition': disposition(name) })
}
