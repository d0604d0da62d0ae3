import type { Label } from '../names.ts'
import type { Data } from '../record.ts'
import type { Condition, FieldCondition } from './condition.ts'
import type { Ledger } from './ledger.ts'
import { optionsOf } from './options.ts'
import { wholeLabel } from './parted.ts'

/**
 * “Not of this kind, or so many names” says: of this kind it takes so many. The choice, and the list of names that falls short; undefined for anything else.
 */
export function impliedBy(any: Condition[]): { choice: FieldCondition; list: FieldCondition & { atLeast: number } } | undefined {
  const [choice, list, ...more] = any
  if (more.length > 0 || !choice || !list || !('field' in choice) || !('field' in list)) return undefined
  if (typeof choice.not !== 'string' || typeof list.atLeast !== 'number') return undefined
  return { choice, list: { ...list, atLeast: list.atLeast } }
}

/** The sentence of such a condition: how many it takes, how many there are, and both ways out. Undefined for any other. */
export function impliedWords(any: Condition[], { fields }: Ledger, data: Data): Label | undefined {
  const implied = impliedBy(any)
  const kind = fields[implied?.choice.field ?? '']
  const list = fields[implied?.list.field ?? '']
  const options = optionsOf(kind, fields)
  if (!implied || !kind || !options || (list?.kind !== 'deputies' && list?.kind !== 'names')) return undefined
  if (kind.seenBy || list.seenBy) return undefined
  const { not } = implied.choice
  const others = Object.entries(options).flatMap(([key, label]) => (key === not ? [] : [label]))
  const is = options[String(not)] ?? { zh: String(not), en: String(not) }
  const value = data[implied.list.field]
  const there = Array.isArray(value) ? value.length : 0
  const names = wholeLabel(list)
  const instead = (lang: keyof Label, or: string) => others.map((label) => `“${label[lang]}”`).join(or)
  return {
    zh: `${kind.label.zh}是“${is.zh}”的，${names.zh}合计要有 ${implied.list.atLeast} 人以上，现在是 ${there} 人。请补足，或者把${kind.label.zh}改为${instead('zh', '、')}。`,
    en:
      `“${is.en}” needs at least ${implied.list.atLeast} names under “${names.en}”, and has ${there}. ` +
      `Add the others, or change “${kind.label.en}” to ${instead('en', ' or ')}.`,
  }
}

/** “Yes to there being none, or one row at least” says: choose that there is none, or fill in what there is. Undefined for anything else. */
export function noneOrRows(any: Condition[], { fields }: Ledger): Label | undefined {
  const [none, rows, ...more] = any
  if (more.length > 0 || !none || !rows || !('field' in none) || !('field' in rows) || none.is !== true) return undefined
  const counted = fields[rows.field]
  const list = counted?.kind === 'computed' && counted.value.as === 'count' ? fields[counted.value.of] : counted
  const no = fields[none.field]
  if (list?.kind !== 'items' || no?.kind !== 'yesno' || (rows.above !== 0 && rows.atLeast !== 1)) return undefined
  return {
    zh: `没有${list.label.zh.replace(/^发现的/, '发现')}的，请选${no.label.zh}；有的，请逐条填写。`,
    en: `Where there is nothing under “${list.label.en}”, choose “${no.label.en}”; else enter each in a row of its own.`,
  }
}
