/** This very message was refused; trying it again cannot help. */
export class Undeliverable extends Error {}

/** No answer came: it may have been taken, and a second try may be a second message. */
export class Unanswered extends Error {}

/** Faults from before anything was said to the other side; with any other, an answer may have been lost. */
const BEFORE = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EDNS', 'EAUTH', 'ECONNECTION', 'CredentialsProviderError']

/** True when an answer may have been lost. */
export function mayHaveGone(error: unknown): boolean {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown }
  return !BEFORE.includes(String(code ?? name))
}
