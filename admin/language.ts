import type { Lang } from '../shared/names.ts'
import { type ActWords, actZh } from './words/act.ts'
import { type PanelWords, panelZh } from './words/panel.ts'
import { frameworkZh } from './words/ra.ts'

export type Words = PanelWords & ActWords
export type Spoken = { lang: Lang; words: Words; framework: object }

const chinese: Spoken = { lang: 'zh', words: { ...panelZh, ...actZh }, framework: frameworkZh }

/** The words of a language. Chinese is at hand; English comes when it is asked for. */
export async function loadWords(lang: Lang): Promise<Spoken> {
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
  if (lang === 'zh') return chinese
  const [{ panelEn }, { actEn }, { frameworkEn }] = await Promise.all([
    import('./words/panel-en.ts'),
    import('./words/act-en.ts'),
    import('./words/ra-en.ts'),
  ])
  return { lang, words: { ...panelEn, ...actEn }, framework: frameworkEn }
}

/** The language of this browser until somebody has signed in. */
export function browserLang(): Lang {
  const kept = localStorage.getItem('lang')
  if (kept === 'zh' || kept === 'en') return kept
  return /^en\b/i.test(navigator.language) ? 'en' : 'zh'
}

export function keepLang(lang: Lang): void {
  localStorage.setItem('lang', lang)
}
