import { unsent } from '../../shared/words/mail.ts'
import type { NoticeWords } from '../words/notices.ts'
import type { Notice } from './notices.ts'

const rung = /^T([+-]\d+)([dw])(?:#(\d+))?$/

/** Why a mail went out, in words: a step of the ladder (`T-15d`, `T+1w#2`) or what happened to the item. */
export function writeRule(rule: string, words: NoticeWords, { copy, instead }: Pick<Notice, 'copy' | 'instead'> = {}): string {
  const said = [copy ? ` · ${words.rule.copy}` : '', instead ? ` · ${words.rule.instead(words.posts[instead])}` : ''].join('')
  const found = rung.exec(rule)
  if (!found) return `${eventRule(rule, words)}${said}`
  const n = Number(found[1])
  const work = found[2] === 'w'
  const at =
    n === 0
      ? words.rule.on
      : n < 0
        ? work
          ? words.rule.beforeWork(-n)
          : words.rule.before(-n)
        : work
          ? words.rule.afterWork(n)
          : words.rule.after(n)
  return `${at}${found[3] ? words.rule.again(Number(found[3]) + 1) : ''}${said}`
}

const events = ['opened', 'moved', 'returned', 'cancelled', 'next', 'urge'] as const

function eventRule(rule: string, words: NoticeWords): string {
  const known = events.find((each) => each === rule || (each === 'urge' && rule.startsWith('urge')))
  return known ? words.rule[known] : rule
}

/** What became of a mail: its fate once the mail service has told it, else how far it came. */
export function writeFate({ state, fate }: Pick<Notice, 'state' | 'fate'>, words: NoticeWords): string {
  return state === 'sent' && fate ? words.fate[fate] : words.fate[state]
}

/** True for what somebody should look after: it did not go out, or came back. */
export function isTrouble({ state, fate, reason }: Pick<Notice, 'state' | 'fate' | 'reason'>): boolean {
  const needless = Object.values(unsent.over).some((sentence) => sentence === reason)
  return state === 'failed' || (state === 'suppressed' && !needless) || fate === 'bounced' || fate === 'complained'
}

/** Kind and id behind an office as notices write it: `unit:water`. */
export function officeOf(token: string): { kind: string; id: string } {
  const at = token.indexOf(':')
  return at < 0 ? { kind: token, id: token } : { kind: token.slice(0, at), id: token.slice(at + 1) }
}
