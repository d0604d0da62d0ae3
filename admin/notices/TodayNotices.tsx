import { usePanel } from '../panel.ts'
import { noticeWords } from '../words/notices.ts'
import { NoticeList } from './NoticeList.tsx'
import { useLog, useMorning } from './notices.ts'
import { Proof } from './Proof.tsx'

/** Today: for the county the proof on top, then every mail of the day, those with trouble first. */
export function TodayNotices() {
  const { lang, me, today } = usePanel()
  const log = useLog({ date: today })
  return (
    <>
      {me.office.kind === 'county' && <Morning />}
      <NoticeList log={log} none={noticeWords[lang].list.none} troubleFirst />
    </>
  )
}

function Morning() {
  const { data } = useMorning()
  return data ? <Proof morning={data} listed /> : null
}
