import type { Lang } from './names.ts'

/** A session of the congress (届、次): what is made from its first day until the next one begins counts in it, also between the meetings. */
export type Sitting = { term: number; session: number; from: string }

/** The session in which a day counts; undefined before the first one that the county has entered. They stand earliest first. */
export function sittingOn(sittings: Sitting[] = [], day: string): Sitting | undefined {
  return sittings.findLast(({ from }) => from <= day)
}

/** 十八届五次. */
export function sittingName({ term, session }: Pick<Sitting, 'term' | 'session'>, lang: Lang): string {
  return lang === 'zh' ? `${termName(term, lang)}${chinese(session)}次` : `${termName(term, lang)}, session ${session}`
}

/** 十八届. */
export function termName(term: number, lang: Lang): string {
  return lang === 'zh' ? `${chinese(term)}届` : `Term ${term}`
}

/** The session that a text names (县十八届人大五次会议, 第18届第5次), and of whose congress when it says so; null when it names none. */
export function readSitting(text: string): { of: string; term: number; session: number } | null {
  const found = named.exec(text.normalize('NFKC').replace(/\s/g, ''))
  const [term, session] = [number(found?.[2]), number(found?.[3])]
  return term === undefined || session === undefined ? null : { of: found?.[1] ?? '', term, session }
}

const named = /([省市县区镇乡])?(?:人大|人民代表大会)?第?([\d一二三四五六七八九十]+)届.*?第?([\d一二三四五六七八九十]+)次/

function number(text = ''): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const at = Array.from({ length: 100 }, (_, each) => chinese(each)).indexOf(text)
  return at < 0 ? undefined : at
}

const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** A number from 0 to 99 as it is written in names of terms and sessions: 十七. */
export function chinese(number: number): string {
  if (number < 10) return digits[number] ?? String(number)
  if (number > 99) return String(number)
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? digits[tens] : ''}十${ones ? digits[ones] : ''}`
}
