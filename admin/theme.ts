import { zhCN } from '@mui/material/locale'
import { createTheme, type Theme, type ThemeOptions } from '@mui/material/styles'
import type { Lang } from '../shared/names.ts'
import { dark, light } from './tokens.ts'

const sans =
  '-apple-system, "Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", sans-serif'

/** Sizes in rem of a 15 px base, so that the text size of a person (`html { font-size }`) moves everything. */
const rem = (px: number) => `${px / 15}rem`

/** The theme in light or dark. `error` and `warning` are plum, `success` and `info` blue: no library part may show a lamp's colour, nor speak another language. */
export function theme(mode: 'light' | 'dark', lang: Lang = 'en'): Theme {
  const t = mode === 'dark' ? dark : light
  const plum = { main: t.plum, light: t.plumSoft, contrastText: mode === 'dark' ? t.background : '#FFFFFF' }
  const blue = { main: t.primary, light: t.soft, contrastText: t.onPrimary }
  const still = { transition: 'none', animation: 'none' }
  const look: ThemeOptions = {
    palette: {
      mode,
      // What the pointer is over is darker: by half of what is usual, or dark words on a filled button could not be read in the dark.
      tonalOffset: 0.1,
      primary: blue,
      secondary: { main: t.secondary, contrastText: t.paper },
      error: plum,
      warning: plum,
      success: blue,
      info: blue,
      background: { default: t.background, paper: t.paper },
      text: { primary: t.text, secondary: t.secondary },
      divider: t.line,
      action: { hover: t.hover, selected: t.soft, active: t.secondary },
    },
    breakpoints: { values: { xs: 0, sm: 600, md: 960, lg: 1200, xl: 1536 } },
    shape: { borderRadius: 4 },
    spacing: 4,
    transitions: {
      duration: { shortest: 80, shorter: 100, short: 120, standard: 150, complex: 150, enteringScreen: 150, leavingScreen: 120 },
    },
    typography: {
      fontFamily: sans,
      htmlFontSize: 15,
      fontSize: 15,
      fontWeightMedium: 600,
      h1: { fontSize: rem(22), fontWeight: 700, lineHeight: 1.4 },
      h2: { fontSize: rem(16), fontWeight: 700, lineHeight: 1.5 },
      h3: { fontSize: rem(15), fontWeight: 700, lineHeight: 1.5 },
      h4: { fontSize: rem(15) },
      h5: { fontSize: rem(15) },
      h6: { fontSize: rem(16), fontWeight: 700 },
      body1: { fontSize: rem(15), lineHeight: 1.6 },
      body2: { fontSize: rem(14), lineHeight: 1.6 },
      caption: { fontSize: rem(13), lineHeight: 1.5 },
      button: { fontSize: rem(15), fontWeight: 600, textTransform: 'none', lineHeight: 1.5, letterSpacing: 0 },
    },
    components: {
      MuiCssBaseline: {
        styleOverrides: {
          body: { fontVariantNumeric: 'tabular-nums', WebkitTextSizeAdjust: '100%' },
          a: { color: t.primary },
          ':focus-visible': { outline: `2px solid ${t.primary}`, outlineOffset: 2 },
          '@media (prefers-reduced-motion: reduce)': { '*, *::before, *::after': still },
        },
      },
      MuiButtonBase: {
        defaultProps: { disableRipple: true },
        styleOverrides: { root: { '&.Mui-focusVisible': { outline: `2px solid ${t.primary}`, outlineOffset: 2 } } },
      },
      MuiButton: {
        defaultProps: { disableElevation: true, variant: 'outlined' },
        styleOverrides: {
          root: {
            minHeight: rem(40),
            padding: '4px 16px',
            borderRadius: 6,
            whiteSpace: 'nowrap',
            '@media (max-width:599.95px)': { minHeight: rem(44) },
          },
          outlined: { borderColor: t.control, color: t.text },
          outlinedError: { borderColor: t.plum, color: t.plum },
          text: { padding: '4px 8px', minWidth: 0, color: t.primary },
          textError: { color: t.plum },
        },
      },
      MuiIconButton: { styleOverrides: { root: { minWidth: rem(40), minHeight: rem(40) } } },
      MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' }, rounded: { borderRadius: 8 }, outlined: { borderColor: t.line } } },
      // A label stands above its box, always to be seen, as in every form.
      MuiInputLabel: {
        defaultProps: { shrink: true },
        styleOverrides: {
          root: {
            position: 'static',
            transform: 'none',
            maxWidth: 'none',
            marginBottom: 4,
            fontSize: '1rem',
            fontWeight: 600,
            color: t.text,
            '&.Mui-focused': { color: t.text },
          },
        },
      },
      MuiOutlinedInput: {
        defaultProps: { notched: false },
        styleOverrides: {
          root: { borderRadius: 6, background: t.paper, '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: t.text } },
          notchedOutline: { borderColor: t.control },
          input: { padding: '0 12px', height: rem(38), '&::placeholder': { color: t.secondary, opacity: 1 } },
          multiline: { padding: '8px 12px' },
          inputMultiline: { padding: 0, height: 'auto' },
        },
      },
      MuiSelect: {
        // Room for the arrow: what is longer ends in dots before it.
        styleOverrides: {
          select: { display: 'block', lineHeight: rem(38), minHeight: `${rem(38)} !important`, padding: '0 32px 0 12px !important' },
        },
      },
      MuiAutocomplete: {
        styleOverrides: {
          inputRoot: {
            minHeight: rem(40),
            padding: `${rem(3)} 68px ${rem(3)} 8px !important`,
            gap: 4,
            '& .MuiAutocomplete-input': { height: rem(30), padding: '0 4px !important' },
          },
          listbox: { fontSize: rem(15) },
        },
      },
      MuiTabs: { styleOverrides: { indicator: { display: 'none' } } },
      MuiFormHelperText: {
        styleOverrides: { root: { fontSize: rem(13), marginLeft: 0, color: t.secondary, '&.Mui-error': { color: t.plum } } },
      },
      MuiTableCell: {
        styleOverrides: {
          root: { borderColor: t.line, padding: '0 12px', height: rem(44), fontSize: rem(15) },
          head: { fontSize: rem(14), fontWeight: 600, color: t.secondary, background: t.paper, borderBottom: `1px solid ${t.control}` },
        },
      },
      MuiTab: {
        styleOverrides: {
          root: {
            minHeight: rem(48),
            padding: '0 14px',
            minWidth: 0,
            fontWeight: 400,
            fontSize: rem(15),
            '&.Mui-selected': { fontWeight: 700, boxShadow: `inset 0 -3px ${t.primary}` },
          },
        },
      },
      MuiChip: { styleOverrides: { root: { fontSize: rem(14), height: rem(28) } } },
      MuiTooltip: { styleOverrides: { tooltip: { fontSize: rem(13), background: t.text, color: t.paper } } },
      MuiDialogTitle: { styleOverrides: { root: { fontSize: rem(18), fontWeight: 700, padding: '20px 24px 8px' } } },
      MuiDialogActions: { styleOverrides: { root: { padding: '12px 24px 20px', gap: 8 } } },
      MuiMenuItem: { styleOverrides: { root: { minHeight: rem(40), fontSize: rem(15) } } },
      MuiLink: { defaultProps: { underline: 'hover' } },
    },
  }
  return lang === 'zh' ? createTheme(look, zhCN) : createTheme(look)
}
