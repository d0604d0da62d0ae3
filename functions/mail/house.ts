import type { Holder } from '../../shared/duty.ts'
import type { Label } from '../../shared/names.ts'
import { mailWords } from '../../shared/words/mail.ts'
import type { World } from '../../shared/world.ts'
import { officeName } from './office-name.ts'

/** What the county's platform is called at the head of a letter. */
export function houseOf(world: World): Label {
  const county: Pick<Holder, 'kind' | 'id'> = { kind: 'county', id: 'county' }
  const name = officeName(world, county)
  return { zh: `${mailWords.product.zh} · ${name.zh}`, en: `${mailWords.product.en} · ${name.en}` }
}
