import { writeDay, writeRest } from '../../shared/deadline/days.ts'
import type { Lang } from '../../shared/names.ts'
import { stateWords, unsent } from '../../shared/words/mail.ts'
import type { Notice } from './notices.ts'

/** What became of a mail: its fate once the mail service has told it, else how far it came. */
export function writeFate({ state, fate }: Pick<Notice, 'state' | 'fate'>, lang: Lang): string {
  return stateWords[state === 'sent' && fate ? fate : state][lang]
}

/** True for what somebody should look after: it did not go out, or came back. */
export function isTrouble({ state, fate, reason }: Pick<Notice, 'state' | 'fate' | 'reason'>): boolean {
  const needless = [unsent.over, unsent.undone, unsent.shown].flatMap(Object.values).some((sentence) => sentence === reason)
  return state === 'failed' || (state === 'suppressed' && !needless) || fate === 'bounced' || fate === 'complained'
}

/** Kind and id behind an office as notices write it: `unit:water`. */
export function officeOf(token: string): { kind: string; id: string } {
  const at = token.indexOf(':')
  return at < 0 ? { kind: token, id: token } : { kind: token.slice(0, at), id: token.slice(at + 1) }
}

/** The name of a rest day as it stands below its date; a Saturday, which the date says, is not called so twice. */
export function restBelow(rest: string, day: string, lang: Lang): string {
  return writeDay(day, 'zh').includes(rest) ? '' : writeRest(rest, lang)
}
