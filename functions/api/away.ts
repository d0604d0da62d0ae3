/** True for what is thrown when a part (database, accounts, files) cannot be reached or is itself out of order: no fault of the request, and none of ours. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, $fault } = error as { code?: unknown; $fault?: unknown }
  return (
    $fault === 'server' || (typeof code === 'string' && unreachable.includes(code)) || ['TimeoutError', 'AbortError'].includes(error.name)
  )
}

const unreachable = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EPIPE', 'EHOSTUNREACH']
