import type { Label } from '../names.ts'
import { othersUnnamed } from '../words/rows.ts'

const counted = String.raw`(?:\d+|[一二三四五六七八九十百零〇两几]+)\s*(?:余|多)?\s*(?:人|名|位)`
/** Words for those who are not named: 等12人, 等十二名县代表, 等; 及其他11人, 共12人, 12人. */
const others = [
  String.raw`等\s*(?:共\s*)?(?:${counted}|\d+)?\p{Script=Han}{0,8}`,
  String.raw`(?:及|和|与|以及)?\s*(?:其他|其余|另外|另|共|共计|联名)\s*${counted}\p{Script=Han}{0,8}`,
  String.raw`\d+\s*(?:人|名|位)\p{Script=Han}{0,8}`,
].map((words) => new RegExp(String.raw`^(.*?)[\s,(]*(${words})\)?$`, 'u'))

/** Names without the words for those that are not named: 张桂兰等12人 is 张桂兰 and a remark. */
export function alone(parts: string[]): { names: string[]; remark?: Label } {
  const said: string[] = []
  const names = parts.flatMap((part) => {
    const found = others.map((words) => words.exec(part.normalize('NFKC'))).find((match) => match !== null && isName(match[1] ?? ''))
    if (!found) return [part]
    const [, name = '', rest = ''] = found
    said.push(rest)
    return name.trim() === '' ? [] : [name.trim()]
  })
  return said.length ? { names, remark: othersUnnamed(said.join('、')) } : { names }
}

/** One sign alone is no name: 张等 is called so. */
function isName(text: string): boolean {
  return text.trim().length !== 1
}
