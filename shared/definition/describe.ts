import { holds, type Judged } from '../engine/holds.ts'
import { type Label, type Lang, labelled, listed } from '../names.ts'
import type { Data, LedgerRecord } from '../record.ts'
import type { Scope } from '../scope.ts'
import { leftOpen } from '../words/left-open.ts'
import { asOne, asVerb, isNow } from '../words/verbs.ts'
import type { World } from '../world.ts'
import type { Condition, FieldCondition } from './condition.ts'
import { depth } from './depth.ts'
import type { Field } from './field.ts'
import { impliedBy, impliedWords, noneOrRows } from './implied.ts'
import type { Ledger, Transition } from './ledger.ts'
import { optionsOf } from './options.ts'
import { parentWords, toldTo } from './parent-words.ts'
import { wholeLabel } from './parted.ts'

/** Who may act, in words: 县人大办、主办单位. */
export function whoWords(ledger: Ledger, by: string[]): Label {
  const words: Record<string, Label> = {
    county: { zh: '县人大办', en: 'the county office' },
    owner: { zh: '事项所属的人大', en: 'the office that owns the item' },
    township: { zh: '乡镇人大', en: 'the township congress office' },
    anyTownship: { zh: '乡镇人大', en: 'township congress offices' },
    anyUnit: { zh: '承办单位', en: 'handling units' },
    anyDeputy: { zh: '人大代表', en: 'deputies' },
    creator: { zh: '提出的人', en: 'whoever created it' },
    holder: { zh: '负责这项待办的单位', en: 'the office that owes it' },
    parent: { zh: '能看到上一级事项的人', en: 'whoever sees the item above' },
    public: { zh: '所有有账号的人', en: 'everybody with an account' },
    system: { zh: '系统', en: 'the system' },
  }
  const said = by.map((word) =>
    word.startsWith('county:') ? words.county : word.startsWith('@') ? ledger.fields[word.slice(1)]?.label : words[word],
  )
  const labels = said.filter((label): label is Label => label !== undefined)
  const unique = labels.filter((label, at) => labels.findIndex((other) => other.zh === label.zh) === at)
  return { zh: unique.map((label) => label.zh).join('、'), en: unique.map((label) => label.en.toLowerCase()).join(' or ') }
}

/** Why somebody may not take a step: who takes it. */
export function roleSentence(ledger: Ledger, name: string): Label {
  const rule = ledger.transitions[name]
  const { zh, en } = labelled(rule?.label, name)
  const by = rule?.by ?? []
  const people = by.filter((word) => word !== 'system')
  const who = whoWords(ledger, people.length > 0 ? people : by)
  if (people.length === 0)
    return {
      zh: `${zh}由系统自动办理，不用人来办。`,
      en: `“${en}” is taken by the system itself.`,
    }
  return {
    zh: `${zh}由${who.zh}办理，不归您单位办。`,
    en: `Only ${who.en} can take “${en}”.`,
  }
}

/** So many states a sentence names. */
const STATES = 3

type Standing = Pick<LedgerRecord, 'state'> & Partial<Pick<LedgerRecord, 'data' | 'took'>>
/**
 * Why the present state refuses: names the step that must come first when one step leads on to there, one that is for an item of this kind. To be ended nothing
 * needs to come first; how it is ended here is named instead.
 */
