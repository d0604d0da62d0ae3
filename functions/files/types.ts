/** What may be uploaded, by the ending of its name, with the types that browsers give it. */
const types: Record<string, string[]> = {
  pdf: ['application/pdf'],
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  png: ['image/png'],
  gif: ['image/gif'],
  webp: ['image/webp'],
  heic: ['image/heic'],
  doc: ['application/msword'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  xls: ['application/vnd.ms-excel'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ppt: ['application/vnd.ms-powerpoint'],
  pptx: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  wps: ['application/vnd.ms-works', 'application/wps-office.wps', 'application/kswps'],
  et: ['application/wps-office.et', 'application/kset'],
  dps: ['application/wps-office.dps', 'application/ksdps'],
  ofd: ['application/ofd'],
  txt: ['text/plain'],
  csv: ['text/csv', 'application/vnd.ms-excel', 'application/csv'],
}
const unsure = ['', 'application/octet-stream']

export const MOST_BYTES = 20 * 1024 * 1024

/** The type under which a file is kept; null when its name and type are not among those taken, or do not belong together. */
export function typeOf(name: string, type: string): string | null {
  const known = types[name.split('.').at(-1)?.toLowerCase() ?? '']
  if (!known || !name.includes('.')) return null
  const said = type.split(';')[0]?.trim().toLowerCase() ?? ''
  if (unsure.includes(said)) return known[0] ?? null
  return known.includes(said) ? said : null
}
