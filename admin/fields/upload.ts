import type { FileLink } from '../../shared/record.ts'
import { request } from '../http.ts'

export const MOST_BYTES = 20 * 1024 * 1024
type Announced = { id: string; upload: { url: string; fields: Record<string, string> } }

let sending = 0
/** Whether a file is still on its way: what is sent meanwhile would go without it. */
export const isUploading = (): boolean => sending > 0

/** Announces a file, posts it to the form that comes back, and answers what is known of it. `progress` hears whole percents. */
export async function upload(file: File, progress: (percent: number) => void): Promise<FileLink> {
  const { name, type, size } = file
  sending += 1
  try {
    const { id, upload: form } = await request<Announced>('/files', { method: 'POST', body: { name, type, size } })
    await post(form, file, progress)
    return { id, name, type, size }
  } finally {
    sending -= 1
  }
}

function post({ url, fields }: Announced['upload'], file: File, progress: (percent: number) => void): Promise<void> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  body.append('file', file)
  return new Promise<void>((done, failed) => {
    // fetch cannot tell how much of a body has gone out.
    const going = new XMLHttpRequest()
    going.upload.onprogress = ({ loaded, total }) => progress(Math.floor((loaded / total) * 100))
    going.onload = () => (going.status < 300 ? done() : failed(new Error('')))
    going.onerror = () => failed(new Error(''))
    going.open('POST', url)
    going.send(body)
  })
}
