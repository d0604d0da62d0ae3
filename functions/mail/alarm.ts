import { isWorkday } from '../../shared/deadline/calendar.ts'
import { shanghaiDay, writeDay } from '../../shared/deadline/days.ts'
import type { Lang } from '../../shared/names.ts'
import { alarmWords, noProof } from '../../shared/words/alarm.ts'
import { greeting } from '../../shared/words/mail.ts'
import { type Clock, dayOf, timeOf } from '../clock.ts'
import { originHere } from '../here.ts'
import { listPeople } from '../store/people.ts'
import { claimAlarm, readProof } from '../store/proofs.ts'
import { world as loadWorld } from '../world.ts'
import { houseOf } from './house.ts'
import { letter } from './letter.tsx'
import { logMetrics } from './log-run.ts'
import { readersOfMail } from './recipients.ts'
import { send } from './send.ts'

/**
 * Tells the county's administrators, once a day, that no proof of this morning has arrived. It asks for the proof alone, so that it does not matter in
 * which way the run went wrong. Answers whether all is well: a proof, or a rest day.
 */
export async function watch({ now, today }: Clock): Promise<boolean> {
  if (!(await isMissed(today))) return true
  if (!(await claimAlarm(today, now))) return false
  const house = houseOf(await loadWorld())
  const admins = (await readersOfMail()).filter(({ role }) => role === 'admin')
  const mailed = await Promise.allSettled(
    admins.map(({ email: to, name, lang }) => send({ to, ...sentence(house[lang], name, today, lang), tags: { kind: 'alarm' } })),
  )
  for (const each of mailed) if (each.status === 'rejected') console.error('The alarm could not be mailed', (each.reason as Error).name)
  return false
}

/** Whether a working day has no proof of its run. Not the first: a county whose accounts were all opened today has had no morning yet. */
async function isMissed(today: string): Promise<boolean> {
  const [world, proof] = await Promise.all([loadWorld(), readProof(today)])
  if (proof || !isWorkday(world.calendar, today)) return false
  return (await listPeople('system')).some(({ createdAt }) => shanghaiDay(createdAt) < today)
}

/** When a morning's run is surely over, in the county's time: the hour of the watch (cdk/clock.ts). */
const OVER = '09:30'

/**
 * Measures whether this morning has gone without a completed run, for an alarm that rings by it, and by nobody measuring any more: asked every few minutes, it
 * does not lean on the schedule that failed.
 */
export async function measureMorning({ now, today }: Clock): Promise<void> {
  const missed = dayOf(now) === today && timeOf(now) >= OVER && (await isMissed(today))
  logMetrics('morning', { MorningMissed: missed ? 1 : 0 }, now)
}

function sentence(house: string, name: string, today: string, lang: Lang) {
  const day = { zh: writeDay(today, 'zh'), en: writeDay(today, 'en') }
  return letter({
    lang,
    house,
    subject: noProof(day)[lang],
    opening: greeting(name)[lang],
    blocks: [
      { kind: 'text', words: alarmWords.noProof[lang] },
      { kind: 'button', button: { words: alarmWords.openNotices[lang], url: `${originHere()}/notices` } },
    ],
    closing: alarmWords.alarm[lang],
  })
}
