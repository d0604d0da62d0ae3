import type { Label } from '../names.ts'

/** A step or a duty as a sentence speaks of it. Its name is a verb, so it stands there without quotation marks; that it comes in time is said by the day. */
export const asVerb = ({ zh, en }: Label): Label => ({ zh: zh.replace(/^按期/, ''), en: uncapital(en.replace(/ in time$/, '')) })

/** The same beside the day by which it is owed, where English begins with its name. */
export const besideDay = (duty: Label): Label => ({ zh: asVerb(duty).zh, en: duty.en })

/** What somebody did: 已交办; 不同意延期, which is done by not doing. */
export const done = (step: string): string => (/^不/.test(step) ? step : `已${step}`)

/** How an item stands, behind what names it: 已交办, 待审阅, 正在办理中; what is no such word is named: 的状态是草稿. */
export const isNow = (state: string): string =>
  /^[已待未不]/.test(state) ? state : /^..中$/.test(state) ? `正在${state}` : `的状态是${state}`

/** A name with a comma in it stands in quotation marks where others stand beside it. */
export const asOne = (label: Label): Label => (label.zh.includes('，') ? { ...label, zh: `“${label.zh}”` } : label)

/** Accept or decline → accept or decline; a name of capitals stays. */
export const uncapital = (text: string): string => (/^[A-Z](?![A-Z])/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)
