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
  const several = read.names.length > 1
  const names = read.names.filter((name) => !/^\d{1,2}$/.test(name)).flatMap((name) => person(name, several, said))
  const remark = said.length ? othersUnnamed([...said, ...read.said].join('、')) : read.remark
  return { names, odd: names.filter(isOdd), ...(remark ? { remark } : {}) }
}

const office = '代表|委员|同志|主任|副主任|主席|副主席|书记|局长|镇长|乡长|先生|女士|老师'
const called = new RegExp(String.raw`^(\p{Script=Han}{2,4})(${office})$`, 'u')
/** 新安镇代表张桂兰, 新安镇张桂兰. */
const placed =
  /^((?:\p{Script=Han}{2,8}(?:镇|乡|街道|县|村|社区|团|组))?代表[:：]?|\p{Script=Han}{2,4}(?:镇|乡|街道))\s*(\p{Script=Han}{2,3})$/u
const mark = /^[*★☆※▲△●○#]+|[*★☆※▲△●○#]+$/gu
/** What stands beside a name as if it were one. */
const noName =
  /^(男|女|代表|群众|党员|(?:汉|回|满|蒙古?|藏|苗|壮|彝|侗|瑶|畲|土家|维吾尔|朝鲜|哈萨克)族|\p{Script=Han}{2,4}(镇|乡|街道|社区))$/u

/** A name without its marks, and without what its bearer is. */
function person(whole: string, several: boolean, said: string[]): string[] {
  const name = bared(whole, [mark], said).trim()
  if (name === '' || (several && noName.test(name))) {
    if (name !== '') said.push(name)
    return []
  }
  if (isOdd(name)) return [name]
  const [, bearer, title] = called.exec(name) ?? []
  const [, place, inhabitant] = placed.exec(name) ?? []
  const rest = bearer ? title : place
  if (rest) said.push(rest)
  return [bearer ?? inhabitant ?? name]
}

/** What can be nobody's name: with digits, a title alone with a surname, and who is many. */
function isOdd(name: string): boolean {
  return /\d|代表团$|代表小组$|^(全体|各|部分).*代表$/.test(name) || new RegExp(`^.(${office})$`, 'u').test(name)
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
  const [first = '', ...rest] = part.trim().split(/\s+/)
  // Whether a man or a woman is said beside the name.
  if (first.length > 1 && rest.length > 0 && rest.every((word) => /^[男女]$/.test(word))) return [first, ...rest]
  const words = [first, ...rest]
  return words.some((word) => /^\p{Script=Han}$/u.test(word))
    ? [words.join('')]
    : words.every((word) => /^\p{Script=Han}{2,}$/u.test(word))
      ? words
      : [part]
}
