import type { Label } from '../names.ts'
import { othersUnnamed } from '../words/cells.ts'

const number = String.raw`(?:\d+|[一二三四五六七八九十百零〇两几]+)\s*(?:余|多)?\s*(?:人|名|位)`
/** Words for those who are not named: 等12人, 等十二名县代表, 等; 及其他11人, 共12人, 12人. */
const others = [
  String.raw`等\s*(?:共\s*)?(?:${number}|\d+)?\p{Script=Han}{0,8}`,
  String.raw`(?:及|和|与|以及)?\s*(?:其他|其余|另外|另|共|共计|联名)\s*${number}\p{Script=Han}{0,8}`,
  String.raw`\d+\s*(?:人|名|位)\p{Script=Han}{0,8}`,
].map((words) => new RegExp(String.raw`^(.*?)[\s,(]*(${words})\)?$`, 'u'))

/** What registers write beside a name: a note in brackets, a telephone number, whose turn it is (领衔：), a count before each (1. 2.). */
const bracketed = /[(（【[][^()（）【】[\]]*[)）】\]]/gu
const beside = [/(?:\+?86[-\s]?)?(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)(?:0\d{2,3}[-\s]?)?\d{7,8}(?!\d)/gu, /^\s*\p{Script=Han}{2,10}[:：]/gu]
const count = /(^|[\s、,，;；/\n])[(（]?\d{1,2}[.．)）、]\s*(?=\p{Script=Han})|()\s*[①-⑳]\s*/gu

export type Named = { names: string[]; odd: string[]; remark?: Label }

/**
 * The people that a cell names, without what stands beside their names: 张桂兰（新安镇）等12人 is 张桂兰, and a remark on the rest. `odd`: what can be nobody's name.
 */
export function readPeople(text: string): Named {
  const said: string[] = []
  const counted = text.replace(count, '$1、')
  const parts = split(isChinese(text) ? bared(counted, [bracketed], said) : counted).flatMap((part) =>
    isChinese(part) ? bared(part, beside, said).split(/[/|\\]/) : [part],
  )
  const read = readNames(parts.join('、'))
  const names = read.names.filter((name) => !/^\d{1,2}$/.test(name))
  const remark = said.length ? othersUnnamed([...said, ...read.said].join('、')) : read.remark
  return { names, odd: names.filter((name) => /\d/.test(name)), ...(remark ? { remark } : {}) }
}

/** Names parted by 、 or ; and the like; how many more there were is remarked, never taken for a name. */
export function readNames(text: string): Named & { said: string[] } {
  const said: string[] = []
  const names = alone(split(text), said)
    .flatMap(chinese)
    .filter((part) => part !== '')
  return { names, odd: [], said, ...(said.length ? { remark: othersUnnamed(said.join('、')) } : {}) }
}

function bared(part: string, signs: RegExp[], said: string[]): string {
  return signs.reduce((rest, what) => {
    said.push(...(rest.match(what) ?? []).map((each) => each.trim()))
    return rest.replace(what, ' ')
  }, part)
}

/** Names without the words for those that are not named. */
function alone(parts: string[], said: string[]): string[] {
  return parts.flatMap((part) => {
    const found = others.map((words) => words.exec(part.normalize('NFKC'))).find((match) => match !== null && isName(match[1] ?? ''))
    if (!found) return [part]
    const [, name = '', rest = ''] = found
    said.push(rest)
    return name.trim() === '' ? [] : [name.trim()]
  })
}

/** One sign alone is no name: 张等 is called so. */
function isName(text: string): boolean {
  return text.trim().length !== 1
}

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** Names in Latin letters may hold commas and blanks. Chinese registers pad short names (`张　三`) and part names by commas or blanks too. */
function split(text: string): string[] {
  return text
    .split(/[、;；\n]+/)
    .flatMap((part) => (isChinese(part) ? part.split(/[,，]+/) : [part]))
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function chinese(part: string): string[] {
  const words = part.trim().split(/\s+/)
  return words.some((word) => /^\p{Script=Han}$/u.test(word))
    ? [words.join('')]
    : words.every((word) => /^\p{Script=Han}{2,}$/u.test(word))
      ? words
      : [part]
}
