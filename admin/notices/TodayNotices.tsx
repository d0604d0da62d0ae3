import { usePanel } from '../panel.ts'
import { noticeWords } from '../words/notices.ts'
import { NoticeList } from './NoticeList.tsx'
import { useLog, useMorning } from './notices.ts'
import { Proof } from './Proof.tsx'

/** Today: the proof on top, then every mail of the day, those with trouble first. */
export function TodayNotices() {
  const { lang, today } = usePanel()
  const morning = useMorning()
  const log = useLog({ date: today })
  return (
    <>
      {morning.data && <Proof morning={morning.data} />}
      <NoticeList log={log} none={noticeWords[lang].list.none} troubleFirst />
    </>
  )
}
