import { fileName } from '../../shared/text.ts'

/** RFC 6266: a download under its own name, in UTF-8, and under a plain one for programs that do not know better. A name is one line. */
export function disposition(name: string): string {
  const line = fileName(name)
  const plain = line.replace(/[^A-Za-z0-9._ -]/g, '_')
  const full = encodeURIComponent(line).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}
