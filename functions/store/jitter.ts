/** Waits a random time that grows with the attempt: writers that met once should not meet again. */
export async function jitter(attempt: number): Promise<void> {
  await new Promise((again) => setTimeout(again, Math.random() * Math.min(400, 15 * 2 ** attempt)))
}
