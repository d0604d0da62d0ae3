import { isWorkday } from '../../shared/deadline/calendar.ts'
import { writeDay } from '../../shared/deadline/days.ts'
import type { Lang } from '../../shared/names.ts'
import { greeting, mailWords, noProof } from '../../shared/words/mail.ts'
import type { Clock } from '../clock.ts'
import { env } from '../env.ts'
import { claimAlarm, readProof } from '../store/proofs.ts'
import { world as loadWorld } from '../world.ts'
import { letter } from './letter.tsx'
import { readersOfMail } from './recipients.ts'
import { send } from './send.ts'
import { houseOf } from './tell.ts'

/**
 * Tells the county's administrators, once a day, that no proof of this morning has arrived. It asks for the proof alone, so that it does not matter in
 * which way the run went wrong. Answers whether all is well: a proof, or a rest day.
 */
export async function watch({ now, today }: Clock): Promise<boolean> {
  const [world, proof] = await Promise.all([loadWorld(), readProof(today)])
  if (proof || !isWorkday(world.calendar, today)) return true
  if (!(await claimAlarm(today, now))) return false
  const house = houseOf(world)
  const admins = (await readersOfMail()).filter(({ role }) => role === 'admin')
  const mailed = await Promise.allSettled(
    admins.map(({ email: to, name, lang }) => send({ to, ...sentence(house[lang], name, today, lang), tags: { kind: 'alarm' } })),
  )
  for (const each of mailed) if (each.status === 'rejected') console.error('The alarm could not be mailed', (each.reason as Error).name)
  return false
}

function sentence(house: string, name: string, today: string, lang: Lang) {
  const day = { zh: writeDay(today, 'zh'), en: writeDay(today, 'en') }
  return letter({
    lang,
    house,
    subject: noProof(day)[lang],
    opening: greeting(name)[lang],
    blocks: [
      { kind: 'text', words: mailWords.noProof[lang] },
      { kind: 'button', button: { words: mailWords.openNotices[lang], url: `${env('ORIGIN')}/notices` } },
    ],
    closing: mailWords.alarm[lang],
  })
}
