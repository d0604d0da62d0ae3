import type { Label } from '../names.ts'

const chosen = ['yesno', 'choice', 'choices', 'office', 'offices', 'person', 'records']

/** What is said of a question left open: what is chosen is not filled in. */
export function leftOpen({ kind = 'text', label: { zh, en } }: { kind?: string; label: Label }): Label {
  if (!chosen.includes(kind)) return { zh: `${zh}还没有填。`, en: `${en} has not been filled in.` }
  return {
    zh: `请选择${kind === 'yesno' && !zh.includes('是否') ? `是否${zh.replace(/^已/, '')}` : zh}。`,
    en: `${en} has not been chosen.`,
  }
}
