let handed: { ledger: string; file: File } | null = null

/** Hands a file to the import page, which is opened next. */
export function handOver(ledger: string, file: File): void {
  handed = { ledger, file }
}

/** The file that was handed over for a ledger, once. */
export function takeOver(ledger: string): File | null {
  const file = handed?.ledger === ledger ? handed.file : null
  if (file) handed = null
  return file
}
