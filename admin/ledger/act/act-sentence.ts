import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Lang } from '../../../shared/names.ts'
import { inSentence, spokenOf } from '../../../shared/spoken.ts'
import type { Shown } from '../../data.ts'
import type { Around } from '../../fields/kind.ts'
import { fieldText } from '../../fields/kinds.tsx'
import type { ActWords } from '../../words/act.ts'
import { isEmpty } from '../sections.ts'

type Named = Pick<Shown, 'id' | 'number' | 'heading'>
type Words = { act: Pick<ActWords['act'], 'goes' | 'either' | 'or' | 'ends' | 'pauses' | 'noted'> }

/**
 * What a step does, in a sentence: by hand where the ledger has one and all that it speaks of is filled in, else what becomes of the item by it. An item
 * without a number goes by its heading, and by no id. `next`: who owes what follows, by name.
 */
export function actSentence(
  ledger: Ledger,
  record: Named & Pick<Shown, 'state'> & Partial<Pick<Shown, 'data'>>,
  transition: string,
  values: Record<string, unknown>,
  around: Around,
  words: Words,
  next = '',
): string {
  const { lang } = around
  // What it ends with is left out until it is filled in: 答复提出…的代表：（结果）.
  const ends = (_: string, key: string) => (isEmpty(values[key]) ? '' : _)
  const says = ledger.transitions[transition]?.says?.[lang]
    ?.replaceAll('{next}', next || '{@}')
    .replace(/[：:] ?\{@(\w+)\}(?=[。.]$)/, ends)
  const item = itemOf(ledger, record, lang)
  const asks = ledger.transitions[transition]?.asks ?? []
  // A day that is to be set anew, and stands as it was, is none yet.
  const isOld = (key: string) => ledger.fields[key]?.kind === 'date' && asks.includes(key) && values[key] === record.data?.[key]
  const gaps = [...(says ?? '').matchAll(/\{@(\w*)\}/g)].filter(([, key = '']) => !ledger.fields[key] || isEmpty(values[key]) || isOld(key))
  if (says === undefined || gaps.length > 0) return whole(becomes(ledger, record.state, transition, item, lang, words))
  const said = says.replace(/\{(?:this|@(\w+))\}/g, (_, key?: string) => {
    const field = key === undefined ? undefined : ledger.fields[key]
    return key === undefined || !field ? item : fieldText(field, values[key], around)
  })
  return whole(said)
}

/** Where the step leads: to an end, a halt, a state by its name, one of several that its outcome decides, or nowhere. */
function becomes(ledger: Ledger, state: string, transition: string, item: string, lang: Lang, { act }: Words): string {
  const { to = state, branches = [] } = ledger.transitions[transition] ?? {}
  const ends = [...new Set([...branches.map((branch) => branch.to ?? state), to])].flatMap((key) => ledger.states[key] ?? [])
  const [next] = ends
  if (ends.length > 1) return act.either(item, ends.map(({ label }) => label[lang]).join(act.or))
  if (!next || next === ledger.states[state]) return act.noted(item, ledger.states[state]?.label[lang])
  if (next.phase === 'void') return act.ends(item)
  return next.phase === 'paused' ? act.pauses(item) : act.goes(item, next.label[lang])
}

/** A number keeps its distance from words, not from signs nor from where the sentence begins. */
const whole = (said: string) => said.trim().replace(/ (?=[，。：；、）])|(?<=[，。：；、（]) /g, '')

function itemOf(ledger: Ledger, { id, number, heading }: Named, lang: Lang): string {
  // A person goes by no number of his file.
  if (ledger.register && heading !== id) return heading
  if (number) return lang === 'zh' ? `${/^\p{Script=Han}/u.test(number) ? '' : ' '}${number} ` : number
  if (heading === id) return lang === 'zh' ? '这一件' : 'this item'
  return inSentence({ id, heading }, { ...spokenOf(ledger), ledger: undefined })[lang]
}
