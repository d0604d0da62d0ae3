import type { Ledger } from '../definition/ledger.ts'
import type { Label } from '../names.ts'
import { landing } from './landing.ts'
import { cellFields, plainHeading } from './meanings.ts'
import { alike } from './synonyms.ts'

/** What a cell says of how far an item is: a state of the ledger, or a choice of the field that tells its result. `rest`: words behind it that are neither. */
export type ToldState = ({ state: string } | { path: string; option: string }) & { rest?: string }
export type States = (text: string) => ToldState | undefined

const headings =
  /(办理|处理|落实|完成|整改|推进|工作|办结|办复|答复|交办|当前|目前|事项)(情况)?(情况|进度|进展|状态|状况|结果|阶段)$|进展(情况|状况)$|^(状态|状况|进度|进展|所处阶段|status|progress)$|^是否(已?(办结|完成|落实|答复|销号))$/

/** True for a heading below which registers tell how far an item is; whether this one does, its cells tell. */
export const soundsLikeState = (heading: string): boolean => headings.test(plainHeading(heading).replace(/\([^()]*\)$/, ''))

/** Words for what definitions call each in its own way: that an item came to its end, was given up, is at work, was not begun. */
const kinds = {
  done: /^(已?办(结|完|毕)|已办理?|(已|全部)?(完成|完结|落实|整改|销号)|结案|结束|已结|办理(完毕|完成|结束)|(整改|落实)(完成|到位|完毕)|是|done|closed|completed?|finished)$/,
  void: /^(已?(撤回|撤销|撤案|取消|作废|终止)|不予办理|cancel(l?ed)?|withdrawn)$/,
  going:
    /^((正在|在)(办理?|处理|进行|推进|实施|落实|整改)中?|在办中?|(办理|处理|进行|推进|实施|落实|整改)之?中|(未|没有|尚未)(办结|办完|完成|落实|答复)|未结|待办结|持续推进|否|inprogress|ongoing)$/,
  unbegun: /^((未|尚未|没有)(办理?|交办|开始|启动)|待(办理?|交办)|notstarted|pending)$/,
}
type Kind = keyof typeof kinds

/** Reads what cells say of how far an item is, by the definition's own names of states and results first; built once for a file. */
export function stateWords(ledger: Ledger): States {
  const all = Object.entries(ledger.states).reverse()
  const called = (name: (state: string, label: Label) => string): [string, ToldState][] =>
    all.map(([state, { label }]) => [plain(name(state, label)), { state }])
  // Of what is called alike, the later one here is meant: one state may bear the key of another for its name.
  const names = [...called((state) => state), ...called((_, { en }) => en), ...called((_, { zh }) => zh)]
  const exact = new Map([...results(ledger), ...names])
  const meant = kindStates(ledger)
  const read: States = (text) => {
    const word = plain(text)
    const kind = (Object.keys(kinds) as Kind[]).find((key) => kinds[key].test(word))
    const state = closeTo(ledger, word) ?? (kind && meant[kind])
    const told = exact.get(word) ?? (state === undefined ? undefined : { state })
    if (told) return told
    // 正在协调资金: at work, and on what is told.
    return /^正在\p{Script=Han}{2,12}$/u.test(word) && meant.going ? { state: meant.going, rest: text } : undefined
  }
  const known = new Map<string, ToldState | undefined>()
  return (text) => {
    if (!known.has(text)) known.set(text, read(text) ?? led(text, read))
    return known.get(text)
  }
}

/** A word that more is written behind: 已办结（5月）, 已答复，代表满意. */
function led(text: string, read: States): ToldState | undefined {
  const [, word = '', rest = ''] = /^(.{2,12}?)\s*([（(，,。；;：:].+)$/s.exec(text.trim()) ?? []
  const found = word === '' ? undefined : read(word)
  return found && { ...found, rest }
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.、:,。()_/-]/g, '')

/** The choices of the one field that registers call the result: A, A类, 已解决, A类/已解决. */
function results(ledger: Ledger): [string, ToldState][] {
  const isResult = (names: string[]): boolean => names.some((name) => alike(plainHeading(name)).includes('办理结果'))
  const fields = Object.entries(cellFields(ledger)).filter(([, { label, headings = [] }]) => isResult([label.zh, ...headings]))
  const [path, field] = fields[0] ?? []
  if (path === undefined || field?.kind !== 'choice' || fields.length > 1) return []
  return Object.entries(field.options).flatMap(([option, { zh, en }]) =>
    [option, `${option}类`, zh, en, `${option}${zh}`, `${option}类${zh}`].map((name): [string, ToldState] => [
      plain(name),
      { path, option },
    ]),
  )
}

/** 正在办理 is 办理中, 办结 is 已办结: the same word, and neither is under way where the other is over. Of two states that are called so, neither. */
function closeTo(ledger: Ledger, word: string): string | undefined {
  const [said, how] = stem(word)
  const found = Object.entries(ledger.states).filter(([, { label }]) => {
    const [name, other] = stem(plain(label.zh))
    return said.length > 1 && name === said && (how === other || how === '' || other === '')
  })
  return found.length === 1 ? found[0]?.[0] : undefined
}

function stem(word: string): [string, 'over' | 'going' | ''] {
  const bare = word.replace(/^(已经?|正在|在)(?=.{2})/, '').replace(/(了|之?中)$/, '')
  return [bare, /^已/.test(word) ? 'over' : /^(正在|在)|中$/.test(word) ? 'going' : '']
}

/** The states that general words mean: the end that the ledger is meant for, its first void one, where an item lies that somebody began, and one of which nothing is told. */
function kindStates(ledger: Ledger): { [kind in Kind]: string | undefined } {
  const all = Object.entries(ledger.states)
  const first = (phase: string): string | undefined => all.find(([, state]) => state.phase === phase)?.[0]
  const [duty] = ledger.import?.duties ?? []
  const [going, another] = all.filter(([, { label, phase }]) => phase === 'open' && label.zh.endsWith('中'))
  return {
    done: first('done'),
    void: first('void'),
    going: duty ? landing(ledger, { [duty.opened.slice(1)]: '2000-01-01' }, '2000-01-01') : another ? undefined : going?.[0],
    unbegun: landing(ledger, {}, '2000-01-01'),
  }
}
