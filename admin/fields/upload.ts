import { request } from '../http.ts'

export const MOST_BYTES = 20 * 1024 * 1024
type Announced = { id: string; upload: { url: string; fields: Record<string, string> } }

/** Announces a file, posts it to the form that comes back, and answers its id. `progress` hears whole percents. */
export async function upload(file: File, progress: (percent: number) => void): Promise<string> {
  const { id, upload: form } = await request<Announced>('/files', {
    method: 'POST',
    body: { name: file.name, type: file.type, size: file.size },
  })
  const body = new FormData()
  for (const [name, value] of Object.entries(form.fields)) body.append(name, value)
  body.append('file', file)
  await new Promise<void>((done, failed) => {
    // fetch cannot tell how much of a body has gone out.
    const sending = new XMLHttpRequest()
    sending.upload.onprogress = ({ loaded, total }) => progress(Math.floor((loaded / total) * 100))
    sending.onload = () => (sending.status < 300 ? done() : failed(new Error('')))
    sending.onerror = () => failed(new Error(''))
    sending.open('POST', form.url)
    sending.send(body)
  })
  return id
}
