import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const api = `http://localhost:${process.env.PORT ?? 3000}`

export default defineConfig(({ command }) => {
  // Vitest calls its runs `test`, and what is built there is kept: a build for development writes styles that the page's policy forbids.
  if (command === 'build') process.env.NODE_ENV = 'production'
  return {
    root: 'admin',
    plugins: [react()],
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
