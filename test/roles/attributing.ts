import type { Plugin } from 'vite'
import { names } from '../../cdk/bundles.ts'

const door = new RegExp(`/functions/(${names.join('|')})\\.ts$`)

/** Lets each door tell that it is at work, so that what is asked of AWS meanwhile is asked by its role. */
export const attributing: Plugin = {
  name: 'doors tell that they are at work',
  enforce: 'pre',
  transform(code, id) {
    const [, name] = door.exec(id) ?? []
    if (!name) return undefined
    const own = code.replace(/^export ((?:async )?function|const) handler\b/m, '$1 handler')
    return `${own}\nconst attributedHandler = globalThis.attributed('${name}', handler)\nexport { attributedHandler as handler }\n`
  },
}
