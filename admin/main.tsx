import { createRoot } from 'react-dom/client'
import { Root } from './Root.tsx'

const root = document.getElementById('root')
if (root) createRoot(root).render(<Root />)
