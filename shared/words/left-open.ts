import type { Label } from '../names.ts'

const chosen = ['yesno', 'choice', 'choices', 'office', 'offices', 'person', 'records']

/** What is said of a question left open: what is chosen is not filled in. */
export function leftOpen({ kind = 'text', label: { zh, en } }: { kind?: string; label: Label }): Label {
  if (!chosen.includes(kind)) return { zh: `${zh}还没有填。`, en: `${en} has not been filled in.` }
  return { zh: `请选择${kind === 'yesno' ? whether(zh) : zh}。`, en: `${en} has not been chosen.` }
}

/** A finding as a question: 是否落实, 超预算支出是否按程序批准; of one in two clauses the first. */
function whether(zh: string): string {
  const [first = zh] = zh.split('，')
  if (first.includes('是否')) return first
  return /.已/.test(first) ? first.replace('已', '是否') : `是否${first.replace(/^已/, '')}`
}