export function stateSentence(ledger: Ledger, record: Standing, name: string): Label {
  const rule = ledger.transitions[name]
  const own = rule?.from ?? []
  const state = labelled(ledger.states[record.state]?.label, record.state)
  const act = labelled(rule?.label, name)
  const ends = (to: string | undefined) => ledger.states[to ?? '']?.phase === 'void'
  const deep = depth(ledger, record.state)
  const lies = own.map((from) => depth(ledger, from) - deep)
  const now = `${ledger.spoken?.self ?? '这件'}${isNow(state.zh)}`
  const back = lies.every((far) => far > 0)
  // A step from further on that can lead elsewhere too is no step back: it is yet to come.
  const ahead = back && (rule?.branches ?? []).some(({ to }) => to !== undefined && to !== rule?.to)
  if (rule?.to === record.state && !ahead && !own.includes(record.state)) {
    // A step back is not needed where what it takes back was never done.
    const undone = back && own.map((key) => ledger.states[key]?.label.zh.match(/^已([^（]+)/)?.[1])
    const been = Object.entries(ledger.transitions).some(([key, { to }]) => to !== undefined && own.includes(to) && record.took?.[key])
    const lacks = undone && !been && undone.length === 1 && undone[0] ? `没有${undone[0]}，` : ''
    const again = !undone && /^已/.test(state.zh) ? '不用再' : '不用'
    return { zh: `${now}，${lacks}${again}${ableTo(act.zh)}。`, en: `It is now “${state.en}”; “${act.en}” is not needed.` }
  }
  if (rule?.why) return rule.why
  const here = Object.values(ledger.transitions).filter(
    ({ from, by }) => from.includes(record.state) && by.some((word) => word !== 'system'),
  )
  const passed = lies.some((far) => far < 0)
  const leads = (to: string | undefined) => !passed && to !== undefined && own.includes(to) && depth(ledger, to) > deep
  const forThis = ({ when = [] }: Transition) => !record.data || holds(when.filter(isOfKind), { ...unknown, data: record.data })
  const before = ends(rule?.to)
    ? undefined
    : here.filter((each) => leads(each.to) && forThis(each)).sort((a, b) => Number(!!a.confirm) - Number(!!b.confirm))[0]
  const alike = (by: string[]) => by.some((word) => rule?.by.includes(word))
  const instead = ends(rule?.to) ? here.find(({ to, by }) => ends(to) && alike(by)) : undefined
  const notYet = { zh: `${now}，还不能${ableTo(act.zh)}`, en: `It is now “${state.en}”, so “${act.en}” is not possible.` }
  if (before) return { zh: `${notYet.zh}，要先${before.label.zh}。`, en: `${notYet.en} Take “${before.label.en}” first.` }
  if (instead)
    return { zh: `${now}，不再办理的，可以${instead.label.zh}。`, en: `It is now “${state.en}”; to end it, take “${instead.label.en}”.` }
  const over = ['done', 'void'].includes(ledger.states[record.state]?.phase ?? '')
  if (over && (ends(rule?.to) || lies.every((far) => far < 0)))
    return { zh: `${now}，不能再${ableTo(act.zh)}。`, en: `It is now “${state.en}”; “${act.en}” is possible no more.` }
  const from = listed(own.map((key) => labelled(ledger.states[key]?.label, key)).map(asOne))
  if (own.length > STATES) return { zh: `${now}，不能${ableTo(act.zh)}。`, en: notYet.en }
  return {
    zh: `${now}，只有${from.zh}的才能${ableTo(act.zh)}。`,
    en: `It is now “${state.en}”; “${act.en}” is possible only while it is ${from.en}.`,
  }
}

const unknown: Omit<Judged, 'data'> = {
  record: { duties: [], took: {} },
  kin: { children: [], phases: () => undefined },
  today: '',
  person: '',
}

/** What was chosen for an item, by which one kind is told from another. */
const isOfKind = (condition: Condition): boolean => 'field' in condition && (condition.is !== undefined || condition.not !== undefined)

const failingOf = (conditions: Condition[], judged: Judged) => conditions.find((condition) => !holds([condition], judged))

/** The first condition that fails, as a sentence saying what is missing; of the parent no more than `scope` may read. */
export function conditionSentence(ledger: Ledger, conditions: Condition[], judged: Judged, world: World, scope?: Scope): Label {
  const failing = failingOf(conditions, judged)
  return failing
    ? words(failing, ledger, scope ? toldTo(scope, judged) : judged, world)
    : { zh: '条件还不具备。', en: 'The conditions do not hold yet.' }
}

