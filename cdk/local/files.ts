import type { Part } from './database.ts'
import { startThread } from './worker.ts'

/** An S3 whose buckets are folders under `folder`; it checks signatures, form policies and CORS as S3 does. */
export function startFiles(folder: string, port = 0): Promise<Part> {
  return startThread(new URL('./files-thread.ts', import.meta.url), { folder, port })
}
