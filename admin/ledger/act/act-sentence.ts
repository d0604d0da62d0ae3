import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Lang } from '../../../shared/names.ts'
import type { Shown } from '../../data.ts'
import type { Around } from '../../fields/kind.ts'
import { fieldText } from '../../fields/kinds.tsx'
import type { ActWords } from '../../words/act.ts'
import { isEmpty } from '../sections.ts'

type Words = { act: Pick<ActWords['act'], 'first' | 'goes' | 'ends' | 'pauses'> }

/**
 * What a step does, in a sentence: by hand where the ledger has one, with what is being filled in as it is typed, else of its name and the state that
 * follows. An item without a number goes by its heading.
 */
export function actSentence(
  ledger: Ledger,
  record: Pick<Shown, 'number' | 'heading' | 'state'>,
  transition: string,
  values: Record<string, unknown>,
  around: Around,
  words: Words,
): string {
  const { lang } = around
  const rule = ledger.transitions[transition]
  const item = itemOf(record, lang)
  if (!rule?.says) {
    const act = rule?.label[lang] ?? transition
    return [words.act.first(item.trim(), act), ...after(ledger, record.state, transition, act, lang, words)].join(lang === 'zh' ? '' : ' ')
  }
  return rule.says[lang].replace(/\{(?:this|@(\w+))\}/g, (_, key?: string) => {
    if (key === undefined) return item
    const field = ledger.fields[key]
    if (!field) return ''
    const value = values[key]
    return isEmpty(value) ? bracketed(field.label[lang], lang) : fieldText(field, value, around)
  })
}

/** What the step leads to: where it ends or halts, that; else the state by its name, unless the act said it. */
function after(ledger: Ledger, state: string, transition: string, act: string, lang: Lang, words: Words): string[] {
  const { to, branches } = ledger.transitions[transition] ?? {}
  const next = to === undefined || to === state || branches ? undefined : ledger.states[to]
  if (!next) return []
  if (next.phase === 'void') return [words.act.ends]
  if (next.phase === 'paused') return [words.act.pauses]
  return next.label[lang] === act ? [] : [words.act.goes(next.label[lang])]
}

const itemOf = ({ number, heading }: Pick<Shown, 'number' | 'heading'>, lang: Lang) =>
  number ? (lang === 'zh' ? ` ${number} ` : number) : lang === 'zh' ? `《${heading}》` : `“${heading}”`

/** What is not filled in yet stands as a gap with its name. */
const bracketed = (label: string, lang: Lang) => (lang === 'zh' ? `（${label}）` : `(${label.toLowerCase()})`)