/** The questions of a step of which the first condition that fails speaks alone, so that an answer to them lets it pass; none where it speaks of more. */
export function asksIn(ledger: Ledger, asks: string[], conditions: Condition[], judged: Judged): string[] {
  const failing = failingOf(conditions, judged)
  const any = failing && 'any' in failing ? failing.any : failing ? [failing] : []
  // What falls short is filled in there, and not where the choice was made.
  const parts = impliedBy(any) ? any.slice(1) : any
  const named = parts.map((part) => ('field' in part ? filledBy(ledger, part.field) : ''))
  const asked = asks.map((ask) => ask.replace('?', ''))
  return named.every((key) => asked.includes(key)) ? [...new Set(named)] : []
}

/** The field that is filled in: of one that counts rows, the list. */
function filledBy({ fields }: Ledger, key: string): string {
  const field = fields[key]
  return field?.kind === 'computed' && field.value.as === 'count' ? field.value.of : key
}

function words(condition: Condition, ledger: Ledger, judged: Judged, world: World): Label {
  if (condition.why) return condition.why
  if ('any' in condition) {
    const { any } = condition
    if (any.length === 1 && any[0]) return words(any[0], ledger, judged, world)
    const named = (of: (each: Condition) => Label | undefined) => any.map(of).filter((label): label is Label => label !== undefined)
    const fill = named((each) => ('field' in each && each.filled === true ? ledger.fields[each.field]?.label : undefined))
    if (fill.length === any.length)
      return { zh: `${fill.map(({ zh }) => zh).join('、')}至少要填一项。`, en: `At least one of ${quoted(fill)} must be filled in.` }
    const owe = named((each) => ('duty' in each && each.open ? ledger.duties[each.duty]?.label : undefined))
    if (owe.length === any.length) return notOwed(owe)
    const ofKind = impliedWords(any, ledger, judged.data) ?? ofItsKind(any, ledger, judged, world)
    if (ofKind) return ofKind
    const demands = named((each) => ('field' in each ? demand(each, ledger) : undefined))
    if (demands.length === any.length) return noneOrRows(any, ledger) ?? eitherWords(demands)
    const parts = any.map((each) => words(each, ledger, judged, world))
    const told = (lang: Lang) => parts.map((part) => part[lang].replace(/^只适用于|[。.]$/g, ''))
    return { zh: `满足其中一条就能办：${told('zh').join('；')}。`, en: `Possible where one of these is met: ${told('en').join('; ')}.` }
  }
  if ('duty' in condition) {
    const { zh, en } = labelled(ledger.duties[condition.duty]?.label, condition.duty)
    const holders = judged.record.duties
      .filter((duty) => duty.key === condition.duty && (duty.state === 'open' || duty.state === 'paused'))
      .map((duty) => duty.holder.id)
    const names = listed(holders.map((id) => labelled(world.offices.find((office) => office.id === id)?.name, id)))
    if (condition.open) return notOwed([{ zh, en }])
    return {
      zh: `还有 ${holders.length} 个单位没有${asVerb({ zh, en }).zh}：${names.zh}。可以先催办。`,
      en: `“${en}” is still owed by ${names.en}. You can urge them.`,
    }
  }
  if ('children' in condition && condition.sum !== undefined) {
    const { atLeast = 0 } = condition
    const bound = typeof atLeast === 'number' ? { zh: String(atLeast), en: String(atLeast) } : ledger.fields[atLeast.slice(1)]?.label
    return { zh: `${bound?.zh}比下面各件加起来的还多。`, en: `“${bound?.en}” is more than its parts add up to.` }
  }
  if ('children' in condition) {
    return childWords(condition, judged)
  }
  if ('parent' in condition) return parentWords(condition.parent, judged)
  if ('named' in condition) {
    const label = ledger.fields[condition.named]?.label
    return {
      zh: `${label?.zh}所列的那一件还没有走到这一步，请先到那里登记。`,
      en: `What “${label?.en}” names has not come that far yet; enter it there first.`,
    }
  }
  if ('notBy' in condition) {
    const label = ledger.transitions[condition.notBy]?.label
    return { zh: `${label?.zh}和这一步要由两个人分别办理。`, en: `“${label?.en}” and this step must be taken by two different people.` }
  }
  if ('field' in condition) return fieldWords(condition, ledger, judged.data)
  // What the engine alone waits for.
  return { zh: '还没有到办这一步的时候。', en: 'The time for this step has not come yet.' }
}

