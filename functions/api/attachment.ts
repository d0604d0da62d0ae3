import type { Context } from 'hono'
import type { Env } from './area.ts'

/** A file made here as an answer: always a download, under its own name. */
export function attachment(c: Context<Env>, { name, type, bytes }: { name: string; type: string; bytes: Buffer }): Response {
  return c.body(new Uint8Array(bytes), 200, { 'content-type': type, 'content-disposition': disposition(name) })
}

/** RFC 6266: the name in UTF-8, and a plain one for programs that do not know better. */
export function disposition(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._ -]/g, '_')
  const full = encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}
