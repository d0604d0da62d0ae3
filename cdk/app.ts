import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { settingsOf } from './settings.ts'
import { duban } from './stack.ts'

const app = new App()
const settings = settingsOf(app.node)
duban(app, { ...settings, panel: settings.panel ?? 'dist/panel' })
Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
app.synth()