/** How many parts are still to come so far, or stand in the way, by what they are called. */
function childWords(condition: Extract<Condition, { children: string }>, judged: Judged): Label {
  const { kin } = judged
  const meant = (child: LedgerRecord) => holds(condition.where, { ...judged, record: child, data: child.data })
  const parts = kin.children.filter((child) => child.ledger === condition.children && meant(child))
  if (parts.length === 0) return { zh: '它下面还一件也没有。', en: 'It has no parts yet.' }
  const inside = (part: LedgerRecord) => holds([{ ...condition, count: 'some' }], { ...judged, kin: { ...kin, children: [part] } })
  const left = parts.filter((part) => inside(part) === (condition.count === 'none'))
  const called = kin.stands?.(condition.children, parts[0]?.state ?? '')
  const n = `${left.length} ${called?.measure ?? '件'}${called?.kind?.zh ?? ''}`
  return { zh: `还有 ${n}没有办完。`, en: `Its parts (${left.length}) have not all come that far yet.` }
}

/**
 * “Not of this kind, or what such a one takes” says to one of that kind what it takes: where none of several holds, those that spare an item from the others do not
 * spare this one. Undefined where nothing spares, or the kind is not everybody's to know.
 */
function ofItsKind(any: Condition[], ledger: Ledger, judged: Judged, world: World): Label | undefined {
  const spares = (each: Condition): each is FieldCondition => 'field' in each && (each.filled === false || each.not !== undefined)
  const [kinds, rest] = [any.filter(spares), any.filter((each) => !spares(each))]
  const [only, another] = rest
  if (kinds.length === 0 || !only || kinds.some(({ field }) => ledger.fields[field]?.seenBy)) return undefined
  const own = another ? undefined : taken(only, ledger)
  const said = own ? { zh: `${own.zh}。`, en: `${own.en}.` } : words(another ? { any: rest } : only, ledger, judged, world)
  const of = kinds.filter(({ not }) => not !== undefined).map(({ field }) => kindWords(field, ledger, judged.data))
  const told = [...of, said]
  return { zh: told.map(({ zh }) => zh).join('，'), en: told.map(({ en }) => en).join(' ') }
}

/** 会议类别是“县人民代表大会会议”的, 零报告选“是”的. */
function kindWords(key: string, { fields }: Ledger, data: Data): Label {
  const { zh, en } = labelled(fields[key]?.label, key)
  const value = valueWords(fields[key], fields, data[key])
  return { zh: `${zh}${data[key] === true ? '选' : '是'}“${value.zh}”的`, en: `Where “${en}” is “${value.en}”:` }
}

/** What one condition asks of an item of a kind; undefined where its own sentence says that. */
function taken(condition: Condition, ledger: Ledger): Label | undefined {
  if (!('field' in condition)) return undefined
  const isList = filledBy(ledger, condition.field) !== condition.field
  return condition.filled || (isList && condition.atMost === 0) ? demand(condition, ledger) : undefined
}

/** A value of a field, as sentences quote it. */
function valueWords(field: Field | undefined, fields: Ledger['fields'], value: unknown): Label {
  if (value === null) return { zh: '空', en: 'empty' }
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  return labelled(optionsOf(field, fields)?.[String(value)], String(value))
}

const or: Label = { zh: '或', en: ' or ' }
const quoted = (labels: Label[]) => labels.map(({ en }) => `“${en}”`).join(' or ')

/** What nobody has to do now. */
const notOwed = (duties: Label[]): Label => ({
  zh: `目前不需要${duties.map((duty) => asVerb(duty).zh).join('或')}。`,
  en: `Nobody has to ${duties.map((duty) => asVerb(duty).en).join(' or ')} at present, so this step is not needed.`,
})

