import type { I18nProvider } from 'react-admin'
import type { Spoken } from './language.ts'

type Options = { smart_count?: number; _?: string; [name: string]: unknown }

/** The framework's own messages. Everything else that the panel says comes from `useWords`, whose sentences are checked by the compiler. */
export function i18nProvider({ framework, lang }: Spoken): I18nProvider {
  return {
    translate: (key: string, options: Options = {}) => {
      const found = key
        .split('.')
        .reduce<unknown>(
          (at, part) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined),
          framework,
        )
      return typeof found === 'string' ? fill(found, options) : (options._ ?? key)
    },
    changeLocale: () => Promise.resolve(),
    getLocale: () => lang,
  }
}

function fill(message: string, options: Options): string {
  const forms = message.split('||||')
  const form = forms.length > 1 && options.smart_count !== 1 ? forms[1] : forms[0]
  return (form ?? message).trim().replace(/%\{(\w+)\}/g, (_, name: string) => String(options[name] ?? ''))
}
