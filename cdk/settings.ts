import type { Node } from 'constructs'

/** What differs between deployments; given to `cdk` as `-c name=value`. */
export type Settings = {
  stage: string
  county: string
  mailFrom: string
  mailDriver: 'ses' | 'smtp'
  /** Name of the secret that holds the SMTP address, for `mailDriver` smtp. */
  smtpSecret?: string
  /** The panel's own domain and the ARN of its certificate in us-east-1; without them CloudFront's name is used. */
  domain?: string
  certificate?: string
  /** Who is told of alarms. */
  alarmsTo?: string
  /** The built panel; without it the bucket stays empty. */
  panel?: string
  /** The folder of the bundled doors. */
  bundles: string
}

export function settingsOf(node: Node): Omit<Settings, 'bundles'> {
  const given = (name: string): string | undefined => node.tryGetContext(name)
  const mailDriver = given('mailDriver') ?? 'ses'
  if (mailDriver !== 'ses' && mailDriver !== 'smtp') throw new Error('mailDriver is ses or smtp')
  if (mailDriver === 'smtp' && !given('smtpSecret'))
    throw new Error('mailDriver smtp needs smtpSecret, the name of a secret with the SMTP address')
  return {
    stage: given('stage') ?? 'dev',
    county: given('county') ?? 'guannan',
    mailFrom: given('mailFrom') ?? 'duban@duban.example',
    mailDriver,
    smtpSecret: given('smtpSecret'),
    domain: given('domain'),
    certificate: given('certificate'),
    alarmsTo: given('alarmsTo'),
    panel: given('panel'),
  }
}