/** What can be done, or can be chosen not to be done: 能退办, 能选择不予受理. */
const ableTo = (act: string): string => (/^不/.test(act) ? `选择${act}` : act)

function fieldWords(condition: FieldCondition, ledger: Ledger, data: Data): Label {
  const field = ledger.fields[condition.field]
  const { zh, en } = labelled(field?.label, condition.field)
  const list = (wanted: unknown, lang: Lang) =>
    [wanted]
      .flat()
      .map((each) => `“${valueWords(field, ledger.fields, each)[lang]}”`)
      .reduce(
        (all, each, at, { length }) => `${all}${at === 0 ? '' : at < length - 1 ? { zh: '、', en: ', ' }[lang] : or[lang]}${each}`,
        '',
      )
  if (condition.filled === true) return leftOpen({ kind: field?.kind ?? 'text', label: { zh, en } })
  if (condition.filled === false) return { zh: `${zh}要空着。`, en: `${en} must be empty.` }
  if (typeof condition.is === 'boolean')
    return condition.is
      ? { zh: `只有${zh}的才能这样做。`, en: `Possible only where “${en}” holds.` }
      : { zh: `${zh}的不能这样做。`, en: `Not possible where “${en}” holds.` }
  if (condition.is !== undefined)
    return {
      zh: `只适用于${zh}是${list(condition.is, 'zh')}的。`,
      en: `Possible only where ${en.toLowerCase()} is ${list(condition.is, 'en')}.`,
    }
  if (condition.not !== undefined) {
    // Which of them it is need not be told as one of several.
    const own = (!field?.seenBy && [condition.not].flat().find((each) => each === data[condition.field])) || condition.not
    return {
      zh: `${zh}是${list(own, 'zh')}的不能这样做。`,
      en: `Not possible where ${en.toLowerCase()} is ${list(own, 'en')}.`,
    }
  }
  if (condition.past !== undefined) {
    return condition.past
      ? { zh: `要等${zh}过去。`, en: `Wait until ${en} has passed.` }
      : { zh: `${zh}已经过了。`, en: `${en} has passed.` }
  }
  if (condition.reached !== undefined) {
    return condition.reached ? { zh: `${zh}还没有到。`, en: `${en} has not come yet.` } : { zh: `${zh}已经到了。`, en: `${en} has come.` }
  }
  const { zh: most, en: must } = numberWords(condition, ledger)
  return bothNumbers(condition, ledger, data) ?? { zh: `${most}才能这样做。`, en: `${must}.` }
}

/** How a number lies and how it must: 列席名额是 2 人，列席人数现在是 3 人，要减少 1 人. Undefined where one of the two is not known. */
function bothNumbers(condition: FieldCondition, { fields }: Ledger, data: Data): Label | undefined {
  const [most, least] = [condition.atMost ?? condition.below, condition.atLeast ?? condition.above]
  // Between two bounds neither is told as the one.
  const limit = least === undefined ? most : most === undefined ? least : undefined
  const ref = typeof limit === 'string' ? limit.slice(1) : undefined
  const [now, bound] = [countOf(data[condition.field]), ref === undefined ? Number(limit) : countOf(data[ref])]
  const field = fields[condition.field]
  const other = fields[ref ?? '']
  // What is hidden from some no refusal tells.
  if (!field || field.seenBy || other?.seenBy || now === undefined || bound === undefined || Number.isNaN(bound)) return undefined
  const share = isShare(field)
  const unit = 'unit' in field && field.unit ? field.unit.zh : (field.label.zh.match(/(人|次|件)数$/)?.[1] ?? '')
  const en = (n: number) => (share ? percent(n) : String(n))
  const zh = (n: number) => (share ? en(n) : ` ${n}${unit && ` ${unit}`}`)
  const whole = wholeLabel(field)
  const strict = condition.atMost === undefined && condition.atLeast === undefined
  const off = Math.abs(now - bound) + (strict ? 1 : 0)
  if (other)
    return {
      zh: `${other.label.zh}是${zh(bound)}，${whole.zh}现在是${zh(now)}，要${most === undefined ? '增加' : '减少'}${zh(off)}。`,
      en: `${other.label.en}: ${en(bound)}; ${whole.en.toLowerCase()} now: ${en(now)}, which is ${en(off)} too ${most === undefined ? 'few' : 'many'}.`,
    }
  const than = most === undefined ? ['达到', 'at least', '超过', 'above'] : ['不超过', 'at most', '低于', 'below']
  return {
    zh: `${whole.zh}现在是${zh(now)}，${than[strict ? 2 : 0]}${zh(bound)}才能这样做。`.replace(/(?<=[\d%])才/, ' 才'),
    en: `${whole.en} is ${en(now)} now and must be ${than[strict ? 3 : 1]} ${en(bound)}.`,
  }
}

