import { randomBytes } from 'node:crypto'
import type { Deployed, Make } from './kinds.ts'

/** A secret that is made once and kept with what was deployed. */
export const createSecret: Make = async (id, _properties, _places, known) =>
  known ?? { ref: id, attributes: { value: randomBytes(32).toString('hex') } }

/** A text with the references to secrets resolved, as CloudFormation resolves them while it deploys. */
export async function withSecrets(text: string, deployed: (id: string) => Promise<Deployed>): Promise<string> {
  let resolved = text
  for (const [reference, id = ''] of text.matchAll(/\{\{resolve:secretsmanager:([A-Za-z0-9]+):SecretString:::\}\}/g))
    resolved = resolved.replaceAll(reference, (await deployed(id)).attributes?.value ?? '')
  return resolved
}
