/**
 * Does what follows from something that is stored already. When it fails, the log says so and the answer stays that it was stored: true when it went
 * well. Messages stay out of the log, since they may quote what people wrote.
 */
export async function afterwards(what: string, work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    failedAfterwards(what, error)
    return false
  }
}

/** Notes in the log what failed after something was stored. */
export function failedAfterwards(what: string, error: unknown): void {
  const { name, stack = '' } = error as Error
  const at = stack.split('\n').flatMap((line) => (line.trimStart().startsWith('at ') ? [line.trim()] : []))
  console.error(JSON.stringify({ afterwards: what, name, at: at.slice(0, 8) }))
}
