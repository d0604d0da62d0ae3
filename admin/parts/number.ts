/** 1,804; 96.25. Written here and nowhere else, whatever the browser's own language. */
export function writeNumber(value: number): string {
  const [whole = '', rest] = String(value).split('.')
  const sign = whole.startsWith('-') ? '−' : ''
  const grouped = whole.replace('-', '').replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return `${sign}${grouped}${rest ? `.${rest}` : ''}`
}

/** 96.2%; — without a denominator, since that is no 0. */
export function writeRate(num: number, den: number): string {
  return den === 0 ? '—' : `${(Math.round((num / den) * 1000) / 10).toFixed(1)}%`
}

/** 2.1 MB. */
export function writeSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
