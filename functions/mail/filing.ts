import { fileNotices, type Notice } from '../store/notices.ts'
import { noteSaid, type Said } from '../store/said.ts'
import { systemScope } from '../store/system-scope.ts'

/** After the letter is confirmed: its notices are sent, and its rungs said. */
export async function file(notices: Notice[], said: Said[], messageId: string, now: Date): Promise<void> {
  const scope = systemScope()
  await Promise.all([
    fileNotices(
      scope,
      notices.map((notice) => ({ ...notice, state: 'sent', messageId })),
    ),
    noteSaid(scope, said, now),
  ])
}
