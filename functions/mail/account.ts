import type { Lang } from '../../shared/names.ts'
import { accountWords, invitation, resetting } from '../../shared/words/account-mail.ts'
import { greeting, mailWords } from '../../shared/words/mail.ts'
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
  return letter(page(lang, house, name, accountWords.invited[lang], invitation(email, days)[lang], url))
}

/** The mail for a forgotten password: `url` works once, for `minutes` minutes. */
export function resetLetter({ name, lang, house }: Account, url: string, minutes: number): { subject: string; html: string; text: string } {
  return letter(page(lang, house, name, accountWords.reset[lang], resetting(minutes)[lang], url))
}

function page(lang: Lang, house: string, name: string, subject: string, words: string, url: string): Document {
  return {
    lang,
    house: [mailWords.product[lang], house].filter((part) => part).join(' · '),
    subject: `${mailWords.product[lang]} ${subject}`,
    opening: greeting(name)[lang],
    blocks: [
      { kind: 'text', words },
      { kind: 'button', button: { words: accountWords.choosePassword[lang], url } },
    ],
    closing: accountWords.accountNote[lang],
  }
}
