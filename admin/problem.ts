/** What the API answers when it says no (RFC 9457), with what the panel adds. `errors`: messages by field; `faults`: the list with its paths. */
export type Problem = {
  status: number
  title?: string
  detail?: string
  type?: string
  errors?: Record<string, string>
  faults?: { path: string; message: string }[]
  current?: unknown
  sheets?: unknown
  item?: { ledger: string; id: string }
  wait?: number
  requestId?: string
}

/** An answer that is no success. `status` 0: not reached; 408: no answer in time. The framework reads `status` and `body`. */
export class HttpError extends Error {
  readonly status: number
  readonly body: Problem

  constructor(message: string, status: number, body: Problem = { status }) {
    super(message)
    this.name = 'HttpError'
    this.status = status
    this.body = body
  }
}
