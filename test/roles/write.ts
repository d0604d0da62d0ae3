import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { resolve } from '../../cdk/local/resolve.ts'
import type { Statement } from '../../cdk/local/rights.ts'
import { duban } from '../../cdk/stack.ts'
import { settings } from '../cdk/template.ts'

// Writes what each door may do, as the synthesised template says it, into the folder that is given; references stand by their names.
const [folder = ''] = process.argv.slice(2)
const template = Template.fromStack(duban(new App(), settings))
const plain = (id: string) => id.replace(/[0-9A-F]{8}$/, '')
const named = { ref: async (id: string) => plain(id), attribute: async (id: string, name: string) => `${plain(id)}.${name}` }
type Policy = { Roles: string[]; PolicyDocument: { Statement: Statement[] } }

const roles: Record<string, Statement[]> = {}
for (const { Properties } of Object.values(template.findResources('AWS::IAM::Policy'))) {
  const { Roles, PolicyDocument } = (await resolve(Properties, named)) as Policy
  for (const role of Roles.filter((one) => one.endsWith('Role'))) {
    const door = role.slice(0, -'Role'.length).toLowerCase()
    roles[door] = [...(roles[door] ?? []), ...PolicyDocument.Statement]
  }
}
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'roles.json'), JSON.stringify(roles, null, 2))
