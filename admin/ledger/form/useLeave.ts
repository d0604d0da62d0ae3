import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'

/** Leaves a form that has just been sent or given up: only once it is clean, or its own leave dialog would stand in the way. */
export function useLeave(dirty: boolean): (path: string) => void {
  const navigate = useNavigate()
  const [to, setTo] = useState<string | null>(null)
  useEffect(() => {
    if (to === null || dirty) return
    setTo(null)
    void navigate(to)
  }, [to, dirty, navigate])
  return setTo
}
