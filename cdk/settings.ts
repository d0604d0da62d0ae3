import type { Node } from 'constructs'

/** What differs between deployments; given to `cdk` as `-c name=value`. */
export type Settings = {
  stage: string
  county: string
  mailFrom: string
  mailDriver: 'ses' | 'smtp'
  /** Whether the sender's domain becomes an identity of this stack, or is one of the account already. */
  mailIdentity: 'create' | 'existing'
  /** Who keeps passwords and second factors: a Cognito user pool, or the table (where there are no user pools). */
  identity: 'cognito' | 'own'
  /** Name of the secret that holds the SMTP address (`smtps://name:password@host:465`), for `mailDriver` smtp. */
  smtpSecret?: string
  /** The panel's own domain and the ARN of its certificate in us-east-1; without them CloudFront's name is used. */
  domain?: string
  certificate?: string
  /** What stands before the API and serves the panel: CloudFront, or a web server of the county's own at `domain` (where CloudFront lacks what is needed). */
  front: 'cloudfront' | 'own'
  /** The ARN of a web firewall in us-east-1 for CloudFront; `rateLimit` makes one, which lets an address ask so often in five minutes (cdk/firewall.ts). */
  webAcl?: string
  rateLimit?: number
  /** Who is told of alarms. */
  alarmsTo?: string
  /** The bucket of files that an earlier deployment named; without it CloudFormation names one. */
  filesBucket?: string
  /** Which secret CloudFront proves itself by: one more makes a new one (cdk/front-secret.ts). */
  frontSecret: number
  /** A table that was restored, with the ARN of its stream (new and old images), in the place of one of the stack's own. */
  table?: { tableName: string; tableStreamArn: string }
  /**
   * Set once the first deployment has succeeded: table and accounts can then be deleted by nobody. Before, it would keep CloudFormation from taking a failed
   * first deployment back, so that the next one were blocked.
   */
  protected: boolean
  /** The built panel; without it the bucket stays empty. */
  panel?: string
  /** The folder of the bundled doors. */
  bundles: string
}

export function settingsOf(node: Node): Omit<Settings, 'bundles'> {
  const given = (name: string): string | undefined => node.tryGetContext(name)
  const oneOf = <T extends string>(name: string, [usual, other]: readonly [T, T]): T => {
    const value = given(name) ?? usual
    if (value !== usual && value !== other) throw new Error(`${name} is ${usual} or ${other}`)
    return value as T
  }
  const mailDriver = oneOf('mailDriver', ['ses', 'smtp'])
  if (mailDriver === 'smtp' && !given('smtpSecret'))
    throw new Error('mailDriver smtp needs smtpSecret, the name of a secret with the SMTP address')
  const [tableName, tableStreamArn] = [given('table'), given('tableStream')]
  if ((tableName === undefined) !== (tableStreamArn === undefined))
    throw new Error('A restored table is given with its stream: -c table=NAME -c tableStream=ARN')
  const front = Number(given('frontSecret') ?? 1)
  if (!Number.isInteger(front) || front < 1) throw new Error('frontSecret is 1, and one more for each rotation')
  const kind = oneOf('front', ['cloudfront', 'own'])
  if (kind === 'own' && !given('domain'))
    throw new Error('front own needs -c domain=NAME, the address at which your web server serves the panel')
  const rateLimit = given('rateLimit') === undefined ? undefined : Number(given('rateLimit'))
  if (rateLimit !== undefined && !(Number.isInteger(rateLimit) && rateLimit >= 10))
    throw new Error('rateLimit is how often an address may ask in five minutes, 10 or more')
  const webAcl = given('webAcl')
  if (webAcl && !webAcl.startsWith('arn:aws:wafv2:us-east-1:'))
    throw new Error('webAcl is the ARN of a web firewall in us-east-1, for CloudFront')
  const stage = given('stage') ?? 'dev'
  const lacking = stage === 'prod' ? lackingInProduction(given, kind) : []
  if (lacking.length > 0) throw new Error(lacking.join('\n'))
  return {
    stage,
    county: given('county') ?? 'guannan',
    mailFrom: given('mailFrom') ?? 'duban@duban.example',
    mailDriver,
    mailIdentity: oneOf('mailIdentity', ['create', 'existing']),
    identity: oneOf('identity', ['cognito', 'own']),
    smtpSecret: given('smtpSecret'),
    domain: given('domain'),
    certificate: given('certificate'),
    front: kind,
    ...(webAcl && { webAcl }),
    ...(rateLimit && { rateLimit }),
    alarmsTo: given('alarmsTo'),
    filesBucket: given('filesBucket'),
    frontSecret: front,
    ...(tableName && tableStreamArn && { table: { tableName, tableStreamArn } }),
    protected: oneOf('protected', ['no', 'yes']) === 'yes',
    panel: given('panel'),
  }
}

/** What a stage that people rely on must not go without, each in one sentence. */
function lackingInProduction(given: (name: string) => string | undefined, front: Settings['front']): string[] {
  const certificate = given('certificate')
  return [
    ...(given('mailFrom') ? [] : ['The stage prod needs -c mailFrom=ADDRESS, the address that reminders come from.']),
    ...(given('alarmsTo') ? [] : ['The stage prod needs -c alarmsTo=ADDRESS, whoever is told when something fails.']),
    ...(given('domain') ? [] : ['The stage prod needs -c domain=NAME, the address of the panel.']),
    ...(front === 'own' || certificate?.startsWith('arn:aws:acm:us-east-1:')
      ? []
      : ['The stage prod needs -c certificate=ARN of a certificate in us-east-1, the one region that CloudFront takes it from.']),
  ]
}
