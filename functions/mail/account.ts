import type { Lang } from '../../shared/names.ts'
import { greeting, invitation, mailWords, resetting } from '../../shared/words/mail.ts'
import type { Document } from './document.ts'
import { letter } from './letter.tsx'

/** `house`: the county office's name, as it stands at the head of the letter. */
type Account = { name: string; email: string; lang: Lang; house: string }

/** The mail that opens an account: `url` leads to the page where the password is chosen, for `days` days. */
export function invitationLetter(
  { name, email, lang, house }: Account,
  url: string,
  days: number,
): { subject: string; html: string; text: string } {
  return letter(page(lang, house, name, mailWords.invited[lang], invitation(email, days)[lang], url))
}

/** The mail for a forgotten password: `url` works once, for `minutes` minutes. */
export function resetLetter({ name, lang, house }: Account, url: string, minutes: number): { subject: string; html: string; text: string } {
  return letter(page(lang, house, name, mailWords.reset[lang], resetting(minutes)[lang], url))
}

function page(lang: Lang, house: string, name: string, subject: string, words: string, url: string): Document {
  return {
    lang,
    house: [mailWords.product[lang], house].filter((part) => part).join(' · '),
    subject: `${mailWords.product[lang]} ${subject}`,
    opening: greeting(name)[lang],
    blocks: [
      { kind: 'text', words },
      { kind: 'button', button: { words: mailWords.choosePassword[lang], url } },
    ],
    closing: mailWords.accountNote[lang],
  }
}
