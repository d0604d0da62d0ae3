import { CognitoError } from 'cognito-local/lib/errors.js'
import type { Router } from 'cognito-local/lib/server/Router.js'
import type { Services } from 'cognito-local/lib/services/index.js'

type Route = ReturnType<typeof Router>
type Asked = {
  UserPoolId?: string
  ClientId?: string
  Password?: string
  TemporaryPassword?: string
  ChallengeResponses?: { NEW_PASSWORD?: string }
}
type Policy = {
  MinimumLength?: number
  RequireLowercase?: boolean
  RequireUppercase?: boolean
  RequireNumbers?: boolean
  RequireSymbols?: boolean
}

/** The emulator takes any password. This stands before its routes and refuses what Cognito refuses: by the pattern of its API, then by the pool's policy. */
export function strict(router: Route, { cognito }: Pick<Services, 'cognito'>): Route {
  return (target) => {
    const route = router(target)
    return async (context, asked) => {
      const { UserPoolId, ClientId, Password, TemporaryPassword, ChallengeResponses } = asked as Asked
      const chosen = Password ?? TemporaryPassword ?? ChallengeResponses?.NEW_PASSWORD
      if (chosen !== undefined) {
        const pool = UserPoolId
          ? await cognito.getUserPool(context, UserPoolId)
          : await cognito.getUserPoolForClientId(context, ClientId ?? '')
        const refused = passwordRefused(chosen, (pool.options.Policies as { PasswordPolicy?: Policy } | undefined)?.PasswordPolicy)
        if (refused) throw new CognitoError(refused.code, refused.message)
      }
      return route(context, asked)
    }
  }
}

/** Why Cognito would not take a password; a pool without a policy of its own has Cognito's. */
export function passwordRefused(password: string, policy: Policy = usual): { code: string; message: string } | undefined {
  if (!/^[^ \t\n\v\f\r]{1,256}$/.test(password))
    return { code: 'InvalidParameterException', message: 'Value at password failed to satisfy regular expression pattern: [\\S]+' }
  const refused = (what: string) => ({
    code: 'InvalidPasswordException',
    message: `Password did not conform with policy: Password must have ${what}`,
  })
  if (password.length < (policy.MinimumLength ?? 8)) return refused('more characters')
  if (policy.RequireUppercase && !/[A-Z]/.test(password)) return refused('uppercase characters')
  if (policy.RequireLowercase && !/[a-z]/.test(password)) return refused('lowercase characters')
  if (policy.RequireNumbers && !/[0-9]/.test(password)) return refused('numeric characters')
  if (policy.RequireSymbols && !/[$^*.[\]{}()?"!@#%&/\\,><':;|_~`+=-]/.test(password)) return refused('symbol characters')
}

const usual: Policy = { MinimumLength: 8, RequireLowercase: true, RequireUppercase: true, RequireNumbers: true, RequireSymbols: true }
