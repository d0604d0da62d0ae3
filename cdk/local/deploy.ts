import { type Deployed, kinds, type Site } from './kinds.ts'
import { withSecrets } from './make-secret.ts'
import { resolve, type Values } from './resolve.ts'
import type { Template } from './synth.ts'

/** A template on this machine: what each resource became, and any part of it with its references worked out. */
export type Stack = {
  template: Template
  /** The resources of a type, with resolved properties, by logical id. */
  of: (type: string) => Promise<[id: string, properties: Properties][]>
  deployed: (id: string) => Promise<Deployed>
}
export type Properties = Record<string, unknown>

/** Creates in the local parts what the template declares and is not there yet. Refuses a type that it does not know. */
export async function deploy(template: Template, site: Site, known: Record<string, Deployed>): Promise<Stack> {
  const unknown = Object.values(template.Resources).filter(({ Type }) => !kinds[Type])
  if (unknown.length > 0) throw new Error(`This machine does not know ${[...new Set(unknown.map(({ Type }) => Type))].join(', ')}`)
  const made = new Map<string, Promise<Deployed>>()
  const values: Values = {
    ref: async (id) => (await deployed(id)).ref,
    attribute: async (id, name) => {
      const value = (await deployed(id)).attributes?.[name]
      if (value === undefined) throw new Error(`This machine does not know ${template.Resources[id]?.Type}'s ${name}`)
      return value
    },
  }
  // In the cloud CloudFront speaks HTTPS; here its place is taken by plain HTTP on localhost.
  const secure = `https://${new URL(site.origin).host}`
  const properties = async (id: string): Promise<Properties> =>
    JSON.parse(
      (await withSecrets(JSON.stringify(await resolve(template.Resources[id]?.Properties ?? {}, values)), deployed)).replaceAll(
        secure,
        site.origin,
      ),
    )
  const deployed = (id: string): Promise<Deployed> => {
    const begun = made.get(id)
    if (begun) return begun
    const make = kinds[template.Resources[id]?.Type ?? '']
    if (!make) throw new Error(`The template has no resource ${id}`)
    const making = make(id, () => properties(id), site, known[id])
    made.set(id, making)
    return making
  }
  for (const id of Object.keys(template.Resources)) known[id] = await deployed(id)
  return {
    template,
    deployed,
    of: (type) =>
      Promise.all(
        Object.entries(template.Resources)
          .filter(([, resource]) => resource.Type === type)
          .map(async ([id]): Promise<[string, Properties]> => [id, await properties(id)]),
      ),
  }
}
