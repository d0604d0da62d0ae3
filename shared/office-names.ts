import type { Office } from './world.ts'

/** What stands in the place of a township where an item is the county's own. */
export const COUNTY_LEVEL = '县级'

type Kind = 'county' | 'township' | 'unit'
export type OfficeNames = { id(text: string): string | undefined }

/** Finds offices of one kind by what people write: the id, either name, the name without county or ending (水务, 新安), or a short form that only one office
 * has (住建局 for 住房和城乡建设局). Of two that fit alike the open one is meant; a closed one's full name means that one. Registers and searches know offices by
 * it. */
export function officeNames(offices: Office[], kind: Kind): OfficeNames {
  const all = offices.filter((office) => office.kind === kind)
  const [open, closed] = [finder(all.filter((office) => !office.closed)), finder(all.filter((office) => office.closed))]
  return {
    id: (text) => open.full(text) ?? closed.full(text) ?? open.spelled(text) ?? closed.spelled(text),
  }
}

type Finder = { full(text: string): string | undefined; spelled(text: string): string | undefined }

function finder(all: Office[]): Finder {
  const full = new Map(
    all.flatMap((office) => [office.id, office.name.zh, office.name.en].map((name) => [plain(name), office.id] as const)),
  )
  const spelled = new Map<string, string | null>()
  for (const office of all)
    for (const name of spellings(office)) spelled.set(name, spelled.has(name) && spelled.get(name) !== office.id ? null : office.id)
  const kind = all[0]?.kind ?? ''
  return {
    full: (text) => full.get(plain(text)),
    spelled: (text) => spelled.get(plain(text)) ?? full.get(bare(text, kind)) ?? spelled.get(bare(text, kind)) ?? shortFor(all, text),
  }
}

/** What an office is called beside its own name: without its county, and without its ending too. */
export function shortNames({ name, kind }: Office): string[] {
  const zh = plain(name.zh)
  return [bare(zh, kind), withoutCounty(zh)].filter((each) => each.length > 1)
}

function spellings(office: Office): string[] {
  return [...shortNames(office), plain(office.name.en.replace(/ (bureau|office|town|township|county|department|commission)$/i, ''))].filter(
    (name) => name.length > 1,
  )
}

const endings: { [kind: string]: RegExp } = {
  township: /(镇|乡)?(人大办公室|人大办|人大主席团|人大|人民政府|政府|党委|代表团)?$/,
  unit: /(委员会办公室|委员会|办公室|公司|总局|分局|局|委|办)$/,
}

/** A name without its county and its ending. */
export function bare(text: string, kind: string): string {
  return withoutCounty(plain(text)).replace(endings[kind] ?? /$/, '')
}

/** A name without province, city and county before it. */
export function withoutCounty(text: string): string {
  return text.replace(/^(\p{Script=Han}{2,3}(省|自治区))?(\p{Script=Han}{2,4}市)?\p{Script=Han}{0,4}县(?=\p{Script=Han}{2,})/u, '')
}

/** A name as names are compared. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’."“”\u200b-\u200f\u2060\ufeff]/g, '')
}

/** Chinese short forms leave characters out and keep their order; three characters at least, and one bearer only. */
function shortFor(all: Office[], text: string): string | undefined {
  const short = withoutCounty(plain(text))
  if (!/^\p{Script=Han}{3,}$/u.test(short)) return undefined
  const fits = all.filter((office) => inOrder(short, plain(office.name.zh)))
  if (fits.length > 0) return fits.length === 1 ? fits[0]?.id : undefined
  const named = all.filter((office) => office.kind === 'unit' && isShortOf(withoutCounty(plain(office.name.zh)), short))
  return named.length === 1 ? named[0]?.id : undefined
}

/** True where the county calls an office by a short form of a longer name: 住建局 of 住房和城乡建设局, 卫健委 of 卫生健康委员会. It begins and ends alike. */
function isShortOf(short: string, long: string): boolean {
  const end = short.at(-1) ?? ''
  return (
    /^\p{Script=Han}{3,}$/u.test(short) &&
    long[0] === short[0] &&
    (long.endsWith(end) || (end === '委' && long.endsWith('委员会')) || (end === '办' && long.endsWith('办公室'))) &&
    // Two offices side by side are two.
    (long.match(/[局委办院]/g) ?? []).length === 1 &&
    inOrder(short, long)
  )
}

function inOrder(short: string, long: string): boolean {
  let at = 0
  for (const sign of long) if (sign === short[at]) at += 1
  return at === short.length
}
