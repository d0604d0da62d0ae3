import type { Label, Lang } from './names.ts'
import type { Variable, Wording } from './wording.ts'

/**
 * The text with its variables filled. One with nothing to say leaves no gap: the brackets or quotation marks around it go with it, and so does the clause in
 * which words lean on it.
 */
export function filled(text: string, values: { [name in Variable]: string }): string {
  const isGap = (name: string) => values[name.trim() as Variable] === ''
  const hasGap = (part: string) => [...part.matchAll(slot)].some(([, name = '']) => isGap(name))
  if (!hasGap(text)) return text.replace(slot, (whole, name: string) => values[name.trim() as Variable] ?? whole).trim()
  const parts = text.replace(bracketed, (part) => (hasGap(part) ? '' : part)).split(clauses)
  const kept = parts
    .map((part) => part.replace(loose, (whole, name: string) => (isGap(name) ? '' : whole)))
    .filter((part) => /[^\s\p{P}]/u.test(part) && !hasGap(part))
  const end = kept.length < parts.length && kept.length > 0 ? (/[。！？.!?]\s*$/.exec(text)?.[0] ?? '') : undefined
  const told = end === undefined ? kept.join('') : `${kept.join('').replace(/\p{P}\s*$/u, sign)}${end}`
  return told.replace(slot, (whole, name: string) => values[name.trim() as Variable] ?? whole).trim()
}

const slot = /\{([^{}]*)\}/g
const bracketed = /（[^（）]*）|\s?\([^()]*\)|《[^《》]*》|“[^“”]*”|【[^【】]*】/g
const clauses = /(?<=[，、；：。！？]|[,;:]\s|[.!?]\s(?=\p{Lu}))/u
/** A variable beside others, or at an end: no word leans on it. */
const loose = /(?<=^\s*|\}\s*)\{([^{}]*)\}\s*(?=\{|$|[，、；：。！？,;:.!?])/g
/** A sign that only parts what is gone goes too. */
const sign = (last: string) => (/[，、；：。！？,;:.!?]/.test(last) ? '' : last)

/** A wording filled in both languages; a text of which nothing is left is none. */
export function filledIn(wording: Wording, values: (lang: Lang) => { [name in Variable]: string }): Wording {
  const both = (label: Label | undefined): Label | undefined => {
    const told = label && { zh: filled(label.zh, values('zh')), en: filled(label.en, values('en')) }
    return told?.zh && told.en ? told : undefined
  }
  const [subject, line] = [both(wording.subject), both(wording.line)]
  return { ...(subject ? { subject } : {}), ...(line ? { line } : {}) }
}
