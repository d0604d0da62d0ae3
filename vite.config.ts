import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Everybody needs the panel's own part at once: the page names it, so that it comes beside what asks for it and not after. */
const panelSoon: Plugin = {
  name: 'panel-soon',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((each) => each.type === 'chunk')
      const panel = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/admin/App.tsx'))
      const wanted = panel ? [panel.fileName, ...panel.imports].filter((file) => !html.includes(file)) : []
      return wanted.map((file) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` }, injectTo: 'head' }))
    },
  },
}

const api = `http://localhost:${process.env.PORT ?? 3000}`

export default defineConfig(({ command }) => {
  // Vitest calls its runs `test`, and what is built there is kept: a build for development writes styles that the page's policy forbids.
  if (command === 'build') process.env.NODE_ENV = 'production'
  return {
    root: 'admin',
    plugins: [react(), panelSoon],
    // Chrome 109 is the last on Windows 7, which county offices still run.
    build: {
      outDir: '../dist/panel',
      emptyOutDir: true,
      target: ['chrome109', 'edge109', 'firefox115', 'safari15.4'],
      chunkSizeWarningLimit: 1500,
    },
    server: { proxy: { '/api': { target: api, changeOrigin: false } } },
  }
})
