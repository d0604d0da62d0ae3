import type { Label } from '../../shared/names.ts'

/** A word of the panel, which is in the reader's language already, where a field wants its label. */
export function said(text: string): Label {
  return { zh: text, en: text }
}
