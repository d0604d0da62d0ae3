type Condition = Record<string, string> | ['eq' | 'starts-with', string, string] | ['content-length-range', number, number]
type Policy = { expiration: string; conditions: Condition[] }
export type Refused = { status: number; code: string; message: string }

/** What S3 would refuse about a form upload: an expired policy, a field outside it, a file of the wrong size. */
export function refusedByPolicy(fields: Map<string, string>, bucket: string, size: number, now: Date): Refused | undefined {
  const policy = read(fields.get('policy'))
  if (!policy) return denied('Bucket POST must contain a policy')
  if (!(now.getTime() < Date.parse(policy.expiration))) return denied('Invalid according to Policy: Policy expired.')
  const given = new Map([...fields, ['bucket', bucket]])
  const extra = [...fields.keys()].find((name) => !free.test(name) && !policy.conditions.some((condition) => named(condition) === name))
  if (extra) return denied(`Invalid according to Policy: Extra input fields: ${extra}`)
  for (const condition of policy.conditions) {
    if (!Array.isArray(condition)) {
      const [name = '', value] = Object.entries(condition)[0] ?? []
      if (given.get(name.toLowerCase()) !== value) return failed(condition)
    } else if (condition[0] === 'content-length-range') {
      if (size > condition[2])
        return { status: 400, code: 'EntityTooLarge', message: 'Your proposed upload exceeds the maximum allowed size' }
      if (size < condition[1])
        return { status: 400, code: 'EntityTooSmall', message: 'Your proposed upload is smaller than the minimum allowed size' }
    } else {
      const value = given.get(condition[1].slice(1).toLowerCase()) ?? ''
      if (condition[0] === 'eq' ? value !== condition[2] : !value.startsWith(condition[2])) return failed(condition)
    }
  }
}

/** Fields that no policy need name. */
const free = /^(x-amz-signature|policy|file|x-ignore-.*)$/

/** The field of which a condition speaks. */
function named(condition: Condition): string {
  return (Array.isArray(condition) ? String(condition[1]).slice(1) : (Object.keys(condition)[0] ?? '')).toLowerCase()
}

function read(policy?: string): Policy | undefined {
  try {
    return JSON.parse(Buffer.from(policy ?? '', 'base64').toString())
  } catch {
    return undefined
  }
}

const denied = (message: string): Refused => ({ status: 403, code: 'AccessDenied', message })
const failed = (condition: Condition): Refused =>
  denied(`Invalid according to Policy: Policy Condition failed: ${JSON.stringify(condition)}`)
