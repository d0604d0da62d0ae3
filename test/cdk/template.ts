import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, Validations } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { AwsSolutionsChecks } from 'cdk-nag'
import { names } from '../../cdk/bundles.ts'
import type { Settings } from '../../cdk/settings.ts'
import { duban } from '../../cdk/stack.ts'

const bundles = mkdtempSync(join(tmpdir(), 'duban-doors-'))
for (const name of names) mkdirSync(join(bundles, name))
export const settings: Settings = {
  stage: 'test',
  county: 'guannan',
  mailFrom: 'duban@duban.example',
  mailDriver: 'ses',
  mailIdentity: 'create',
  identity: 'cognito',
  front: 'cloudfront',
  frontSecret: 1,
  protected: true,
  bundles,
}

/** The stack as it would be deployed, its bundles empty. Throws when cdk-nag finds what nobody has given a reason for. */
export function synthesised(given: Partial<Settings> = {}): Template {
  const app = new App()
  const stack = duban(app, { ...settings, ...given })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  app.synth()
  return Template.fromStack(stack)
}

type Resource = { Type: string; Properties: Record<string, unknown> }

export function resources<T = Record<string, unknown>>(template: Template, type: string): [id: string, properties: T][] {
  const all = template.toJSON().Resources as Record<string, Resource>
  return Object.entries(all).flatMap(([id, { Type, Properties }]) => (Type === type ? [[id, Properties as T] as [string, T]] : []))
}
