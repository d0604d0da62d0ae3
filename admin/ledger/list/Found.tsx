import { useListContext } from 'react-admin'
import { Marked } from '../../parts/Marked.tsx'

/** A text of a list with the words of its search marked. */
export function Found({ text }: { text: string }) {
  const { filterValues } = useListContext()
  return <Marked text={text} q={(filterValues as { q?: string } | undefined)?.q ?? ''} />
}
