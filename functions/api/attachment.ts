import type { Context } from 'hono'
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

/** RFC 6266: the name in UTF-8, and a plain one for programs that do not know better. */
export function disposition(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._ -]/g, '_')
  const full = encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}
