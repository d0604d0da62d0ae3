import type { Ledger } from '../../shared/definition/ledger.ts'
import { calendarLine } from '../../shared/words/calendar.ts'
import type { DatedDay } from './calendar.ts'

/** How a calendar is called, and what its reader must know of it. */
type Calendar = { name: string; note?: string }
type Of = { ledger: (key: string) => Ledger | undefined; place: (township: string | null) => string | undefined }

/**
 * A calendar as a file that Outlook, WPS and phones subscribe to (RFC 5545): a whole day for each. The same calendar always gives the same bytes. `of`:
 * a ledger by its key, and what a township is called, `origin` where items open.
 */
export function icsOf(calendar: Calendar, days: DatedDay[], origin: string, of: Of): string {
  const events = days.flatMap((day) => [
    'BEGIN:VEVENT',
    `UID:${day.ledger}-${day.id}-${day.key}@duban`,
    `DTSTAMP:${day.updatedAt.replace(/[-:]/g, '').replace(/\.\d+/, '')}`,
    `DTSTART;VALUE=DATE:${day.on.replaceAll('-', '')}`,
    `SUMMARY:${escaped(summary(day, of))}`,
    `CATEGORIES:${escaped(of.ledger(day.ledger)?.label.zh ?? day.ledger)}`,
    `URL:${origin}/${day.ledger}/${day.id}/show`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ])
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Duban//zh',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(calendar.name)}`,
    ...(calendar.note ? [`X-WR-CALDESC:${escaped(calendar.note)}`] : []),
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...events,
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function summary(day: DatedDay, of: Of): string {
  const ledger = of.ledger(day.ledger)
  if (!ledger) return day.label.zh
  const { before, name, after } = calendarLine(day, ledger, 'zh', { whose: '待办 ', place: of.place(day.township) })
  return before + name + after
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')
}

/** Lines hold 75 octets; a longer one goes on behind a space, and no sign is parted. */
function folded(line: string): string {
  let [text, room] = ['', 75]
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (size > room) {
      text += '\r\n '
      room = 74
    }
    text += sign
    room -= size
  }
  return text
}
