import { usePanel } from '../panel.ts'
import { officeName } from './office.ts'

/** One office, spelt the same everywhere. */
export function OfficeName({ id, kind }: { id: string; kind?: string }) {
  const { offices, lang } = usePanel()
  return <>{officeName(offices, id, lang, kind)}</>
}
