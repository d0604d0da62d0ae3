import { join } from 'node:path'
import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { bundle } from './bundles.ts'
import { firewall } from './firewall.ts'
import { buildPanel } from './local/panel.ts'
import { settingsOf } from './settings.ts'
import { duban } from './stack.ts'

const app = new App()
const settings = settingsOf(app.node)
const bundles = join(app.outdir, 'doors')
await bundle(bundles)
duban(app, { ...settings, bundles, panel: settings.panel ?? (await buildPanel(new AbortController().signal, new Date())) })
firewall(app, { ...settings, bundles })
Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
app.synth()
