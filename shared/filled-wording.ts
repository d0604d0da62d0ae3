import type { Label, Lang } from './names.ts'
import { type Variable, variableOf, type Wording } from './wording.ts'

/**
 * The text with its variables filled. One with nothing to say leaves no gap: the brackets or quotation marks around it go with it, and so does the clause in
 * which words lean on it, with the label before its colon where nothing else stands behind that.
 */
export function filled(text: string, values: { [name in Variable]: string }): string {
  const said = (name: string) => {
    const variable = variableOf(name)
    return variable && values[variable]
  }
  const isGap = (name: string) => said(name) === ''
  const hasGap = (part: string) => [...part.matchAll(slot)].some(([, name = '']) => isGap(name))
  if (!hasGap(text)) return text.replace(slot, (whole, name: string) => said(name) ?? whole).trim()
  const parts = text.replace(bracketed, (part) => (hasGap(part) ? '' : part)).split(clauses)
  const told = parts.map((part) => part.replace(loose, (whole, name: string) => (isGap(name) ? '' : whole)))
  const says = told.map((part) => /[^\s\p{P}]/u.test(part) && !hasGap(part))
  const kept = told.filter((_, at) => says[at] && !(isLabel(parts[at]) && namesNothing(parts, says, at)))
  const end = kept.length < parts.length && kept.length > 0 ? (/[。！？.!?]\s*$/.exec(text)?.[0] ?? '') : undefined
  const whole = end === undefined ? kept.join('') : `${kept.join('').replace(/\p{P}\s*$/u, sign)}${end}`
  return whole.replace(slot, (written, name: string) => said(name) ?? written).trim()
}

/** 时间： — a clause that only names what follows it. */
const isLabel = (part = ''): boolean => /[：:]\s*$/.test(part) && !/\{/.test(part)

/** Whether all that a label names is gone: up to the end of the sentence, or to the next label. */
function namesNothing(parts: string[], says: boolean[], label: number): boolean {
  let named = false
  for (const [at, part] of parts.entries()) {
    if (at <= label) continue
    if (isLabel(part) && named) return true
    if (isLabel(part)) continue
    if (says[at]) return false
    if (/[；。！？;.!?]\s*$/.test(part)) return true
    named = true
  }
  return true
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
