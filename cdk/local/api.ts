import type { Platform } from './platform.ts'

/** An answer of the API as a program sees it. */
export type Answer = { status: number; json: unknown; headers: Headers }
export type Client = {
  get: (path: string) => Promise<Answer>
  /** `at`: when the request came, for what is told of days gone by. */
  post: (path: string, body: unknown, headers?: Record<string, string>, at?: Date) => Promise<Pick<Answer, 'status' | 'json'>>
  /** Posts one file as the part `file` of a multipart form. */
  upload: (path: string, file: { name: string; type: string; bytes: Uint8Array<ArrayBuffer> }) => Promise<Answer>
}

/** Opens a session at the running platform, as any client outside would, and keeps its cookie. `ask` takes what came at another time than now. */
export async function signIn(origin: string, email: string, password: string, ask?: Platform['ask']): Promise<Client> {
  const session = await fetch(`${origin}/api/session`, { method: 'POST', headers: json, body: JSON.stringify({ email, password }) })
  if (!session.ok) throw new Error(`${email} could not sign in: ${session.status} ${await session.text()}`)
  const cookie = session.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const send = async (path: string, how: RequestInit = {}) => {
    const answer = await fetch(`${origin}${path}`, { ...how, headers: { cookie, ...how.headers } })
    const text = await answer.text()
    return { status: answer.status, json: text ? JSON.parse(text) : null, headers: answer.headers }
  }
  return {
    get: (path) => send(path),
    post: async (path, body, more = {}, at) => {
      const headers = { ...json, ...more }
      const written = JSON.stringify(body)
      if (!at || !ask) return send(path, { method: 'POST', headers, body: written })
      const asked = { method: 'POST', path, headers: { host: new URL(origin).host, ...headers }, cookie, body: written }
      const { statusCode: status = 500, body: text = '' } = await ask(asked, at)
      return { status, json: text ? JSON.parse(text) : null }
    },
    upload: (path, { name, type, bytes }) => {
      const form = new FormData()
      form.append('file', new Blob([bytes], { type }), name)
      return send(path, { method: 'POST', body: form })
    },
  }
}

const json = { 'content-type': 'application/json' }