const isShare = (field: Field | undefined): boolean =>
  field?.kind === 'computed' && (field.value.as === 'rate' || field.value.as === 'share')
const percent = (n: number): string => `${Math.round(n * 1000) / 10}%`

/** A number, or how long a list is. */
const countOf = (value: unknown): number | undefined =>
  Array.isArray(value) ? value.length : typeof value === 'number' ? value : undefined

/** How a number must lie. */
function numberWords(condition: FieldCondition, ledger: Ledger, must = ''): Label {
  const field = ledger.fields[condition.field]
  const bound = (wanted: number | string, lang: Lang) =>
    typeof wanted === 'string' ? (ledger.fields[wanted.slice(1)]?.label[lang] ?? wanted) : isShare(field) ? percent(wanted) : String(wanted)
  const [[zhWord, enWord], limit] =
    condition.atLeast !== undefined
      ? [['不少于', 'at least'], condition.atLeast]
      : condition.atMost !== undefined
        ? [['不超过', 'at most'], condition.atMost]
        : condition.above !== undefined
          ? [['大于', 'above'], condition.above]
          : [['小于', 'below'], condition.below ?? 0]
  const whole = labelled(field && wholeLabel(field), condition.field)
  // A number keeps its distance from words, a name does not.
  const wanted = typeof limit === 'string' ? bound(limit, 'zh') : ` ${bound(limit, 'zh')} `
  return { zh: `${whole.zh}${must}${zhWord}${wanted}`, en: `${whole.en} must be ${enWord} ${bound(limit, 'en')}` }
}

/** What one of several conditions asks to be filled in; undefined where it asks for a day, or for a choice. */
function demand(condition: FieldCondition, ledger: Ledger): Label | undefined {
  const { zh, en } = labelled(ledger.fields[condition.field]?.label, condition.field)
  if (condition.filled === true) return { zh: `要填${zh}`, en: `“${en}” must be filled in` }
  const said = condition.is === true ? true : condition.is === false || condition.not === true ? false : undefined
  if (said !== undefined) return { zh: `${zh}${said ? '要选' : '不能选'}“是”`, en: `“${en}” must ${said ? '' : 'not '}be yes` }
  const list = filledBy(ledger, condition.field)
  const least = condition.above === undefined ? condition.atLeast : Number(condition.above) + 1
  const rows = labelled(ledger.fields[list]?.label, list)
  if (list !== condition.field && condition.atMost === 0) return { zh: `${rows.zh}要空着`, en: `“${rows.en}” must be empty` }
  if (list !== condition.field && typeof least === 'number') {
    return { zh: `${rows.zh}至少要填 ${least} 条`, en: `“${rows.en}” must have at least ${least} ${least === 1 ? 'row' : 'rows'}` }
  }
  const isNumber = [condition.atLeast, condition.atMost, condition.above, condition.below].some((each) => each !== undefined)
  return isNumber ? { zh: numberWords(condition, ledger, '要').zh.trim(), en: numberWords(condition, ledger).en } : undefined
}

function eitherWords(demands: Label[]): Label {
  return {
    zh: `要办这一步，${demands.map(({ zh }) => zh).join('，或者')}。`,
    en: `For this step, ${demands.map(({ en }) => en).join(', or ')}.`,
  }
}
