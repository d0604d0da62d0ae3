import type { Label } from '../names.ts'

/** What the mail says that no proof of a morning arrived. */
export const alarmWords = {
  noProof: {
    zh: '到 09:30 还没有今天的提醒凭证：今早的提醒可能没有发，或没有发完。请打开“提醒记录”核对，并告诉维护人员。补跑一次就会补发，不会重发。',
    en: 'At 09:30 there is no proof of today’s reminders: they may not have gone out, or not all of them. Look at “Reminders and forecast” and tell whoever keeps the system running. Running the job once more sends what is missing and nothing twice.',
  },
  openNotices: { zh: '打开“提醒记录”', en: 'Open “Reminders and forecast”' },
  alarm: {
    zh: '工作日 09:30 没有凭证时发给管理员。不用回复。',
    en: 'Sent to administrators when a working day has no proof by 09:30. No reply is needed.',
  },
} as const satisfies Record<string, Label>

/** The subject of the mail that no proof arrived. */
export const noProof = (day: Label): Label => ({
  zh: `督办 告警：${day.zh}的提醒没有凭证`,
  en: `Duban, alarm: no proof of the reminders of ${day.en}`,
})
