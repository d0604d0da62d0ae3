/** Largest files: sent with the request, and uploaded before it. */
export const maxBytes = { direct: 4 * 1024 * 1024, uploaded: 20 * 1024 * 1024 }
export const maxRows = 50_000
