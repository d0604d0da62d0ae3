/** An answer of the API as a program sees it. */
export type Answer = { status: number; json: unknown; headers: Headers }
export type Client = {
  get: (path: string) => Promise<Answer>
  post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>
  /** Posts one file as the part `file` of a multipart form. */
  upload: (path: string, file: { name: string; type: string; bytes: Uint8Array<ArrayBuffer> }) => Promise<Answer>
}

/** Opens a session at the running platform, as any client outside would, and keeps its cookie. */
export async function signIn(origin: string, email: string, password: string): Promise<Client> {
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
    post: (path, body, headers = {}) => send(path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) }),
    upload: (path, { name, type, bytes }) => {
      const form = new FormData()
      form.append('file', new Blob([bytes], { type }), name)
      return send(path, { method: 'POST', body: form })
    },
  }
}

const json = { 'content-type': 'application/json' }
