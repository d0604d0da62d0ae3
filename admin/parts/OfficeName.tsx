import { usePanel } from '../panel.ts'
import { officeName, shortOfficeName } from './office.ts'

/** One office, spelt the same everywhere. */
export function OfficeName({ id, kind, short = false }: { id: string; kind?: string; short?: boolean }) {
  const { offices, lang } = usePanel()
  return <>{short ? shortOfficeName(offices, id, lang, kind) : officeName(offices, id, lang, kind)}</>
}
