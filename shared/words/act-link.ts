import type { Label } from '../names.ts'
import { personAt } from '../person-at.ts'

/** What is said to whoever comes with a link of a mail that does not act, or not for him. */
export const actLink = {
  broken: {
    zh: '这个链接不完整，或不是本系统发出的。请从邮件里重新打开，或登录后办理。',
    en: 'This link is incomplete, or was not made by this system. Open it from the mail again, or sign in.',
  },
  used: {
    zh: '这个链接已经用过，这一步已经办了，经过里可以看到。还要办的，请打开这件办理。',
    en: 'This link was used already: the step was taken and stands in the timeline. For anything more, open the item.',
  },
  disabled: {
    zh: '这个链接所属的账号已停用。请联系县人大办。',
    en: 'The account that this link belongs to is disabled. Please contact the county office.',
  },
  gone: {
    zh: '这件事项已不由您单位办理，链接不能再用。要看办到哪里，请登录。',
    en: 'This item is no longer with your office, so the link does nothing. Sign in to see where it stands.',
  },
  done: {
    zh: '这项待办已经办结，或不用再办，链接不能再用。要看办到哪里，请打开这件。',
    en: 'This duty was discharged, or is owed no more, so the link does nothing. Open the item to see where it stands.',
  },
  elsewhere: {
    zh: '这一步要填的内容在这里填不了，请打开这件办理。',
    en: 'This step asks more than fits here. Open the item and take it there.',
  },
} as const satisfies Record<string, Label>

/** `day`, in words: the last on which it worked. */
export const linkExpired = (day: Label): Label => ({
  zh: `这个链接有效期至${day.zh}，已经过期。请打开这件办理，或用最近一封提醒里的链接。`,
  en: `This link worked until ${day.en} and has expired. Open the item, or use the link of the latest reminder.`,
})

/** The record moved on since the mail was written; `why` is the engine's own sentence. */
export const linkChanged = (why: Label = { zh: '', en: '' }): Label => ({
  zh: `发信之后这件事项有了变化，链接不能再用。${why.zh}`,
  en: `The item has moved on since the mail was written, so the link does nothing. ${why.en}`,
})

type Whose = { name: string; office: Label }

/** Nobody is signed in, and its owner was never seen in this browser. */
export const signInAs = ({ name, office }: Whose): Label => ({
  zh: `这个链接是发给${personAt(office.zh, name)}的。请先用这个账号登录，再办理；如系他人转来，请勿代办。`,
  en: `This link belongs to ${personAt(name, office.en, ', ')}. Sign in under that account first; if the mail was forwarded to you, the step is not yours to take.`,
})

/** Somebody else is signed in. */
export const belongsTo = ({ name, office }: Whose, here: string): Label => ({
  zh: `这个链接是发给${personAt(office.zh, name)}的，现在登录的是${here}，所以没有办。请${name}登录后办理。`,
  en: `This link belongs to ${personAt(name, office.en, ', ')}, but ${here} is signed in, so nothing was done. ${name} has to sign in.`,
})
