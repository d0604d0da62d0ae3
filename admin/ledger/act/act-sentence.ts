import type { Field } from '../../../shared/definition/field.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { optionsOf } from '../../../shared/definition/options.ts'
import type { Lang } from '../../../shared/names.ts'
import { inSentence, spokenOf } from '../../../shared/spoken.ts'
import { asOne } from '../../../shared/words/verbs.ts'
import type { Shown } from '../../data.ts'
import type { Around } from '../../fields/kind.ts'
import { fieldText } from '../../fields/kinds.tsx'
import type { ActWords } from '../../words/act.ts'
import { isEmpty } from '../sections.ts'

type Named = Pick<Shown, 'id' | 'number' | 'heading'>
type Words = { act: Pick<ActWords['act'], 'goes' | 'either' | 'or' | 'ends' | 'pauses' | 'noted' | 'toFill'> }

/**
 * What a step does, in a sentence: by hand where the ledger has one and all that it speaks of is filled in, else what becomes of the item by it. What is
 * still to be filled in is spoken of as that (延到所填日期前答复). `outcome`: where it leads, once that is known. An item without a number goes by its heading, and by no id. `next`: who
 * owes what follows, by name.
 */
export function actSentence(
  ledger: Ledger,
  record: Named & Pick<Shown, 'state'> & Partial<Pick<Shown, 'data'>>,
  transition: string,
  values: Record<string, unknown>,
  around: Around,
  words: Words,
  next = '',
  outcome?: { state: string; branch?: number | undefined },
): string {
  const { lang } = around
  const toFill: Partial<Record<string, string>> = words.act.toFill
  const { asks = [], hands = [], branches, says: ofAll } = ledger.transitions[transition] ?? {}
  const says = branches?.[outcome?.branch ?? -1]?.says ?? ofAll
  const item = itemOf(ledger, record, lang)
  const ends = outcome ? [outcome.state] : endsOf(ledger, record.state, transition)
  const stays = ends.every((state) => state === record.state)
  // What is to be set anew, and stands as it was, is none yet: a day and who is to take over always, anything else where the step does nothing besides.
  const anew = (key: string, { kind }: Field) => kind === 'date' || stays || hands.includes(`@${key}`)
  const isOld = (key: string, field: Field) => asks.includes(key) && anew(key, field) && values[key] === record.data?.[key]
  const pieces = says ? piecesOf(says[lang]) : []
  // What it ends with is left out until it is filled in: 就…答复代表：（结果）.
  const colon = /[：:] ?$/.test(pieces.at(-3)?.text ?? '') ? pieces.at(-2) : undefined
  const filled = (piece: Piece): string | undefined => {
    const { slot = '', text } = piece
    if (text !== undefined) return text
    if (slot === 'this') return item
    if (slot === 'next') return next || undefined
    const key = slot.slice(1)
    const field = ledger.fields[key]
    if (!field) return undefined
    if (isEmpty(values[key]) || isOld(key, field)) return piece === colon ? undefined : toFill[field.kind]
    return optionsOf(field, ledger.fields)?.[String(values[key])]?.[lang] ?? fieldText(field, values[key], around)
  }
  const said = pieces.map(filled)
  if (colon && said.at(-2) === undefined) said.splice(-3, 2, said.at(-3)?.replace(/[：:] ?$/, ''))
  return whole(says && !said.includes(undefined) ? said.join('') : becomes(ledger, record.state, ends, item, lang, words))
}

type Piece = { slot?: string; text?: string }

/** The words of a sentence by hand, and its slots without their braces, in their order. */
const piecesOf = (says: string): Piece[] => says.split(/\{([^}]*)\}/).map((piece, at) => (at % 2 ? { slot: piece } : { text: piece }))

/** The states in which a step may end, that of its best outcome first. */
function endsOf(ledger: Ledger, state: string, transition: string): string[] {
  const { to = state, branches = [] } = ledger.transitions[transition] ?? {}
  return [...new Set([...branches.map((branch) => branch.to ?? state), to])]
}

/** Where the step leads: to an end, a halt, a state by its name, one of several that its outcome decides, or nowhere. */
function becomes(ledger: Ledger, state: string, ends: string[], item: string, lang: Lang, { act }: Words): string {
  const [next, ...others] = ends.flatMap((key) => ledger.states[key] ?? [])
  if (next && others.length > 0) return act.either(item, [next, ...others].map(({ label }) => asOne(label)[lang]).join(act.or))
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
